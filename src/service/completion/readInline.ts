import type { Part } from '../../core/schema/shape';
import { type Keys, unquoted } from './keysAround';

export interface Inline {
  readonly at: 'slot' | 'value' | 'comment';
  /** Where what is being written begins: an offset of the text. */
  readonly from: number;
  readonly quote: string;
  readonly frames: readonly { readonly part: Part; readonly keys: Keys }[];
  /** Of the braces that the caret is in. */
  readonly keys: Keys;
}

interface Level {
  readonly isMap: boolean;
  readonly keys: Map<string, string>;
  key: string | undefined;
  place: number;
  /** Where the word at hand begins; undefined before it. */
  from: number | undefined;
}

/** Characters that are read at most: nobody's brackets are longer. */
const longest = 20_000;

/** What stands between a bracket or brace that opens at `start` and the caret; undefined where all are closed before it. */
export function readInline(text: string, start: number, caret: number): Inline | undefined {
  if (caret - start > longest) return undefined;
  const levels: Level[] = [];
  let found: Inline | undefined;
  let depth = 0;
  const end = Math.min(text.length, start + longest);
  for (let at = start; at <= end; at++) {
    if (at === caret) {
      found = snapshot(levels, at, '');
      depth = levels.length;
      if (found === undefined) return undefined;
    }
    // Behind the caret only the other keys of the same braces count.
    if (found !== undefined && levels.length < depth) break;
    const level = levels.at(-1);
    const character = text[at];
    if (character === undefined) break;
    if (level === undefined && at > start) return found;
    if (level !== undefined && level.from === undefined && (character === '"' || character === "'")) {
      level.from = at;
      const close = quoteEnd(text, at, end);
      if (found === undefined && caret > at && caret <= close) return snapshot(levels, at + 1, character);
      at = close;
    } else if (character === '#' && /\s/.test(text[at - 1] ?? '')) {
      const lineEnd = endOfLine(text, at);
      if (found === undefined && caret > at && caret <= lineEnd) {
        const inside = snapshot(levels, at, '');
        return inside && { ...inside, at: 'comment', from: at + 1 };
      }
      at = lineEnd;
    } else if ((character === '[' || character === '{') && level?.from === undefined) {
      levels.push({ isMap: character === '{', keys: new Map(), key: undefined, place: 0, from: undefined });
    } else if (character === ']' || character === '}') {
      if (level !== undefined) settle(level, text, at);
      levels.pop();
      const outer = levels.at(-1);
      // What was in brackets is a word of the level around.
      if (outer !== undefined) outer.from = at;
    } else if (level !== undefined && character === ',') {
      settle(level, text, at);
      level.key = undefined;
      level.from = undefined;
      level.place += 1;
    } else if (
      level?.isMap &&
      character === ':' &&
      level.key === undefined &&
      /^[\s,{}[\]]?$/.test(text[at + 1] ?? '')
    ) {
      level.key = level.from === undefined ? '' : unquoted(text.slice(level.from, at).trim());
      // The key at the caret is not one of the others.
      if (found === undefined || level.from !== found.from) level.keys.set(level.key, '');
      level.from = undefined;
    } else if (level !== undefined && level.from === undefined && !/\s/.test(character)) {
      level.from = at;
    }
  }
  return found;
}

function settle({ isMap, key, keys, from }: Level, text: string, at: number): void {
  if (isMap && key !== undefined && from !== undefined && keys.has(key))
    keys.set(key, unquoted(text.slice(from, at).trim()));
}

function snapshot(levels: readonly Level[], at: number, quote: string): Inline | undefined {
  const last = levels.at(-1);
  if (last === undefined) return undefined;
  const frames = levels.flatMap(({ isMap, key, keys, place }) => {
    const part = isMap ? key : place;
    return part === undefined ? [] : [{ part, keys }];
  });
  const isValue = last.isMap && last.key !== undefined;
  return {
    at: isValue ? 'value' : 'slot',
    from: quote === '' ? (last.from ?? at) : at,
    quote,
    frames,
    keys: last.keys,
  };
}

function quoteEnd(text: string, from: number, end: number): number {
  const mark = text[from];
  for (let at = from + 1; at < end; at++) {
    if (mark === '"' && text[at] === '\\') at++;
    else if (text[at] === mark) {
      if (mark === "'" && text[at + 1] === "'") at++;
      else return at;
    }
  }
  return end;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
