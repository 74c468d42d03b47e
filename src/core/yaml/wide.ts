import type { LineIndex } from '../text/lineIndex';

/** Spaces that YAML does not count as space: full-width, no-break and typographic ones, and those without any width. */
export const wideSpaces = '\\u3000\\u00a0\\u2000-\\u200d\\u202f\\u205f\\u2060\\ufeff';

/** How many narrow spaces stand for wide ones at the start of a line: none for those without width. */
export function narrowed(spaces: string): string {
  return [...spaces].map((space) => (/[\u200b-\u200d\u2060\ufeff]/.test(space) ? '' : '  ')).join('');
}

/**
 * How far a line was meant to be indented that has `narrow` spaces and then `wide` ones: two for each wide space, or as
 * many as are wide, or none for them; the first that a neighbour confirms.
 */
export function meantIndent(narrow: number, wide: string, neighbours: readonly number[]): number {
  const likely = [narrow + narrowed(wide).length, narrow + wide.length, narrow];
  return likely.find((indent) => indent > 0 && neighbours.includes(indent)) ?? likely[0] ?? narrow;
}

/** Where the line may stand, by the lines around it: beside or below the one above, beside or above the one below. */
export function fittingIndents(lines: LineIndex, line: number): readonly number[] {
  const fitting: number[] = [];
  const above = nextLine(lines, line, -1);
  const below = nextLine(lines, line, 1);
  if (opens(lines.line(line)) && below !== undefined) fitting.push(indentOf(below) - 2);
  if (above !== undefined && opens(above)) fitting.push(indentOf(above) + (/^ *- /.test(above) ? 4 : 2));
  if (above !== undefined && !opens(above)) fitting.push(indentOf(above));
  if (below !== undefined && !opens(lines.line(line))) fitting.push(indentOf(below));
  if (above !== undefined) fitting.push(indentOf(above));
  return fitting;
}

/** Narrow spaces alone are indentation. */
export function indentOf(text: string): number {
  return /^ */.exec(text)?.[0].length ?? 0;
}

/** A key with nothing behind it: what it holds stands below. */
function opens(text: string): boolean {
  return /:(?: +#.*)?\s*$/.test(text);
}

function nextLine(lines: LineIndex, line: number, step: 1 | -1): string | undefined {
  for (let at = line + step; at >= 0 && at < lines.lineCount && Math.abs(at - line) < 30; at += step) {
    const text = lines.line(at);
    if (text.trim() !== '') return text;
  }
  return undefined;
}
