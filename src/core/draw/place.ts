import type { Phase } from '../model/playbook';
import type { DrawnEdge, DrawnStep, FlowGraph } from './graph';
import { type ElkNode, elkLabelOptions, elkOptions, type LayoutEngine, type Point } from './layout';

export interface PlacedStep extends DrawnStep {
  readonly x: number;
  readonly y: number;
}
export interface PlacedEdge extends DrawnEdge {
  readonly points: readonly Point[];
  /** The middle of the label; undefined where there is none. */
  readonly labelAt: Point | undefined;
}
export interface Band {
  readonly phase: Phase;
  readonly y: number;
  readonly height: number;
}
export interface PlacedFlow {
  readonly graph: FlowGraph;
  readonly steps: readonly PlacedStep[];
  readonly edges: readonly PlacedEdge[];
  readonly bands: readonly Band[];
  readonly width: number;
  readonly height: number;
}

/** Pixels between a band's edge and its steps. */
const bandPadding = 18;
export const labelHeight = 16;

/** The order of the steps from left to right in an earlier picture: while the author types, little moves. */
export type Order = ReadonlyMap<string, number>;

export async function placeFlow(graph: FlowGraph, engine: LayoutEngine, previous?: Order): Promise<PlacedFlow> {
  if (graph.steps.length === 0) return { graph, steps: [], edges: [], bands: [], width: 0, height: 0 };
  const laid = await engine(toElk(graph, previous));
  const byId = new Map(laid.children?.map((child) => [child.id, child]));
  const steps = graph.steps.map((step) => ({ ...step, x: byId.get(step.id)?.x ?? 0, y: byId.get(step.id)?.y ?? 0 }));
  const laidEdges = new Map(laid.edges?.map((edge) => [edge.id, edge]));
  const edges = graph.edges.map((edge) => {
    const section = laidEdges.get(edge.id)?.sections?.[0];
    const label = laidEdges.get(edge.id)?.labels?.[0];
    return {
      ...edge,
      points: section === undefined ? [] : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint],
      labelAt:
        label === undefined ? undefined : { x: (label.x ?? 0) + label.width / 2, y: (label.y ?? 0) + label.height / 2 },
    };
  });
  return { graph, steps, edges, bands: bandsOf(graph, steps), width: laid.width ?? 0, height: laid.height ?? 0 };
}

export function orderOf({ steps }: PlacedFlow): Order {
  return new Map(steps.map(({ id, x, width }) => [id, x + width / 2]));
}

function toElk({ steps, edges, phases }: FlowGraph, previous: Order | undefined): ElkNode {
  const partition = new Map(
    phases.flatMap(({ steps: members }, index) => [...members].map((id) => [id, index] as const)),
  );
  const children = inOrder(steps, edges, previous).map(({ id, width, height }): ElkNode => {
    const band = partition.get(id);
    return {
      id,
      width,
      height,
      ...(band !== undefined && phases.length > 1 && { layoutOptions: { 'elk.partitioning.partition': String(band) } }),
    };
  });
  return {
    id: 'root',
    layoutOptions: {
      ...elkOptions,
      ...(phases.length > 1 && { 'elk.partitioning.activate': 'true' }),
      ...(previous !== undefined && { 'elk.layered.crossingMinimization.forceNodeModelOrder': 'true' }),
    },
    children,
    edges: edges.map(({ id, from, to, label, labelWidth }) => ({
      id,
      sources: [from],
      targets: [to],
      ...(label !== '' && {
        labels: [{ text: label, width: labelWidth, height: labelHeight, layoutOptions: elkLabelOptions }],
      }),
    })),
  };
}

/** By their earlier places; a new step right behind the one that leads to it. */
function inOrder(
  steps: readonly DrawnStep[],
  edges: readonly DrawnEdge[],
  previous: Order | undefined,
): readonly DrawnStep[] {
  if (previous === undefined) return steps;
  const place = new Map<string, number>();
  for (const { id } of steps) {
    const before = edges.find(({ to, from }) => to === id && previous.has(from))?.from;
    place.set(
      id,
      previous.get(id) ?? (before === undefined ? Number.MAX_SAFE_INTEGER : (previous.get(before) ?? 0) + 0.5),
    );
  }
  return [...steps].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

/** Bands behind the steps of each phase; only where no two would overlap. */
function bandsOf({ phases }: FlowGraph, steps: readonly PlacedStep[]): readonly Band[] {
  const bands = phases.flatMap(({ phase, steps: members }) => {
    const own = steps.filter(({ id }) => members.has(id));
    if (own.length === 0) return [];
    const top = Math.min(...own.map(({ y }) => y)) - bandPadding;
    const bottom = Math.max(...own.map(({ y, height }) => y + height)) + bandPadding;
    return [{ phase, y: top, height: bottom - top }];
  });
  const sorted = [...bands].sort((a, b) => a.y - b.y);
  const overlap = sorted.some((band, index) => {
    const next = sorted[index + 1];
    return next !== undefined && band.y + band.height > next.y + 1;
  });
  return overlap ? [] : sorted;
}
