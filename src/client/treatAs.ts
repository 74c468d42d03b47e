import * as vscode from 'vscode';
import { fileName } from './fileName';
import { languageId } from './languageId';

/** Characters at the top of a file that are looked at. */
const sniffed = 2048;

/** A playbook under another name: offered beside the language in the status bar, and never more than that. */
export class TreatAs implements vscode.Disposable {
  private item: vscode.LanguageStatusItem | undefined;
  private readonly listening = vscode.window.onDidChangeActiveTextEditor((editor) => this.look(editor));

  constructor() {
    this.look(vscode.window.activeTextEditor);
  }

  dispose(): void {
    this.listening.dispose();
    this.item?.dispose();
  }

  private look(editor: vscode.TextEditor | undefined): void {
    this.item?.dispose();
    this.item = undefined;
    if (editor === undefined || !looksLikePlaybook(editor.document)) return;
    const { uri } = editor.document;
    this.item = vscode.languages.createLanguageStatusItem('incidentPlaybook.treatAs', {
      language: 'yaml',
      scheme: uri.scheme,
      pattern: new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), fileName(uri)),
    });
    this.item.name = vscode.l10n.t('Incident Playbook');
    this.item.text = vscode.l10n.t('This looks like an incident playbook');
    this.item.command = {
      title: vscode.l10n.t('Treat It as One'),
      command: 'incidentPlaybook.treatAs',
    };
  }
}

export async function treatAsPlaybook(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document !== undefined) await vscode.languages.setTextDocumentLanguage(document, languageId);
}

function looksLikePlaybook(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'yaml') return false;
  const end = document.positionAt(sniffed);
  return /^playbook:/m.test(document.getText(new vscode.Range(new vscode.Position(0, 0), end)));
}
