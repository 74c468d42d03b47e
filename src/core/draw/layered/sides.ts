import type { Item } from './grid';
import type { Rows } from './rows';

/** Things that go to another side of the main line together, by row. */
type Block = ReadonlyMap<number, readonly Item[]>;

/**
 * A side branch, or a long line, moves as a whole to the side and distance of the main line where lines cross least: no
 * change of two neighbours in one row leads there. `mayStand`: whether a row is allowed.
 */
export function changeSides(rows: Rows, blocks: readonly Block[], mayStand: (row: readonly Item[]) => boolean): void {
  for (const block of blocks) {
    if (![...block.keys()].some((at) => rows.isCrossed(at))) continue;
    const before = [...block.keys()].map((at) => [at, [...(rows.all[at] ?? [])]] as const);
    const isWide = [...block.values()].some(({ length }) => length > 1);
    let best = before;
    let least = rows.count;
    for (const side of sides) {
      if (side.turned && !isWide) continue;
      const tried = before.map(([at, row]) => [at, moved(row, block.get(at) ?? [], side)] as const);
      if (!tried.every(([, row]) => mayStand(row))) continue;
      rows.put(tried);
      if (rows.count >= least) continue;
      least = rows.count;
      best = tried;
    }
    rows.put(best);
  }
}

const sides = ['first', 'before', 'behind', 'last'].flatMap((place) => [
  { place, turned: false },
  { place, turned: true },
]);

function moved(row: readonly Item[], block: readonly Item[], { place, turned }: (typeof sides)[number]): Item[] {
  const inside = new Set(block);
  const own = row.filter((item) => inside.has(item));
  if (turned) own.reverse();
  const rest = row.filter((item) => !inside.has(item));
  const spine = rest.findIndex(onSpine);
  const at =
    place === 'first' || (place === 'before' && spine < 0)
      ? 0
      : place === 'last' || spine < 0
        ? rest.length
        : spine + (place === 'behind' ? 1 : 0);
  return [...rest.slice(0, at), ...own, ...rest.slice(at)];
}

const onSpine = ({ above, below }: Item) => above.some(({ spine }) => spine) || below.some(({ spine }) => spine);

/** Long lines, each by itself, and what hangs together when the main line is taken away. */
export function blocksOf(rows: readonly (readonly Item[])[]): readonly Block[] {
  const owner = new Map<Item, Item>();
  for (const item of rows.flat()) {
    owner.set(item, item);
    for (const other of item.beside) owner.set(other, item);
  }
  const seen = new Set<Item>();
  const blocks: Block[] = [];
  const collect = (start: Item, mayGo: (item: Item) => boolean) => {
    const found: Item[] = [];
    const stack = [start];
    const inside = new Set(stack);
    for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
      found.push(item);
      for (const one of [item, ...item.beside]) {
        for (const next of [...one.above.map(({ upper }) => upper), ...one.below.map(({ lower }) => lower)]) {
          const other = owner.get(next) ?? next;
          if (inside.has(other) || !mayGo(other)) continue;
          inside.add(other);
          stack.push(other);
        }
      }
    }
    const byRow = new Map<number, Item[]>();
    for (const item of found) byRow.set(item.row, [...(byRow.get(item.row) ?? []), item]);
    blocks.push(byRow);
    return inside;
  };
  const lines = new Set<Item>();
  for (const item of rows.flat()) {
    if (!seen.has(item) && !onSpine(item)) for (const other of collect(item, (next) => !onSpine(next))) seen.add(other);
    if (item.step === undefined && !lines.has(item))
      for (const other of collect(item, (next) => next.step === undefined && next.net === item.net)) lines.add(other);
  }
  return blocks;
}
