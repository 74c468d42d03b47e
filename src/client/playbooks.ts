import * as vscode from 'vscode';
import {
  type Overview,
  type OverviewEntry,
  type OverviewParams,
  type OverviewSection,
  type OverviewSectionName,
  overviewRequest,
} from '../protocol/authoring';
import { findPlaybooks } from './findPlaybooks';
import { toPosition } from './place';
import type { Server } from './server';

type Row =
  | { readonly kind: 'playbook'; readonly uri: vscode.Uri; readonly overview: Overview }
  | { readonly kind: 'section'; readonly uri: vscode.Uri; readonly section: OverviewSection }
  | { readonly kind: 'entry'; readonly uri: vscode.Uri; readonly entry: OverviewEntry };

const icons: Readonly<Record<OverviewSectionName, string>> = {
  scenarios: 'zap',
  flows: 'type-hierarchy-sub',
  messages: 'comment',
  channels: 'broadcast',
  severities: 'flame',
};

/** Milliseconds of rest before the list is made anew. */
const rest = 500;

/** The list of playbooks in the side bar, and what is in each. It is made only while somebody looks at it. */
export class Playbooks implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Row>;
  private readonly subscriptions: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly server: Server,
  ) {
    this.view = vscode.window.createTreeView('incidentPlaybook.playbooks', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.subscriptions = [
      this.view,
      this.changed,
      server.onChecked(() => this.changeSoon()),
      server.onFile(() => this.changeSoon()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.changeSoon()),
      this.view.onDidChangeVisibility(({ visible }) => {
        if (visible) this.refresh();
      }),
    ];
  }

  refresh(): void {
    this.changed.fire();
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row === undefined) return this.playbooks();
    const { uri } = row;
    switch (row.kind) {
      case 'playbook':
        return row.overview.sections.map((section) => ({ kind: 'section', uri, section }));
      case 'section':
        return entriesOf(row.section).map((entry) => ({ kind: 'entry', uri, entry }));
      case 'entry':
        return row.entry.entries.map((entry) => ({ kind: 'entry', uri, entry }));
    }
  }

  getTreeItem(row: Row): vscode.TreeItem {
    switch (row.kind) {
      case 'playbook':
        return this.playbookItem(row.uri, row.overview);
      case 'section': {
        const item = new vscode.TreeItem(row.section.title, vscode.TreeItemCollapsibleState.Collapsed);
        item.id = `${row.uri} ${row.section.name}`;
        item.iconPath = new vscode.ThemeIcon(icons[row.section.name]);
        item.description = String(entriesOf(row.section).length);
        item.contextValue = 'section';
        return item;
      }
      case 'entry':
        return entryItem(row.uri, row.entry);
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const item of this.subscriptions) item.dispose();
  }

  private async playbooks(): Promise<Row[]> {
    const rows = (await findPlaybooks()).map(async (uri): Promise<readonly Row[]> => {
      const params: OverviewParams = { uri: uri.toString() };
      const overview = await this.server.ask<Overview>(overviewRequest, params);
      return overview === null ? [] : [{ kind: 'playbook', uri, overview }];
    });
    return (await Promise.all(rows)).flat();
  }

  private playbookItem(uri: vscode.Uri, { title, status, errors, warnings }: Overview): vscode.TreeItem {
    const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Collapsed);
    const count = errors + warnings;
    const problems = count === 0 ? '' : count === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', count);
    item.id = uri.toString();
    item.description = [status, problems].filter((part) => part !== '').join(' · ');
    item.tooltip = [title, vscode.workspace.asRelativePath(uri), item.description].join('\n');
    item.iconPath = {
      light: vscode.Uri.joinPath(this.extensionUri, 'media', 'playbook-light.svg'),
      dark: vscode.Uri.joinPath(this.extensionUri, 'media', 'playbook-dark.svg'),
    };
    item.contextValue = 'playbook';
    return item;
  }

  private changeSoon(): void {
    if (!this.view.visible) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), rest);
  }
}

/** A playbook with one flow shows its steps right away. */
function entriesOf({ name, entries }: OverviewSection): readonly OverviewEntry[] {
  const [only, ...others] = entries;
  return name === 'flows' && only !== undefined && others.length === 0 ? only.entries : entries;
}

function entryItem(uri: vscode.Uri, { id, title, at, entries }: OverviewEntry): vscode.TreeItem {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(title, entries.length > 0 ? Collapsed : None);
  if (title !== id) item.description = id;
  item.contextValue = 'entry';
  if (at !== undefined) {
    const place = toPosition(at);
    item.command = {
      title: vscode.l10n.t('Show Source'),
      command: 'vscode.open',
      arguments: [uri, { selection: new vscode.Range(place, place) } satisfies vscode.TextDocumentShowOptions],
    };
  }
  return item;
}
