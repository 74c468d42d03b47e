import type { LineIndex } from '../text/lineIndex';
import { type Edit, type Span, toSpan } from '../text/span';
import { quoteEdits } from './quote';
import { readLine, valueEnd } from './readLine';
import type { Slip } from './slip';
import { slipsIn } from './slips';
import { indentSlips } from './structureSlips';
import { fittingIndents, indentOf, narrowed } from './wide';

/** A slip that may have been made, with its places in the file. */
export interface Candidate {
  readonly code: string;
  readonly line: number;
  readonly span: Span;
  readonly values?: readonly string[];
  readonly edits: readonly Edit[];
  readonly safe: boolean;
}

/** What may be wrong on the line, and how it would be mended. Mending may reach other lines. */
export function* candidatesOn(lines: LineIndex, line: number): Iterable<Candidate> {
  const text = lines.line(line);
  if (text.trim() === '') return;
  const indents = indentsAround(lines, line);
  const around = { indents, below: indents.at(-1) ?? 0, fitting: fittingIndents(lines, line) };
  for (const slip of slipsIn(text, around)) {
    const candidate = inFile(lines, line, slip);
    if (slip.code === 'bullet') yield* sameBullets(lines, candidate, slip.from);
    yield candidate;
    if (slip.code === 'tab-indent') yield everyLine(lines, candidate, /^\t[ \t]*/, (tabs) => tabs.replace(/\t/g, '  '));
    if (slip.code === 'wide-space') yield everyLine(lines, candidate, /^[\u3000\u00a0]+/, narrowed);
    if (slip.code.startsWith('unclosed')) yield* closedLater(lines, candidate, text);
  }
  yield* emptyLines(lines, line, text);
  const bracket = /^\s*(?=[\]}])/.exec(text)?.[0];
  if (bracket !== undefined) {
    const deeper = ' '.repeat(Math.max(bracket.length, ...indents) + 2);
    yield inFile(lines, line, {
      code: 'bracket-indent',
      from: bracket.length,
      to: bracket.length + 1,
      values: [text[bracket.length] ?? ']'],
      edits: [{ span: { start: 0, end: bracket.length }, text: deeper }],
      safe: true,
    });
  }
}

/** Lines that stand under nothing: alone, and with those that belong to them. */
export function* misplaced(lines: LineIndex, line: number): Iterable<Candidate> {
  const text = lines.line(line);
  const own = indentOf(text);
  for (const slip of indentSlips(text, indentsAround(lines, line))) {
    const candidate = inFile(lines, line, slip);
    yield candidate;
    const delta = (slip.edits[0]?.text.length ?? own) - own;
    const edits: Edit[] = [...candidate.edits];
    for (let at = line + 1; at < lines.lineCount && at < line + 200; at++) {
      const below = lines.line(at);
      if (below.trim() === '') continue;
      const indent = indentOf(below);
      if (indent < own || indent + delta < 0) break;
      const start = lines.lineStart(at);
      edits.push({ span: toSpan(start, start + indent), text: ' '.repeat(indent + delta) });
    }
    if (edits.length > 1) yield { ...candidate, edits };
  }
}

/** Nothing mends the line: its value as text, so that its key stays; then nothing of it. */
export function* lastResorts(lines: LineIndex, line: number): Iterable<Candidate> {
  const text = lines.line(line);
  const { value, key, indent } = readLine(text);
  const unreadable = { code: 'unreadable', from: indent, to: indent + 1, safe: false };
  if (value !== undefined && key !== undefined && !/^["']/.test(text.slice(value)))
    yield inFile(lines, line, { ...unreadable, edits: quoteEdits(text, value, valueEnd(text, value)) });
  yield inFile(lines, line, { ...unreadable, edits: [{ span: { start: 0, end: text.length }, text: '' }] });
}

/** Of up to six lines above, the nearest first, and of the next line, which stands last. */
function indentsAround(lines: LineIndex, line: number): readonly number[] {
  const indents: number[] = [];
  for (let at = line - 1; at >= 0 && at > line - 30 && indents.length < 6; at--) {
    const text = lines.line(at);
    if (text.trim() === '') continue;
    indents.push(indentOf(text));
    // Below a key, one step further in.
    if (indents.length === 1 && /:\s*$/.test(text)) indents.push(readLine(text).content + 2);
  }
  for (let at = line + 1; at < lines.lineCount && at < line + 30; at++) {
    const text = lines.line(at);
    if (text.trim() !== '') return [...indents, indentOf(text)];
  }
  return [...indents, 0];
}

function inFile(lines: LineIndex, line: number, { code, from, to, values, edits, safe }: Slip): Candidate {
  const start = lines.lineStart(line);
  const moved = ({ span, text }: Edit) => ({ span: toSpan(start + span.start, start + span.end), text });
  return {
    code,
    line,
    span: toSpan(start + from, start + Math.max(from, to)),
    edits: edits.map(moved),
    safe,
    ...(values && { values }),
  };
}

/** The same slip at the very start of every further line: a file that was indented so throughout. */
function everyLine(
  lines: LineIndex,
  candidate: Candidate,
  pattern: RegExp,
  mend: (spaces: string) => string,
): Candidate {
  const edits = [...candidate.edits];
  for (let at = candidate.line + 1; at < lines.lineCount; at++) {
    const spaces = pattern.exec(lines.line(at))?.[0];
    const start = lines.lineStart(at);
    if (spaces !== undefined) edits.push({ span: toSpan(start, start + spaces.length), text: mend(spaces) });
  }
  return { ...candidate, edits };
}

/** The same sign in front of the lines below: a whole list. */
function* sameBullets(lines: LineIndex, candidate: Candidate, indent: number): Iterable<Candidate> {
  const [sign] = candidate.values ?? [];
  const edits = [...candidate.edits];
  for (let at = candidate.line + 1; at < lines.lineCount; at++) {
    const text = lines.line(at);
    const mark = /^( *)([-－・•●])[ \u3000]*(?=[^\s-])/.exec(text);
    if (mark === null || mark[1]?.length !== indent || mark[2] !== sign || /^ *- /.test(text)) break;
    const start = lines.lineStart(at);
    edits.push({ span: toSpan(start + indent, start + mark[0].length), text: '- ' });
  }
  if (edits.length > 1) yield { ...candidate, edits };
}

/** What was opened here goes on over the lines that are indented further. */
function* closedLater(lines: LineIndex, candidate: Candidate, text: string): Iterable<Candidate> {
  let last = candidate.line;
  for (let at = candidate.line + 1; at < lines.lineCount && at < candidate.line + 50; at++) {
    const below = lines.line(at);
    if (below.trim() === '') continue;
    if (indentOf(below) <= indentOf(text)) break;
    last = at;
  }
  const mark = candidate.edits.at(-1)?.text;
  if (last === candidate.line || mark === undefined) return;
  const end = lines.lineStart(last) + lines.line(last).trimEnd().length;
  yield { ...candidate, edits: [{ span: toSpan(end, end), text: mark }] };
}

/** An empty line with more spaces than the text block below it. */
function* emptyLines(lines: LineIndex, line: number, text: string): Iterable<Candidate> {
  if (!/[|>][-+]?\s*$/.test(text)) return;
  const edits: Edit[] = [];
  for (let at = line + 1; at < lines.lineCount && lines.line(at).trim() === ''; at++)
    edits.push({ span: toSpan(lines.lineStart(at), lines.lineEnd(at)), text: '' });
  const [first] = edits;
  if (first !== undefined && edits.some(({ span }) => span.end > span.start))
    yield { code: 'spaces-in-block', line: line + 1, span: first.span, edits, safe: true };
}
