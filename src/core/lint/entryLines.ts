import { type Span, toSpan } from '../text/span';

/**
 * The whole lines of an entry that goes: with the comments above it that stand on its level, those inside it, and one of
 * the empty lines around it. The last entry of a map takes the map's key along, since nothing may be empty.
 */
export function linesOfEntry(text: string, start: number, end: number): Span {
  let first = lineAt(text, start);
  let last = lineAt(text, end);
  for (;;) {
    first = lastOf(above(first, (line) => isComment(line) && line.level === first.level)) ?? first;
    last = lastOf(below(last, (line) => isComment(line) && line.level > first.level)) ?? last;
    const parent = parentOf(first);
    if (parent === undefined || !isLastIn(last, first.level)) break;
    first = parent;
  }

  const before = lineBefore(first);
  const opensMap = before === undefined || isBlank(before) || before.level < first.level;
  if (opensMap) last = lastOf(below(last, isBlank)) ?? last;
  const after = lineAfter(last);
  if (after === undefined) first = lastOf(above(first, isBlank)) ?? first;
  return toSpan(first.start, after?.start ?? text.length);
}

/** Worked out from the text around, never from all of it: a file may have thousands of entries to remove. */
interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly content: string;
  /** Spaces before the content. */
  readonly level: number;
}

function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const lineFeed = text.indexOf('\n', offset);
  const end = lineFeed < 0 ? text.length : lineFeed;
  const whole = text.slice(start, end);
  const content = whole.trim();
  return { text, start, end, content, level: whole.length - whole.trimStart().length };
}

function lineBefore({ text, start }: Line): Line | undefined {
  return start === 0 ? undefined : lineAt(text, start - 1);
}

function lineAfter({ text, end }: Line): Line | undefined {
  return end + 1 >= text.length ? undefined : lineAt(text, end + 1);
}

function* above(from: Line, wanted: (line: Line) => boolean): Iterable<Line> {
  for (let line = lineBefore(from); line !== undefined && wanted(line); line = lineBefore(line)) yield line;
}

function* below(from: Line, wanted: (line: Line) => boolean): Iterable<Line> {
  for (let line = lineAfter(from); line !== undefined && wanted(line); line = lineAfter(line)) yield line;
}

function lastOf(lines: Iterable<Line>): Line | undefined {
  let last: Line | undefined;
  for (const line of lines) last = line;
  return last;
}

/** The key that the entry stands below, where it is the first there. */
function parentOf(first: Line): Line | undefined {
  const line = lineBefore(lastOf(above(first, isBetween)) ?? first);
  return line !== undefined && line.level < first.level && /^[^-].*:\s*(?:#.*)?$/.test(line.content) ? line : undefined;
}

/** Nothing else stands behind it on its level. */
function isLastIn(last: Line, level: number): boolean {
  const line = lineAfter(lastOf(below(last, isBetween)) ?? last);
  return line === undefined || line.level < level;
}

function isBetween(line: Line): boolean {
  return isBlank(line) || isComment(line);
}

function isBlank({ content }: Line): boolean {
  return content === '';
}

function isComment({ content }: Line): boolean {
  return content.startsWith('#');
}
