import type { Exit, Flow, Phase, Playbook, Step } from '../model/playbook';
import { nearest } from '../text/nearest';
import type { Translate } from '../text/translate';
import { type BandPlan, planBands } from './bands';
import { type EdgeLabel, labelOf } from './edgeLabel';
import { type Face, faceOf, foldFace, ghostFace, startFace } from './face';
import { assignRows } from './layers';
import { boxOf } from './shapes';

/** What a box stands for: a step, where the flow begins, a step that is named and not defined, or a whole phase. */
export type DrawnKind = Step['kind'] | 'start' | 'ghost' | 'fold';

/** A step as it is drawn. */
export interface DrawnStep {
  /** Of the step; for a ghost `?` and the id; for the start `>`; for a phase in one box `#` and the phase. */
  readonly id: string;
  /** Undefined for the start, for ghosts and for a phase in one box. */
  readonly step: Step | undefined;
  readonly kind: DrawnKind;
  readonly face: Face;
  /** No way leads here from the start. */
  readonly unreachable: boolean;
  /** From 0 at the top. */
  readonly row: number;
  readonly width: number;
  readonly height: number;
}

/** All ways from one step to another in one line. */
export interface DrawnEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly via: Exit['via'] | 'start';
  readonly label: EdgeLabel | undefined;
  /** It leads back to a step that was on the way here. */
  readonly back: boolean;
}

export interface FlowGraph {
  readonly flow: Flow;
  /** As they follow each other from the start down, alternatives in the order of the file. */
  readonly steps: readonly DrawnStep[];
  readonly edges: readonly DrawnEdge[];
  /** Phases from the top down; a phase may come more than once. */
  readonly bands: readonly BandPlan[];
  /** Steps that are in no box: there are too many. */
  readonly left: number;
}

export const startId = '>';

/** More can't be laid out in a second, nor read. */
export const mostSteps = 1200;

/**
 * How far all lines of a drawing go together, in rows. A layout takes as long as this is large: from some thousands on
 * the lines can't be followed by eye either.
 */
export function tangleOf({ steps, edges }: FlowGraph): number {
  const rows = new Map(steps.map(({ id, row }) => [id, row]));
  return edges.reduce((sum, { from, to }) => sum + Math.abs((rows.get(from) ?? 0) - (rows.get(to) ?? 0)), 0);
}

/** `folded`: phases that are drawn as one box each. */
export function toGraph(
  flow: Flow,
  playbook: Playbook,
  t: Translate,
  folded: ReadonlySet<Phase> = new Set(),
): FlowGraph {
  if (flow.steps.size === 0) return { flow, steps: [], edges: [], bands: [], left: 0 };
  const { ids, edges, inside, left } = collect(flow, folded);
  const { order, back, reached } = walk(ids, edges);
  const bands = planBands(
    order,
    edges,
    back,
    (id) => flow.steps.get(id)?.phase?.value ?? inside.get(id)?.[0]?.phase?.value,
    (id) => flow.steps.get(id)?.kind === 'announce',
  );
  const bandOf = new Map(bands.flatMap(({ phase, steps }) => [...steps].map((id) => [id, phase] as const)));
  const forward = [...edges.values()].filter(({ id, from }) => !back.has(id) && from !== startId);
  const rows = assignRows(bands, forward);
  // The pill at the start stands right above the first step.
  const first = [...edges.values()].find(({ from }) => from === startId)?.to;
  const startRow = (first === undefined ? 0 : (rows.get(first) ?? 0)) - 1;
  const steps = [...(flow.start === undefined ? [] : [startId]), ...bands.flatMap(({ steps }) => [...steps])];
  return {
    flow,
    steps: steps.map((id) => {
      const step = flow.steps.get(id);
      const held = inside.get(id);
      const face =
        held !== undefined
          ? foldFace(held, t)
          : step !== undefined
            ? faceOf(step, playbook, t, step.phase !== undefined && bandOf.get(id) !== step.phase.value)
            : id === startId
              ? startFace(flow, t)
              : ghostFace(id.slice(1), nearest(id.slice(1), [...flow.steps.keys()]), t);
      const kind = step?.kind ?? (id === startId ? 'start' : held === undefined ? 'ghost' : 'fold');
      return {
        id,
        step,
        kind,
        face,
        unreachable: id !== startId && !reached.has(id),
        row: 1 + (rows.get(id) ?? startRow),
        ...boxOf(kind, face),
      };
    }),
    edges: [...edges.values()].map(({ id, from, to, exits }) => ({
      id,
      from,
      to,
      via: exits[0]?.via ?? 'start',
      label: labelOf(flow.steps.get(from), exits, playbook, t),
      back: back.has(id),
    })),
    bands,
    left,
  };
}

