import type { Part } from '../../core/schema/shape';
import type { LineIndex, Position } from '../../core/text/lineIndex';
import { closingQuote } from '../../core/yaml/quote';
import { type LineParts, readLine, valueEnd } from '../../core/yaml/readLine';
import { type Keys, keysAround, unquoted } from './keysAround';
import { readInline } from './readInline';

/** Where the caret stands. Read from lines and indents, so that it is right in text that is half typed. */
export interface Caret {
  /** Keys and list places from the top of the file to what is being written. */
  readonly path: readonly Part[];
  /**
   * `slot`: where a key, an entry of a list or a value may begin, as the language has it there. `value`: behind a key.
   * `text`: in words that run over lines. `comment`: behind a `#`.
   */
  readonly at: 'slot' | 'value' | 'text' | 'comment';
  /** Columns of the caret's line: what is being written, up to the caret and as a whole. */
  readonly from: number;
  readonly caret: number;
  readonly to: number;
  readonly line: string;
  /** The quote that it stands in. */
  readonly quote: string;
  /** In brackets or braces. */
  readonly inline: boolean;
  /** A colon follows already. */
  readonly colon: boolean;
  /** Right behind the colon, where a space is missing. */
  readonly tight: boolean;
  /** Of a key that would be written here. */
  readonly indent: number;
  /** A dash stands before it on its line. */
  readonly dashed: boolean;
  /** The keys of the map that the path's part at `depth` is in, with those of their values that are on one line. */
  readonly keys: (depth: number) => Keys;
}

interface Frame {
  readonly part: Part;
  readonly keys: () => Keys;
}

const noKeys: Keys = new Map();

export function readCaret(lines: LineIndex, position: Position): Caret | undefined {
  const line = lines.line(position.line);
  const caret = Math.min(position.character, line.length);
  const isBlank = line.trim() === '';
  const parts = readLine(line);
  if (!isBlank && caret < parts.indent) return undefined;
  const column = isBlank ? caret : parts.indent;
  const above = framesAbove(lines, position.line, column);
  const base = { caret, line, to: line.length, quote: '', inline: false, colon: false, tight: false, dashed: false };
  if (above.opener !== undefined) {
    return insideOpened(lines, position, above.frames, above.opener, { ...base, indent: column });
  }
  const frames = [...above.frames];
  const dashes = dashColumns(line, Math.min(parts.content, caret));
  for (const dash of dashes) frames.push({ part: itemsBefore(lines, position.line, dash), keys: () => noKeys });
  const indent = isBlank ? caret : parts.content;
  const slot = { ...base, indent, dashed: dashes.length > 0 };
  const inMap = () => keysAround(lines, position.line, indent);
  if (isBlank) return toCaret(frames, inMap, { ...slot, at: 'slot', from: caret });
  if (line[parts.content] === '#') return toCaret(frames, inMap, { ...slot, at: 'comment', from: parts.content + 1 });
  if (caret < parts.content) return undefined;
  if (parts.key !== undefined) {
    if (caret <= parts.key.to) return toCaret(frames, inMap, { ...slot, at: 'slot', ...parts.key, colon: true });
    frames.push({ part: keyText(line, parts), keys: inMap });
    return onValue(lines, position, frames, colonAfter(line, parts) + 1, slot);
  }
  // Brackets, or words that are the beginning of a key or all of a value.
  if ('[{"\''.includes(line[parts.content] ?? ' ')) return onValue(lines, position, frames, parts.content, slot, inMap);
  return toCaret(frames, inMap, { ...slot, at: 'slot', from: parts.content, to: valueEnd(line, parts.content) });
}

type Rest = Omit<Caret, 'path' | 'keys'>;

function toCaret(frames: readonly Frame[], inMap: () => Keys, rest: Rest): Caret | undefined {
  // In the space behind what is written nothing replaces it.
  const to = Math.max(rest.to, rest.caret);
  const from = Math.min(rest.from, rest.caret);
  const path = frames.map(({ part }) => part);
  return {
    ...rest,
    from,
    to,
    path,
    keys: (depth) => (depth < frames.length ? (frames[depth]?.keys() ?? noKeys) : inMap()),
  };
}

/** Behind a colon or a dash: `at` is the first column that may be the value's. */
function onValue(
  lines: LineIndex,
  position: Position,
  frames: readonly Frame[],
  at: number,
  rest: Omit<Rest, 'at' | 'from'>,
  inMap: () => Keys = () => noKeys,
): Caret | undefined {
  const { line, caret } = rest;
  let start = at;
  while (start < caret && (line[start] === ' ' || line[start] === '\t')) start++;
  const first = line[start];
  const offset = lines.lineStart(position.line);
  if (caret > start && (first === '[' || first === '{')) {
    const found = insideOpened(lines, position, frames, { kind: 'inline', start: offset + start }, rest);
    if (found !== undefined) return found;
  }
  if (caret > start && (first === '"' || first === "'")) {
    const close = closingQuote(line, start);
    if (close >= 0 && close < caret) return undefined;
    const to = close < 0 ? line.length : close;
    return toCaret(frames, inMap, { ...rest, at: 'value', from: start + 1, to, quote: first });
  }
  const end = Math.max(start, valueEnd(line, start));
  const hash = line.indexOf('#', end);
  if (hash >= 0 && hash < caret) return toCaret(frames, inMap, { ...rest, at: 'comment', from: hash + 1 });
  if (/^[|>]/.test(first ?? '')) return undefined;
  const to = line[start] === '#' ? start : end;
  return toCaret(frames, inMap, { ...rest, at: 'value', from: start, to, tight: caret === at && line[at - 1] === ':' });
}

