import type { LineIndex } from '../../core/text/lineIndex';
import { type LineParts, readLine, valueEnd } from '../../core/yaml/readLine';

/** Keys of a map with those of their values that are on one line, else ''. */
export type Keys = ReadonlyMap<string, string>;

/** The other keys of the map whose keys stand in this column around this line. */
export function keysAround(lines: LineIndex, from: number, column: number): Keys {
  const keys = new Map<string, string>();
  const add = (line: string, parts: LineParts) => {
    if (parts.key !== undefined && parts.content === column) keys.set(...readKey(line, parts));
  };
  const beginsItem = (at: number) => {
    const { indent, content } = readLine(lines.line(at));
    return indent < column && content === column;
  };
  if (!beginsItem(from)) {
    for (let at = from - 1; at >= 0; at--) {
      const line = lines.line(at);
      const parts = readLine(line);
      if (line.trim() === '' || line[parts.content] === '#' || parts.indent > column) continue;
      if (parts.indent < column && parts.content !== column) break;
      add(line, parts);
      if (parts.indent < column) break;
    }
  }
  for (let at = from + 1; at < lines.lineCount; at++) {
    const line = lines.line(at);
    const parts = readLine(line);
    if (line.trim() === '' || line[parts.content] === '#') continue;
    if (parts.indent < column) break;
    if (parts.indent === column) add(line, parts);
  }
  return keys;
}

function readKey(line: string, { key, value }: LineParts): [string, string] {
  const name = key === undefined ? '' : unquoted(line.slice(key.from, key.to));
  return [name, value === undefined ? '' : unquoted(line.slice(value, valueEnd(line, value)))];
}

export function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}
