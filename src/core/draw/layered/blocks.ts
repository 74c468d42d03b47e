import { type Place, toPlace } from './arcs';
import type { Item, Link } from './grid';

/** Items that stand below each other in a straight line: the main line, and each line that goes through several rows. */
export interface Block {
  readonly place: Place;
  readonly items: Item[];
}
export interface Standing {
  readonly block: Block;
  /** Pixels right of the block's place. */
  readonly offset: number;
}

/**
 * Joins what is to be straight, the main line first. Links that are joined never cross each other, so that blocks stand
 * left or right of each other in all rows alike.
 */
export function joinBlocks(rows: readonly (readonly Item[])[]): ReadonlyMap<Item, Standing> {
  const joined = new Map<Item, Link>();
  const taken = new Set<Item>();
  for (const row of rows) {
    const links = row.flatMap((item) => [item, ...item.beside]).flatMap(({ below }) => below);
    const kept: Link[] = [];
    for (const wanted of [({ spine }: Link) => spine, isThrough]) {
      for (const link of links) {
        if (!wanted(link) || joined.has(link.upper) || taken.has(link.lower)) continue;
        if (kept.some((other) => crosses(link, other))) continue;
        kept.push(link);
        joined.set(link.upper, link);
        taken.add(link.lower);
      }
    }
  }
  const standing = new Map<Item, Standing>();
  for (const item of rows.flat().flatMap((one) => [one, ...one.beside])) {
    if (taken.has(item)) continue;
    const block: Block = { place: toPlace(), items: [] };
    let offset = 0;
    for (let next: Item | undefined = item; next !== undefined; ) {
      block.items.push(next);
      standing.set(next, { block, offset });
      const link: Link | undefined = joined.get(next);
      offset += link?.port ?? 0;
      next = link?.lower;
    }
  }
  return standing;
}

const isThrough = ({ upper, lower }: Link) => upper.step === undefined && lower.step === undefined;

function crosses(a: Link, b: Link): boolean {
  return (a.upper.at - b.upper.at) * (a.lower.at - b.lower.at) <= 0;
}
