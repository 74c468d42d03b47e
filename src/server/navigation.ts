import { type Connection, LSPErrorCodes, ResponseError, type ServerCapabilities } from 'vscode-languageserver';
import type { CheckedDocument } from '../service/checkedDocument';
import { incomingCalls, outgoingCalls, prepareCalls } from '../service/navigation/calls';
import { provideFolding } from '../service/navigation/folding';
import { provideLinks } from '../service/navigation/links';
import { provideHighlights, provideReferences } from '../service/navigation/references';
import { prepareRename, provideRename, RenameRefused } from '../service/navigation/rename';
import { provideSelections } from '../service/navigation/selection';
import { provideTokens, tokenModifiers, tokenTypes } from '../service/navigation/tokens';
import { provideWorkspaceSymbols } from '../service/navigation/workspaceSymbols';

export const navigationCapabilities: ServerCapabilities = {
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentHighlightProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: {},
  callHierarchyProvider: true,
  semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] }, full: true },
};

export interface NavigationInput {
  readonly connection: Connection;
  /** Null where the document is not known, or where something went wrong. */
  readonly answer: <T>(uri: string, provide: (document: CheckedDocument) => T | Promise<T>) => Promise<T | null>;
  /** Every playbook of the folders but this one, as it is now. */
  readonly others: (uri: string | undefined) => Promise<readonly CheckedDocument[]>;
}

/** Finding one's way: who names what, in which file, and what follows what. */
export function answerNavigation({ connection, answer, others }: NavigationInput): void {
  connection.onReferences(({ textDocument: { uri }, position, context }) =>
    answer(uri, async (document) => [...(await provideReferences(document, position, context, () => others(uri)))]),
  );
  connection.onDocumentHighlight(({ textDocument: { uri }, position }) =>
    answer(uri, (document) => [...provideHighlights(document, position)]),
  );
  connection.onPrepareRename(({ textDocument: { uri }, position }) =>
    answer(uri, (document) => prepareRename(document, position) ?? null),
  );
  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }) => {
    // A refusal is an answer, and its sentence is for the author.
    let refused: RenameRefused | undefined;
    const edit = await answer(uri, async (document) => {
      try {
        return (await provideRename(document, position, newName, () => others(uri))) ?? null;
      } catch (error) {
        if (!(error instanceof RenameRefused)) throw error;
        refused = error;
        return null;
      }
    });
    return refused === undefined ? edit : new ResponseError<void>(LSPErrorCodes.RequestFailed, refused.message);
  });
  connection.onWorkspaceSymbol(async ({ query }) => [...provideWorkspaceSymbols(await others(undefined), query)]);
  connection.onFoldingRanges(({ textDocument: { uri } }) => answer(uri, (document) => [...provideFolding(document)]));
  connection.onSelectionRanges(({ textDocument: { uri }, positions }) =>
    answer(uri, (document) => [...provideSelections(document, positions)]),
  );
  connection.onDocumentLinks(({ textDocument: { uri } }) => answer(uri, (document) => [...provideLinks(document)]));
  connection.languages.semanticTokens.on(
    async ({ textDocument: { uri } }) =>
      (await answer(uri, (document) => ({ data: [...provideTokens(document)] }))) ?? { data: [] },
  );
  connection.languages.callHierarchy.onPrepare(({ textDocument: { uri }, position }) =>
    answer(uri, (document) => [...prepareCalls(document, position)]),
  );
  connection.languages.callHierarchy.onIncomingCalls(({ item }) =>
    answer(item.uri, (document) => [...incomingCalls(document, item)]),
  );
  connection.languages.callHierarchy.onOutgoingCalls(({ item }) =>
    answer(item.uri, (document) => [...outgoingCalls(document, item)]),
  );
}
