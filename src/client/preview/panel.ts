import * as vscode from 'vscode';
import {
  type FromPage,
  type Preview,
  type PreviewParams,
  type PreviewTab,
  type PreviewWish,
  previewRequest,
  previewTabs,
  type ToPage,
} from '../../protocol/preview';
import { fileName } from '../fileName';
import { fillPage, previewIcon } from '../fillPage';
import type { Server } from '../server';
import { Asset } from './asset';
import { toFromPage } from './fromPage';
import { sourceAt } from './sourceAt';

/** Milliseconds: after a click in the page, the editor's own caret event is no news for it. */
const echo = 250;
/** Milliseconds without a new version until the other tabs are brought up to date. */
const rest = 300;
/** Milliseconds that the page has for a picture. */
const longestPicture = 20_000;

export interface PanelInput {
  readonly panel: vscode.WebviewPanel;
  readonly uri: vscode.Uri;
  readonly extensionUri: vscode.Uri;
  readonly server: Server;
  /** It stays with its playbook. */
  readonly locked: boolean;
  readonly log: vscode.LogOutputChannel;
}

/** One preview beside the text: asks the server for the picture, and carries clicks and the caret to and fro. */
export class PreviewPanel implements vscode.Disposable {
  private readonly panel: vscode.WebviewPanel;
  uri: vscode.Uri;
  private preview: Preview | undefined;
  /** The last one with a picture: a page that comes back while the file is broken begins with it. */
  private lastGood: Preview | undefined;
  private asking = false;
  private askAgain = false;
  private ready = false;
  private quietUntil = 0;
  private order = 0;
  private locked: boolean;
  wish: PreviewWish = {};
  /** What the page was asked for and has not answered yet. */
  private readonly awaited = new Map<number, (answer: string | boolean | undefined) => void>();
  private readonly asset: Asset;
  /** The tab on the screen. */
  private onScreen: PreviewTab = 'flow';
  private resting: ReturnType<typeof setTimeout> | undefined;
  /** To be shown as soon as the page can. */
  private tab: PreviewTab | undefined;

  constructor(private readonly input: PanelInput) {
    this.panel = input.panel;
    this.uri = input.uri;
    this.locked = input.locked;
    this.asset = new Asset((path, address) => this.send({ type: 'picture', path, address }));
    this.panel.webview.onDidReceiveMessage((message: unknown) => void this.receive(message));
    this.panel.iconPath = previewIcon(input.extensionUri);
    this.setTitle();
    this.load();
  }

  get isActive(): boolean {
    return this.panel.active;
  }

  isFor(uri: vscode.Uri): boolean {
    return uri.toString() === this.uri.toString();
  }

  get isLocked(): boolean {
    return this.locked;
  }

  get column(): vscode.ViewColumn | undefined {
    return this.panel.viewColumn;
  }

  toggleLock(): void {
    this.locked = !this.locked;
    this.send({ type: 'locked', locked: this.locked });
    this.setTitle();
  }

  showTab(tab: PreviewTab): void {
    this.tab = tab;
    if (this.ready) this.sendTab();
  }

  show(column: vscode.ViewColumn): void {
    this.panel.reveal(this.panel.viewColumn ?? column, true);
  }

  follow(uri: vscode.Uri): void {
    if (this.isFor(uri)) return;
    this.uri = uri;
    this.preview = undefined;
    this.lastGood = undefined;
    this.wish = {};
    this.setTitle();
    void this.update();
  }

  /** The page anew, as on its first day. */
  load(): void {
    this.ready = false;
    fillPage(this.panel, this.input.extensionUri, 'webview');
  }

  /** Asks for the picture; while one is on its way, once more afterwards. */
  async update(): Promise<void> {
    if (!this.ready) return;
    if (this.asking) {
      this.askAgain = true;
      return;
    }
    this.asking = true;
    try {
      do {
        this.askAgain = false;
        await this.ask();
      } while (this.askAgain);
    } catch (error) {
      this.input.log.error(String(error));
    } finally {
      this.asking = false;
    }
  }

  /** The file is not there any more. */
  gone(): void {
    this.send({ type: 'gone' });
  }

