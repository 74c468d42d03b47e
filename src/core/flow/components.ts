import { type Links, numberAt } from './links';

/** Strongly connected parts of links: things that lead to each other share one. */
export interface Components {
  readonly count: number;
  /** By thing; a part has a higher number than all that it leads to. -1 for what was left out. */
  readonly of: Int32Array;
  /** By part: 1 where one can go round in it. */
  readonly cyclic: Uint8Array;
  /** Things by part, from the last part (where ways begin) to the first (where they end). */
  readonly order: Int32Array;
}

/** Tarjan's algorithm without recursion, over the things that are `allowed` and the links among them. */
export function findComponents(links: Links, allowed: (thing: number) => boolean = () => true): Components {
  const { count, offsets, targets } = links;
  const seen = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const of = new Int32Array(count).fill(-1);
  const next = offsets.slice(0, count);
  const stack: number[] = [];
  const path: number[] = [];
  const order: number[] = [];
  const cyclic: number[] = [];
  let found = 0;
  let parts = 0;

  const enter = (thing: number) => {
    seen[thing] = low[thing] = found++;
    stack.push(thing);
    path.push(thing);
  };
  for (let root = 0; root < count; root++) {
    if (seen[root] !== -1 || !allowed(root)) continue;
    enter(root);
    while (path.length > 0) {
      const thing = numberAt(path, path.length - 1);
      const place = numberAt(next, thing);
      if (place < numberAt(offsets, thing + 1)) {
        next[thing] = place + 1;
        const target = numberAt(targets, place);
        if (!allowed(target)) continue;
        if (seen[target] === -1) enter(target);
        else if (of[target] === -1) low[thing] = Math.min(numberAt(low, thing), numberAt(seen, target));
        continue;
      }
      path.pop();
      const before = path[path.length - 1];
      if (before !== undefined) low[before] = Math.min(numberAt(low, before), numberAt(low, thing));
      if (low[thing] !== seen[thing]) continue;
      let members = 0;
      for (let member = -1; member !== thing; members++) {
        member = stack.pop() ?? thing;
        of[member] = parts;
        order.push(member);
      }
      cyclic.push(members > 1 || leadsToItself(links, thing) ? 1 : 0);
      parts++;
    }
  }
  return { count: parts, of, cyclic: Uint8Array.from(cyclic), order: Int32Array.from(order.reverse()) };
}

function leadsToItself({ offsets, targets }: Links, thing: number): boolean {
  for (let at = numberAt(offsets, thing); at < numberAt(offsets, thing + 1); at++) {
    if (targets[at] === thing) return true;
  }
  return false;
}
