import type { LineIndex } from '../core/text/lineIndex';
import type { BlockTextParams } from '../protocol/authoring';

/** Keys whose text may have many lines. Below `variants` every channel's has. */
const blockKeys: ReadonlySet<string> = new Set(['body', 'caption', 'story', 'phone', 'dm', 'chat']);

/** A draft of several lines from a mail or a chat, pasted where a text may stand; undefined where it goes in as it is. */
export function provideBlockText(
  lines: LineIndex,
  { text, start, end }: Omit<BlockTextParams, 'uri'>,
): string | undefined {
  const pasted = tidy(text);
  if (pasted.length < 2) return undefined;
  const before = lines.line(start.line).slice(0, start.character);
  const after = lines.line(end.line).slice(end.character);
  const indent = /^ */.exec(before)?.[0].length ?? 0;
  const inBlock = blockIndentAt(lines, start.line);
  if (inBlock !== undefined) {
    const [first = '', ...more] = pasted;
    const lead = before.trim() === '' ? ' '.repeat(Math.max(0, inBlock - start.character)) : '';
    return [lead + first, ...more.map((line) => shift(line, inBlock))].join('\n');
  }
  const key = keyBefore(before);
  if (key === undefined || after.trim() !== '') return undefined;
  if (!blockKeys.has(key) && keyAbove(lines, start.line, indent) !== 'variants') return undefined;
  const space = before.endsWith(' ') ? '' : ' ';
  return `${space}|\n${pasted.map((line) => shift(line, indent + 2)).join('\n')}`;
}

/** One kind of line end, no tabs, nothing invisible, no margin, no empty lines around. */
function tidy(text: string): readonly string[] {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, '  ')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u200b\ufeff]/g, '')
    .split('\n')
    .map((line) => line.trimEnd());
  const from = lines.findIndex((line) => line !== '');
  if (from < 0) return [];
  const written = lines.slice(from, lines.findLastIndex((line) => line !== '') + 1);
  let margin = Number.POSITIVE_INFINITY;
  for (const line of written) if (line !== '') margin = Math.min(margin, line.length - line.trimStart().length);
  // A block takes its indent from its first line.
  return written.map((line, at) => (at === 0 ? line.trimStart() : line.slice(margin)));
}

function shift(line: string, indent: number): string {
  return line === '' ? '' : ' '.repeat(indent) + line;
}

/** The key that a line ends with, with or without the sign of a block. */
function keyBefore(before: string): string | undefined {
  return /^ *(?:- )?["']?([\p{L}_][\p{L}\p{N}_-]*)["']?: *$/u.exec(before)?.[1];
}

function keyAbove(lines: LineIndex, line: number, indent: number): string | undefined {
  for (let at = line - 1; at >= 0; at--) {
    const text = lines.line(at);
    const found = /^( *)["']?([\p{L}_][\p{L}\p{N}_-]*)["']?:/u.exec(text);
    if (found !== null && (found[1]?.length ?? 0) < indent) return found[2];
  }
  return undefined;
}

/** The indent of the block text that a line is in: all lines up to the one that opens it stand further in than that. */
function blockIndentAt(lines: LineIndex, line: number): number | undefined {
  let least = Number.POSITIVE_INFINITY;
  for (let at = line; at >= 0 && least > 0; at--) {
    const text = lines.line(at);
    if (text.trim() === '') continue;
    const indent = indentOfLine(text);
    const opens = at < line && indent < least && /[:-] *[|>][+-]?\d?[+-]? *(?:#.*)?$/.test(text);
    if (opens) return Number.isFinite(least) ? least : indent + 2;
    least = Math.min(least, indent);
  }
  return undefined;
}

function indentOfLine(text: string): number {
  return text.length - text.trimStart().length;
}
