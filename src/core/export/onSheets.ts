import type { Markup } from '../draw/markup';
import { withAttributes } from '../pages/build';

/** The room on a sheet of A4 in the pixels of CSS, and how small a drawing may become to fit on one. */
const [sheetWidth, sheetHeight, smallest] = [690, 860, 0.62];
/** Where no gap is near, more than the height of a step is on both sheets, so that it is whole on one. */
const overlap = 180;
/** Around a cut nothing but lines. */
const clear = 4;

/**
 * A drawing that would be too small on one sheet is printed on several, as windows onto the one on the screen. `id` is
 * of the document's.
 */
export function onSheets(drawing: Markup, id: string): readonly Markup[] {
  const { width, height } = drawing.attributes ?? {};
  const [wide, high] = [Number(width), Number(height)];
  const scale = Math.min(1, sheetWidth / wide);
  if (Math.min(scale, sheetHeight / high) >= smallest)
    return [withAttributes(drawing, { class: `${drawing.attributes?.class} up-one-sheet` })];
  const sheets = windows(high, sheetHeight / scale, gapsOf(drawing)).map(
    ([from, to]): Markup => ({
      tag: 'svg',
      attributes: {
        class: 'up-flow up-sheet-of-paper',
        viewBox: `0 ${from} ${wide} ${to - from}`,
        width: Math.round(wide * scale),
        height: Math.round((to - from) * scale),
        'aria-hidden': 'true',
      },
      children: [{ tag: 'use', attributes: { href: `#${id}` } }],
    }),
  );
  const whole: Markup = { tag: 'g', attributes: { id, class: 'up-flow' }, children: drawing.children ?? [] };
  return [
    withAttributes({ ...drawing, children: [whole] }, { class: `${drawing.attributes?.class} up-on-screen` }),
    ...sheets,
  ];
}

type Stretch = readonly [from: number, to: number];

/** What each sheet shows: about as much as the others, cut where there are no boxes if the room on a sheet allows it. */
export function windows(high: number, room: number, gaps: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  while (high - from > room) {
    const left = Math.ceil((high - from) / room);
    const ideal = from + (high - from) / left;
    const cuts = gaps
      .filter(([start, end]) => start <= from + room && end >= from + room / 3)
      .map(([start, end]) => Math.round(Math.min(Math.max(ideal, start), end, from + room)));
    // With less on this sheet one more would be needed.
    const enough = cuts.filter((cut) => cut >= high - (left - 1) * room);
    const cut =
      enough.length > 0
        ? enough.reduce((best, each) => (Math.abs(each - ideal) < Math.abs(best - ideal) ? each : best))
        : cuts.at(-1);
    const to = cut ?? Math.round(from + room);
    found.push([from, to]);
    from = cut ?? to - overlap;
  }
  return [...found, [from, high]];
}

/** From the top down: heights at which no box and no label stands. */
function gapsOf(drawing: Markup): readonly Stretch[] {
  const taken = [...boxesIn(drawing, 0)].sort(([a], [b]) => a - b);
  const gaps: Stretch[] = [];
  let end = 0;
  for (const [top, bottom] of taken) {
    if (end > 0 && top - end > 2 * clear) gaps.push([end + clear, top - clear]);
    end = Math.max(end, bottom);
  }
  return gaps;
}

function* boxesIn({ tag, attributes = {}, children = [] }: Markup, above: number): Generator<Stretch> {
  const [, moved = '0'] = /^translate\([^,]*,([^)]*)\)$/.exec(String(attributes.transform ?? '')) ?? [];
  const down = above + Number(moved);
  const className = String(attributes.class ?? '');
  if (className === 'up-shape') yield heightOf(String(attributes.d), down);
  if (/^up-bands/.test(className)) return;
  for (const child of children) {
    if (typeof child === 'string') continue;
    if (/^up-answer/.test(className) && child.tag === 'rect') {
      const y = down + Number(child.attributes?.y);
      yield [y, y + Number(child.attributes?.height)];
    } else if (tag !== 'style') yield* boxesIn(child, down);
  }
}

/** Of an outline in absolute commands: the last two numbers of each are a place, the one of V is a height. */
function heightOf(outline: string, down: number): Stretch {
  const heights = [...outline.matchAll(/([MLVAQC])([^A-Z]*)/g)].map(
    ([, , numbers = '']) =>
      down +
      Number(
        numbers
          .trim()
          .split(/[\s,]+/)
          .at(-1),
      ),
  );
  return [Math.min(...heights), Math.max(...heights)];
}
