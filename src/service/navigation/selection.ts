import type { SelectionRange } from 'vscode-languageserver-types';
import type { Position } from '../../core/text/lineIndex';
import { contains, type Span } from '../../core/text/span';
import type { YamlNode } from '../../core/yaml/tree';
import { type CheckedDocument, toOffset, toRange } from '../checkedDocument';

/** What a selection grows to: the word, the braces around it, the value, its line, the entry, the section, the file. */
export function provideSelections(
  document: CheckedDocument,
  positions: readonly Position[],
): readonly SelectionRange[] {
  return positions.map((position) => {
    const offset = toOffset(document, position);
    const whole = { start: 0, end: document.lines.text.length };
    const spans: Span[] = [whole, ...around(document.playbook.document.root, offset), ...wordsAt(document, offset)];
    let range: SelectionRange | undefined;
    let outer: Span | undefined;
    for (const span of spans) {
      const grows = outer === undefined || (outer.start <= span.start && span.end <= outer.end);
      const isSame = outer?.start === span.start && outer.end === span.end;
      if (!grows || isSame || span.end <= span.start) continue;
      range = { range: toRange(document.lines, span), ...(range && { parent: range }) };
      outer = span;
    }
    return range ?? { range: { start: position, end: position } };
  });
}

/** From the outside in. */
function* around(root: YamlNode | undefined, offset: number): Iterable<Span> {
  for (let node = root; node !== undefined; ) {
    yield node.span;
    if (node.kind === 'scalar') return;
    if (node.kind === 'list') {
      node = node.items.find(({ span }) => contains(span, offset));
      continue;
    }
    const entry = node.entries.findLast(
      ({ key, value }) => key.span.start <= offset && offset <= Math.max(key.span.end, value.span.end),
    );
    if (entry === undefined) return;
    yield { start: entry.key.span.start, end: Math.max(entry.key.span.end, entry.value.span.end) };
    if (offset <= entry.key.span.end) {
      yield entry.key.span;
      return;
    }
    node = entry.value;
  }
}

/** Within a value: its line, the braces, the word. */
function* wordsAt({ lines }: CheckedDocument, offset: number): Iterable<Span> {
  const start = lines.lineStart(lines.lineAt(offset));
  const line = lines.line(lines.lineAt(offset));
  const indent = line.length - line.trimStart().length;
  yield { start: start + indent, end: start + line.trimEnd().length };
  for (const pattern of [/\{\{[^{}]*\}\}/gu, /[\p{L}\p{N}_-]+/gu]) {
    for (const { 0: word, index } of line.matchAll(pattern)) {
      const span = { start: start + index, end: start + index + word.length };
      if (contains(span, offset)) {
        yield span;
        break;
      }
    }
  }
}
