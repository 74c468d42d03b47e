import { type DrawOptions, drawFlow } from '../draw/drawFlow';
import { type DrawnEdge, type DrawnStep, type FlowGraph, startId, tangleOf, toGraph } from '../draw/graph';
import type { LayoutEngine } from '../draw/layout';
import type { Markup } from '../draw/markup';
import { type PlacedFlow, placeFlow } from '../draw/place';
import type { Exit, Flow, Playbook, Step } from '../model/playbook';
import { mostTangled, usualBoxes } from '../pages/flow';
import type { Comparison } from './compare';
import { asItIs, changedSteps, classesNow, type DiffFlow, namesNow, takenWhen, waysOf } from './flowMarks';

/** How a box or a line of a drawing of two versions stands. */
export type Mark = 'added' | 'removed' | 'changed';

export type DiffView = 'both' | 'before' | 'after';

export interface DiffDrawing {
  /** Each with every box in the same place; a version without the flow has no drawing. */
  readonly views: Readonly<Record<DiffView, Markup | undefined>>;
  /** The flow is too large: only what changed is drawn, with the steps beside it. */
  readonly partly: boolean;
}

export interface DrawDiffInput {
  readonly comparison: Comparison;
  readonly before: Playbook;
  readonly after: Playbook;
  readonly engine: LayoutEngine;
}

/**
 * Two versions of a flow in one layout, so that nothing jumps between them: what is new, what is gone and what was
 * changed, by sign, line and colour. Undefined where there is no flow.
 */
export function drawDiff(
  flows: DiffFlow,
  { comparison, before, after, engine }: DrawDiffInput,
  options: Pick<DrawOptions, 't' | 'locale' | 'still'>,
): DiffDrawing | undefined {
  const { flow, old, marks, lines } = unite(flows, comparison);
  if (flow === undefined) return undefined;
  const { t } = options;
  const playbook = flows.after === undefined ? before : after;
  const was = old && toGraph(old, before, t);
  const is = flows.after && toGraph(flows.after, after, t);
  const whole = toGraph(flow, playbook, t);
  const partly = flow.steps.size > usualBoxes || tangleOf(whole) > mostTangled;
  const graph = partly ? toGraph(around(flow, marks, lines), playbook, t) : whole;
  const [start, startBefore] = [is, was].map((each) => each?.steps.find(({ id }) => id === startId)?.face.full);
  if (start !== startBefore && start !== undefined && startBefore !== undefined) marks.set(startId, 'changed');
  const placed = placeFlow(roomy(graph, was), engine);
  const draw = (version: PlacedFlow) =>
    drawFlow(version, {
      ...options,
      marks: { of: (box) => marks.get(box), between: (from, to) => lines.get(`${from}\n${to}`) },
    });
  return {
    views: {
      both: draw(placed),
      before: was && draw(only(placed, was)),
      after: is && draw(only(placed, is)),
    },
    partly,
  };
}

/** One flow with the steps and ways of both; a step that was renamed is one, under its new name. */
function unite({ before, after }: DiffFlow, { changes }: Comparison) {
  const whole = after ?? before;
  const marks = new Map<string, Mark>();
  const lines = new Map<string, Mark>();
  if (whole === undefined) return { flow: undefined, old: undefined, marks, lines };
  const nameNow = namesNow({ before, after }, changes);
  const classNow = classesNow(changes);
  const changed = changedSteps({ before, after }, changes);
  const oldFlow = before === undefined ? undefined : underNewNames(before, whole, nameNow);
  const old = oldFlow?.steps ?? new Map<string, Step>();
  const now = after?.steps ?? new Map<string, Step>();
  for (const id of now.keys()) {
    if (!old.has(id)) marks.set(id, 'added');
    else if (changed.has(id)) marks.set(id, 'changed');
  }
  for (const id of old.keys()) if (!now.has(id)) marks.set(id, 'removed');

  // Where a step that is gone stood among the others, it stands again.
  const steps = new Map<string, Step>();
  const order = [...old.keys()];
  const place = (id: string, step: Step) => steps.set(id, { ...step, id });
  for (const [id, step] of now) {
    place(id, step);
    if (!old.has(id)) continue;
    for (const next of order.slice(order.indexOf(id) + 1)) {
      const gone = old.get(next);
      if (gone === undefined || now.has(next)) break;
      place(next, gone);
    }
  }
  for (const [id, step] of old) if (!steps.has(id)) place(id, step);
  const flow: Flow = { ...whole, steps, start: steps.get((after?.start ?? oldFlow?.start)?.id ?? '') };
  for (const [id, step] of steps) {
    const was = waysOf(old.get(id), asItIs);
    const is = waysOf(now.get(id), asItIs);
    const exits: Exit[] = [];
    for (const [target, way] of [...is, ...[...was].filter(([id]) => !is.has(id))]) {
      if (!was.has(target)) lines.set(`${id}\n${target}`, 'added');
      else if (!is.has(target)) lines.set(`${id}\n${target}`, 'removed');
      // Another answer leads where a line goes already.
      else if (takenWhen(was.get(target) ?? [], classNow) !== takenWhen(way, asItIs))
        lines.set(`${id}\n${target}`, 'changed');
      for (const exit of way) exits.push(leadingTo(exit, target, steps));
    }
    Object.assign(step, { exits, flow });
  }
  return { flow, old: oldFlow, marks, lines };
}

