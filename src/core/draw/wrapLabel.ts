import { type Piece, toPieces } from './breaks';
import { textWidth, type Weight } from './textWidth';

export interface Wrapped {
  readonly lines: readonly string[];
  /** Of the widest line. */
  readonly width: number;
  /** The last line ends in an ellipsis. */
  readonly cut: boolean;
}

export interface WrapOptions {
  readonly weight?: Weight;
  /** Default 3. */
  readonly maxLines?: number;
}

/** Nobody reads more in a drawing, and no line breaker should have to. */
const mostCharacters = 400;

/**
 * Lines of at most `maxWidth`, as few as it takes, evenly filled, broken by kinsoku rules in Japanese and between words
 * elsewhere. A word that is wider than a line is broken inside.
 */
export function wrapLabel(text: string, maxWidth: number, fontSize: number, options: WrapOptions = {}): Wrapped {
  const { weight = 'regular', maxLines = 3 } = options;
  const whole = plainText(text);
  if (whole.length <= mostCharacters) {
    const line = whole.replace(/\s+/gu, ' ');
    const width = textWidth(line, fontSize, weight);
    if (width <= maxWidth) return { lines: [line], width, cut: false };
  }
  const pieces = allowEmergencies(toPieces(whole.slice(0, mostCharacters), fontSize, weight), maxWidth);
  const fewest = greedy(pieces, maxWidth);
  const cut = fewest.length > maxLines || whole.length > mostCharacters;
  const lines = cut
    ? cutLines(pieces, fewest.slice(0, maxLines), maxWidth, fontSize, weight)
    : balance(pieces, fewest.length, maxWidth, fontSize).map((range) => lineText(pieces, range));
  return { lines, width: Math.max(0, ...lines.map((line) => textWidth(line, fontSize, weight))), cut };
}

/** One line of what an author wrote: no line breaks, and nothing that turns the direction of text around. */
export function plainText(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .trim();
}

/** From and to, as places in the pieces. */
type Range = readonly [number, number];

function lineText(pieces: readonly Piece[], [from, to]: Range): string {
  return pieces
    .slice(from, to)
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** Where a stretch without any break is wider than a line, a break is allowed inside it, at a price. */
function allowEmergencies(pieces: readonly Piece[], maxWidth: number): readonly Piece[] {
  const result = [...pieces];
  let from = 0;
  let width = 0;
  for (const [at, piece] of pieces.entries()) {
    width += piece.width;
    if (piece.breakAfter === Number.POSITIVE_INFINITY && at < pieces.length - 1) continue;
    if (width > maxWidth) {
      for (let inside = from; inside < at; inside++) {
        const cluster = result[inside];
        if (cluster !== undefined) result[inside] = { ...cluster, breakAfter: 200 };
      }
    }
    from = at + 1;
    width = 0;
  }
  return result;
}

/** Widths up to each place, so that any line is one subtraction; a space at its end does not count. */
function widthsOf(pieces: readonly Piece[]): (range: Range) => number {
  const sums = [0];
  for (const piece of pieces) sums.push((sums.at(-1) ?? 0) + piece.width);
  return ([from, to]) => {
    const end = to > from && pieces[to - 1]?.space ? to - 1 : to;
    return (sums[end] ?? 0) - (sums[from] ?? 0);
  };
}

function greedy(pieces: readonly Piece[], maxWidth: number): Range[] {
  const widthOf = widthsOf(pieces);
  const lines: Range[] = [];
  let from = 0;
  while (from < pieces.length) {
    let end = from + 1;
    let normal = -1;
    let emergency = -1;
    for (; end <= pieces.length && widthOf([from, end]) <= maxWidth; end++) {
      const cost = end === pieces.length ? 0 : (pieces[end - 1]?.breakAfter ?? 0);
      if (cost < 200) normal = end;
      else if (cost < Number.POSITIVE_INFINITY) emergency = end;
    }
    const to = normal > 0 ? normal : emergency > 0 ? emergency : Math.max(from + 1, end - 1);
    lines.push([from, to]);
    from = to;
  }
  return lines;
}

/** The cheapest way to `count` lines: squares of what is missing to the mean, in ems, and the price of each break. */
function balance(pieces: readonly Piece[], count: number, maxWidth: number, fontSize: number): readonly Range[] {
  if (count <= 1) return [[0, pieces.length]];
  const widthOf = widthsOf(pieces);
  const mean = widthOf([0, pieces.length]) / count;
  const costs: number[][] = [[0]];
  const cameFrom: number[][] = [];
  for (let line = 1; line <= count; line++) {
    const before = costs[line - 1] ?? [];
    const cost: number[] = new Array(pieces.length + 1).fill(Number.POSITIVE_INFINITY);
    const from: number[] = new Array(pieces.length + 1).fill(-1);
    for (let end = 1; end <= pieces.length; end++) {
      const price = end === pieces.length ? 0 : (pieces[end - 1]?.breakAfter ?? 0);
      if (price === Number.POSITIVE_INFINITY) continue;
      for (let start = end - 1; start >= 0; start--) {
        const width = widthOf([start, end]);
        if (width > maxWidth) break;
        const total = (before[start] ?? Number.POSITIVE_INFINITY) + price + ((width - mean) / fontSize) ** 2;
        if (total < (cost[end] ?? 0)) {
          cost[end] = total;
          from[end] = start;
        }
      }
    }
    costs.push(cost);
    cameFrom.push(from);
  }
  if (costs[count]?.[pieces.length] === Number.POSITIVE_INFINITY) return greedy(pieces, maxWidth);
  const ranges: Range[] = [];
  for (let line = count, end = pieces.length; line > 0; line--) {
    const start = cameFrom[line - 1]?.[end] ?? 0;
    ranges.unshift([start, end]);
    end = start;
  }
  return ranges;
}

function cutLines(
  pieces: readonly Piece[],
  ranges: readonly Range[],
  maxWidth: number,
  fontSize: number,
  weight: Weight,
): string[] {
  const room = maxWidth - textWidth('…', fontSize, weight);
  return ranges.map((range, at) => {
    if (at < ranges.length - 1) return lineText(pieces, range);
    const [from] = range;
    let end = from;
    let width = 0;
    while (end < pieces.length && width + (pieces[end]?.width ?? 0) <= room) {
      width += pieces[end]?.width ?? 0;
      end++;
    }
    return `${lineText(pieces, [from, end])}…`;
  });
}
