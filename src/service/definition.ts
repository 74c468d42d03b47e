import type { Location, LocationLink } from 'vscode-languageserver-types';
import { usesOf } from '../core/model/uses';
import type { Position } from '../core/text/lineIndex';
import type { Span } from '../core/text/span';
import { type CheckedDocument, linesOf, toOffset, toRange, uriOfSpan } from './checkedDocument';
import { referenceAt } from './referenceAt';

/** Where the thing under the caret is defined, in this file or in one that it uses. */
export function provideDefinition(document: CheckedDocument, position: Position): readonly LocationLink[] {
  const offset = toOffset(document, position);
  const found = referenceAt(document, offset);
  if (found !== undefined)
    return found.target === undefined ? [] : [link(document, found.span, found.target.idSpan, found.target.span)];
  const use = usesOf(document.playbook.document, document.playbook.file).find(
    ({ span }) => span.start <= offset && offset <= span.end,
  );
  if (use?.file === undefined || !document.documents.has(use.file)) return [];
  const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return [
    {
      originSelectionRange: toRange(document.lines, use.span),
      targetUri: document.uriOf(use.file),
      targetRange: start,
      targetSelectionRange: start,
    },
  ];
}

export function toLocation({ targetUri, targetSelectionRange }: LocationLink): Location {
  return { uri: targetUri, range: targetSelectionRange };
}

function link(document: CheckedDocument, origin: Span, id: Span, whole: Span): LocationLink {
  const lines = linesOf(document, id);
  return {
    originSelectionRange: toRange(document.lines, origin),
    targetUri: uriOfSpan(document, id),
    targetRange: toRange(lines, whole),
    targetSelectionRange: toRange(lines, id),
  };
}
