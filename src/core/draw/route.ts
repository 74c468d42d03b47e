import type { Point } from './layout';
import type { PlacedStep } from './place';
import { insetAt, rightInsetAt } from './shapes';

/** The layout ends lines at the boxes; they go on to the outlines. Points that change no direction are left out. */
export function finishRoute(
  points: readonly Point[],
  from: PlacedStep | undefined,
  to: PlacedStep | undefined,
): readonly Point[] {
  const route = points.map((point, at) => {
    if (at === 0 && from !== undefined) return onOutline(point, from);
    if (at === points.length - 1 && to !== undefined) return onOutline(point, to);
    return point;
  });
  return route.filter((point, at) => {
    const before = route[at - 1];
    const after = route[at + 1];
    return before === undefined || after === undefined || !isStraight(before, point, after);
  });
}

function onOutline({ x, y }: Point, step: PlacedStep): Point {
  if (Math.abs(y - step.y) < 1) return { x, y: step.y + insetAt(step.kind, step, x, 'top') };
  const bottom = step.y + step.height;
  if (Math.abs(y - bottom) < 1) return { x, y: bottom - insetAt(step.kind, step, x, 'bottom') };
  if (Math.abs(x - step.x - step.width) < 1) return { x: x - rightInsetAt(step.kind, step, y), y };
  return { x, y };
}

function isStraight(a: Point, b: Point, c: Point): boolean {
  return (a.x === b.x && b.x === c.x) || (a.y === b.y && b.y === c.y);
}

/** Path data with small round corners that stops `short` of its end. */
export function pathOf(points: readonly Point[], short: number): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let d = `M${at(first)}`;
  let from = first;
  for (const [index, point] of rest.entries()) {
    const next = rest[index + 1];
    if (next === undefined) {
      d += `L${at(toward(point, from, Math.min(short, distance(from, point))))}`;
      break;
    }
    const radius = Math.min(8, distance(from, point) / 2, distance(point, next) / 2);
    d += `L${at(toward(point, from, radius))}Q${at(point)} ${at(toward(point, next, radius))}`;
    from = point;
  }
  return d;
}

/** The head of an arrow that ends at the last point. */
export function arrowOf(points: readonly Point[], length: number): string {
  const end = points.at(-1);
  const before = points.at(-2);
  if (end === undefined || before === undefined) return '';
  const back = toward(end, before, length);
  const dx = (end.y - back.y) * 0.45;
  const dy = (back.x - end.x) * 0.45;
  return `M${at(end)}L${at({ x: back.x + dx, y: back.y + dy })}L${at({ x: back.x - dx, y: back.y - dy })}Z`;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function toward(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}

const at = ({ x, y }: Point) => `${round(x)},${round(y)}`;

/** A hundredth of a pixel: bytes that no rounding of the engine changes. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
