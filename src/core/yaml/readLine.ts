import { closingQuote } from './quote';

/** The parts of a line as most lines have them: spaces and dashes, a key, a colon, a value. */
export interface LineParts {
  /** Where the first character stands that is no space. */
  readonly indent: number;
  /** Behind the dashes. */
  readonly content: number;
  readonly key: { readonly from: number; readonly to: number } | undefined;
  /** Where the value begins; undefined where there is none, or where the line continues another. */
  readonly value: number | undefined;
}

/** Reads from left to right once, so that no line can be slow. */
export function readLine(line: string): LineParts {
  const indent = skipSpace(line, 0);
  let content = indent;
  while (line[content] === '-' && isSpace(line[content + 1])) content = skipSpace(line, content + 1);
  const isItem = content > indent;
  const colon = keyColon(line, content);
  if (colon < 0)
    return { indent, content, key: undefined, value: isItem && content < line.length ? content : undefined };
  let to = colon;
  while (to > content && isSpace(line[to - 1])) to--;
  const value = skipSpace(line, colon + 1);
  return { indent, content, key: { from: content, to }, value: value < line.length ? value : undefined };
}

/** The colon behind the key that begins here; -1 where no key does. */
function keyColon(line: string, from: number): number {
  const first = line[from];
  if (first === undefined || '#[]{},'.includes(first)) return -1;
  if (first === '"' || first === "'") {
    const close = closingQuote(line, from);
    const colon = close < 0 ? -1 : skipSpace(line, close + 1);
    return line[colon] === ':' ? colon : -1;
  }
  for (let at = from; at < line.length; at++) {
    if (line[at] === '#' && isSpace(line[at - 1])) return -1;
    if (line[at] === ':' && (at + 1 === line.length || isSpace(line[at + 1]))) return at > from ? at : -1;
  }
  return -1;
}

export function skipSpace(line: string, from: number): number {
  let at = from;
  while (isSpace(line[at])) at++;
  return at;
}

export function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

/** Behind the last character of a value: before a comment and the space in front of it. */
export function valueEnd(line: string, from: number): number {
  let end = line.length;
  // A comment has a space behind its #; お詫び #1 is a text.
  for (let at = from + 1; at < line.length; at++) {
    if (line[at] === '#' && isSpace(line[at - 1]) && (at + 1 === line.length || isSpace(line[at + 1]))) {
      end = at;
      break;
    }
  }
  while (end > from && /\s/.test(line[end - 1] ?? '')) end--;
  return end;
}
