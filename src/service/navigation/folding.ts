import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import { nodesIn } from '../../core/yaml/walk';
import type { CheckedDocument } from '../checkedDocument';

/** What can be folded away: sections, entries, lists and texts over lines, and comments that stand together. */
export function provideFolding({ playbook, lines }: CheckedDocument): readonly FoldingRange[] {
  const { root, comments, text } = playbook.document;
  const ranges = new Map<number, FoldingRange>();
  const add = (start: number, end: number, kind?: FoldingRangeKind) => {
    let last = end;
    while (last > start && /\s/.test(text[last - 1] ?? '')) last--;
    const [startLine, endLine] = [lines.lineAt(start), lines.lineAt(last)];
    const known = ranges.get(startLine);
    // Of several that begin on a line, the longest.
    if (endLine <= startLine || (known !== undefined && known.endLine >= endLine)) return;
    ranges.set(startLine, { startLine, endLine, ...(kind && { kind }) });
  };
  for (const node of nodesIn(root)) {
    if (node.kind === 'map') for (const { key, value } of node.entries) add(key.span.start, value.span.end);
    else if (node.kind === 'list') for (const item of node.items) add(item.span.start, item.span.end);
  }
  let first: number | undefined;
  for (const [at, { span, ownLine }] of comments.entries()) {
    if (!ownLine) continue;
    const before = comments[at - 1];
    const goesOn = before?.ownLine && lines.lineAt(before.span.start) === lines.lineAt(span.start) - 1;
    if (!goesOn || first === undefined) first = span.start;
    add(first, span.end, FoldingRangeKind.Comment);
  }
  return [...ranges.values()].sort((a, b) => a.startLine - b.startLine);
}
