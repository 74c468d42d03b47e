import type { Item } from './grid';

/** The rows in their present order, and how often lines cross below each. */
export class Rows {
  /** In all. */
  count: number;
  private readonly counts: number[];

  constructor(readonly all: Item[][]) {
    for (const row of all) number(row);
    this.counts = all.map(countBelow);
    this.count = this.counts.reduce((sum, count) => sum + count, 0);
  }

  /** Whether lines cross above or below a row. */
  isCrossed(at: number): boolean {
    return (this.counts[at - 1] ?? 0) > 0 || (this.counts[at] ?? 0) > 0;
  }

  copy(): readonly (readonly Item[])[] {
    return this.all.map((row) => [...row]);
  }

  /** New orders of some rows. */
  put(orders: Iterable<readonly [number, readonly Item[]]>): void {
    const touched = new Set<number>();
    for (const [at, order] of orders) {
      const row = this.all[at];
      if (row === undefined || row.every((item, place) => item === order[place])) continue;
      for (const [place, item] of order.entries()) row[place] = item;
      number(row);
      touched.add(at - 1).add(at);
    }
    for (const at of touched) {
      const now = countBelow(this.all[at] ?? []);
      this.count += now - (this.counts[at] ?? 0);
      if (at >= 0) this.counts[at] = now;
    }
  }
}

function number(row: readonly Item[]): void {
  let at = 0;
  for (const item of row) {
    item.at = at++;
    if (item.beside.length === 0) continue;
    // Of what turns up, the one that goes furthest left is next to the box; what comes in from below is last.
    if (item.beside.length > 1) item.beside.sort((a, b) => aim(a) - aim(b));
    for (const other of item.beside) other.at = at++;
  }
}

const aim = ({ above: [link] }: Item) => link?.upper.at ?? Number.MAX_SAFE_INTEGER;

/** Pairs of lines that change sides below a row; lines of several edges count as often. */
function countBelow(row: readonly Item[]): number {
  const starts: number[] = [];
  const ends: number[] = [];
  const edges: number[] = [];
  for (const item of row) {
    for (let one: Item | undefined = item, next = 0; one !== undefined; one = item.beside[next++]) {
      for (const link of one.below) {
        starts.push(one.at);
        ends.push(link.lower.at);
        edges.push(link.edges);
      }
    }
  }
  return starts.length <= 32 ? countPairs(starts, ends, edges) : countTree(starts, ends, edges);
}

function countPairs(starts: readonly number[], ends: readonly number[], edges: readonly number[]): number {
  let count = 0;
  for (let a = 1; a < starts.length; a++) {
    const end = ends[a] ?? 0;
    for (let b = 0; b < a; b++) {
      if ((ends[b] ?? 0) > end && starts[b] !== starts[a]) count += (edges[a] ?? 0) * (edges[b] ?? 0);
    }
  }
  return count;
}

/** The same in less time for many: sums of what is further left, in a tree (Barth, Jünger and Mutzel, 2002). */
function countTree(starts: readonly number[], ends: readonly number[], edges: readonly number[]): number {
  const most = ends.reduce((far, end) => Math.max(far, end), 0) + 1;
  const tree = new Array<number>(most + 1).fill(0);
  let count = 0;
  for (let end = starts.length; end > 0; ) {
    let begin = end - 1;
    while (begin > 0 && starts[begin - 1] === starts[begin]) begin--;
    for (let one = begin; one < end; one++) {
      for (let at = ends[one] ?? 0; at > 0; at -= at & -at) count += (edges[one] ?? 0) * (tree[at] ?? 0);
    }
    for (let one = begin; one < end; one++) {
      for (let at = (ends[one] ?? 0) + 1; at <= most; at += at & -at) tree[at] = (tree[at] ?? 0) + (edges[one] ?? 0);
    }
    end = begin;
  }
  return count;
}

/** How much oftener the lines of two neighbours cross when the first stands left of the second than the other way. */
export function pairCost(left: Item, right: Item): number {
  let cost = 0;
  for (const a of together(left)) {
    for (const b of together(right)) {
      for (const one of a.above) {
        for (const other of b.above) cost += Math.sign(one.upper.at - other.upper.at) * one.edges * other.edges;
      }
      for (const one of a.below) {
        for (const other of b.below) cost += Math.sign(one.lower.at - other.lower.at) * one.edges * other.edges;
      }
    }
  }
  return cost;
}

const together = (item: Item) => (item.beside.length === 0 ? [item] : [item, ...item.beside]);
