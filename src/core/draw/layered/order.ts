import type { Grid, Item, Order } from './grid';
import { pairCost, Rows } from './rows';
import { blocksOf, changeSides } from './sides';

/**
 * Puts the items of each row in an order in which lines cross seldom: by the middle of their neighbours, down and up, by
 * changes of two that stand side by side, and by whole branches that change sides. Boxes that were there before keep
 * their order.
 */
export function orderRows(grid: Grid, previous: Order | undefined): void {
  const links = grid.rows.flat().reduce((sum, { below }) => sum + below.length, 0);
  const isLarge = links > 4000;
  const rounds = links > 20_000 ? 1 : isLarge ? 2 : 12;
  const blocks = isLarge ? [] : blocksOf(grid.rows);
  const mayStand = (row: readonly Item[]) => previous === undefined || isKept(row, previous);
  let best: { readonly orders: readonly (readonly Item[])[]; readonly count: number } | undefined;
  for (const start of previous === undefined ? [firstFound, lastFound] : [asBefore(previous)]) {
    start(grid.rows);
    const rows = new Rows(grid.rows);
    for (let round = 0, idle = 0; round <= rounds && idle < 3; round++) {
      if (round > 0) sweep(rows, round % 2 === 1, previous);
      exchange(rows, previous, isLarge ? 2 : 8);
      if (rows.count > 0) changeSides(rows, blocks, mayStand);
      idle++;
      if (best !== undefined && rows.count >= best.count) continue;
      idle = 0;
      best = { orders: rows.copy(), count: rows.count };
      if (best.count === 0) break;
    }
    if (best?.count === 0) break;
  }
  new Rows(grid.rows).put((best?.orders ?? []).entries());
}

/** As a walk from the top finds them, ways on in the order of the file. */
const firstFound = (rows: Item[][]) => walk(rows, false);
const lastFound = (rows: Item[][]) => walk(rows, true);

function walk(rows: Item[][], turned: boolean): void {
  const found = new Map<Item, number>();
  const stack = rows.flat().reverse();
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    // What leads back keeps right: it waits until all boxes have their places.
    if (found.has(item) || item.net?.back) continue;
    found.set(item, found.size);
    for (const { lower } of turned ? item.below : [...item.below].reverse()) stack.push(lower);
  }
  const last = Number.MAX_SAFE_INTEGER;
  for (const row of rows) row.sort((a, b) => (found.get(a) ?? last) - (found.get(b) ?? last));
}

/** By their earlier places; what is new between its neighbours. */
function asBefore(previous: Order): (rows: Item[][]) => void {
  return (rows) => {
    const places = new Map<Item, number>();
    for (const down of [true, false, true]) {
      for (const row of down ? rows : [...rows].reverse()) {
        for (const item of row) {
          const place = placeOf(item, previous) ?? meanOfNeighbours(item, places);
          if (place === undefined) continue;
          places.set(item, place);
          for (const other of item.beside) places.set(other, place + beside);
        }
      }
    }
    const last = Number.MAX_SAFE_INTEGER;
    for (const row of rows) row.sort((a, b) => (places.get(a) ?? last) - (places.get(b) ?? last));
  };
}

/** About where lines that lead back run, right of the middle of a box. */
const beside = 150;

function meanOfNeighbours({ above, below }: Item, places: ReadonlyMap<Item, number>): number | undefined {
  const near = [...above.map(({ upper }) => upper), ...below.map(({ lower }) => lower)];
  const known = near.flatMap((item) => places.get(item) ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, place) => sum + place, 0) / known.length;
}

/** Each row by the row above on the way down, by the row below on the way up. What has no neighbours there stays. */
function sweep(rows: Rows, down: boolean, previous: Order | undefined): void {
  const places = [...rows.all.keys()];
  for (const at of down ? places : places.reverse()) {
    const row = rows.all[at] ?? [];
    if (row.length < 2) continue;
    const wishes = new Map(row.map((item) => [item, middle(item, down)]));
    const wish = (item: Item) => wishes.get(item);
    const order = sortSome(row, wish);
    rows.put([[at, previous === undefined ? order : sortSome(order, (item) => placeOf(item, previous))]]);
  }
}

/** Sorts those that have a key among themselves. */
function sortSome(row: readonly Item[], keyOf: (item: Item) => number | undefined): Item[] {
  const some = row.filter((item) => keyOf(item) !== undefined);
  some.sort((a, b) => (keyOf(a) ?? 0) - (keyOf(b) ?? 0));
  let next = 0;
  return row.map((item) => (keyOf(item) === undefined ? item : (some[next++] ?? item)));
}

function middle(item: Item, down: boolean): number | undefined {
  const own = down ? item.above : item.below;
  const links = own.length > 0 ? own : item.beside.flatMap((other) => (down ? other.above : other.below));
  let weight = 0;
  let sum = 0;
  for (const { upper, lower, edges } of links) {
    weight += edges;
    // Ways on of one box keep the order of the file where nothing else tells.
    sum += edges * (down ? upper.at + upper.below.findIndex((link) => link.lower === lower) * 0.001 : lower.at);
  }
  return weight === 0 ? undefined : sum / weight;
}

const placeOf = ({ step }: Item, previous: Order) => (step === undefined ? undefined : previous.get(step.id));

function isKept(row: readonly Item[], previous: Order): boolean {
  const known = row.flatMap((item) => placeOf(item, previous) ?? []);
  return known.every((place, at) => at === 0 || (known[at - 1] ?? 0) <= place);
}

/** Two side by side change places where lines then cross less often. */
function exchange(rows: Rows, previous: Order | undefined, most: number): void {
  const isKnown = (item: Item) => previous !== undefined && placeOf(item, previous) !== undefined;
  let better = true;
  for (let pass = 0; better && pass < most; pass++) {
    better = false;
    for (const [index, row] of rows.all.entries()) {
      if (row.length < 2 || !rows.isCrossed(index)) continue;
      for (let at = 0; at + 1 < row.length; at++) {
        const [left, right] = [row[at], row[at + 1]];
        if (left === undefined || right === undefined || (isKnown(left) && isKnown(right))) continue;
        if (pairCost(left, right) <= 0) continue;
        rows.put([[index, [...row.slice(0, at), right, left, ...row.slice(at + 2)]]]);
        better = true;
      }
    }
  }
}
