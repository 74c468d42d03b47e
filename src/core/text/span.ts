/** A half-open range of UTF-16 offsets. `file` is set only where the range is in another file than the one at hand. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly file?: string;
}

/** Replaces `span` by `text`; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export function toSpan(start: number, end: number, file?: string): Span {
  return file === undefined ? { start, end } : { start, end, file };
}

/** The place of a value on one line without the quotes around it, where it stands in quotes. */
export function insideQuotes({ start, end, file }: Span, value: string): Span {
  return end - start === value.length + 2 ? toSpan(start + 1, end - 1, file) : toSpan(start, end, file);
}

export function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The edits in the order of the text; of two that overlap, the one that starts later is dropped. */
export function settledEdits(edits: readonly Edit[]): readonly Edit[] {
  let from = 0;
  return edits
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .filter(({ span }) => {
      if (span.start < from) return false;
      from = span.end;
      return true;
    });
}

/** The edit that puts `text` in the place of a span that says `old`, without the beginning and the end that stay. */
export function smallestEdit({ start, end, file }: Span, old: string, text: string): Edit {
  const most = Math.min(old.length, text.length);
  let head = 0;
  while (head < most && old[head] === text[head]) head++;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === text.at(-1 - tail)) tail++;
  return { span: toSpan(start + head, end - tail, file), text: text.slice(head, text.length - tail) };
}

/** The text after all edits, which may come in any order; see `settledEdits` for those that overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const { span, text: replacement } of settledEdits(edits)) {
    result += text.slice(from, span.start) + replacement;
    from = span.end;
  }
  return result + text.slice(from);
}
