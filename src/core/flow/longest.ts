import { findComponents } from './components';
import { type Links, numberAt, reversed, shortestWay } from './links';
import { cycleThrough } from './structure';

/** The longest ways from where one may begin. */
export interface Longest {
  /** By thing: the most that has passed when it begins; Infinity where a loop is on a way to it, -Infinity where no way leads. */
  readonly before: Float64Array;
  /** One way that takes so long, with a loop gone round once. */
  wayTo(thing: number): readonly number[];
}

/** Parts of the graph that one can go round in are taken together, so that each link is looked at once. */
export function findLongest(links: Links, sources: readonly number[], cost: (thing: number) => number): Longest {
  const { of, cyclic, order } = findComponents(links);
  const before = new Float64Array(links.count).fill(Number.NEGATIVE_INFINITY);
  const cameFrom = new Int32Array(links.count).fill(-1);
  for (const source of sources) before[source] = 0;

  const goesRound = (thing: number) => cyclic[numberAt(of, thing)] === 1;
  for (let first = 0; first < order.length; ) {
    const part = of[numberAt(order, first)];
    let end = first;
    let entered = false;
    for (; end < order.length && of[numberAt(order, end)] === part; end++) {
      entered ||= before[numberAt(order, end)] !== Number.NEGATIVE_INFINITY;
    }
    for (let at = first; entered && at < end; at++) {
      const thing = numberAt(order, at);
      if (goesRound(thing)) before[thing] = Number.POSITIVE_INFINITY;
      const after = numberAt(before, thing) + cost(thing);
      for (let place = numberAt(links.offsets, thing); place < numberAt(links.offsets, thing + 1); place++) {
        const target = numberAt(links.targets, place);
        if (after <= numberAt(before, target)) continue;
        before[target] = after;
        cameFrom[target] = thing;
      }
    }
    first = end;
  }

  const wayTo = (thing: number): readonly number[] => {
    if (before[thing] !== Number.POSITIVE_INFINITY) {
      const way: number[] = [];
      for (let at = thing; at >= 0; at = numberAt(cameFrom, at)) way.push(at);
      return way.reverse();
    }
    const isEndless = (at: number) => before[at] === Number.POSITIVE_INFINITY;
    const out = (shortestWay(reversed(links), [thing], goesRound, isEndless) ?? [thing]).reverse();
    const knot = numberAt(out, 0);
    const into = shortestWay(links, sources, (at) => at === knot) ?? [knot];
    return [...into, ...cycleThrough(links, knot, (at) => of[at] === of[knot]).slice(1), ...out];
  };
  return { before, wayTo };
}
