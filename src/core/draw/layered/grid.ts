import type { LayoutEdge, LayoutStep } from '../layout';

/** Where the middles of steps were from the left in an earlier picture. */
export type Order = ReadonlyMap<string, number>;

/** What stands side by side in a row: a box, or a place where a line goes through the row. */
export interface Item {
  readonly step: LayoutStep | undefined;
  /** Whose line goes through here. */
  readonly net: Net | undefined;
  readonly row: number;
  readonly above: Link[];
  readonly below: Link[];
  /** Right of a box and next to it: where lines that lead back leave, and where they come in. */
  readonly beside: Item[];
  /** Place in the row, from the left. */
  at: number;
  /** Pixels, of the middle. */
  x: number;
}

/** All lines down to one step, or all lines back up to it: they join as soon as they can. */
export interface Net {
  readonly to: string;
  readonly back: boolean;
}

/** A line from one row to the next, as it is seen from above. */
export interface Link {
  readonly upper: Item;
  readonly lower: Item;
  readonly net: Net;
  /** The edge that begins here. */
  readonly edge: LayoutEdge | undefined;
  /** How many edges go here. */
  edges: number;
  /** It is part of the main line from the top. */
  spine: boolean;
  /** How much it matters that it is straight. */
  pull: number;
  /** Pixels from the middle of the upper item to where the line leaves it. */
  port: number;
}

export interface Grid {
  /** From the top down; what is beside a box is not listed. */
  readonly rows: Item[][];
  readonly boxes: ReadonlyMap<string, Item>;
  /** By the id of the edge: where it turns up. */
  readonly elbows: ReadonlyMap<string, Item>;
  /** By the id of the step: where what leads back to it turns to it. */
  readonly heads: ReadonlyMap<string, Item>;
  /** Steps that lead to themselves. */
  readonly circles: ReadonlyMap<string, LayoutEdge>;
}

/** How straight: a main line before all, then long lines, then the way on that goes furthest. */
const pulls = { spine: 16, through: 8, back: 6, main: 4, other: 1 } as const;

/** Boxes in rows, and lines cut where they go through a row. */
export function toGrid(steps: readonly LayoutStep[], edges: readonly LayoutEdge[]): Grid {
  const rowOf = new Map([...new Set(steps.map(({ row }) => row))].sort((a, b) => a - b).map((row, at) => [row, at]));
  const rows: Item[][] = [...rowOf.keys()].map(() => []);
  const boxes = new Map<string, Item>();
  for (const step of steps) {
    const box = toItem(rowOf.get(step.row) ?? 0, step, undefined);
    boxes.set(step.id, box);
    rows[box.row]?.push(box);
  }
  const elbows = new Map<string, Item>();
  const heads = new Map<string, Item>();
  const circles = new Map<string, LayoutEdge>();
  const nets = new Map<string, { readonly net: Net; readonly through: (row: number) => Item }>();
  const { main, spine } = mainLine(steps, edges);

  for (const edge of edges) {
    const from = boxes.get(edge.from);
    const to = boxes.get(edge.to);
    if (from === undefined || to === undefined) continue;
    if (from === to) circles.set(edge.to, edge);
    else if (from.row < to.row) {
      const pull = spine.has(edge) ? pulls.spine : main.get(edge.from) === edge ? pulls.main : pulls.other;
      const { net, through } = netOf(edge.to, false);
      let upper = from;
      for (let row = from.row + 1; row <= to.row; row++) {
        const lower = row === to.row ? to : through(row);
        const own = upper === from;
        link(upper, lower, net, own ? edge : undefined, own ? pull : Math.max(pulls.through, pull), spine.has(edge));
        upper = lower;
      }
    } else {
      const { net, through } = netOf(edge.to, true);
      let head = heads.get(edge.to);
      if (head === undefined) {
        head = toItem(to.row, undefined, net);
        heads.set(edge.to, head);
        to.beside.push(head);
      }
      const elbow = toItem(from.row, undefined, net);
      elbows.set(edge.id, elbow);
      from.beside.push(elbow);
      let lower = elbow;
      for (let row = from.row - 1; row >= to.row; row--) {
        const upper = row === to.row ? head : through(row);
        link(upper, lower, net, lower === elbow ? edge : undefined, pulls.back, false);
        lower = upper;
      }
    }
  }
  return { rows, boxes, elbows, heads, circles };

  function netOf(to: string, back: boolean) {
    const key = `${back}${to}`;
    const known = nets.get(key);
    if (known !== undefined) return known;
    const net: Net = { to, back };
    const places = new Map<number, Item>();
    const through = (row: number): Item => {
      const item = places.get(row) ?? toItem(row, undefined, net);
      if (!places.has(row)) rows[row]?.push(item);
      places.set(row, item);
      return item;
    };
    const made = { net, through };
    nets.set(key, made);
    return made;
  }
}

function toItem(row: number, step: LayoutStep | undefined, net: Net | undefined): Item {
  return { step, net, row, above: [], below: [], beside: [], at: 0, x: 0 };
}

function link(upper: Item, lower: Item, net: Net, edge: LayoutEdge | undefined, pull: number, spine: boolean): void {
  const known = edge === undefined ? upper.below.find((other) => other.lower === lower) : undefined;
  if (known !== undefined) {
    known.edges++;
    known.spine ||= spine;
    known.pull = Math.max(known.pull, pull);
    return;
  }
  const made: Link = { upper, lower, net, edge, edges: 1, spine, pull, port: 0 };
  upper.below.push(made);
  lower.above.push(made);
}

/** Of each step the way on that goes furthest, the first in the file where there are several; and those from the top. */
function mainLine(steps: readonly LayoutStep[], edges: readonly LayoutEdge[]) {
  const rows = new Map(steps.map(({ id, row }) => [id, row]));
  const ways = new Map<string, LayoutEdge[]>();
  for (const edge of edges) {
    if ((rows.get(edge.from) ?? 0) >= (rows.get(edge.to) ?? 0)) continue;
    const known = ways.get(edge.from);
    if (known === undefined) ways.set(edge.from, [edge]);
    else known.push(edge);
  }
  const left = new Map<string, number>();
  const main = new Map<string, LayoutEdge>();
  for (const { id } of [...steps].sort((a, b) => b.row - a.row)) {
    for (const edge of ways.get(id) ?? []) {
      const far = 1 + (left.get(edge.to) ?? 0);
      if (far <= (left.get(id) ?? 0)) continue;
      left.set(id, far);
      main.set(id, edge);
    }
  }
  const spine = new Set<LayoutEdge>();
  const [top] = [...steps].sort((a, b) => a.row - b.row);
  for (let edge = main.get(top?.id ?? ''); edge !== undefined; edge = main.get(edge.to)) spine.add(edge);
  return { main, spine };
}