export interface PlainEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly exits: readonly Exit[];
}

interface Collected {
  readonly ids: readonly string[];
  readonly edges: ReadonlyMap<string, PlainEdge>;
  /** By the id of its box: the steps of a folded phase. */
  readonly inside: ReadonlyMap<string, readonly Step[]>;
  readonly left: number;
}

/** Boxes in the order of the file, the first one first, with ghosts at the end; ways between the same two as one. */
function collect(flow: Flow, folded: ReadonlySet<Phase>): Collected {
  const all = [...flow.steps.values()];
  const ordered = flow.start === undefined ? all : [flow.start, ...all.filter((step) => step !== flow.start)];
  const inside = new Map<string, Step[]>();
  const boxes = new Map<Step, string>();
  const ids = new Set<string>();
  for (const step of ordered) {
    const phase = step.phase?.value;
    const isFolded = phase !== undefined && folded.has(phase);
    const id = isFolded ? `#${phase}` : step.id;
    if (!ids.has(id) && ids.size >= mostSteps) continue;
    ids.add(id);
    boxes.set(step, id);
    if (isFolded) inside.set(id, [...(inside.get(id) ?? []), step]);
  }
  const ghosts = new Set<string>();
  const edges = new Map<string, { id: string; from: string; to: string; exits: Exit[] }>();
  const first = flow.start && boxes.get(flow.start);
  if (first !== undefined) {
    const id = `${startId}→${first}`;
    edges.set(id, { id, from: startId, to: first, exits: [] });
  }
  for (const [step, from] of boxes) {
    for (const exit of step.exits) {
      const { target } = exit.to;
      const to = target === undefined ? `?${exit.to.id}` : boxes.get(target);
      // A loop of one step is drawn; what stays within a folded phase is not.
      if (to === undefined || to === '?' || (to === from && inside.has(from))) continue;
      if (target === undefined) ghosts.add(to);
      const id = `${from}→${to}`;
      const known = edges.get(id);
      if (known === undefined) edges.set(id, { id, from, to, exits: [exit] });
      else known.exits.push(exit);
    }
  }
  return { ids: [...ids, ...ghosts], edges, inside, left: all.length - boxes.size };
}

/** Depth first from the start: which edges lead back, who is reached, and an order in which all others lead forward. */
function walk(ids: readonly string[], edges: ReadonlyMap<string, PlainEdge>) {
  const behind = new Map<string, PlainEdge[]>();
  for (const edge of edges.values()) {
    const known = behind.get(edge.from);
    if (known === undefined) behind.set(edge.from, [edge]);
    else known.push(edge);
  }
  const back = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  const finished: string[] = [];
  const visit = (root: string) => {
    if (state.has(root)) return;
    state.set(root, 'open');
    const stack = [{ id: root, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const edge = behind.get(top.id)?.[top.next++];
      if (edge === undefined) {
        state.set(top.id, 'done');
        finished.push(top.id);
        stack.pop();
      } else if (state.get(edge.to) === 'open') back.add(edge.id);
      else if (!state.has(edge.to)) {
        state.set(edge.to, 'open');
        stack.push({ id: edge.to, next: 0 });
      }
    }
  };
  const [first] = behind.get(startId) ?? [];
  if (first !== undefined) visit(first.to);
  const reached = new Set(finished);
  // What nothing leads to begins a part of its own; what is left then goes round in circles.
  const targets = new Set([...edges.values()].map(({ to }) => to));
  for (const id of ids) if (!targets.has(id)) visit(id);
  for (const id of ids) visit(id);
  return { order: ids, back, reached };
}
