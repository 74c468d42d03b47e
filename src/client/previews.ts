import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { languageId } from './extension';
import { PreviewPanel } from './previewPanel';

export const viewType = 'incidentPlaybook.preview';

/** The open previews. One follows the playbook that is active. */
export class Previews implements vscode.Disposable {
  private readonly panels = new Set<PreviewPanel>();
  private readonly subscriptions: vscode.Disposable[] = [];

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly client: BaseLanguageClient,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.subscriptions.push(
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document.languageId === languageId)
          for (const panel of this.panels) panel.follow(editor.document.uri);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.sendCaret(textEditor)),
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel, state: unknown) => {
          const uri = (state as { uri?: unknown } | undefined)?.uri;
          if (typeof uri === 'string') this.add(panel, vscode.Uri.parse(uri));
          else panel.dispose();
        },
      }),
    );
  }

  open(given: vscode.Uri | undefined, column: vscode.ViewColumn): void {
    const active = vscode.window.activeTextEditor?.document;
    const uri = given ?? (active?.languageId === languageId ? active.uri : undefined);
    if (uri === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open a playbook first: a file that ends in .incident.yaml.'),
      );
      return;
    }
    const existing = [...this.panels].find((panel) => panel.isFor(uri));
    if (existing !== undefined) {
      existing.show(column);
      return;
    }
    const [following] = this.panels;
    if (following !== undefined) {
      following.follow(uri);
      following.show(column);
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      viewType,
      '',
      { viewColumn: column, preserveFocus: true },
      { enableFindWidget: true },
    );
    this.add(panel, uri);
  }

  showSource(): void {
    const panel = [...this.panels].find(({ isActive }) => isActive) ?? [...this.panels][0];
    void panel?.showSource();
  }

  /** A new version of the document was checked. */
  refresh(uri: string): void {
    for (const panel of this.panels) if (panel.isFor(vscode.Uri.parse(uri))) void panel.update();
  }

  refreshAll(): void {
    for (const panel of this.panels) void panel.update();
  }

  dispose(): void {
    for (const item of [...this.subscriptions, ...this.panels]) item.dispose();
  }

  private add(webview: vscode.WebviewPanel, uri: vscode.Uri): void {
    const panel = new PreviewPanel(webview, uri, this.context, this.client, this.log);
    this.panels.add(panel);
    webview.onDidDispose(() => this.panels.delete(panel));
  }

  private sendCaret(editor: vscode.TextEditor): void {
    if (editor.document.languageId !== languageId) return;
    for (const panel of this.panels) if (panel.isFor(editor.document.uri)) panel.caretAt(editor);
  }
}
