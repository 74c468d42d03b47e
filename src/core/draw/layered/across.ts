import { join, type Place, toPlace } from './arcs';
import { joinBlocks, type Standing } from './blocks';
import type { Grid, Item, Order } from './grid';
import { besideGap, nameAside, type Shape } from './ports';
import { placeAlong } from './simplex';

/** Pixels between boxes, between a box and a line, between lines. */
export const gaps = { boxes: 32, boxLine: 16, lines: 12 } as const;

/** How much a box wants to stay where it was, and to be near the middle. A line that is not straight costs more. */
const staying = 3;
const centred = 1;
const straight = 8;
/** A flow of a thousand steps takes a tenth of it. */
const mostLooks = 5_000_000;

/** Places all from left to right so that lines are straight, those that matter most before others. Sets `x`. */
export function placeAcross({ rows }: Grid, shapes: ReadonlyMap<Item, Shape>, previous: Order | undefined): void {
  const standing = joinBlocks(rows);
  const blocks = new Set([...standing.values()].map(({ block }) => block));
  // What could stand here or there keeps to a line down the middle.
  const middle = toPlace();
  const places = [middle, ...[...blocks].map(({ place }) => place)];
  const pull = (a: Place, b: Place, offset: number, weight: number) => {
    const between = toPlace();
    places.push(between);
    // `a` and `offset` are to be `b`.
    join(between, a, -offset, weight);
    join(between, b, 0, weight);
  };

  for (const [from, others] of distances(rows, shapes, standing))
    for (const [to, length] of others) join(from, to, length, 0);
  for (const [item, { block, offset }] of standing) {
    for (const { lower, port, pull: weight } of item.below) {
      const end = standing.get(lower);
      if (end !== undefined && end.block !== block)
        pull(block.place, end.block.place, offset + port - end.offset, weight * straight);
    }
  }
  for (const { place, items } of blocks) {
    const boxes = items.filter(({ step }) => step !== undefined);
    const known = boxes.flatMap((item) => {
      const x = previous?.get(item.step?.id ?? '');
      return x === undefined ? [] : [Math.round(x - (standing.get(item)?.offset ?? 0))];
    });
    known.sort((a, b) => a - b);
    const x = known[known.length >> 1];
    if (x !== undefined) pull(middle, place, x, staying * known.length);
    else if (boxes.length > 0) pull(middle, place, 0, previous === undefined ? centred * boxes.length : 0.5);
  }
  placeAlong(places, mostLooks);
  for (const [item, { block, offset }] of standing) item.x = block.place.x + offset;
}

/** How far the places of blocks are apart at least. */
function distances(
  rows: Grid['rows'],
  shapes: ReadonlyMap<Item, Shape>,
  standing: ReadonlyMap<Item, Standing>,
): ReadonlyMap<Place, ReadonlyMap<Place, number>> {
  const found = new Map<Place, Map<Place, number>>();
  const keep = (left: Item, right: Item, apart: number) => {
    const from = standing.get(left);
    const to = standing.get(right);
    if (from === undefined || to === undefined) return;
    const known = found.get(from.block.place) ?? new Map<Place, number>();
    found.set(from.block.place, known);
    const length = apart + from.offset - to.offset;
    known.set(to.block.place, Math.max(length, known.get(to.block.place) ?? Number.NEGATIVE_INFINITY));
  };
  for (const row of rows) {
    for (const [at, item] of row.entries()) {
      const shape = shapes.get(item);
      const next = row[at + 1];
      if (shape !== undefined) keepBeside(item, shape, keep);
      if (next === undefined) continue;
      keep(item, next, apart(shape?.right, next, shapes));
      const last = item.beside.at(-1);
      // A line that turns up joins its own, where that is next to it.
      if (last !== undefined) keep(last, next, last.net === next.net ? 0 : apart(undefined, next, shapes));
    }
  }
  return found;
}

/** Right of a box: what turns up, each beyond the name of the one before, and what comes in from below. */
function keepBeside(box: Item, shape: Shape, keep: (left: Item, right: Item, apart: number) => void): void {
  let reach = shape.width / 2 + besideGap;
  for (const [at, item] of box.beside.entries()) {
    const before = box.beside[at - 1];
    const [link] = item.above;
    // What comes in from below passes beneath the names of what goes up, and beside those below the box.
    if (link === undefined) reach = Math.max(shape.width / 2 + besideGap, shape.rightBelow + gaps.lines);
    keep(box, item, reach);
    if (before !== undefined) keep(before, item, link === undefined ? 0 : gaps.lines);
    const width = link?.edge?.label?.width;
    if (width !== undefined) reach = Math.max(reach, shape.width / 2 + nameAside + width + nameAside);
  }
}

function apart(reach: number | undefined, next: Item, shapes: ReadonlyMap<Item, Shape>): number {
  const shape = shapes.get(next);
  if (shape === undefined) return reach === undefined ? gaps.lines : reach + gaps.boxLine;
  return shape.left + (reach === undefined ? gaps.boxLine : reach + gaps.boxes);
}
