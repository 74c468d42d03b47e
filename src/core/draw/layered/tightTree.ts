import { type Arc, type Place, slack } from './arcs';

/** A tree of arcs without slack: it grows by the arc that needs least, and all of it moves by that much. */
export function tightTree(places: readonly Place[]): Arc[] {
  const tree: Arc[] = [];
  const inside = new Set<Place>();
  const ahead = new Heap();
  const behind = new Heap();
  // How far the tree has moved right since its places were entered.
  let moved = 0;
  const entered = new Map<Place, number>();
  const add = (place: Place, arc: Arc | undefined) => {
    inside.add(place);
    entered.set(place, moved);
    if (arc !== undefined) {
      arc.inTree = true;
      arc.from.tree.push(arc);
      arc.to.tree.push(arc);
      tree.push(arc);
    }
    for (const other of place.out) if (!inside.has(other.to)) ahead.push(slack(other) + moved, other);
    for (const other of place.in) if (!inside.has(other.from)) behind.push(slack(other) - moved, other);
  };
  const [root] = places;
  if (root !== undefined) add(root, undefined);
  while (tree.length < places.length - 1) {
    while (ahead.top !== undefined && inside.has(ahead.top.arc.to)) ahead.pop();
    while (behind.top !== undefined && inside.has(behind.top.arc.from)) behind.pop();
    const right = ahead.top === undefined ? Number.POSITIVE_INFINITY : ahead.top.key - moved;
    const left = behind.top === undefined ? Number.POSITIVE_INFINITY : behind.top.key + moved;
    const next = right <= left ? ahead.pop() : behind.pop();
    if (next === undefined) throw new Error('Not all places are connected.');
    if (right <= left) {
      moved += right;
      add(next.to, next);
    } else {
      moved -= left;
      add(next.from, next);
    }
  }
  for (const [place, since] of entered) place.x += moved - since;
  return tree;
}

/** Arcs by a key, the least on top. */
class Heap {
  private readonly items: { readonly key: number; readonly arc: Arc }[] = [];

  get top() {
    return this.items[0];
  }

  push(key: number, arc: Arc): void {
    const { items } = this;
    let at = items.length;
    const item = { key, arc };
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = items[parent];
      if (above === undefined || above.key <= key) break;
      items[at] = above;
      at = parent;
    }
    items[at] = item;
  }

  pop(): Arc | undefined {
    const { items } = this;
    const [first] = items;
    const last = items.pop();
    if (first === undefined || last === undefined || items.length === 0) return first?.arc;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      const right = items[child + 1];
      if (right !== undefined && right.key < (items[child]?.key ?? 0)) child++;
      const below = items[child];
      if (below === undefined || below.key >= last.key) break;
      items[at] = below;
      at = child;
    }
    items[at] = last;
    return first.arc;
  }
}
