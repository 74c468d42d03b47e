import type { Edit } from '../text/span';

/** One of the usual slips in a line, and the edit that would mend it. Offsets are in the line. */
export interface Slip {
  readonly code: string;
  readonly from: number;
  readonly to: number;
  readonly values?: readonly string[];
  readonly edits: readonly Edit[];
  /** The edit writes what the author surely meant. */
  readonly safe: boolean;
}

/** Spaces and dashes, a key, a colon with its space, and the value: the parts of most lines. */
const keyed = /^((?:\uFEFF)?[ \t]*(?:- +)*)("[^"]*"|'[^']*'|[^\s#:'"[\]{},][^:#]*?)[ \t]*:([ \t]+)(\S.*)$/u;
const item = /^([ \t]*(?:- +)+)(\S.*)$/;

const slip = (
  code: string,
  from: number,
  to: number,
  text: string,
  safe: boolean,
  values?: readonly string[],
): Slip => ({
  code,
  from,
  to,
  edits: [{ span: { start: from, end: to }, text }],
  safe,
  ...(values && { values }),
});

/** Every slip that the line may have made, the surest first. Whether one is it, only parsing again can tell. */
export function slipsIn(line: string, indentAbove: readonly number[]): readonly Slip[] {
  return [...structureSlips(line), ...valueSlips(line), ...indentSlips(line, indentAbove)];
}

function* structureSlips(line: string): Iterable<Slip> {
  const tabs = /^( *)(\t[ \t]*)/.exec(line);
  if (tabs !== null) {
    const from = tabs[1]?.length ?? 0;
    yield slip('tab-indent', from, from + (tabs[2]?.length ?? 0), (tabs[2] ?? '').replace(/\t/g, '  '), true);
  }
  const wide = /^(?:[ ]*)([\u3000\u00a0\u200b\u2003]+)/.exec(line);
  if (wide !== null) {
    const from = wide[0].length - (wide[1]?.length ?? 0);
    yield slip('wide-space', from, wide[0].length, (wide[1] ?? '').replace(/\u200b/g, '').replace(/./g, '  '), true);
  }
  const colon = /^([ ]*(?:- +)*[\p{L}_][\p{L}\p{N}_-]*)[ \u3000]*：[ \u3000]*/u.exec(line);
  if (colon !== null) {
    const from = colon[1]?.length ?? 0;
    yield slip('wide-colon', from, colon[0].length, colon[0].length === line.length ? ':' : ': ', true);
  }
  const bullet = /^( *)([-・•●])(?=[^\s-])/.exec(line);
  if (bullet !== null && !/^ *---/.test(line)) {
    const from = bullet[1]?.length ?? 0;
    yield slip('bullet', from, from + 1, '- ', true, [bullet[2] ?? '']);
  }
  const tight = /^[ ]*(?:- +)*([A-Za-z_][\w-]*):(?=[^\s:/])/.exec(line);
  if (tight !== null) yield slip('missing-space', tight[0].length - 1, tight[0].length, ': ', true, [tight[1] ?? '']);
  const word = /^[ ]*(?:- +)*([\p{L}_][\p{L}\p{N}_-]*)[ \t]*$/u.exec(line);
  if (word !== null) {
    const end = line.trimEnd().length;
    yield slip('no-colon', end - (word[1]?.length ?? 0), end, `${word[1]}:`, false, [word[1] ?? '']);
  }
}

function* valueSlips(line: string): Iterable<Slip> {
  const match = keyed.exec(line);
  const value = match?.[4] ?? item.exec(line)?.[2];
  if (value === undefined) return;
  const from = line.length - value.length;
  const end = from + valueLength(value);
  const text = line.slice(from, end);
  const first = text[0] ?? '';
  const quoted = (code: string, values: readonly string[]) => slip(code, from, end, quote(text), true, values);

  if (first === '"' || first === "'") {
    const close = closingQuote(text, first);
    if (close < 0) yield { ...slip('unclosed-quote', end, end, first, true, [first]), from, to: from + 1 };
    else if (close < text.length - 1)
      yield { ...quoted('text-after-quote', [text.slice(0, close + 1)]), from: from + close + 1 };
    return;
  }
  if (text.startsWith('{{')) yield { ...quoted('starts-with', ['{{']), to: from + 2 };
  else if (/^[@`%&*!|>\]},?]/.test(text) || /^[-?]\s/.test(text))
    yield { ...quoted('starts-with', [first]), to: from + 1 };
  else if (/^[[{]/.test(text)) {
    const close = first === '[' ? ']' : '}';
    const at = text.lastIndexOf(close);
    if (at >= 0 && at < text.length - 1) yield { ...quoted('starts-with', [first]), to: from + 1 };
    else if (at < 0) {
      yield { ...slip('unclosed-bracket', end, end, close, false, [first]), from, to: from + 1 };
      yield { ...quoted('starts-with', [first]), to: from + 1 };
    }
  }
  const second = /:(?=\s|$)/.exec(text);
  if (second !== null && !/^[[{]/.test(text))
    yield { ...quoted('second-colon', []), from: from + second.index, to: from + second.index + 1 };
}

function* indentSlips(line: string, indentAbove: readonly number[]): Iterable<Slip> {
  const own = line.length - line.trimStart().length;
  if (line.trim() === '') return;
  const others = [...new Set(indentAbove)]
    .filter((indent) => indent !== own)
    .sort((a, b) => Math.abs(a - own) - Math.abs(b - own) || b - a);
  for (const indent of others)
    yield { ...slip('indentation', 0, own, ' '.repeat(indent), false), from: own, to: Math.min(own + 1, line.length) };
}

/** Up to a comment or the end of the line, without the space behind. */
function valueLength(value: string): number {
  const comment = value.search(/\s#\s/);
  return (comment < 0 ? value : value.slice(0, comment)).trimEnd().length;
}

/** The place of the quote that ends what the first character began; -1 where there is none. */
function closingQuote(text: string, mark: string): number {
  for (let at = 1; at < text.length; at++) {
    if (mark === '"' && text[at] === '\\') at++;
    else if (text[at] === mark) {
      if (mark === "'" && text[at + 1] === "'") at++;
      else return at;
    }
  }
  return -1;
}

/** As a quoted value that YAML reads back as the same text. */
export function quote(text: string): string {
  return /["\\]/.test(text) ? `'${text.replace(/'/g, "''")}'` : `"${text}"`;
}
