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
  const taken: Rect[] = edges.flatMap((edge) => rectOf(edge) ?? []);
  const lines = edges.flatMap((edge) =>
    edge.points.slice(1).map((to, at) => ({ edge, rect: between(edge.points[at] ?? to, to) })),
  );
  const isFree = (rect: Rect, edge: PlacedEdge, own: Rect) =>
    !steps.some((step) => overlap(rect, step)) &&
    !taken.some((other) => other !== own && overlap(rect, other)) &&
    !lines.some((line) => line.edge !== edge && overlap(rect, line.rect));
  let index = 0;
  return edges.map((edge) => {
    if (edge.label === undefined || edge.labelAt === undefined) return edge;
    const at = index++;
    const own = taken[at];
    if (own === undefined || isFree(own, edge, own)) return edge;
    const better = placesBeside(edge.points, own).find((rect) => isFree(rect, edge, own));
    if (better === undefined) return edge;
    taken[at] = better;
    return { ...edge, labelAt: { x: better.x, y: better.y } };
  });
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
