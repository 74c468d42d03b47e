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

export function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The text after all edits. Edits may come in any order; of two that overlap, the one that starts later is dropped. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let from = 0;
  for (const { span, text: replacement } of inOrder) {
    if (span.start < from) continue;
    result += text.slice(from, span.start) + replacement;
    from = span.end;
  }
  return result + text.slice(from);
}
