import * as vscode from 'vscode';
import type { CheckedParams } from '../protocol/preview';
import { languageId } from './languageId';

/** Beside the language in the status bar: how far the active playbook is, and how much is to mend. */
export class LanguageStatus implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem('incidentPlaybook.status', {
    language: languageId,
  });
  private readonly checked = new Map<string, CheckedParams>();
  private readonly subscriptions = [
    this.item,
    vscode.window.onDidChangeActiveTextEditor(() => this.show()),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.checked.delete(uri.toString())),
  ];

  constructor() {
    this.item.name = vscode.l10n.t('Incident Playbook');
    this.item.command = {
      title: vscode.l10n.t('Open Preview'),
      command: 'incidentPlaybook.preview.openToSide',
    };
    this.show();
  }

  update(params: CheckedParams): void {
    this.checked.set(vscode.Uri.parse(params.uri).toString(), params);
    this.show();
  }

  dispose(): void {
    for (const item of this.subscriptions) item.dispose();
  }

  private show(): void {
    const params = this.checked.get(vscode.window.activeTextEditor?.document.uri.toString() ?? '');
    this.item.busy = params === undefined;
    if (params === undefined) return;
    const { status, errors, warnings } = params;
    this.item.text = status;
    this.item.detail = vscode.l10n.t('Errors: {0}, warnings: {1}', errors, warnings);
    this.item.severity =
      errors > 0
        ? vscode.LanguageStatusSeverity.Error
        : warnings > 0
          ? vscode.LanguageStatusSeverity.Warning
          : vscode.LanguageStatusSeverity.Information;
  }
}
