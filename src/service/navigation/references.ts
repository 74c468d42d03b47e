import { type DocumentHighlight, DocumentHighlightKind, type Location } from 'vscode-languageserver-types';
import type { Position } from '../../core/text/lineIndex';
import { type CheckedDocument, toOffset, toRange } from '../checkedDocument';
import { isShared, occurrenceAt, occurrencesOf, placeOf } from './occurrences';

/** Other documents that may name the same things; asked for only where they can. */
export type OtherDocuments = () => Promise<readonly CheckedDocument[]>;

/** Every place that names what the caret is on, in all files that know it. */
export async function provideReferences(
  document: CheckedDocument,
  position: Position,
  { includeDeclaration }: { readonly includeDeclaration: boolean },
  others: OtherDocuments,
): Promise<readonly Location[]> {
  const found = occurrenceAt(document, toOffset(document, position));
  if (found === undefined) return [];
  const place = placeOf(document, found.entry);
  const documents = [document, ...(isShared(found.entry) ? await others() : [])];
  return documents.flatMap((each) =>
    occurrencesOf(each, place)
      .filter(({ isDefinition }) => includeDeclaration || !isDefinition)
      .map(({ span }) => ({ uri: each.uri, range: toRange(each.lines, span) })),
  );
}

/** The same within the file: where it is defined is "written", where it is named is "read". */
export function provideHighlights(document: CheckedDocument, position: Position): readonly DocumentHighlight[] {
  const found = occurrenceAt(document, toOffset(document, position));
  if (found === undefined) return [];
  return occurrencesOf(document, placeOf(document, found.entry)).map(({ span, isDefinition }) => ({
    range: toRange(document.lines, span),
    kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