  caretAt({ document, selection }: vscode.TextEditor): void {
    if (this.setting('syncFromEditor') === 'off') return;
    // Places of another version would be off: the picture of this one brings the caret along.
    if (Date.now() < this.quietUntil || document.version !== this.preview?.version) return;
    const source = sourceAt(this.preview.sources, document.offsetAt(selection.active));
    this.send({ type: 'caret', source: source?.id ?? null });
  }

  async showSource(): Promise<void> {
    await vscode.window.showTextDocument(this.uri, { viewColumn: this.columnOfText() });
  }

  /** The drawing in pixels, made by the page; undefined where it can't. */
  async toPng(svg: string, scale: number): Promise<Uint8Array | undefined> {
    const data = await this.askPage((order) => ({ type: 'toPng', order, svg, scale }), true);
    return typeof data === 'string' ? Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)) : undefined;
  }

  /** The drawing in pixels, in the clipboard; false where the page may not write there. */
  async copyPng(svg: string, scale: number): Promise<boolean> {
    // Only a page that has the focus may.
    return (await this.askPage((order) => ({ type: 'copyPng', order, svg, scale }), false)) === true;
  }

  /** Marks the place of something on show in the text; false where it has none. */
  async goTo(source: string): Promise<boolean> {
    const place = this.preview?.sources.find(({ id }) => id === source);
    if (place === undefined) return false;
    await this.reveal(...place.key, true);
    return true;
  }

  private async askPage(
    toMessage: (order: number) => ToPage,
    preserveFocus: boolean,
  ): Promise<string | boolean | undefined> {
    // A page that is hidden makes no pictures.
    this.panel.reveal(undefined, preserveFocus);
    while (!this.ready) await new Promise((resolve) => setTimeout(resolve, 50));
    this.order += 1;
    const { order } = this;
    const answer = await new Promise<string | boolean | undefined>((resolve) => {
      this.awaited.set(order, resolve);
      setTimeout(() => resolve(undefined), longestPicture);
      this.send(toMessage(order));
    });
    this.awaited.delete(order);
    return answer;
  }

  dispose(): void {
    clearTimeout(this.resting);
    this.panel.dispose();
  }

  private async ask(): Promise<void> {
    const { uri } = this;
    clearTimeout(this.resting);
    const preview = await this.askFor([this.onScreen]);
    if (preview === null || !this.isFor(uri)) return;
    const isFirst = this.lastGood === undefined;
    this.preview = preview;
    if (preview.tabs !== undefined) this.lastGood = { ...preview, tabs: { ...this.lastGood?.tabs, ...preview.tabs } };
    this.setTitle();
    this.sendPreview(preview);
    // While somebody types, each keystroke pays for the tab on the screen alone.
    if (preview.tabs !== undefined) this.resting = setTimeout(() => void this.askForRest(), isFirst ? 0 : rest);
    void this.asset.show(uri, preview.picture);
    const editor = this.editor();
    if (editor !== undefined) this.caretAt(editor);
  }

  private async askFor(tabs: readonly PreviewTab[]): Promise<Preview | null> {
    // A document that nobody has open is opened, or the server would not know it.
    const document = await vscode.workspace.openTextDocument(this.uri);
    const params: PreviewParams = {
      uri: document.uri.toString(),
      wish: this.wish,
      mostBoxes: vscode.workspace.getConfiguration('incidentPlaybook', this.uri).get('preview.maxNodes', 400),
      tabs,
      partial: this.lastGood === undefined,
    };
    return this.input.server.ask<Preview>(previewRequest, params);
  }

  /** The tabs that are not on the screen, once nothing new comes. */
  private async askForRest(): Promise<void> {
    clearTimeout(this.resting);
    const shown = this.preview;
    if (shown?.tabs === undefined) return;
    const { order, wish } = this;
    const missing = previewTabs.filter((tab) => shown.tabs?.[tab] === undefined);
    if (missing.length === 0) return;
    const preview = await this.askFor(missing).catch(() => null);
    if (preview?.tabs === undefined || preview.version !== shown.version) return;
    // Meanwhile another version may have come, or another wish.
    if (this.preview !== shown || this.wish !== wish || this.order !== order) return;
    const { tabs, phases = shown.phases } = preview;
    const whole: Preview = { ...shown, tabs: { ...shown.tabs, ...tabs }, ...(phases && { phases }) };
    this.preview = whole;
    this.lastGood = whole;
    this.send({ type: 'rest', version: order, tabs, phases: preview.phases });
  }

  private async receive(message: unknown): Promise<void> {
    const known = toFromPage(message);
    if (known === undefined) return;
    try {
      await this.answer(known);
    } catch (error) {
      this.input.log.error(String(error));
    }
  }

  private async answer(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.ready = true;
        this.wish = message.wish ?? {};
        this.onScreen = message.tab ?? 'flow';
        this.send({ type: 'locked', locked: this.locked });
        this.sendTab();
        if (this.lastGood !== undefined) this.sendPreview(this.lastGood);
        this.asset.forget();
        return this.update();
      case 'tab':
        this.onScreen = message.tab;
        // Of a broken file the tab on the screen is all that there is.
        if (this.preview?.partial !== undefined) return this.update();
        // Nobody waits for a pause who wants to see it now.
        return this.preview?.tabs?.[message.tab] === undefined ? this.askForRest() : undefined;
      case 'reveal': {
        const how = this.setting('syncToEditor');
        if (how === 'off' || (how === 'doubleClick' && !message.focus)) return undefined;
        const source = this.preview?.sources.find(({ id }) => id === message.source);
        return source === undefined ? undefined : this.reveal(...source.key, message.focus);
      }
      case 'wish':
        if (JSON.stringify(message.wish) === JSON.stringify(this.wish)) return undefined;
        this.wish = message.wish;
        return this.update();
      case 'revealLine': {
        const document = await vscode.workspace.openTextDocument(this.uri);
        const at = document.offsetAt(new vscode.Position(message.line, 0));
        return this.reveal(at, at, true);
      }
      case 'open':
        await vscode.env.openExternal(vscode.Uri.parse(message.href));
        return;
      case 'problems':
        await vscode.commands.executeCommand('workbench.actions.view.problems');
        return;
      case 'insert':
        await this.showSource();
        await vscode.commands.executeCommand('incidentPlaybook.insert', message.what);
        return;
      case 'since':
        await vscode.commands.executeCommand('incidentPlaybook.diff.compareWith', this.uri, 'approved', message.of);
        return;
      case 'png':
        this.awaited.get(message.order)?.(message.data);
        return;
      case 'copied':
        this.awaited.get(message.order)?.(message.done);
        return;
      case 'copyAs':
        await vscode.commands.executeCommand('incidentPlaybook.copyAs', undefined, message.flow);
        return;
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        return;
    }
  }

  private async reveal(from: number, to: number, focus: boolean): Promise<void> {
    this.quietUntil = Date.now() + echo;
    const document = await vscode.workspace.openTextDocument(this.uri);
    const selection = new vscode.Selection(document.positionAt(from), document.positionAt(to));
    const editor = await vscode.window.showTextDocument(document, {
      viewColumn: this.columnOfText(),
      preserveFocus: !focus,
    });
    editor.selection = selection;
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private setting(name: string): string | undefined {
    return vscode.workspace.getConfiguration('incidentPlaybook', this.uri).get(`preview.${name}`);
  }

  private editor(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => this.isFor(document.uri));
  }

  /** Where the text is, or beside the picture. */
  private columnOfText(): vscode.ViewColumn {
    const open = this.editor()?.viewColumn;
    if (open !== undefined) return open;
    return this.panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
  }

  private setTitle(): void {
    const name = this.preview?.title ?? fileName(this.uri);
    this.panel.title = this.locked
      ? vscode.l10n.t('[Locked] {0} — Preview', name)
      : vscode.l10n.t('{0} — Preview', name);
  }

  private sendTab(): void {
    if (this.tab !== undefined) this.send({ type: 'tab', tab: this.tab });
    this.tab = undefined;
  }

  /** The page drops what is older than what it shows, and a document that is opened again counts from 1. */
  private sendPreview(preview: Preview): void {
    this.order += 1;
    this.send({ type: 'preview', preview: { ...preview, version: this.order } });
  }

  private send(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}
