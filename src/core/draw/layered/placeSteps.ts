import type { Layout, LayoutEdge, LayoutGraph, Line, Point } from '../layout';
import { placeAcross } from './across';
import { type Channel, planChannel, pointsBetween } from './channels';
import { type Grid, type Item, toGrid } from './grid';
import { orderRows } from './order';
import { type Shape, shapeOf } from './ports';

/** Between rows without lines across; above the first level, between two, and below the last, where arrows end. */
const rowGap = 26;
const aboveLevels = 10;
const levelGap = 12;
const belowLevels = 16;

/**
 * A layered drawing from the top down with right angles (Sugiyama, Tagawa and Toda, 1981): the rows are given, boxes are
 * ordered in their rows, placed, and joined by lines that run across between the rows.
 */
export function placeSteps({ steps, edges, before }: LayoutGraph): Layout {
  const previous = before && new Map(before);
  const grid = toGrid(steps, edges);
  orderRows(grid, previous);
  const shapes = new Map([...grid.boxes.values()].map((box) => [box, shapeOf(box, grid)]));
  placeAcross(grid, shapes, previous);

  const channels = grid.rows.map(planChannel);
  const tops: number[] = [];
  const ends: number[] = [];
  let y = 0;
  for (const [at, row] of grid.rows.entries()) {
    tops.push(y);
    y += Math.max(0, ...row.map((item) => shapes.get(item)?.bottom ?? 0));
    ends.push(y);
    const { levels = 0 } = channels[at] ?? {};
    y += at === grid.rows.length - 1 ? 0 : levels === 0 ? rowGap : aboveLevels + (levels - 1) * levelGap + belowLevels;
  }

  const topOf = (item: Item) => tops[item.row] ?? 0;
  const between = (link: Item['below'][number]) =>
    pointsBetween(
      link,
      channels[link.upper.row] as Channel,
      (level) => (ends[link.upper.row] ?? 0) + aboveLevels + level * levelGap,
    );
  const lines = new Map<string, Line>();
  for (const edge of edges) {
    const from = grid.boxes.get(edge.from);
    const shape = from && shapes.get(from);
    if (from === undefined || shape === undefined) continue;
    const name = shape.names.get(edge);
    lines.set(edge.id, {
      points: route(edge, from, shape, grid, shapes, topOf, between),
      labelAt: name && { x: from.x + name.x, y: topOf(from) + name.y },
    });
  }
  const boxes = new Map(
    [...shapes].map(([{ step, x, row }, { width, height }]) => [
      step?.id ?? '',
      { x: x - width / 2, y: tops[row] ?? 0, width, height },
    ]),
  );
  return toCorner(boxes, lines, edges, y);
}

function route(
  edge: LayoutEdge,
  from: Item,
  shape: Shape,
  { boxes, elbows, heads, circles }: Grid,
  shapes: ReadonlyMap<Item, Shape>,
  topOf: (item: Item) => number,
  between: (link: Item['below'][number]) => readonly Point[],
): Point[] {
  const to = boxes.get(edge.to) ?? from;
  const target = shapes.get(to) ?? shape;
  const exit = topOf(from) + (shape.exits.get(edge) ?? 0);
  const entry = { x: to.x + target.width / 2, y: topOf(to) + target.entry };
  const side = { x: from.x + shape.width / 2, y: exit };
  if (circles.get(edge.from) === edge) {
    const x = from.x + shape.circle;
    return [side, { x, y: exit }, { x, y: entry.y }, entry];
  }
  const elbow = elbows.get(edge.id);
  const head = heads.get(edge.to);
  if (elbow !== undefined && head !== undefined) {
    const points: Point[] = [side, { x: elbow.x, y: exit }];
    for (let item = elbow; item !== head; ) {
      const [link] = item.above;
      if (link === undefined) break;
      points.push(...[...between(link)].reverse());
      item = link.upper;
    }
    return [...points, { x: head.x, y: entry.y }, entry];
  }
  const first = from.below.find((link) => link.edge === edge);
  const points: Point[] = [{ x: from.x + (first?.port ?? 0), y: topOf(from) + shape.height }];
  for (let link = first; link !== undefined; [link] = link.lower === to ? [] : link.lower.below)
    points.push(...between(link));
  return [...points, { x: to.x, y: topOf(to) }];
}

/** Everything right of 0. */
function toCorner(
  boxes: Layout['boxes'],
  lines: ReadonlyMap<string, Line>,
  edges: readonly LayoutEdge[],
  height: number,
): Layout {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  const reach = (x: number, width = 0) => {
    left = Math.min(left, x);
    right = Math.max(right, x + width);
  };
  for (const { x, width } of boxes.values()) reach(x, width);
  for (const { id, label } of edges) {
    const { points = [], labelAt } = lines.get(id) ?? {};
    for (const { x } of points) reach(x);
    if (labelAt !== undefined) reach(labelAt.x, label?.width);
  }
  const move = <T extends Point>(point: T): T => ({ ...point, x: point.x - left });
  return {
    boxes: new Map([...boxes].map(([id, box]) => [id, move(box)])),
    lines: new Map(
      [...lines].map(([id, { points, labelAt }]) => [
        id,
        { points: points.map(move), labelAt: labelAt && move(labelAt) },
      ]),
    ),
    width: right - left,
    height,
  };
}
