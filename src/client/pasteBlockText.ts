import * as vscode from 'vscode';
import { type BlockTextParams, blockTextRequest } from '../protocol/authoring';
import { toPlace } from './place';
import type { Server } from './server';

/** A mail or a chat that is pasted behind a key becomes a block of lines, which needs no quotes. */
export class PasteBlockText implements vscode.DocumentPasteEditProvider {
  private static readonly kind = vscode.DocumentDropOrPasteEditKind.Text.append('incident', 'blockText');
  static readonly metadata: vscode.DocumentPasteProviderMetadata = {
    providedPasteEditKinds: [PasteBlockText.kind],
    pasteMimeTypes: ['text/plain'],
  };

  constructor(private readonly server: Server) {}

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
    _context: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentPasteEdit[] | undefined> {
    const [range, ...others] = ranges;
    const isWanted = vscode.workspace.getConfiguration('incidentPlaybook', document).get('paste.blockText') !== 'off';
    const text = await data.get('text/plain')?.asString();
    if (range === undefined || others.length > 0 || !isWanted || text === undefined || !/[\r\n]/.test(text.trim()))
      return;
    const params: BlockTextParams = {
      uri: document.uri.toString(),
      text,
      start: toPlace(range.start),
      end: toPlace(range.end),
    };
    const block = await this.server.ask<string>(blockTextRequest, params);
    if (block === null || token.isCancellationRequested) return;
    // As an edit of its own: text to insert would get the indent of its line once more.
    const edit = new vscode.DocumentPasteEdit('', vscode.l10n.t('Paste as a block of lines'), PasteBlockText.kind);
    edit.additionalEdit = new vscode.WorkspaceEdit();
    edit.additionalEdit.replace(document.uri, range, block);
    return [edit];
  }
}