/** What began on a line above, or before the caret, and has not ended there. */
type Opener = { readonly kind: 'inline' | 'quote' /** Offset. */; readonly start: number } | { readonly kind: 'text' };

function insideOpened(
  lines: LineIndex,
  position: Position,
  frames: readonly Frame[],
  opener: Opener,
  rest: Omit<Rest, 'at' | 'from'>,
): Caret | undefined {
  const { line, caret } = rest;
  const lineStart = lines.lineStart(position.line);
  if (opener.kind !== 'inline') return toCaret(frames, () => noKeys, { ...rest, at: 'text', from: 0 });
  const found = readInline(lines.text, opener.start, lineStart + caret);
  if (found === undefined) return undefined;
  const all = [...frames, ...found.frames.map(({ part, keys }) => ({ part, keys: () => keys }))];
  const from = Math.max(0, found.from - lineStart);
  if (found.at === 'comment') return toCaret(all, () => found.keys, { ...rest, at: 'comment', from, inline: true });
  const end = found.quote === '' ? /^[^,[\]{}#:"']*/.exec(line.slice(caret))?.[0].trimEnd().length : undefined;
  const to = caret + (end ?? Math.max(0, line.slice(caret).indexOf(found.quote)));
  return toCaret(all, () => found.keys, {
    ...rest,
    at: found.at,
    from,
    to,
    quote: found.quote,
    inline: true,
    colon: found.at === 'slot' && /^["']?\s*:/.test(line.slice(to)),
  });
}

/** The keys and list places that a line with this indent stands below, outermost first. */
function framesAbove(lines: LineIndex, from: number, column: number): { frames: readonly Frame[]; opener?: Opener } {
  const frames: Frame[] = [];
  let opener: Opener | undefined;
  let within = column;
  // Behind a dash: a key in the same column as the dash is what the list belongs to.
  let place: number | undefined;
  for (let at = from - 1; at >= 0 && (within > 0 || place !== undefined); at--) {
    const line = lines.line(at);
    const parts = readLine(line);
    const { indent, content, key } = parts;
    if (line[content] === '#' || line.trim() === '') continue;
    const isItem = content > indent;
    const limit = place === undefined ? within - 1 : within;
    if (indent > limit) continue;
    let isAbove = false;
    if (key !== undefined && content <= limit) {
      if (place !== undefined) frames.push({ part: place, keys: () => noKeys });
      place = undefined;
      const column = content;
      frames.push({ part: keyText(line, parts), keys: () => keysAround(lines, at, column) });
      within = content;
      isAbove = true;
    }
    if (isItem && place !== undefined && indent === within) {
      place += 1;
      continue;
    }
    if (isItem && indent < within) {
      if (place !== undefined) frames.push({ part: place, keys: () => noKeys });
      place = 0;
      within = indent;
      isAbove ||= key === undefined;
    }
    const opened = isAbove ? openedBy(lines, at, parts) : undefined;
    if (opened === undefined) continue;
    // All that looked like keys below it is part of what it began.
    opener = opened;
    const own = frames.at(-1);
    frames.length = 0;
    if (own !== undefined && key !== undefined) frames.push(own);
  }
  if (place !== undefined) frames.push({ part: place, keys: () => noKeys });
  return { frames: frames.reverse(), ...(opener && { opener }) };
}

/** What the value on a line begins and does not end there. */
function openedBy(lines: LineIndex, at: number, { value }: LineParts): Opener | undefined {
  if (value === undefined) return undefined;
  const line = lines.line(at);
  const first = line[value] ?? '';
  const start = lines.lineStart(at) + value;
  if (first === '|' || first === '>') return { kind: 'text' };
  if (first === '[' || first === '{') return { kind: 'inline', start };
  if (first === '"' || first === "'") return closingQuote(line, value) < 0 ? { kind: 'quote', start } : undefined;
  // Words that go on below: nothing but a comment, or what YAML puts before a map, leaves room for one.
  return /^(?:#|[&!]\S*\s*$)/.test(line.slice(value)) ? undefined : { kind: 'text' };
}

/** The dashes in front of what the line says. */
function dashColumns(line: string, before: number): readonly number[] {
  const columns: number[] = [];
  for (let at = 0; at < before; at++) if (line[at] === '-') columns.push(at);
  return columns;
}

/** Entries of the same list above this line. */
function itemsBefore(lines: LineIndex, from: number, column: number): number {
  let count = 0;
  for (let at = from - 1; at >= 0; at--) {
    const line = lines.line(at);
    const { indent, content } = readLine(line);
    if (line.trim() === '' || indent > column) continue;
    if (indent < column || content === indent) break;
    count++;
  }
  return count;
}

export function keyText(line: string, { key }: LineParts): string {
  return key === undefined ? '' : unquoted(line.slice(key.from, key.to));
}

function colonAfter(line: string, { key }: LineParts): number {
  return line.indexOf(':', key?.to ?? 0);
}
