import * as vscode from 'vscode';
import {
  type IsApprovedParams,
  isApprovedRequest,
  type StaleApproval,
  type StaleApprovalsParams,
  staleApprovalsRequest,
} from '../../protocol/diff';
import { activePlaybook } from '../activePlaybook';
import { findPlaybooks } from '../findPlaybooks';
import type { Server } from '../server';
import { DiffPanel } from './diffPanel';
import { historyOf } from './git';
import { activePair, Clipboard, clipboardScheme, isSamePair, type Pair } from './pair';

const viewType = 'incidentPlaybook.diff';

/** The open pages of differences, one for each pair of versions. */
export class Diffs implements vscode.Disposable {
  private readonly panels = new Set<DiffPanel>();
  private readonly clipboard = new Clipboard();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly server: Server,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.subscriptions = [
      vscode.workspace.registerTextDocumentContentProvider(clipboardScheme, this.clipboard),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        for (const panel of this.panels) panel.changed(document);
      }),
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel, state: unknown) => {
          const { uris } = (state ?? {}) as { uris?: { before?: unknown; after?: unknown } };
          const { before, after } = uris ?? {};
          // What was in the clipboard is gone with the window.
          if (typeof before !== 'string' || typeof after !== 'string' || before.startsWith(`${clipboardScheme}:`))
            panel.dispose();
          else this.add(panel, { before: vscode.Uri.parse(before), after: vscode.Uri.parse(after) });
        },
      }),
    ];
  }

  /** The difference on the screen; else what was changed in a playbook since the last commit. */
  async open(uri: vscode.Uri | undefined): Promise<void> {
    const pair = activePair();
    if (pair !== undefined && (uri === undefined || isOf(pair, uri))) this.show(pair);
    else await this.compareWith(uri, 'head');
  }

  /** `how` and `other` are what the reader would choose. */
  async compareWith(given: vscode.Uri | undefined, how?: unknown, other?: unknown): Promise<void> {
    const after = given ?? activePlaybook();
    if (after === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open a playbook first: a file that ends in .incident.yaml.'),
      );
      return;
    }
    const before =
      other instanceof vscode.Uri
        ? other
        : how === 'approved'
          ? await this.asApproved(after, other)
          : await this.pickBefore(after, how);
    if (before !== undefined) this.show({ before, after });
  }

  dispose(): void {
    for (const item of [...this.subscriptions, ...this.panels]) item.dispose();
  }

  private async pickBefore(after: vscode.Uri, how: unknown): Promise<vscode.Uri | undefined> {
    const history = await historyOf(after);
    if (how === 'head' && history?.head !== undefined) return history.head;
    const ways: readonly (vscode.QuickPickItem & { readonly before: () => Promise<vscode.Uri | undefined> })[] = [
      ...(history?.head === undefined
        ? []
        : [
            {
              label: vscode.l10n.t('The last commit'),
              description: 'HEAD',
              before: async () => history.head,
            },
            {
              label: vscode.l10n.t('Another branch…'),
              description: vscode.l10n.t('as it was where this branch began'),
              before: () => pickBranch(history),
            },
            {
              label: vscode.l10n.t('As it was approved…'),
              description: vscode.l10n.t('of what was changed after its approval'),
              before: () => this.asApproved(after),
            },
          ]),
      { label: vscode.l10n.t('Another playbook…'), before: () => pickPlaybook(after) },
      { label: vscode.l10n.t('The clipboard'), before: () => this.clipboard.keep(after) },
    ];
    const placeHolder = vscode.l10n.t('What to compare this playbook with');
    return (await vscode.window.showQuickPick(ways, { placeHolder }))?.before();
  }

  /** The version that an approval was given to, found in the history by its hash. `of` names what was approved. */
  private async asApproved(after: vscode.Uri, of?: unknown): Promise<vscode.Uri | undefined> {
    const params: StaleApprovalsParams = { uri: after.toString() };
    const stale = (await this.server.ask<readonly StaleApproval[]>(staleApprovalsRequest, params)) ?? [];
    if (stale.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Nothing was changed after its approval.'));
      return undefined;
    }
    const approval = stale.find((one) => one.of === of) ?? (await pickApproval(stale));
    if (approval === undefined) return undefined;
    const versions = (await (await historyOf(after))?.versions()) ?? [];
    for (const version of versions) {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(version));
      const asked: IsApprovedParams = { text, of: approval.of, hash: approval.hash };
      if (await this.server.ask<boolean>(isApprovedRequest, asked)) return version;
    }
    void vscode.window.showWarningMessage(
      vscode.l10n.t('No commit at hand has "{0}" as it was approved.', approval.title),
    );
    return undefined;
  }

  private show(pair: Pair): void {
    const open = [...this.panels].find((panel) => isSamePair(panel.pair, pair));
    if (open !== undefined) {
      open.show();
      return;
    }
    // From a page it stands in front of that: a third column would be too narrow for both.
    const isFromPage = vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview;
    const place = isFromPage
      ? { viewColumn: vscode.ViewColumn.Active }
      : { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    this.add(vscode.window.createWebviewPanel(viewType, '', place, { enableFindWidget: true }), pair);
  }

  private add(webview: vscode.WebviewPanel, pair: Pair): void {
    const { extensionUri, server, log } = this;
    const panel = new DiffPanel({ panel: webview, pair, extensionUri, server, log });
    this.panels.add(panel);
    webview.onDidDispose(() => this.panels.delete(panel));
  }
}

const isOf = ({ before, after }: Pair, uri: vscode.Uri) =>
  before.toString() === uri.toString() || after.toString() === uri.toString() || after.path === uri.path;

async function pickApproval(stale: readonly StaleApproval[]): Promise<StaleApproval | undefined> {
  const items = stale.map((approval) => ({
    label: approval.title,
    description: [approval.by, approval.on].filter((word) => word !== '').join(' · '),
    approval,
  }));
  const placeHolder = vscode.l10n.t('Since which approval?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.approval;
}

async function pickBranch({ branches, since }: NonNullable<Awaited<ReturnType<typeof historyOf>>>) {
  const placeHolder = vscode.l10n.t('Which branch?');
  const branch = await vscode.window.showQuickPick(branches(), { placeHolder });
  if (branch === undefined) return undefined;
  const before = await since(branch);
  if (before === undefined)
    void vscode.window.showWarningMessage(vscode.l10n.t('This branch and "{0}" have no commit in common.', branch));
  return before;
}

async function pickPlaybook(after: vscode.Uri): Promise<vscode.Uri | undefined> {
  const others = (await findPlaybooks()).filter((uri) => uri.toString() !== after.toString());
  const items = others.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  const placeHolder = vscode.l10n.t('Which playbook was it before?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.uri;
}
