import type { Face } from './face';
import type { DrawnKind } from './graph';
import { sizes } from './sizes';
import { textWidth } from './textWidth';

/** Space between the outline's box and its text: left, right, above, below. */
interface Insets {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function insetsOf(kind: DrawnKind): Insets {
  const { padX, padY } = sizes;
  const plain: Insets = { left: padX, right: padX, top: padY, bottom: padY };
  switch (kind) {
    case 'ask':
    case 'classify':
      return { ...plain, left: sizes.slant + 4, right: sizes.slant + 4 };
    case 'announce':
      return { ...plain, left: padX + 2, bottom: padY + sizes.tail };
    case 'escalate':
      return { ...plain, right: padX + sizes.point - 4 };
    case 'sorry-page':
      return { ...plain, top: padY - 2 + sizes.pageBar };
    case 'call':
    case 'fold':
      return { ...plain, left: padX + 6, right: padX + 6 };
    case 'wait':
      return { ...plain, right: padX + 12 };
    case 'end':
    case 'start':
      return { left: 22, right: 22, top: 8, bottom: 8 };
    default:
      return plain;
  }
}

/** Boxes of one kind are of one width, so that a longer word moves nothing; pills are as wide as their words. */
export function boxOf(kind: DrawnKind, face: Face): { readonly width: number; readonly height: number } {
  const { left, right, top, bottom } = insetsOf(kind);
  const snug = kind === 'end' || kind === 'start';
  const letters = kind === 'start' ? sizes.small + 1 : sizes.title;
  const weight = kind === 'start' ? 'regular' : 'bold';
  const widest = Math.max(
    64,
    ...face.title.map((line) => textWidth(line, letters, weight)),
    ...face.details.map((line) => textWidth(line, sizes.small)),
    face.head === '' ? 0 : textWidth(face.head, sizes.small, 'bold') + sizes.glyph + 6,
  );
  const text = snug ? Math.ceil(widest / 8) * 8 : sizes.text;
  return { width: text + left + right, height: Math.ceil(textHeight(face, kind)) + top + bottom };
}

export function textHeight({ head, title, details, chips }: Face, kind: DrawnKind): number {
  return (
    (head === '' ? 0 : sizes.headLine) +
    title.length * (kind === 'start' ? 18 : sizes.titleLine) +
    details.length * sizes.smallLine +
    (chips.length === 0 ? 0 : 4 + chips.length * (sizes.chipHeight + sizes.chipGap) - sizes.chipGap)
  );
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The outline as path data. Each kind has one of its own, so that it can be told without colour. */
export function outlineOf(kind: DrawnKind, { x, y, width: w, height: h }: Box): string {
  const right = x + w;
  const bottom = y + h;
  switch (kind) {
    case 'ask':
    case 'classify': {
      const s = sizes.slant;
      return `M${x + s},${y}H${right - s}L${right},${y + h / 2}L${right - s},${bottom}H${x + s}L${x},${y + h / 2}Z`;
    }
    case 'announce': {
      const low = bottom - sizes.tail;
      const tail = `H${x + 44}L${x + 26},${bottom}V${low}`;
      return `M${x + 10},${y}H${right - 10}${corner(right, y + 10)}V${low - 10}${corner(right - 10, low)}${tail}H${x + 10}${corner(x, low - 10)}V${y + 10}${corner(x + 10, y)}Z`;
    }
    case 'escalate': {
      const p = right - sizes.point;
      return `M${x + 4},${y}H${p}L${right},${y + h / 2}L${p},${bottom}H${x + 4}${corner(x, bottom - 4, 4)}V${y + 4}${corner(x + 4, y, 4)}Z`;
    }
    case 'gather':
      return `M${x},${y}H${right - sizes.fold}L${right},${y + sizes.fold}V${bottom}H${x}Z`;
    case 'wait': {
      const r = waitRadius(h);
      return `M${x},${y}H${right - r}A${r},${h / 2} 0 0 1 ${right - r},${bottom}H${x}Z`;
    }
    case 'end':
    case 'start':
      return rounded(x, y, w, h, pillRadius(h));
    case 'sorry-page':
      return rounded(x, y, w, h, 6);
    default:
      return rounded(x, y, w, h, 3);
  }
}

/** Lines inside the outline that belong to the shape. */
export function innerLines(kind: DrawnKind, { x, y, width: w, height: h }: Box): string | undefined {
  switch (kind) {
    case 'gather':
      return `M${x + w - sizes.fold},${y}V${y + sizes.fold}H${x + w}`;
    case 'call':
    case 'fold':
      return `M${x + 7},${y}V${y + h}M${x + w - 7},${y}V${y + h}`;
    case 'sorry-page':
      return `M${x},${y + sizes.pageBar}H${x + w}M${x + 7},${y + 6}h.01M${x + 13},${y + 6}h.01M${x + 19},${y + 6}h.01`;
    default:
      return undefined;
  }
}

/** How far the outline is inside the box's upper or lower side at this place. */
export function insetAt(kind: DrawnKind, { x, width, height }: Box, at: number, side: 'top' | 'bottom'): number {
  const fromLeft = Math.max(0, at - x);
  const fromRight = Math.max(0, x + width - at);
  const near = Math.min(fromLeft, fromRight);
  switch (kind) {
    case 'ask':
    case 'classify':
      return near >= sizes.slant ? 0 : (1 - near / sizes.slant) * (height / 2);
    case 'announce':
      return side === 'bottom' ? sizes.tail : 0;
    case 'escalate':
      return fromRight >= sizes.point ? 0 : (1 - fromRight / sizes.point) * (height / 2);
    case 'gather':
      return side === 'top' && fromRight < sizes.fold ? sizes.fold - fromRight : 0;
    case 'wait':
      return ellipse(fromRight, waitRadius(height), height / 2);
    case 'end':
    case 'start':
      return ellipse(near, pillRadius(height), pillRadius(height));
    default:
      return 0;
  }
}

/** How far the outline is inside the box's right side at this height. */
export function rightInsetAt(kind: DrawnKind, { y, height }: Box, at: number): number {
  const fromMiddle = Math.abs(at - y - height / 2) / (height / 2);
  switch (kind) {
    case 'ask':
    case 'classify':
      return sizes.slant * fromMiddle;
    case 'escalate':
      return sizes.point * fromMiddle;
    case 'gather':
      return Math.max(0, sizes.fold - (at - y));
    case 'wait':
      return waitRadius(height) * (1 - Math.sqrt(Math.max(0, 1 - fromMiddle ** 2)));
    case 'end':
    case 'start': {
      const r = pillRadius(height);
      return ellipse(Math.min(at - y, y + height - at), r, r);
    }
    default:
      return 0;
  }
}

const waitRadius = (height: number) => Math.min(22, height / 2);
const pillRadius = (height: number) => Math.min(24, height / 2);

function ellipse(from: number, rx: number, ry: number): number {
  return from >= rx ? 0 : ry - ry * Math.sqrt(1 - ((rx - from) / rx) ** 2);
}

function corner(x: number, y: number, radius = 10): string {
  return `A${radius},${radius} 0 0 1 ${x},${y}`;
}

function rounded(x: number, y: number, w: number, h: number, r: number): string {
  const c = (toX: number, toY: number) => corner(toX, toY, r);
  return `M${x + r},${y}H${x + w - r}${c(x + w, y + r)}V${y + h - r}${c(x + w - r, y + h)}H${x + r}${c(x, y + h - r)}V${y + r}${c(x + r, y)}Z`;
}
