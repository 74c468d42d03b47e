import type { Flow, Phase, Playbook } from '../model/playbook';
import type { Translate } from '../text/translate';
import { type DrawnEdge, type DrawnStep, type FlowGraph, toGraph } from './graph';
import type { LayoutEngine, LayoutGraph, Point } from './layout';
import { finishRoute } from './route';

export interface PlacedStep extends DrawnStep {
  readonly x: number;
  readonly y: number;
}
export interface PlacedEdge extends DrawnEdge {
  /** From outline to outline, at right angles. */
  readonly points: readonly Point[];
  /** The upper left corner of the label; undefined where there is none. */
  readonly labelAt: Point | undefined;
}
export interface Band {
  readonly phase: Phase | undefined;
  readonly y: number;
  readonly height: number;
}
export interface PlacedFlow {
  readonly graph: FlowGraph;
  readonly steps: readonly PlacedStep[];
  readonly edges: readonly PlacedEdge[];
  /** From the top down, without gaps between; empty where no step names a phase. */
  readonly bands: readonly Band[];
  readonly width: number;
  readonly height: number;
}

/** The places of the steps from left to right in an earlier picture: while the author types, little moves. */
export type Order = ReadonlyMap<string, number>;

export function placeFlow(graph: FlowGraph, engine: LayoutEngine, previous?: Order): PlacedFlow {
  if (graph.steps.length === 0) return { graph, steps: [], edges: [], bands: [], width: 0, height: 0 };
  const { boxes, lines, width, height } = engine(toLayout(graph, previous));
  const steps = graph.steps.map((step): PlacedStep => ({ ...step, x: 0, y: 0, ...boxes.get(step.id) }));
  const stepOf = new Map(steps.map((step) => [step.id, step]));
  const edges = graph.edges.map((edge): PlacedEdge => {
    const { points = [], labelAt } = lines.get(edge.id) ?? {};
    return { ...edge, points: finishRoute(points, stepOf.get(edge.from), stepOf.get(edge.to)), labelAt };
  });
  return { graph, steps, edges, bands: bandsOf(graph, stepOf), width, height };
}

function toLayout({ steps, edges }: FlowGraph, previous: Order | undefined): LayoutGraph {
  return {
    steps: steps.map(({ id, row, width, height }) => ({ id, row, width, height })),
    edges: edges.map(({ id, from, to, label }) => ({
      id,
      from,
      to,
      label: label && { width: label.width, height: label.height },
    })),
    ...(previous !== undefined && { before: [...previous] }),
  };
}

/** A flow from the model to its places. `previous`: the order in an earlier picture; a file is drawn without one. */
export function layoutFlow(
  flow: Flow,
  engine: LayoutEngine,
  { playbook, t, previous }: { readonly playbook: Playbook; readonly t: Translate; readonly previous?: Order },
): PlacedFlow {
  return placeFlow(toGraph(flow, playbook, t), engine, previous);
}

export function orderOf({ steps }: PlacedFlow): Order {
  return new Map(steps.map(({ id, x, width }) => [id, x + width / 2]));
}

/** Cut in the middle between the last step of a phase and the first of the next. */
function bandsOf({ bands }: FlowGraph, stepOf: ReadonlyMap<string, PlacedStep>): readonly Band[] {
  if (bands.every(({ phase }) => phase === undefined)) return [];
  const extents = bands.flatMap(({ phase, steps }) => {
    const own = steps.flatMap((id) => stepOf.get(id) ?? []);
    if (own.length === 0) return [];
    return [{ phase, top: Math.min(...own.map(({ y }) => y)), bottom: Math.max(...own.map((s) => s.y + s.height)) }];
  });
  const cuts = extents.slice(1).map(({ top }, at) => (top + (extents[at]?.bottom ?? top)) / 2);
  return extents.map(({ phase, top, bottom }, at) => {
    const from = cuts[at - 1] ?? top - bandPadding;
    return { phase, y: from, height: (cuts[at] ?? bottom + bandPadding) - from };
  });
}

/** Pixels above the first step and below the last. */
export const bandPadding = 18;
