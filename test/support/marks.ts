import type { Span } from '../../src/core/text/span';

export interface Marked {
  readonly text: string;
  /** Of `<|…|>`, in order. */
  readonly spans: readonly Span[];
  /** Of `<|>`, in order. */
  readonly cursors: readonly number[];
}

/** `<|text|>` marks a span, `<|>` a cursor. Marks may not nest. */
export function readMarks(source: string): Marked {
  const spans: Span[] = [];
  const cursors: number[] = [];
  let text = '';
  let start: number | undefined;
  for (const piece of source.split(/(<\|>|<\||\|>)/)) {
    if (piece === '<|>') cursors.push(text.length);
    else if (piece === '<|') {
      if (start !== undefined) throw new Error('a mark inside a mark');
      start = text.length;
    } else if (piece === '|>') {
      if (start === undefined) throw new Error('a mark that ends and never began');
      spans.push({ start, end: text.length });
      start = undefined;
    } else text += piece;
  }
  if (start !== undefined) throw new Error('a mark that never ends');
  return { text, spans, cursors };
}

/** Takes the common indentation off a template literal and its first empty line. */
export function dedent(source: string): string {
  const body = source.replace(/^\n/, '').replace(/[ \t]*$/, '');
  const indents = body
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [line.length - line.trimStart().length]));
  const indent = Math.min(...indents);
  return body.replace(new RegExp(`^ {0,${indent}}`, 'gm'), '');
}
