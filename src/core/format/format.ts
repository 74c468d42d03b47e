import { LineIndex } from '../text/lineIndex';
import { applyEdits, type Edit, smallestEdit } from '../text/span';
import { toData } from '../yaml/data';
import { parseYaml } from '../yaml/parse';
import type { YamlDocument } from '../yaml/tree';
import { type Column, type Layout, layOut, Unusual } from './layout';

/**
 * Edits, line by line, after which a playbook looks as playbooks do: two spaces a level, one behind a colon or a dash,
 * no space at the end of a line, no more than one empty line, one line end at the end. Order, comments, quotes and line
 * breaks stay, and what is inside a text block stays to the letter. Undefined where the text can't be read, or is written
 * in a way that is left alone: what it says is never at stake.
 */
export function formatEdits(document: YamlDocument): readonly Edit[] | undefined {
  if (document.problems.length > 0) return undefined;
  const edits = editsOf(document);
  if (edits === undefined) return undefined;
  return edits.length === 0 || saysTheSame(document, parseYaml(applyEdits(document.text, edits))) ? edits : undefined;
}

function editsOf(document: YamlDocument): readonly Edit[] | undefined {
  const { text } = document;
  const lines = new LineIndex(text);
  try {
    const layout = layOut(document, lines);
    return lineEdits(lines, layout, usualLineEnd(text));
  } catch (error) {
    if (error instanceof Unusual) return undefined;
    throw error;
  }
}

/** The line end that most lines have. */
function usualLineEnd(text: string): string {
  const windows = text.split('\r\n').length - 1;
  const all = text.split('\n').length - 1;
  return windows * 2 > all ? '\r\n' : '\n';
}

function lineEdits(lines: LineIndex, layout: Layout, lineEnd: string): readonly Edit[] {
  const edits: Edit[] = [];
  const gaps = layout.gaps.toSorted((a, b) => a.span.start - b.span.start);
  let gap = 0;
  const columns = nextColumns(lines, layout);
  let before: Column | undefined;
  let wasBlank = true;
  const last = lastLine(lines, layout);
  for (let at = 0; at < lines.lineCount; at++) {
    const start = lines.lineStart(at);
    const end = at + 1 < lines.lineCount ? lines.lineStart(at + 1) : lines.text.length;
    const line = lines.line(at);
    const own: Edit[] = [];
    for (let next = gaps[gap]; next !== undefined && next.span.start < end; next = gaps[++gap]) own.push(next);
    const column = layout.columns.get(at);
    const isBlank = line.trim() === '' && !layout.moves.has(at);
    // At most one empty line, none at either end of the file.
    const isDropped = isBlank && (wasBlank || at > last);
    wasBlank = isBlank;
    let changed: string;
    if (isDropped) changed = '';
    else {
      const words = inLine(line, start, own);
      changed = newLine(words, { line: at, layout, column, before, next: columns[at] }) + (at > last ? '' : lineEnd);
    }
    before = column ?? before;
    const old = lines.text.slice(start, end);
    if (changed !== old) edits.push(smallestEdit({ start, end }, old, changed));
  }
  return edits;
}

interface Place {
  readonly line: number;
  readonly layout: Layout;
  readonly column: Column | undefined;
  /** Of the last entry above. */
  readonly before: Column | undefined;
  /** Of the next entry below. */
  readonly next: Column | undefined;
}

function newLine(text: string, { line, layout, column, before, next }: Place): string {
  const move = layout.moves.get(line);
  if (move !== undefined && column === undefined) return moved(text, move);
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const words = text.slice(mark.length).trim();
  if (words === '') return mark;
  if (column !== undefined) return mark + ' '.repeat(column.now) + words;
  if (!words.startsWith('#')) return text.trimEnd();
  return mark + ' '.repeat(commentColumn(text.length - text.trimStart().length, before, next)) + words;
}

/** A comment stands with what comes below it; one that is deeper than that belongs to what is above and as deep. */
function commentColumn(old: number, before: Column | undefined, next: Column | undefined): number {
  let best = next !== undefined && next.old <= old ? next : undefined;
  for (let column = before; column !== undefined && column.old >= 0; column = column.outer) {
    if (column.old <= old && (best === undefined || column.old > best.old)) best = column;
  }
  return (best ?? next)?.now ?? 0;
}

function moved(line: string, by: number): string {
  const indent = line.search(/[^ ]/);
  // A line of nothing but spaces counts only as far as it goes beyond the text around it.
  if (indent < 0) return by < 0 ? line.slice(-by) : line === '' ? '' : ' '.repeat(by) + line;
  return by < 0 ? line.slice(Math.min(indent, -by)) : ' '.repeat(by) + line;
}

/** For each line the next entry at or below it. */
function nextColumns(lines: LineIndex, { columns }: Layout): readonly (Column | undefined)[] {
  const next: (Column | undefined)[] = [];
  let column: Column | undefined;
  for (let at = lines.lineCount - 1; at >= 0; at--) {
    column = columns.get(at) ?? column;
    next[at] = column;
  }
  return next;
}

/** The last line that says something. */
function lastLine(lines: LineIndex, { moves }: Layout): number {
  let at = lines.lineCount - 1;
  while (at > 0 && lines.line(at).trim() === '' && !moves.has(at)) at--;
  return at;
}

function inLine(line: string, start: number, gaps: readonly Edit[]): string {
  return applyEdits(
    line,
    gaps.map(({ span, text }) => ({ span: { start: span.start - start, end: span.end - start }, text })),
  );
}

function saysTheSame(before: YamlDocument, after: YamlDocument): boolean {
  if (after.problems.length > 0 || before.comments.length !== after.comments.length) return false;
  const words = ({ comments }: YamlDocument) => comments.map(({ text }) => text).join('\n');
  const data = ({ root }: YamlDocument) => JSON.stringify(root === undefined ? null : toData(root));
  return words(before) === words(after) && data(before) === data(after);
}
