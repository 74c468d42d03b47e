import * as vscode from 'vscode';
import { type PreviewTab, previewTabs, tabNames } from '../../protocol/preview';
import { activePlaybook } from '../activePlaybook';
import { languageId } from '../languageId';
import type { Server } from '../server';
import { copyDiagram } from './copyDiagram';
import { exportPreview } from './exportPreview';
import { PreviewPanel } from './panel';

export const viewType = 'incidentPlaybook.preview';

/** The open previews: some locked to a playbook; the others follow the one that is active. */
export class Previews implements vscode.Disposable {
  private readonly panels = new Set<PreviewPanel>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly server: Server,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document.languageId === languageId)
          for (const panel of this.panels) if (!panel.isLocked) panel.follow(editor.document.uri);
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
          const { uri, locked } = (state ?? {}) as { uri?: unknown; locked?: unknown };
          if (typeof uri === 'string') this.add(panel, vscode.Uri.parse(uri), locked === true);
          else panel.dispose();
        },
      }),
    ];
  }

  open(given: vscode.Uri | undefined, column: vscode.ViewColumn): void {
    const uri = given ?? activePlaybook();
    if (uri === undefined) {
      sayHowToBegin();
      return;
    }
    const follows = vscode.workspace
      .getConfiguration('incidentPlaybook')
      .get<boolean>('preview.followActiveEditor', true);
    const candidates = [...this.panelsFor(uri), ...this.panels];
    const open = candidates.find((panel) => (follows ? !panel.isLocked : panel.isFor(uri)));
    if (open === undefined) this.create(uri, column, !follows);
    else {
      open.follow(uri);
      open.show(column);
    }
  }

  /** One more, which stays with its playbook. */
  openLocked(given: vscode.Uri | undefined): void {
    const uri = given ?? activePlaybook();
    if (uri === undefined) {
      sayHowToBegin();
      return;
    }
    const open = this.panelsFor(uri).find(({ isLocked }) => isLocked);
    if (open === undefined) this.create(uri, vscode.ViewColumn.Beside, true);
    else open.show(vscode.ViewColumn.Beside);
  }

  toggleLock(): void {
    this.active()?.toggleLock();
    this.tellContext();
  }

  async showTab(given: unknown): Promise<void> {
    const panel = this.active();
    if (panel === undefined) {
      sayHowToBegin();
      return;
    }
    const tab = previewTabs.find((known) => known === given) ?? (await pickTab());
    if (tab !== undefined) panel.showTab(tab);
  }

  async showSource(): Promise<void> {
    await this.active()?.showSource();
  }

  /** The plan of the preview that is worked in, else of the active editor, as a file. */
  async export(format: unknown, target: unknown): Promise<vscode.Uri | undefined> {
    if (this.active() === undefined) this.open(undefined, vscode.ViewColumn.Beside);
    const panel = this.active();
    return panel === undefined ? undefined : exportPreview(panel, this.server, format, target);
  }

  /** The drawing into the clipboard. */
  async copyAs(format: unknown, flow: unknown): Promise<void> {
    if (this.active() === undefined) this.open(undefined, vscode.ViewColumn.Beside);
    const panel = this.active();
    if (panel !== undefined) await copyDiagram(panel, this.server, format, flow);
  }

  /** From the menu of something on show. */
  async goToSource(context: unknown): Promise<void> {
    const source = sourceOf(context);
    if (source !== undefined) await this.active()?.goTo(source);
  }

  async findReferences(context: unknown): Promise<void> {
    const source = sourceOf(context);
    if (source === undefined || !(await this.active()?.goTo(source))) return;
    await vscode.commands.executeCommand('editor.action.referenceSearch.trigger');
  }

  /** As it is written where it is named. */
  async copyId(context: unknown): Promise<void> {
    const id = sourceOf(context)?.split('.').at(-1);
    if (id !== undefined) await vscode.env.clipboard.writeText(id);
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

  /** The one that is worked in, else the first. */
  private active(): PreviewPanel | undefined {
    const [first] = this.panels;
    return [...this.panels].find(({ isActive }) => isActive) ?? first;
  }

  private create(uri: vscode.Uri, viewColumn: vscode.ViewColumn, locked: boolean): void {
    const preserveFocus = viewColumn === vscode.ViewColumn.Beside;
    const options = { enableFindWidget: true };
    const panel = this.add(
      vscode.window.createWebviewPanel(viewType, '', { viewColumn, preserveFocus }, options),
      uri,
      locked,
    );
    const first = vscode.workspace.getConfiguration('incidentPlaybook', uri).get<string>('preview.defaultTab');
    const tab = previewTabs.find((known) => known === first);
    if (tab !== undefined) panel.showTab(tab);
  }

  private add(webview: vscode.WebviewPanel, uri: vscode.Uri, locked: boolean): PreviewPanel {
    const { extensionUri, server, log } = this;
    const panel = new PreviewPanel({ panel: webview, uri, extensionUri, server, log, locked });
    this.panels.add(panel);
    webview.onDidDispose(() => this.panels.delete(panel));
    webview.onDidChangeViewState(() => this.tellContext());
    return panel;
  }

  /** For the icon in the title: locked or not. */
  private tellContext(): void {
    const isLocked = this.active()?.isLocked === true;
    void vscode.commands.executeCommand('setContext', 'incidentPlaybook.previewLocked', isLocked);
  }

  private sendCaret(editor: vscode.TextEditor): void {
    if (editor.document.languageId !== languageId) return;
    for (const panel of this.panelsFor(editor.document.uri)) panel.caretAt(editor);
  }
}

/** What the page says of the thing below the menu. */
function sourceOf(context: unknown): string | undefined {
  if (typeof context !== 'object' || context === null || !('incidentPlaybookSource' in context)) return undefined;
  const { incidentPlaybookSource: source } = context;
  return typeof source === 'string' ? source : undefined;
}

function sayHowToBegin(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Open a playbook first: a file that ends in .incident.yaml.'),
  );
}

async function pickTab(): Promise<PreviewTab | undefined> {
  const labels = tabNames((message) => vscode.l10n.t(message));
  const items = previewTabs.map((tab) => ({ label: labels[tab], tab }));
  const placeHolder = vscode.l10n.t('What the preview shows');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.tab;
}
