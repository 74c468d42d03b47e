import type { Point } from './layout';
import type { PlacedEdge, PlacedStep } from './place';

interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/**
 * A label that the engine put on a box, on another label or on somebody else's line moves to the first free place beside
 * its own line; from the start, so that an answer stays near its question.
 */
export function settleLabels(edges: readonly PlacedEdge[], steps: readonly PlacedStep[]): readonly PlacedEdge[] {
  const taken = edges.flatMap((edge) => rectOf(edge) ?? []);
  const near = byHeight<Obstacle>();
  for (const rect of steps) near.add({ rect, edge: undefined });
  for (const edge of edges) {
    for (const [at, to] of edge.points.slice(1).entries()) near.add({ rect: between(edge.points[at] ?? to, to), edge });
  }
  for (const rect of taken) near.add({ rect, edge: undefined });
  const isFree = (rect: Rect, edge: PlacedEdge, own: Rect) =>
    !near.at(rect).some((other) => other.rect !== own && other.edge !== edge && overlap(rect, other.rect));
  let index = 0;
  return edges.map((edge) => {
    if (edge.label === undefined || edge.labelAt === undefined) return edge;
    const at = index++;
    const own = taken[at];
    if (own === undefined || isFree(own, edge, own)) return edge;
    const better = placesBeside(edge.points, own).find((rect) => isFree(rect, edge, own));
    if (better === undefined) return edge;
    near.add({ rect: better, edge: undefined });
    return { ...edge, labelAt: { x: better.x, y: better.y } };
  });
}

/** What a label may not lie on: a box, a label, a line with its edge. */
interface Obstacle {
  readonly rect: Rect;
  readonly edge: PlacedEdge | undefined;
}

/** Things by where they are on a long page, so that each looks at its neighbours alone. */
function byHeight<T extends { readonly rect: Rect }>() {
  const slice = 200;
  const slices = new Map<number, T[]>();
  const range = ({ y, height }: Rect) => [Math.floor(y / slice), Math.floor((y + height) / slice)] as const;
  return {
    add(thing: T) {
      const [from, to] = range(thing.rect);
      for (let at = from; at <= to; at++) {
        const known = slices.get(at);
        if (known === undefined) slices.set(at, [thing]);
        else known.push(thing);
      }
    },
    at(rect: Rect): readonly T[] {
      const [from, to] = range(rect);
      const found: T[] = [];
      for (let at = from; at <= to; at++) found.push(...(slices.get(at) ?? []));
      return found;
    },
  };
}

function rectOf({ label, labelAt }: PlacedEdge): Rect | undefined {
  if (label === undefined || labelAt === undefined) return undefined;
  return { ...labelAt, width: label.width, height: label.height };
}

const gap = 3;

/** Right and left of what runs down, above and below what runs across, a few steps along each stretch. */
function* candidates(points: readonly Point[], { width, height }: Rect): Generator<Rect> {
  for (const [at, to] of points.slice(1).entries()) {
    const from = points[at] ?? to;
    for (const share of [0, 0.25, 0.5, 0.75]) {
      const x = from.x + (to.x - from.x) * share;
      const y = from.y + (to.y - from.y) * share;
      if (from.x === to.x) {
        const top = to.y > from.y ? y + gap : y - gap - height;
        yield { x: x + gap, y: top, width, height };
        yield { x: x - gap - width, y: top, width, height };
      } else {
        const left = to.x > from.x ? x + gap : x - gap - width;
        yield { x: left, y: y - gap - height, width, height };
        yield { x: left, y: y + gap, width, height };
      }
    }
  }
}

const placesBeside = (points: readonly Point[], rect: Rect) => [...candidates(points, rect)];

function between(a: Point, b: Point): Rect {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
