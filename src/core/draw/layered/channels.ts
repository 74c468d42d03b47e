import { gaps } from './across';
import type { Item, Link, Net } from './grid';

/** The lines of one net between two rows: they meet on one level. */
interface Wire {
  readonly net: Net;
  /** Where its lines come from above and where they go below. */
  readonly tops: readonly number[];
  readonly bottoms: readonly number[];
  readonly left: number;
  readonly right: number;
  /** From the top, of where it runs across. */
  level: number;
}

/** How the lines between two rows run: on which level each runs across, where it does. */
export interface Channel {
  readonly levels: number;
  /** Where a line of this net runs across: one stretch or, where two nets are in each other's way, two. */
  readonly across: ReadonlyMap<Net, Crossing>;
}
export interface Crossing {
  readonly level: number;
  /** On which x it goes on down to a second level. */
  readonly turn?: { readonly x: number; readonly level: number };
}

/** Lines nearer to each other than this run into one. */
const touching = 8;

export function planChannel(row: readonly Item[]): Channel {
  const wires = wiresOf(row);
  const placed: Wire[] = [];
  const turns = new Map<Net, { readonly x: number; readonly upper: Wire; readonly lower: Wire }>();
  const waiting = new Waiting(wires.filter(({ left, right }) => right - left > 0.01));
  for (let next = waiting.take(); next !== undefined; next = waiting.take()) {
    if (!next.isHeld || turns.has(next.wire.net)) {
      settle(next.wire, placed);
      continue;
    }
    // Each has to be above another: one goes down in two steps, at a place where nothing else does.
    const { net, tops, bottoms } = next.wire;
    const x = freePlace(next.wire, wires);
    const upper = toWire(net, tops, [x]);
    const lower = toWire(net, [x], bottoms);
    settle(upper, placed);
    waiting.add(lower);
    turns.set(net, { x, upper, lower });
  }
  const across = new Map<Net, Crossing>(placed.map(({ net, level }) => [net, { level }]));
  for (const [net, { x, upper, lower }] of turns)
    across.set(net, { level: upper.level, turn: { x, level: lower.level } });
  return { levels: 1 + Math.max(-1, ...placed.map(({ level }) => level)), across };
}

/** Wires that have no level yet, and what it costs when one of them is above all others. */
class Waiting {
  private readonly entries: { readonly wire: Wire; holders: number; cost: number }[] = [];

  constructor(wires: readonly Wire[]) {
    for (const wire of wires) this.add(wire);
  }

  add(wire: Wire): void {
    const entry = { wire, holders: 0, cost: 0 };
    for (const other of this.entries) this.compare(entry, other, 1);
    this.entries.push(entry);
  }

  /** The best one; `isHeld` where each has another that must be above it. */
  take(): { readonly wire: Wire; readonly isHeld: boolean } | undefined {
    const [first] = this.entries;
    if (first === undefined) return undefined;
    const free = this.entries.filter(({ holders }) => holders === 0);
    const from = free.length > 0 ? free : this.entries;
    const best = from.reduce((least, entry) => (entry.cost < least.cost ? entry : least), from[0] ?? first);
    this.entries.splice(this.entries.indexOf(best), 1);
    for (const other of this.entries) this.compare(best, other, -1);
    return { wire: best.wire, isHeld: best.holders > 0 };
  }

  private compare(a: (typeof this.entries)[number], b: (typeof this.entries)[number], sign: 1 | -1): void {
    if (a.wire.right + touching < b.wire.left || b.wire.right + touching < a.wire.left) return;
    if (mustBeAbove(a.wire, b.wire)) b.holders += sign;
    if (mustBeAbove(b.wire, a.wire)) a.holders += sign;
    const more = crossed(a.wire, b.wire) - crossed(b.wire, a.wire);
    if (more > 0) a.cost += sign * more;
    else b.cost -= sign * more;
  }
}

function wiresOf(row: readonly Item[]): readonly Wire[] {
  const ends = new Map<Net, { readonly tops: number[]; readonly bottoms: number[] }>();
  for (const item of row.flatMap((one) => [one, ...one.beside])) {
    for (const { net, lower, port } of item.below) {
      const known = ends.get(net) ?? { tops: [], bottoms: [] };
      ends.set(net, known);
      known.tops.push(item.x + port);
      known.bottoms.push(lower.x);
    }
  }
  return [...ends].map(([net, { tops, bottoms }]) => toWire(net, [...new Set(tops)], [...new Set(bottoms)]));
}

function toWire(net: Net, tops: readonly number[], bottoms: readonly number[]): Wire {
  const all = [...tops, ...bottoms];
  return { net, tops, bottoms, left: Math.min(...all), right: Math.max(...all), level: 0 };
}

/** Where the one comes from above, the other goes down: they would run into one line. */
function mustBeAbove(upper: Wire, lower: Wire): boolean {
  return upper.tops.some((top) => lower.bottoms.some((bottom) => Math.abs(top - bottom) < touching));
}

/** How often two wires cross when the first runs above the second. */
function crossed(upper: Wire, lower: Wire): number {
  let count = 0;
  for (const x of upper.bottoms) if (lower.left < x && x < lower.right) count++;
  for (const x of lower.tops) if (upper.left < x && x < upper.right) count++;
  return count;
}

function settle(wire: Wire, placed: Wire[]): void {
  wire.level = 0;
  for (const other of placed) {
    const apart = other.right + gaps.lines <= wire.left || wire.right + gaps.lines <= other.left;
    if (!apart || mustBeAbove(other, wire)) wire.level = Math.max(wire.level, other.level + 1);
  }
  placed.push(wire);
}

/** Near the wire, and not where another goes up or down. */
function freePlace(wire: Wire, wires: readonly Wire[]): number {
  const taken = wires.flatMap(({ tops, bottoms }) => [...tops, ...bottoms]);
  const middle = (wire.left + wire.right) / 2;
  const places = taken.flatMap((x) => [x + gaps.lines, x - gaps.lines]);
  const free = places.filter((x) => x >= 0 && taken.every((other) => Math.abs(other - x) >= touching));
  free.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return free[0] ?? wire.right + gaps.lines;
}

/** The points of a link from its upper end to its lower, both left out where the line is straight. */
export function pointsBetween(
  { upper, lower, net, port }: Link,
  { across }: Channel,
  yOf: (level: number) => number,
): readonly { readonly x: number; readonly y: number }[] {
  const from = upper.x + port;
  const crossing = across.get(net);
  if (crossing === undefined) return [];
  const y = yOf(crossing.level);
  if (crossing.turn === undefined) {
    if (Math.abs(from - lower.x) < 0.01) return [];
    return [
      { x: from, y },
      { x: lower.x, y },
    ];
  }
  const below = yOf(crossing.turn.level);
  return [
    { x: from, y },
    { x: crossing.turn.x, y },
    { x: crossing.turn.x, y: below },
    { x: lower.x, y: below },
  ];
}