const leadingTo = (exit: Exit, id: string, steps: ReadonlyMap<string, Step>): Exit => ({
  ...exit,
  to: { ...exit.to, id, target: steps.get(id) },
});

/** The flow as it was, its steps called as they are called now. */
function underNewNames(before: Flow, whole: Flow, nameNow: (id: string) => string): Flow {
  const steps = new Map(
    [...before.steps.values()].map((step) => [nameNow(step.id), { ...step, id: nameNow(step.id) }]),
  );
  const flow: Flow = { ...before, id: whole.id, steps, start: steps.get(nameNow(before.start?.id ?? '')) };
  for (const step of steps.values())
    Object.assign(step, { flow, exits: step.exits.map((exit) => leadingTo(exit, nameNow(targetOf(exit)), steps)) });
  return flow;
}

const targetOf = ({ to }: Exit) => to.target?.id ?? to.id;

/** What is not as it was, and the steps from which and to which its lines go. */
function around(flow: Flow, marks: ReadonlyMap<string, Mark>, lines: ReadonlyMap<string, Mark>): Flow {
  const kept = new Set(marks.keys());
  for (const line of lines.keys()) for (const end of line.split('\n')) kept.add(end);
  for (const [id, step] of flow.steps) {
    for (const exit of step.exits) {
      if (marks.has(id)) kept.add(targetOf(exit));
      if (marks.has(targetOf(exit))) kept.add(id);
    }
  }
  const steps = new Map(
    [...flow.steps].flatMap(([id, step]) =>
      kept.has(id) ? [[id, { ...step, exits: step.exits.filter((exit) => kept.has(targetOf(exit))) }] as const] : [],
    ),
  );
  for (const step of steps.values())
    Object.assign(step, { exits: step.exits.map((exit) => leadingTo(exit, targetOf(exit), steps)) });
  return { ...flow, steps, start: steps.get(flow.start?.id ?? '') };
}

/** Each box and each answer as large as the larger of both versions. */
function roomy(graph: FlowGraph, was: FlowGraph | undefined): FlowGraph {
  const steps = new Map(was?.steps.map((step) => [step.id, step]));
  const edges = new Map(was?.edges.map((edge) => [edge.id, edge]));
  const larger = (one: { width: number; height: number }, other: { width: number; height: number }) => ({
    width: Math.max(one.width, other.width),
    height: Math.max(one.height, other.height),
  });
  return {
    ...graph,
    steps: graph.steps.map((step): DrawnStep => ({ ...step, ...larger(step, steps.get(step.id) ?? step) })),
    edges: graph.edges.map((edge): DrawnEdge => {
      const label = edges.get(edge.id)?.label;
      if (edge.label === undefined || label === undefined) return { ...edge, label: edge.label ?? label };
      return { ...edge, label: { ...edge.label, ...larger(edge.label, label) } };
    }),
  };
}

/** One version in the places of both. */
function only(placed: PlacedFlow, graph: FlowGraph): PlacedFlow {
  const boxes = new Map(placed.steps.map((step) => [step.id, step]));
  const lines = new Map(placed.edges.map((edge) => [edge.id, edge]));
  return {
    ...placed,
    graph,
    steps: graph.steps.flatMap((step) => {
      const box = boxes.get(step.id);
      return box === undefined ? [] : [{ ...step, x: box.x, y: box.y, width: box.width, height: box.height }];
    }),
    edges: graph.edges.flatMap((edge) => {
      const line = lines.get(edge.id);
      return line === undefined ? [] : [{ ...edge, points: line.points, labelAt: line.labelAt }];
    }),
  };
}
