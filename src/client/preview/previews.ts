import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { languageId } from '../languageId';
import { PreviewPanel } from './panel';

export const viewType = 'incidentPlaybook.preview';

/** The open previews. They follow the playbook that is active. */
export class Previews implements vscode.Disposable {
  private readonly panels = new Set<PreviewPanel>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly client: BaseLanguageClient,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document.languageId === languageId)
          for (const panel of this.panels) panel.follow(editor.document.uri);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.sendCaret(textEditor)),
      vscode.workspace.onDidDeleteFiles(({ files }) => {
        for (const uri of files) for (const panel of this.panelsFor(uri)) panel.gone();
      }),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) for (const panel of this.panelsFor(oldUri)) panel.follow(newUri);
      }),
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel, state: unknown) => {
          const uri = (state as { uri?: unknown } | undefined)?.uri;
          if (typeof uri === 'string') this.add(panel, vscode.Uri.parse(uri));
          else panel.dispose();
        },
      }),
    ];
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
    const [open] = [...this.panelsFor(uri), ...this.panels];
    if (open !== undefined) {
      open.follow(uri);
      open.show(column);
      return;
    }
    const preserveFocus = column === vscode.ViewColumn.Beside;
    const panel = vscode.window.createWebviewPanel(
      viewType,
      '',
      { viewColumn: column, preserveFocus },
      { enableFindWidget: true },
    );
    this.add(panel, uri);
  }

  async showSource(): Promise<void> {
    const [first] = this.panels;
    await ([...this.panels].find(({ isActive }) => isActive) ?? first)?.showSource();
  }

  /** A new version of the document was checked. */
  checked(uri: string): void {
    for (const panel of this.panelsFor(vscode.Uri.parse(uri))) void panel.update();
  }

  reload(): void {
    for (const panel of this.panels) panel.load();
  }

  dispose(): void {
    for (const item of [...this.subscriptions, ...this.panels]) item.dispose();
  }

  private panelsFor(uri: vscode.Uri): readonly PreviewPanel[] {
    return [...this.panels].filter((panel) => panel.isFor(uri));
  }

  private add(webview: vscode.WebviewPanel, uri: vscode.Uri): void {
    const { extensionUri, client, log } = this;
    const panel = new PreviewPanel({ panel: webview, uri, extensionUri, client, log });
    this.panels.add(panel);
    webview.onDidDispose(() => this.panels.delete(panel));
  }

  private sendCaret(editor: vscode.TextEditor): void {
    if (editor.document.languageId !== languageId) return;
    for (const panel of this.panelsFor(editor.document.uri)) panel.caretAt(editor);
  }
}
