import * as vscode from 'vscode';
import {
  type DiffParams,
  type DiffPicture,
  diffRequest,
  type FromDiffPage,
  type ToDiffPage,
} from '../../protocol/diff';
import { fileName } from '../fileName';
import { fillPage, previewIcon } from '../fillPage';
import type { Server } from '../server';
import { toFromDiffPage } from './fromPage';
import { isSamePair, namesOf, type Pair, sideOf } from './pair';

/** Milliseconds that a change of either text waits for the next one. */
const pause = 150;

export interface DiffPanelInput {
  readonly panel: vscode.WebviewPanel;
  readonly pair: Pair;
  readonly extensionUri: vscode.Uri;
  readonly server: Server;
  readonly log: vscode.LogOutputChannel;
}

/** Two versions of a plan side by side: asks the server what the change means, and leads from there to the texts. */
export class DiffPanel implements vscode.Disposable {
  readonly pair: Pair;
  private readonly panel: vscode.WebviewPanel;
  private picture: DiffPicture | undefined;
  private ready = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Of the answers that are on their way only the last one counts. */
  private asked = 0;

  constructor(private readonly input: DiffPanelInput) {
    this.panel = input.panel;
    this.pair = input.pair;
    this.panel.webview.onDidReceiveMessage((message: unknown) => void this.receive(message));
    const { after } = this.pair;
    this.panel.title = vscode.l10n.t('{0} — Difference', fileName(after));
    this.panel.iconPath = previewIcon(input.extensionUri);
    fillPage(this.panel, input.extensionUri, 'diff');
  }

  show(): void {
    this.panel.reveal(undefined, true);
  }

  /** One of the texts has changed. */
  changed({ uri }: vscode.TextDocument): void {
    const name = uri.toString();
    if (name !== this.pair.before.toString() && name !== this.pair.after.toString()) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.quietly(this.update()), pause);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.panel.dispose();
  }

  private async update(): Promise<void> {
    if (!this.ready) return;
    this.asked++;
    const { asked, pair } = this;
    const params: DiffParams = { before: await sideOf(pair.before), after: await sideOf(pair.after) };
    const picture = await this.input.server.ask<DiffPicture>(diffRequest, params);
    if (asked !== this.asked) return;
    if (picture === null) {
      this.send({ type: 'failed', text: vscode.l10n.t('The versions could not be compared. The log says why.') });
      return;
    }
    this.picture = picture;
    const uris = { before: pair.before.toString(), after: pair.after.toString() };
    this.send({ type: 'diff', picture, names: namesOf(pair), uris });
  }

  private async receive(message: unknown): Promise<void> {
    const known = toFromDiffPage(message);
    if (known !== undefined) await this.quietly(this.answer(known));
  }

  private async quietly(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.input.log.error(String(error));
    }
  }

  private async answer(message: FromDiffPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.ready = true;
        return this.update();
      case 'textDiff':
        return this.openText(true);
      case 'reveal': {
        const place = this.picture?.places.find(({ id }) => id === message.place);
        await this.openText(message.focus);
        if (place?.before !== undefined) this.select(this.pair.before, ...place.before);
        if (place?.after !== undefined) this.select(this.pair.after, ...place.after);
        return undefined;
      }
      case 'revealLine': {
        const editor = await vscode.window.showTextDocument(this.pair[message.side], {
          viewColumn: this.columnOfText(),
        });
        const at = new vscode.Position(message.line, 0);
        editor.selection = new vscode.Selection(at, at);
        editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      }
    }
  }

  private async openText(focus: boolean): Promise<void> {
    const { before, after } = this.pair;
    const { before: was = vscode.l10n.t('before'), after: is = vscode.l10n.t('after') } = namesOf(this.pair);
    const name = fileName(after);
    const title = vscode.l10n.t('{0} ({1} → {2})', name, was, is);
    const options = { viewColumn: this.columnOfText(), preserveFocus: !focus, preview: true };
    await vscode.commands.executeCommand('vscode.diff', before, after, title, options);
  }

  private select(uri: vscode.Uri, from: number, to: number): void {
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    if (editor === undefined) return;
    const { document } = editor;
    editor.selection = new vscode.Selection(document.positionAt(from), document.positionAt(to));
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Where the texts are, or beside the page. */
  private columnOfText(): vscode.ViewColumn {
    for (const { tabs, viewColumn } of vscode.window.tabGroups.all) {
      const isTheirs = ({ input }: vscode.Tab) =>
        input instanceof vscode.TabInputTextDiff &&
        isSamePair(this.pair, { before: input.original, after: input.modified });
      if (tabs.some(isTheirs)) return viewColumn;
    }
    return this.panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
  }

  private send(message: ToDiffPage): void {
    void this.panel.webview.postMessage(message);
  }
}
