import { type Arc, type Place, slack } from './arcs';
import { tightTree } from './tightTree';

/**
 * Gives each place its x so that all arcs together cost least: the network simplex of Gansner, Koutsofios, North and Vo,
 * "A Technique for Drawing Directed Graphs" (1993). All places are connected and no arcs go in a circle. After `most`
 * looks at places it ends with what it has, which keeps all lengths.
 */
export function placeAlong(places: readonly Place[], most: number): void {
  const [root] = places;
  if (root === undefined) return;
  pushApart(places);
  const tree = tightTree(places);
  range(root, undefined, 1);
  cuts(places, root);
  let search = 0;
  for (let seenPlaces = 0; seenPlaces < most; ) {
    // The worst of some that follow where the last search ended.
    let worst = -1;
    let least = 0;
    let seen = 0;
    for (let step = 0; step < tree.length && seen < 30; step++) {
      search = search + 1 < tree.length ? search + 1 : 0;
      const cut = tree[search]?.cut ?? 0;
      if (cut >= 0) continue;
      seen++;
      if (cut >= least) continue;
      least = cut;
      worst = search;
    }
    const leaving = tree[worst];
    const entering = leaving && findEntering(leaving);
    if (leaving === undefined || entering === undefined) break;
    seenPlaces += 10 + exchange(leaving, entering);
    tree[worst] = entering;
  }
}

/** As far left as the lengths allow; what nothing pushes then moves right to what it is joined with. */
function pushApart(places: readonly Place[]): void {
  const waits = new Map(places.map((place) => [place, place.in.length]));
  const ready = places.filter((place) => place.in.length === 0);
  for (let at = 0; at < ready.length; at++) {
    const place = ready[at];
    for (const { to, length } of place?.out ?? []) {
      to.x = Math.max(to.x, (place?.x ?? 0) + length);
      const left = (waits.get(to) ?? 0) - 1;
      waits.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  for (const place of places) {
    if (place.in.length === 0 && place.out.length > 0)
      place.x = Math.min(...place.out.map(({ to, length }) => to.x - length));
  }
}

/** Numbers the tree below a place, children before parents; says how many there are. */
function range(top: Place, parent: Arc | undefined, low: number): number {
  top.parent = parent;
  top.low = low;
  let next = low;
  const stack: { readonly place: Place; at: number }[] = [{ place: top, at: 0 }];
  for (let open = stack.at(-1); open !== undefined; open = stack.at(-1)) {
    const { place } = open;
    const arc = place.tree[open.at++];
    if (arc === undefined) {
      place.number = next++;
      stack.pop();
    } else if (arc !== place.parent) {
      const child = arc.from === place ? arc.to : arc.from;
      child.parent = arc;
      child.low = next;
      stack.push({ place: child, at: 0 });
    }
  }
  return next - low;
}

/** What leaves a part of the tree less what comes into it is the sum over its places. */
function cuts(places: readonly Place[], root: Place): void {
  const sums = new Map(places.map((place) => [place, weigh(place.out) - weigh(place.in)]));
  for (const place of [...places].sort((a, b) => a.number - b.number)) {
    const { parent } = place;
    if (parent === undefined || place === root) continue;
    const own = sums.get(place) ?? 0;
    parent.cut = parent.from === place ? own : -own;
    const above = parent.from === place ? parent.to : parent.from;
    sums.set(above, (sums.get(above) ?? 0) + own);
  }
}

const weigh = (arcs: readonly Arc[]) => arcs.reduce((sum, { weight }) => sum + weight, 0);

/** The arc with the least slack that leads the other way between the two parts that the leaving one joins. */
function findEntering(leaving: Arc): Arc | undefined {
  const lower = leaving.from.number < leaving.to.number ? leaving.from : leaving.to;
  const outward = lower === leaving.to;
  const { low, number } = lower;
  let best: Arc | undefined;
  let least = Number.POSITIVE_INFINITY;
  const stack = [lower];
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    for (const arc of outward ? place.out : place.in) {
      if (arc.inTree) continue;
      const other = outward ? arc.to : arc.from;
      if (low <= other.number && other.number <= number) continue;
      const free = slack(arc);
      if (free >= least) continue;
      best = arc;
      least = free;
      if (free === 0) return best;
    }
    for (const arc of place.tree) {
      if (arc === place.parent) continue;
      stack.push(arc.from === place ? arc.to : arc.from);
    }
  }
  return best;
}

/** How many places were renumbered: about what it took. */
function exchange(leaving: Arc, entering: Arc): number {
  const free = slack(entering);
  if (free > 0) {
    const lower = leaving.from.number < leaving.to.number ? leaving.from : leaving.to;
    move(lower, lower === leaving.from ? -free : free);
  }
  const { cut } = leaving;
  const top = along(entering.from, entering.to, cut, true);
  along(entering.to, entering.from, cut, false);
  entering.cut = -cut;
  leaving.cut = 0;
  leaving.inTree = false;
  entering.inTree = true;
  leaving.from.tree.splice(leaving.from.tree.indexOf(leaving), 1);
  leaving.to.tree.splice(leaving.to.tree.indexOf(leaving), 1);
  entering.from.tree.push(entering);
  entering.to.tree.push(entering);
  return range(top, top.parent, top.low);
}

/** A part of the tree. */
function move(top: Place, by: number): void {
  const stack = [top];
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    place.x += by;
    for (const arc of place.tree) {
      if (arc !== place.parent) stack.push(arc.from === place ? arc.to : arc.from);
    }
  }
}

/** Up the tree until the other place is below. */
function along(from: Place, to: Place, cut: number, forward: boolean): Place {
  let place = from;
  while (to.number < place.low || place.number < to.number) {
    const arc = place.parent;
    if (arc === undefined) break;
    arc.cut += (place === arc.from) === forward ? cut : -cut;
    place = arc.from.number > arc.to.number ? arc.from : arc.to;
  }
  return place;
}
