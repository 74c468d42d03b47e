import { type Edit, type Span, toSpan } from '../text/span';
import { linesOfEntry } from './entryLines';

/** A key with its value, to be written into the author's file: a text as YAML, or keys of its own. */
export interface NewEntry {
  readonly key: string;
  readonly value: string | readonly NewEntry[];
}

/** A key that stands in the file, and the end of its value. */
export interface Place {
  readonly key: Span;
  readonly end: number;
}

/** Writes entries behind one that is there, on the same level: lines of their own, or in the braces it stands in. */
export function insertBehind(text: string, place: Place, entries: readonly NewEntry[]): Edit {
  const end = trimmedEnd(text, place.key.start, place.end);
  if (isInBraces(text, place.key.start, end)) {
    return { span: toSpan(end, end), text: entries.map((entry) => `, ${inBraces(entry)}`).join('') };
  }
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = ' '.repeat(columnOf(text, place.key.start));
  const lines = entries.flatMap((entry) => toLines(entry, indent));
  const at = lineEnd(text, end);
  return { span: toSpan(at, at), text: lines.map((line) => newline + line).join('') };
}

/** Takes an entry out, with its lines where it has them for itself, else with its comma. */
export function removeEntry(text: string, entry: { readonly idSpan: Span; readonly span: Span }): Edit {
  const start = entry.idSpan.start;
  const end = trimmedEnd(text, start, entry.span.end);
  if (!isInBraces(text, start, end)) return { span: linesOfEntry(text, start, end), text: '' };
  const comma = /^\s*,\s*/.exec(text.slice(end));
  if (comma !== null) return { span: toSpan(start, end + comma[0].length), text: '' };
  const before = /,\s*$/.exec(text.slice(Math.max(0, start - 200), start));
  return { span: toSpan(before === null ? start : start - before[0].length, end), text: '' };
}

/** Puts one word in the place of a list, which may be in brackets, in lines with dashes, or a word already. */
export function replaceList(text: string, key: Span, items: readonly Span[], word: string): Edit | undefined {
  const colon = /^["']?\s*:/.exec(text.slice(key.end, key.end + 20));
  if (colon === null) return undefined;
  const start = key.end + colon[0].length;
  const first = items[0]?.start ?? text.length;
  const last = items.at(-1)?.end ?? start;
  const bracket = /^\s*\[/.exec(text.slice(start, Math.max(first, start + 100)));
  const quote = /^["']/.exec(text.slice(last, last + 1))?.[0].length ?? 0;
  if (bracket === null) return items.length === 0 ? undefined : { span: toSpan(start, last + quote), text: ` ${word}` };
  const close = text.indexOf(']', last);
  return close < 0 ? undefined : { span: toSpan(start, close + 1), text: ` ${word}` };
}

/** An id that is not taken yet. */
export function freshId(wanted: string, taken: { has(id: string): boolean }): string {
  for (let at = 1; ; at++) {
    const id = at === 1 ? wanted : `${wanted}_${at}`;
    if (!taken.has(id)) return id;
  }
}

/** A text as YAML reads it back, quoted where it must be. */
export function toScalar(text: string): string {
  const plain = /^[\p{L}][\p{L}\p{N} _.,?!。、？！-]*$/u.test(text) && !/\s$/.test(text) && !isReserved(text);
  return plain && !text.includes(', ') ? text : JSON.stringify(text);
}

function isReserved(text: string): boolean {
  return /^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
}

/** Without the line breaks and spaces that a parser counts to a block. */
function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  if (at < 0) return text.length;
  return text[at - 1] === '\r' && at > from ? at - 1 : at;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** In braces something stands before the key on its line, or a comma or the brace behind the value. */
function isInBraces(text: string, start: number, end: number): boolean {
  let before = start - 1;
  while (before >= 0 && /[ \t?-]/.test(text[before] ?? '')) before--;
  if (before >= 0 && !/[\r\n]/.test(text[before] ?? '')) return true;
  return /^\s*[,}]/.test(text.slice(end, end + 200));
}

/** The lines of an entry on its own level. */
export function toLines({ key, value }: NewEntry, indent = ''): readonly string[] {
  if (typeof value === 'string') return [`${indent}${key}: ${value}`];
  return [`${indent}${key}:`, ...value.flatMap((entry) => toLines(entry, `${indent}  `))];
}

function inBraces({ key, value }: NewEntry): string {
  if (typeof value === 'string') return `${key}: ${value}`;
  return `${key}: { ${value.map(inBraces).join(', ')} }`;
}
