/** Who follows whom, among things numbered from 0: those behind `i` are `targets[offsets[i]]` up to `targets[offsets[i + 1]]`. */
export interface Links {
  readonly count: number;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  /** Of each target, its place in the lists that the links were built from. */
  readonly origin: Int32Array;
}

/** Links from two lists of equal length; those of one thing keep their order. */
export function toLinks(count: number, from: ArrayLike<number>, to: ArrayLike<number>): Links {
  const offsets = new Int32Array(count + 1);
  for (let at = 0; at < from.length; at++)
    offsets[numberAt(from, at) + 1] = numberAt(offsets, numberAt(from, at) + 1) + 1;
  for (let at = 0; at < count; at++) offsets[at + 1] = numberAt(offsets, at + 1) + numberAt(offsets, at);
  const next = offsets.slice(0, count);
  const targets = new Int32Array(from.length);
  const origin = new Int32Array(from.length);
  for (let at = 0; at < from.length; at++) {
    const place = numberAt(next, numberAt(from, at));
    next[numberAt(from, at)] = place + 1;
    targets[place] = numberAt(to, at);
    origin[place] = at;
  }
  return { count, offsets, targets, origin };
}

/** The same links the other way round. */
export function reversed({ count, offsets, targets }: Links): Links {
  const from = new Int32Array(targets.length);
  for (let at = 0; at < count; at++) from.fill(at, numberAt(offsets, at), numberAt(offsets, at + 1));
  return toLinks(count, targets, from);
}

/** The number at a place that is known to exist; 0 elsewhere. */
export function numberAt(numbers: ArrayLike<number>, place: number): number {
  return numbers[place] ?? 0;
}

/** Calls `visit` for each thing behind `of`. */
export function eachTarget({ offsets, targets }: Links, of: number, visit: (target: number) => void): void {
  for (let at = numberAt(offsets, of); at < numberAt(offsets, of + 1); at++) visit(numberAt(targets, at));
}

/** All that can be reached from `sources`, themselves included, going only where `allowed`. */
export function closure(
  links: Links,
  sources: Iterable<number>,
  allowed: (target: number) => boolean = () => true,
): Uint8Array {
  const seen = new Uint8Array(links.count);
  const open: number[] = [];
  const visit = (target: number) => {
    if (seen[target] === 1 || !allowed(target)) return;
    seen[target] = 1;
    open.push(target);
  };
  for (const source of sources) visit(source);
  for (let next = open.pop(); next !== undefined; next = open.pop()) eachTarget(links, next, visit);
  return seen;
}

/**
 * A shortest way from one of `sources` to a thing that is a `goal`, over things that are `allowed` and past those only
 * that are `passable`. A source that is a goal is a way of its own.
 */
export function shortestWay(
  links: Links,
  sources: Iterable<number>,
  goal: (at: number) => boolean,
  allowed: (target: number) => boolean = () => true,
  passable: (at: number) => boolean = () => true,
): number[] | undefined {
  const cameFrom = new Int32Array(links.count).fill(-2);
  const queue: number[] = [];
  for (const source of sources) {
    if (numberAt(cameFrom, source) !== -2 || !allowed(source)) continue;
    cameFrom[source] = -1;
    queue.push(source);
  }
  for (let head = 0; head < queue.length; head++) {
    const at = numberAt(queue, head);
    if (goal(at)) {
      const way: number[] = [];
      for (let back = at; back >= 0; back = numberAt(cameFrom, back)) way.push(back);
      return way.reverse();
    }
    if (!passable(at)) continue;
    eachTarget(links, at, (target) => {
      if (cameFrom[target] !== -2 || !allowed(target)) return;
      cameFrom[target] = at;
      queue.push(target);
    });
  }
  return undefined;
}

/** Shortest ways from one of `sources` to everything. */
export function shortestWays(links: Links, sources: Iterable<number>): { to(thing: number): number[] } {
  const cameFrom = new Int32Array(links.count).fill(-2);
  const queue: number[] = [];
  for (const source of sources) {
    if (numberAt(cameFrom, source) !== -2) continue;
    cameFrom[source] = -1;
    queue.push(source);
  }
  for (let head = 0; head < queue.length; head++) {
    const at = numberAt(queue, head);
    eachTarget(links, at, (target) => {
      if (cameFrom[target] !== -2) return;
      cameFrom[target] = at;
      queue.push(target);
    });
  }
  return {
    to(thing) {
      const way: number[] = [];
      for (let back = thing; back >= 0; back = numberAt(cameFrom, back)) way.push(back);
      return way.reverse();
    },
  };
}
