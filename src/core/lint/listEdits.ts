import { type Edit, type Span, toSpan } from '../text/span';

/** Takes one of several items out of a list in brackets, or with a `-` on its own line; undefined in another file. */
export function removeItem(text: string, item: Span): Edit | undefined {
  if (item.file !== undefined) return undefined;
  const quote = /["']/.exec(text[item.start - 1] ?? '') !== null ? 1 : 0;
  const start = item.start - quote;
  const end = item.end + (quote === 1 && /["']/.test(text[item.end] ?? '') ? 1 : 0);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (/^\s*-\s+$/.test(text.slice(lineStart, start))) {
    const lineEnd = text.indexOf('\n', end);
    return { span: toSpan(lineStart, lineEnd < 0 ? text.length : lineEnd + 1), text: '' };
  }
  const behind = /^\s*,\s*/.exec(text.slice(end, end + 200));
  if (behind !== null) return { span: toSpan(start, end + behind[0].length), text: '' };
  const before = /\s*,\s*$/.exec(text.slice(Math.max(0, start - 200), start));
  return before === null ? undefined : { span: toSpan(start - before[0].length, end), text: '' };
}
