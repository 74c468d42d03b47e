import type { Edit } from '../text/span';
import { flowSlips } from './flowSlips';
import { closingQuote, quoteEdits } from './quote';
import { readLine, skipSpace, valueEnd } from './readLine';
import { replacing, type Slip } from './slip';

/** What can be wrong with the value of a line. `below`: how far the next line is indented. */
export function* valueSlips(line: string, below: number): Iterable<Slip> {
  const { value: from, key, indent, content } = readLine(line);
  if (from === undefined) return;
  const end = valueEnd(line, from);
  const text = line.slice(from, end);
  const first = text[0] ?? '';
  const quoted = (code: string, at: number, to: number, values?: readonly string[]): Slip => ({
    code,
    from: at,
    to,
    edits: quoteEdits(line, from, end),
    safe: true,
    ...(values && { values }),
  });

  if (first === '"' || first === "'") {
    const close = closingQuote(text, 0);
    if (close < 0) yield closing(from, end, first);
    else if (close < text.length - 1) {
      const after = from + close + 1;
      const whole = quoted('text-after-quote', after, end, [text.slice(0, close + 1)]);
      const isInside = text.endsWith(first) && !/\s/.test(text[close + 1] ?? ' ');
      if (isInside) yield { ...whole, edits: insideEdits(line, from, end) };
      yield whole;
    }
    return;
  }
  if (text === '｜' || text === '＞') {
    const sign = text === '｜' ? '|' : '>';
    yield replacing('wide-bar', from, line.length, sign, [text, sign]);
    return;
  }
  if (text.startsWith('{{')) yield quoted('starts-with', from, from + 2, ['{{']);
  const bar = /^[|>][-+]?[1-9]?[-+]?[ \t]*(?=[^\s\d])/.exec(text);
  if (bar !== null && key !== undefined && (first === '|' || below > indent)) {
    const step = below > indent ? below : content + 2;
    const start = from + bar[0].trimEnd().length;
    const edits = [{ span: { start, end: skipSpace(line, start) }, text: `\n${' '.repeat(step)}` }];
    yield { code: 'text-behind-bar', from: start, to: end, values: [first], edits, safe: true };
  }
  const digits = /^[|>][-+]*(\d+)[-+]*$/.exec(text);
  if (digits !== null) {
    const span = { start: from, end };
    yield { code: 'text-behind-bar', from, to: end, values: [first], edits: [{ span, text: first }], safe: true };
  }
  if (/^[@`%&*!|>\]},?]/.test(text) || /^[-?](?:\s|$)/.test(text)) yield quoted('starts-with', from, from + 1, [first]);
  else if (/^[[{]/.test(text)) yield* inBrackets(line, from, end, quoted('starts-with', from, from + 1, [first]));
  const second = /:(?=\s|$)/.exec(text);
  if (second !== null && !/^[[{]/.test(text))
    yield quoted('second-colon', from + second.index, from + second.index + 1);
}

function* inBrackets(line: string, from: number, end: number, asText: Slip): Iterable<Slip> {
  const slips = flowSlips(line, from);
  yield* slips;
  const quotes = slips.filter(({ code }) => code !== 'unclosed-bracket');
  const [first] = quotes;
  // Several on one line are told once, and mended together.
  if (first !== undefined && quotes.length > 1) yield { ...first, edits: quotes.flatMap(({ edits }) => edits) };
  const close = line[from] === '[' ? ']' : '}';
  if (line.lastIndexOf(close, end - 1) < end - 1 || line.startsWith('{{', from)) yield asText;
}

/** `"say "hi" now"`: the inner marks are part of the text. */
function insideEdits(line: string, from: number, end: number): readonly Edit[] {
  const mark = line[from] ?? '';
  const edits: Edit[] = [];
  for (let at = from + 1; at < end - 1; at++) {
    if (mark === '"' && line[at] === '\\') at++;
    else if (line[at] === mark) edits.push({ span: { start: at, end: at }, text: mark === '"' ? '\\' : mark });
  }
  return edits;
}

function closing(from: number, end: number, mark: string): Slip {
  const edits = [{ span: { start: end, end }, text: mark }];
  return { code: 'unclosed-quote', from, to: from + 1, values: [mark], edits, safe: true };
}
