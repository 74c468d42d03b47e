import type { Point } from '../../src/core/draw/layout';
import type { PlacedFlow } from '../../src/core/draw/place';

interface Rect {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Everything that is wrong with a picture, in words. */
export function flaws(placed: PlacedFlow): string[] {
  const found: string[] = [];
  const boxes: Rect[] = placed.steps.map(({ id, x, y, width, height }) => ({ name: id, x, y, width, height }));
  const labels: Rect[] = placed.edges.flatMap(({ id, label, labelAt }) =>
    label === undefined || labelAt === undefined
      ? []
      : [{ name: `label ${id}`, ...labelAt, width: label.width, height: label.height }],
  );
  const all = [...boxes, ...labels];
  for (const [at, one] of all.entries()) {
    if (
      one.x < -0.5 ||
      one.y < -0.5 ||
      one.x + one.width > placed.width + 0.5 ||
      one.y + one.height > placed.height + 0.5
    )
      found.push(`${one.name} is outside the page`);
    for (const other of all.slice(at + 1)) if (overlap(one, other)) found.push(`${one.name} lies on ${other.name}`);
  }
  for (const edge of placed.edges) {
    if (edge.points.length < 2) found.push(`${edge.id} is not drawn`);
    for (const [at, from] of edge.points.slice(0, -1).entries()) {
      const to = edge.points[at + 1] as Point;
      if (Math.abs(from.x - to.x) > 0.01 && Math.abs(from.y - to.y) > 0.01) found.push(`${edge.id} is slanted`);
      const line = span(edge.id, from, to);
      if (
        line.x < -0.5 ||
        line.y < -0.5 ||
        line.x + line.width > placed.width + 0.5 ||
        line.y + line.height > placed.height + 0.5
      )
        found.push(`${edge.id} is outside the page`);
      const own = new Set([...(at === 0 ? [edge.from] : []), ...(at === edge.points.length - 2 ? [edge.to] : [])]);
      for (const box of boxes)
        if (!own.has(box.name) && overlap(line, box)) found.push(`${edge.id} runs through ${box.name}`);
    }
  }
  return found;
}

/** Labels that a line of another edge runs through. */
export function crossedLabels(placed: PlacedFlow): string[] {
  return placed.edges.flatMap((labelled) => {
    const { label, labelAt } = labelled;
    if (label === undefined || labelAt === undefined) return [];
    const rect = { name: labelled.id, ...labelAt, width: label.width, height: label.height };
    return placed.edges
      .filter((edge) => edge.points.slice(1).some((to, at) => overlap(span('', edge.points[at] as Point, to), rect)))
      .map((edge) => `${edge.id} runs through the label of ${labelled.id}`);
  });
}

export function crossings({ edges }: PlacedFlow): number {
  const lines = edges.flatMap((edge) =>
    edge.points.slice(1).map((to, at) => ({ edge, from: edge.points[at] as Point, to })),
  );
  const flat = lines.filter(({ from, to }) => from.y === to.y);
  const steep = lines.filter(({ from, to }) => from.x === to.x);
  let count = 0;
  for (const a of flat) {
    for (const b of steep) {
      if (a.edge.to === b.edge.to) continue;
      const [left, right] = [Math.min(a.from.x, a.to.x), Math.max(a.from.x, a.to.x)];
      const [top, bottom] = [Math.min(b.from.y, b.to.y), Math.max(b.from.y, b.to.y)];
      if (left < b.from.x && b.from.x < right && top < a.from.y && a.from.y < bottom) count++;
    }
  }
  return count;
}

function span(name: string, from: Point, to: Point): Rect {
  return {
    name,
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(from.x - to.x),
    height: Math.abs(from.y - to.y),
  };
}

/** More than a touch. */
function overlap(a: Rect, b: Rect): boolean {
  const touch = 0.5;
  return (
    a.x < b.x + b.width - touch &&
    b.x < a.x + a.width - touch &&
    a.y < b.y + b.height - touch &&
    b.y < a.y + a.height - touch
  );
}

export interface Movement {
  /** Mean pixels that the boxes that are in both moved, after the common shift is taken away. */
  readonly mean: number;
  /** The same from left to right alone: what is below an inserted step must move down. */
  readonly sideways: number;
  /** Share of pairs side by side that changed sides. */
  readonly flips: number;
}

export function movement(before: PlacedFlow, after: PlacedFlow): Movement {
  const later = new Map(after.steps.map((step) => [step.id, step]));
  const pairs = before.steps.flatMap((step) => {
    const other = later.get(step.id);
    return other === undefined ? [] : [{ step, dx: centre(other) - centre(step), dy: other.y - step.y, other }];
  });
  const { x: shiftX, y: shiftY } = commonShift(pairs.map(({ dx, dy }) => ({ x: dx, y: dy })));
  const mean = pairs.reduce((sum, { dx, dy }) => sum + Math.hypot(dx - shiftX, dy - shiftY), 0) / pairs.length;
  let sides = 0;
  let flipped = 0;
  for (const [at, a] of pairs.entries()) {
    for (const b of pairs.slice(at + 1)) {
      if (a.step.y >= b.step.y + b.step.height || b.step.y >= a.step.y + a.step.height) continue;
      sides++;
      if (Math.sign(centre(a.step) - centre(b.step)) !== Math.sign(centre(a.other) - centre(b.other))) flipped++;
    }
  }
  const sideways = pairs.reduce((sum, { dx }) => sum + Math.abs(dx - shiftX), 0) / pairs.length;
  return { mean, sideways, flips: sides === 0 ? 0 : flipped / sides };
}

const centre = ({ x, width }: { readonly x: number; readonly width: number }) => x + width / 2;

/** What all moved together: the shift that leaves the least of the movement (Weiszfeld's way to the geometric median). */
function commonShift(moves: readonly Point[]): Point {
  let best = { x: median(moves.map(({ x }) => x)), y: median(moves.map(({ y }) => y)) };
  for (let round = 0; round < 50; round++) {
    let [weight, x, y] = [0, 0, 0];
    for (const move of moves) {
      const w = 1 / Math.max(0.01, Math.hypot(move.x - best.x, move.y - best.y));
      weight += w;
      x += move.x * w;
      y += move.y * w;
    }
    best = { x: x / weight, y: y / weight };
  }
  return best;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
