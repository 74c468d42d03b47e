import type { Flow, Phase, Playbook } from '../model/playbook';
import type { Translate } from '../text/translate';
import type { EdgeLabel } from './edgeLabel';
import { type DrawnEdge, type DrawnStep, type FlowGraph, toGraph } from './graph';
import {
  type ElkNode,
  type ElkPort,
  elkNodeOptions,
  elkOptions,
  elkUnevenOptions,
  type LayoutEngine,
  type Point,
  portGap,
} from './layout';
import { finishRoute } from './route';
import { settleLabels } from './settleLabels';
import { sizes } from './sizes';

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

export async function placeFlow(graph: FlowGraph, engine: LayoutEngine, previous?: Order): Promise<PlacedFlow> {
  if (graph.steps.length === 0) return { graph, steps: [], edges: [], bands: [], width: 0, height: 0 };
  const laid = await engine(toElk(graph, previous));
  const byId = new Map(laid.children?.map((child) => [child.id, child]));
  const steps = graph.steps.map((step): PlacedStep => {
    const { x = 0, y = 0, width = step.width, height = step.height } = byId.get(step.id) ?? {};
    return { ...step, x, y, width, height };
  });
  const portOf = new Map(laid.children?.flatMap(({ ports = [] }) => ports.map((port) => [port.id, port] as const)));
  const stepOf = new Map(steps.map((step) => [step.id, step]));
  const laidEdges = new Map(laid.edges?.map((edge) => [edge.id, edge]));
  const edges = graph.edges.map((edge): PlacedEdge => {
    const { sections: [section] = [] } = laidEdges.get(edge.id) ?? {};
    const port = portOf.get(outPort(edge.from, edge.to));
    const [label] = port?.labels ?? [];
    const from = stepOf.get(edge.from);
    const points = section === undefined ? [] : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
    return {
      ...edge,
      points: finishRoute(points, from, stepOf.get(edge.to)),
      labelAt:
        label === undefined
          ? undefined
          : {
              x: (from?.x ?? 0) + (port?.x ?? 0) + (label.x ?? 0),
              y: (from?.y ?? 0) + (port?.y ?? 0) + (label.y ?? 0),
            },
    };
  });
  return {
    graph,
    steps,
    edges: settleLabels(edges, steps),
    bands: bandsOf(graph, stepOf),
    width: laid.width ?? 0,
    height: laid.height ?? 0,
  };
}

/** A flow from the model to its places. `previous`: the order in an earlier picture; a file is drawn without one. */
export function layoutFlow(
  flow: Flow,
  engine: LayoutEngine,
  { playbook, t, previous }: { readonly playbook: Playbook; readonly t: Translate; readonly previous?: Order },
): Promise<PlacedFlow> {
  return placeFlow(toGraph(flow, playbook, t), engine, previous);
}

export function orderOf({ steps }: PlacedFlow): Order {
  return new Map(steps.map(({ id, x, width }) => [id, x + width / 2]));
}

function toElk({ steps, edges }: FlowGraph, previous: Order | undefined): ElkNode {
  const ports = new Map(steps.map(({ id }) => [id, [] as ElkPort[]]));
  for (const { from, to, label, back } of edges) {
    ports.get(from)?.push(toPort(outPort(from, to), back ? 'EAST' : 'SOUTH', label));
    const into = inPort(to, back);
    const known = ports.get(to);
    if (known !== undefined && !known.some(({ id }) => id === into)) known.push(toPort(into, back ? 'EAST' : 'NORTH'));
  }
  return {
    id: 'root',
    layoutOptions: {
      ...elkOptions,
      'elk.layered.thoroughness': steps.length > 400 ? '1' : steps.length > 120 ? '3' : '7',
      ...(previous !== undefined && { 'elk.layered.crossingMinimization.semiInteractive': 'true' }),
    },
    children: inOrder(steps, edges, previous).map(({ id, row, width, height }, at) => ({
      id,
      x: 0,
      y: row * rowHeight,
      width,
      height,
      ports: ports.get(id) ?? [],
      layoutOptions: {
        ...elkNodeOptions,
        'elk.nodeSize.minimum': `(${Math.max(width, answersWidth(ports.get(id) ?? []))},${height})`,
        ...(isUneven(ports.get(id) ?? []) && elkUnevenOptions),
        ...(previous !== undefined && { 'elk.position': `(${at},${at})` }),
      },
    })),
    edges: edges.map(({ id, from, to, back }) => ({ id, sources: [outPort(from, to)], targets: [inPort(to, back)] })),
  };
}

/** More than any box is high: the engine reads rows from places. */
const rowHeight = 10_000;

/** Every way out leaves on its own; what comes in comes in together, loops at the right. No id of a step holds an arrow. */
const outPort = (from: string, to: string) => `${from}→${to}`;
const inPort = (to: string, back: boolean) => `→${to}${back ? '→' : ''}`;

/** Room for the answers below a decision, so that no line leaves it at its points. */
function answersWidth(ports: readonly ElkPort[]): number {
  const widths = ports.flatMap(({ labels: [label] = [], layoutOptions }) =>
    label !== undefined && layoutOptions?.['elk.port.side'] === 'SOUTH' ? [label.width + portGap] : [],
  );
  return widths.length < 3 ? 0 : widths.reduce((sum, width) => sum + width, 2 * (sizes.slant + 10));
}

/** Two ways down of which one is named: the engine would put the name on the wrong side when they change places. */
function isUneven(ports: readonly ElkPort[]): boolean {
  const down = ports.filter(({ layoutOptions }) => layoutOptions?.['elk.port.side'] === 'SOUTH');
  const named = down.filter(({ labels }) => labels !== undefined);
  return named.length > 0 && named.length < down.length;
}

function toPort(id: string, side: 'NORTH' | 'SOUTH' | 'EAST', label?: EdgeLabel): ElkPort {
  return {
    id,
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': side },
    ...(label !== undefined && { labels: [{ text: id, width: label.width, height: label.height }] }),
  };
}

/** By their earlier places; a new step right behind the one that leads to it. */
function inOrder(
  steps: readonly DrawnStep[],
  edges: readonly DrawnEdge[],
  previous: Order | undefined,
): readonly DrawnStep[] {
  if (previous === undefined) return steps;
  const before = new Map<string, string>();
  for (const { from, to, back } of edges) if (!back && !before.has(to)) before.set(to, from);
  const place = new Map<string, number>();
  // Steps stand behind those that lead to them, so a row of new ones finds its place one after the other.
  for (const { id } of steps) {
    const leads = place.get(before.get(id) ?? '');
    place.set(id, previous.get(id) ?? (leads === undefined ? Number.MAX_SAFE_INTEGER : leads + 0.5));
  }
  return [...steps].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
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
