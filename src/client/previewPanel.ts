import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FromPage,
  type Preview,
  type PreviewParams,
  previewRequest,
  type Source,
  type ToPage,
} from '../protocol/preview';
import { previewHtml } from './previewHtml';

/** After a click in the page, the editor's own caret event is no news for it. */
const echo = 250;

/** One preview beside the text: asks the server for the picture, and carries clicks and the caret to and fro. */
export class PreviewPanel implements vscode.Disposable {
  private preview: Preview | undefined;
  private asking = false;
  private askAgain = false;
  private ready = false;
  private quietUntil = 0;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private uri: vscode.Uri,
    context: vscode.ExtensionContext,
    private readonly client: BaseLanguageClient,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.iconPath = {
      light: vscode.Uri.joinPath(context.extensionUri, 'media', 'preview-light.svg'),
      dark: vscode.Uri.joinPath(context.extensionUri, 'media', 'preview-dark.svg'),
    };
    this.setTitle();
    webview.onDidReceiveMessage((message: unknown) => void this.receive(message));
    webview.html = previewHtml({
      scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(dist, 'webview.js')).toString(),
      styleUri: webview.asWebviewUri(vscode.Uri.joinPath(dist, 'webview.css')).toString(),
      cspSource: webview.cspSource,
      nonce: crypto.randomUUID().replace(/-/g, ''),
      uiLocale: vscode.env.language.startsWith('ja') ? 'ja' : 'en',
      title: panel.title,
    });
  }

  get isActive(): boolean {
    return this.panel.active;
  }

  isFor(uri: vscode.Uri): boolean {
    return uri.toString() === this.uri.toString();
  }

  show(column: vscode.ViewColumn): void {
    this.panel.reveal(this.panel.viewColumn ?? column, true);
  }

  follow(uri: vscode.Uri): void {
    if (this.isFor(uri)) return;
    this.uri = uri;
    this.preview = undefined;
    this.setTitle();
    void this.update();
  }

  /** Asks for the picture; while one is on its way, once more afterwards. */
  async update(): Promise<void> {
    if (!this.ready) return;
    if (this.asking) {
      this.askAgain = true;
      return;
    }
    this.asking = true;
    const uri = this.uri;
    try {
      const preview = await this.request(uri);
      if (preview !== null && this.isFor(uri)) {
        this.preview = preview;
        this.setTitle();
        this.send({ type: 'preview', preview });
        const editor = this.editor();
        if (editor !== undefined) this.caretAt(editor);
      }
    } catch (error) {
      this.log.error(String(error));
    } finally {
      this.asking = false;
      if (this.askAgain) {
        this.askAgain = false;
        void this.update();
      }
    }
  }

  caretAt({ document, selection }: vscode.TextEditor): void {
    if (Date.now() < this.quietUntil) return;
    const source = this.sourceAt(document.offsetAt(selection.active));
    this.send({ type: 'caret', source: source?.id ?? null });
  }

  async showSource(): Promise<void> {
    await vscode.window.showTextDocument(this.uri, { viewColumn: this.editor()?.viewColumn ?? vscode.ViewColumn.One });
  }

  dispose(): void {
    this.panel.dispose();
  }

  /** A document that nobody has open is opened, or the server would not know it. */
  private async request(uri: vscode.Uri): Promise<Preview | null> {
    const params: PreviewParams = { uri: uri.toString() };
    const document = await vscode.workspace.openTextDocument(uri);
    return this.client.sendRequest<Preview | null>(previewRequest, { ...params, uri: document.uri.toString() });
  }

  private editor(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => this.isFor(document.uri));
  }

  /** The smallest thing on show around the caret. */
  private sourceAt(offset: number): Source | undefined {
    let best: Source | undefined;
    for (const source of this.preview?.sources ?? []) {
      const [start, end] = source.entry;
      if (offset < start || offset > end) continue;
      if (best === undefined || end - start <= best.entry[1] - best.entry[0]) best = source;
    }
    return best;
  }

  private setTitle(): void {
    const name = this.preview?.title ?? this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1);
    this.panel.title = vscode.l10n.t('{0} — Preview', name);
  }

  private send(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  /** Messages from the page are checked: what is not understood is ignored. */
  private async receive(message: unknown): Promise<void> {
    if (typeof message !== 'object' || message === null || !('type' in message)) return;
    const known = message as FromPage;
    switch (known.type) {
      case 'ready':
        this.ready = true;
        return this.update();
      case 'reveal': {
        const source = this.preview?.sources.find(({ id }) => id === known.source);
        return source === undefined ? undefined : this.reveal(source.key[0], source.key[1], known.focus === true);
      }
      case 'revealLine': {
        if (!Number.isInteger(known.line) || known.line < 0) return;
        const document = await vscode.workspace.openTextDocument(this.uri);
        const at = document.offsetAt(new vscode.Position(known.line, 0));
        return this.reveal(at, at, true);
      }
      case 'open':
        if (typeof known.href === 'string' && /^(?:https?:|mailto:|tel:)/i.test(known.href))
          await vscode.env.openExternal(vscode.Uri.parse(known.href));
        return;
      case 'copy':
        if (typeof known.text === 'string') await vscode.env.clipboard.writeText(known.text);
        return;
    }
  }

  private async reveal(from: number, to: number, focus: boolean): Promise<void> {
    this.quietUntil = Date.now() + echo;
    const open = this.editor();
    const document = open?.document ?? (await vscode.workspace.openTextDocument(this.uri));
    const range = new vscode.Range(document.positionAt(from), document.positionAt(to));
    const column =
      open?.viewColumn ??
      (this.panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One);
    const editor = await vscode.window.showTextDocument(document, {
      viewColumn: column,
      preserveFocus: !focus,
      preview: false,
    });
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}
