import type { LineIndex } from '../text/lineIndex';
import { printable } from '../text/printable';
import type { Span } from '../text/span';

/** A range as reports say it: lines and UTF-16 columns from 1, the end exclusive. */
export interface Place {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function placeOf({ start, end }: Span, lines: LineIndex): Place {
  const from = lines.position(start);
  const to = lines.position(end);
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}

/** The part of a range on its first line: what services mark is one line. */
export function onOneLine({ start, end, ...rest }: Span, lines: LineIndex): Span {
  return { ...rest, start, end: Math.max(start, Math.min(end, lines.lineEnd(lines.lineAt(start)))) };
}

/** Half a character: one of two units that belong together. */
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Without half characters and what XML and YAML have no way to say: many readers refuse a whole file for one. */
export function wellFormed(text: string): string {
  return text.replace(halves, '\u{fffd}').replace(/[\ufffe\uffff]/g, '\u{fffd}');
}

/** Text from a playbook as a report may carry it: one line, no controls, no half characters. */
export function reportable(text: string): string {
  return wellFormed(printable(text));
}
