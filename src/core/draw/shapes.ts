import { type DrawnStep, sizes } from './graph';
import type { Markup } from './markup';
import type { PlacedStep } from './place';

/** The outline of a step, each kind with one of its own, so that it can be told without colour. */
export function outline(step: PlacedStep): readonly Markup[] {
  const { x, y, width: w, height: h, kind } = step;
  const path = (d: string, className = 'up-shape'): Markup => ({ tag: 'path', attributes: { class: className, d } });
  const box = (radius: number, className = 'up-shape'): Markup => ({
    tag: 'rect',
    attributes: { class: className, x: x + 0.5, y: y + 0.5, width: w - 1, height: h - 1, rx: radius },
  });
  switch (kind) {
    case 'ask':
    case 'classify': {
      const s = sizes.slant;
      return [
        path(
          `M${x + s},${y + 0.5}H${x + w - s}L${x + w - 0.5},${y + h / 2}L${x + w - s},${y + h - 0.5}H${x + s}L${x + 0.5},${y + h / 2}Z`,
        ),
      ];
    }
    case 'wait':
    case 'end':
      return [box(Math.min(h / 2, 22))];
    case 'call':
      return [box(3), path(`M${x + 6},${y}V${y + h}M${x + w - 6},${y}V${y + h}`, 'up-mark')];
    case 'gather':
      return [
        path(`M${x + 0.5},${y + 0.5}H${x + w - 12}L${x + w - 0.5},${y + 12}V${y + h - 0.5}H${x + 0.5}Z`),
        path(`M${x + w - 12},${y + 0.5}V${y + 12}H${x + w - 0.5}`, 'up-mark'),
      ];
    case 'announce':
      return [box(8), path(`M${x + 4.5},${y + 8}V${y + h - 8}`, 'up-bar')];
    case 'escalate':
      return [box(8), path(`M${x + w - 9},${y + h / 2 - 6}l5,6l-5,6`, 'up-mark')];
    case 'sorry-page':
      return [box(4), path(`M${x},${y + 5.5}H${x + w}`, 'up-mark')];
    case 'ghost':
    case 'unknown':
      return [box(4, 'up-shape up-dashed')];
    case 'do':
      return [box(4)];
  }
}

/** A small sign before the kind's word, drawn in a box of 12 by 12. */
const glyphs: Readonly<Record<DrawnStep['kind'], string>> = {
  gather: 'M2,3H10M2,6H10M2,9H7',
  classify: 'M2,10V7M6,10V4.5M10,10V2',
  ask: 'M4,4.2A2,2 0 1 1 6.6,6.1Q6,6.4 6,7.4M6,9.8V10',
  do: 'M2,6.5L5,9.5L10,3',
  escalate: 'M6,10V2.5M2.8,5.5L6,2.3L9.2,5.5',
  announce: 'M2,4.8V7.4H4L8.4,10V2.2L4,4.8ZM10.2,4.6V7.6',
  'sorry-page': 'M1.5,2.5H10.5V9.5H1.5ZM1.5,4.8H10.5',
  wait: 'M6,1.5A4.5,4.5 0 1 1 5.99,1.5ZM6,3.6V6.2L8,7.4',
  call: 'M2,2.5V9.5M10,2.5V9.5M4,6H8M6.4,4.3L8.1,6L6.4,7.7',
  end: 'M3,3H9V9H3Z',
  unknown: 'M4,4.2A2,2 0 1 1 6.6,6.1Q6,6.4 6,7.4M6,9.8V10',
  ghost: '',
};

export function glyph(kind: DrawnStep['kind'], x: number, y: number): Markup {
  return { tag: 'path', attributes: { class: 'up-glyph', d: glyphs[kind], transform: `translate(${x},${y})` } };
}

/** How far below the top (or above the bottom) the outline is at this place: diamonds and pills are cut at their corners. */
export function inset({ kind, x, width, height }: PlacedStep, at: number): number {
  const fromSide = Math.max(0, Math.min(at - x, x + width - at));
  if (kind === 'ask' || kind === 'classify')
    return fromSide >= sizes.slant ? 0 : ((sizes.slant - fromSide) / sizes.slant) * (height / 2);
  if (kind === 'wait' || kind === 'end') {
    const r = Math.min(height / 2, 22);
    return fromSide >= r ? 0 : r - Math.sqrt(r * r - (r - fromSide) ** 2);
  }
  return 0;
}
