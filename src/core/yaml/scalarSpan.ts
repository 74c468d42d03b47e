import { type Span, toSpan } from '../text/span';
import type { YamlScalar } from './tree';

/** A run of characters that stand in the file as they are in the decoded text. */
interface Run {
  readonly decoded: number;
  readonly written: number;
  readonly length: number;
}

/**
 * The place in the file of `scalar.text.slice(from, to)`. Cut at the end of the line on which it begins, since a finding
 * stays on one line. What came through an alias is the alias.
 */
export function spanInScalar(text: string, scalar: YamlScalar, from: number, to: number): Span {
  return spansInScalar(text, scalar)(from, to);
}

/** The same for many places in one text: what they have in common is worked out once, when first asked for. */
export function spansInScalar(text: string, scalar: YamlScalar): (from: number, to: number) => Span {
  const { span, style } = scalar;
  if (style === 'missing' || isAlias(text, scalar)) return () => span;
  let known: readonly Run[] | undefined;
  return (from, to) => {
    known ??= runsOf(text, scalar);
    return spanInRuns(text, known, from, to) ?? span;
  };
}

function spanInRuns(text: string, runs: readonly Run[], from: number, to: number): Span | undefined {
  const first = runAt(runs, from);
  const run = runs[first] ?? runs.at(-1);
  if (run === undefined) return undefined;
  const start = run.written + Math.min(Math.max(from - run.decoded, 0), run.length);
  let end = start;
  for (let at = first; at < runs.length; at++) {
    const { decoded, written, length } = runs[at] ?? run;
    if (decoded >= to || /[\r\n]/.test(text.slice(end, written))) break;
    end = Math.max(end, written + Math.min(length, to - decoded));
  }
  return toSpan(start, end);
}

/** The first run that ends behind the offset; they stand in order. */
function runAt(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run !== undefined && offset < run.decoded + run.length) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isAlias(text: string, { span, style }: YamlScalar): boolean {
  const first = text[span.start];
  if (style === 'plain') return first === '*';
  return !(style === 'single' ? "'" : style === 'double' ? '"' : '|>').includes(first ?? ' ');
}

function runsOf(text: string, scalar: YamlScalar): readonly Run[] {
  const { span, style } = scalar;
  if (style === 'single' || style === 'double') return quotedRuns(text, span.start + 1, span.end - 1, style);
  if (style === 'plain' && span.end - span.start === scalar.text.length)
    return [{ decoded: 0, written: span.start, length: scalar.text.length }];
  return lineRuns(text, scalar);
}

/** Plain text over several lines and blocks: each line stands in the decoded text as a whole, in order. */
function lineRuns(text: string, { span, style, text: decoded }: YamlScalar): readonly Run[] {
  const isBlock = style !== 'plain';
  const runs: Run[] = [];
  let cursor = 0;
  let indent: number | undefined;
  for (const line of linesOf(text, span.start, span.end)) {
    const isHeader = isBlock && line.start === span.start;
    let written = text.slice(line.start, line.end);
    if (isHeader || written.trim() === '') continue;
    if (isBlock) {
      // The first line tells how far the block is indented, also where its header says so.
      indent ??= indentOf(written, decoded.replace(/^\n+/, ''));
      written = written.slice(indent);
    } else written = written.trim();
    const at = decoded.indexOf(written, cursor);
    if (at < 0) continue;
    const offset = isBlock
      ? line.start + (indent ?? 0)
      : line.start + text.slice(line.start, line.end).indexOf(written);
    runs.push({ decoded: at, written: offset, length: written.length });
    cursor = at + written.length;
  }
  return runs;
}

function indentOf(line: string, decoded: string): number {
  for (let indent = 0; indent < line.length; indent++) if (decoded.startsWith(line.slice(indent))) return indent;
  return line.length - line.trimStart().length;
}

function* linesOf(text: string, from: number, to: number): Iterable<{ start: number; end: number }> {
  let start = from;
  while (start < to) {
    let end = start;
    while (end < to && text[end] !== '\n' && text[end] !== '\r') end++;
    yield { start, end };
    start = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
  }
}

/**
 * Inside quotes: escapes stand for one character (or none), and a line break with the space around it for one space. Space
 * before a break is only looked at from the break, so that long runs of space are read once.
 */
function quotedRuns(text: string, from: number, to: number, style: 'single' | 'double'): readonly Run[] {
  const special = style === 'single' ? /''|\r\n|\r|\n/g : /\\(?:x..|u.{4}|U.{8}|\r\n|\r|\n|.)|\r\n|\r|\n/gs;
  const runs: Run[] = [];
  let decoded = 0;
  let written = from;
  const push = (end: number) => {
    if (end > written) runs.push({ decoded, written, length: end - written });
    decoded += end - written;
  };
  special.lastIndex = from;
  for (let match = special.exec(text); match !== null && match.index < to; match = special.exec(text)) {
    const isBreak = /[\r\n]$/.test(match[0]);
    const isEscape = match[0].startsWith('\\');
    let start = match.index;
    let end = start + match[0].length;
    if (isBreak) {
      while (!isEscape && start > written && isSpace(text[start - 1])) start--;
      while (end < to && /\s/.test(text[end] ?? '')) end++;
      special.lastIndex = end;
    }
    push(start);
    const length = decodedLength(text.slice(start, end), isEscape);
    if (length > 0) runs.push({ decoded, written: start, length: Math.min(length, end - start) });
    decoded += length;
    written = end;
  }
  push(to);
  return runs;
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function decodedLength(sequence: string, isEscape: boolean): number {
  const breaks = sequence.match(/\r\n|\r|\n/g)?.length ?? 0;
  if (isEscape && breaks > 0) return 0;
  if (isEscape) return sequence[1] === 'U' && Number.parseInt(sequence.slice(2), 16) > 0xffff ? 2 : 1;
  return breaks > 1 ? breaks - 1 : 1;
}
