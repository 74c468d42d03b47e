import type { Edit } from '../text/span';

/** As a quoted value that YAML reads back as the same text. */
export function quote(text: string): string {
  return isSafeInDouble(text) ? `"${text}"` : `'${text.replace(/'/g, "''")}'`;
}

/** The same as insertions, so that every character keeps its place. */
export function quoteEdits(line: string, from: number, to: number): readonly Edit[] {
  const text = line.slice(from, to);
  const insert = (at: number, mark: string): Edit => ({ span: { start: at, end: at }, text: mark });
  if (isSafeInDouble(text)) return [insert(from, '"'), insert(to, '"')];
  const inner = [...text.matchAll(/'/g)].map(({ index }) => insert(from + index, "'"));
  return [insert(from, "'"), ...inner, insert(to, "'")];
}

function isSafeInDouble(text: string): boolean {
  return !/["\\]/.test(text);
}

/** The place of the quote that ends what the one at `from` began; -1 where there is none on the line. */
export function closingQuote(line: string, from: number): number {
  const mark = line[from];
  for (let at = from + 1; at < line.length; at++) {
    if (mark === '"' && line[at] === '\\') at++;
    else if (line[at] === mark) {
      if (mark === "'" && line[at + 1] === "'") at++;
      else return at;
    }
  }
  return -1;
}
