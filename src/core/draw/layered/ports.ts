import type { LayoutEdge, LayoutStep } from '../layout';
import { sizes } from '../sizes';
import type { Grid, Item, Link } from './grid';

/** A box with the places of its lines and their names, from its upper middle. */
export interface Shape {
  readonly width: number;
  readonly height: number;
  /** From the middle: of the box and what is written beside its lines. */
  readonly left: number;
  readonly right: number;
  /** The same below the box alone. */
  readonly rightBelow: number;
  /** From the upper side down, with names below it. */
  readonly bottom: number;
  readonly names: ReadonlyMap<LayoutEdge, { readonly x: number; readonly y: number }>;
  /** Where lines leave at the right, from the upper side down, by the edge. */
  readonly exits: ReadonlyMap<LayoutEdge, number>;
  /** Where lines come in at the right. */
  readonly entry: number;
  /** How far right a line that leads to the step itself goes. */
  readonly circle: number;
}

/** Between two lines that leave a box side by side. */
const portGap = 24;
/** From the middle to a single line that leads aside. */
const leastAside = 40;
/** From a box's corner to the first line. */
const corner = sizes.slant + 6;
/** Between a line and its name; below a box. */
const nameGap = 2;
const nameBelow = 3;
/** From a box to the line that leads back beside it. */
export const besideGap = 20;
/** From a box to the name of such a line. */
export const nameAside = 6;

/**
 * The way on that goes furthest leaves in the middle, the others left and right of it. The first answer stands left of
 * its line and the others right of theirs, so that each is nearest to its own. Sets `port` of the links below.
 */
export function shapeOf(box: Item, grid: Grid): Shape {
  const { step } = box;
  if (step === undefined) throw new Error('Only boxes have a shape.');
  const down = [...box.below].sort((a, b) => a.lower.at - b.lower.at);
  const width = Math.max(step.width, spread(down, step.width));
  const below = namesBelow(down, width / 2);
  const aside = linesAside(box, step, width / 2, grid);
  const height = Math.max(step.height, aside.bottom);
  return {
    width,
    height,
    left: below.left,
    right: Math.max(below.right, aside.right),
    rightBelow: below.right,
    bottom: height + below.bottom,
    names: new Map([
      ...[...below.names].map(([edge, { x, y }]) => [edge, { x, y: height + y }] as const),
      ...aside.names,
    ]),
    exits: aside.exits,
    entry: aside.entry,
    circle: aside.circle,
  };
}

type Names = Map<LayoutEdge, { readonly x: number; readonly y: number }>;

/** What is written beside the lines that leave below, from the lower side down. */
function namesBelow(down: readonly Link[], half: number) {
  const names: Names = new Map();
  let [left, right, bottom] = [half, half, 0];
  for (const [at, { edge, port }] of down.entries()) {
    if (edge?.label === undefined) continue;
    const { width, height } = edge.label;
    const x = at === 0 && down.length > 1 ? port - nameGap - width : port + nameGap;
    names.set(edge, { x, y: nameBelow });
    left = Math.max(left, -x);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, nameBelow + height);
  }
  return { names, left, right, bottom };
}

/** Lines at the right, from the upper side down: what turns up, the inner one first; what goes round; what comes in. */
function linesAside(box: Item, step: LayoutStep, half: number, { elbows, circles }: Grid) {
  const names: Names = new Map();
  const exits = new Map<LayoutEdge, number>();
  const round = circles.get(step.id);
  const up = box.beside.flatMap((item) => item.above.flatMap(({ edge }) => (edge === undefined ? [] : [edge])));
  const isAlone = box.beside.length + (round === undefined ? 0 : 1) === 1;
  let [right, circle] = [half, 0];
  const isCentred = isAlone || (up.length === 1 && up[0]?.label === undefined);
  let y = isCentred ? step.height / 2 : Math.min(22, step.height / 3);
  for (const edge of up.filter(({ id }) => elbows.has(id))) {
    exits.set(edge, y);
    if (edge.label !== undefined) {
      names.set(edge, { x: half + nameAside, y: y + 4 });
      right = Math.max(right, half + nameAside + edge.label.width);
    }
    y += room(edge.label);
  }
  if (round !== undefined) {
    circle = half + besideGap;
    const exit = isAlone ? step.height / 3 : y;
    exits.set(round, exit);
    y = exit + Math.max(24, (round.label?.height ?? 0) + 4);
    right = Math.max(right, circle + 4 + (round.label?.width ?? 0));
    if (round.label !== undefined) names.set(round, { x: circle + 4, y: exit + 2 });
  }
  const entry = isAlone && round === undefined ? step.height / 2 : Math.max(y, 0.65 * step.height);
  const hasLines = box.beside.length > 0 || round !== undefined;
  const bottom = Math.max(
    ...[...names].map(([{ label }, at]) => at.y + (label?.height ?? 0)),
    (hasLines ? Math.max(entry, y - 8) : 0) + 8,
  );
  return { names, exits, right, circle, entry, bottom };
}

const room = (label: LayoutEdge['label']) => (label === undefined ? 16 : label.height + 12);

/** Places the lines below a box of this width; says how wide it has to be. */
function spread(down: readonly Link[], width: number): number {
  const main = down.reduce((best, link, at) => (link.pull > (down[best]?.pull ?? 0) ? at : best), 0);
  const places = [0];
  for (const [at, { edge }] of down.slice(0, -1).entries()) {
    // The first name stands on the other side; of two the one that leads aside leaves there, with its name below the box.
    const between = at === 0 ? 0 : (edge?.label?.width ?? 0) + nameGap + nameGap;
    const aside = down[1 - main]?.edge?.label?.width ?? 0;
    const wish = down.length === 2 ? Math.min(width / 2 - corner, width / 2 - aside - nameGap) : 0;
    places.push((places.at(-1) ?? 0) + Math.max(portGap, down.length === 2 ? leastAside : 0, between + 8, wish));
  }
  const span = places.at(-1) ?? 0;
  const half = Math.max(width, span + 2 * corner) / 2 - corner;
  // The main line in the middle, if all have room then.
  const first = Math.min(half - span, Math.max(-half, -(places[main] ?? 0)));
  for (const [at, link] of down.entries()) link.port = first + (places[at] ?? 0);
  return span + 2 * corner;
}
