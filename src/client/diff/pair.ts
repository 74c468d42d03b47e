import * as vscode from 'vscode';
import type { DiffNames, DiffSide } from '../../protocol/diff';
import { fileName } from '../fileName';
import { refOf } from './git';

/** Two versions, each as a document that the editor can open. */
export interface Pair {
  readonly before: vscode.Uri;
  readonly after: vscode.Uri;
}

/** Both texts of the difference that is on the screen, if one is: Git's, of a pull request, or of two files. */
export function activePair(): Pair | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputTextDiff ? { before: input.original, after: input.modified } : undefined;
}

export function isSamePair(one: Pair, other: Pair): boolean {
  return one.before.toString() === other.before.toString() && one.after.toString() === other.after.toString();
}

export function namesOf({ before, after }: Pair): DiffNames {
  const isOneFile = before.path === after.path;
  const name = (uri: vscode.Uri) =>
    refOf(uri) ?? (uri.scheme === clipboardScheme ? vscode.l10n.t('clipboard') : isOneFile ? undefined : fileName(uri));
  const [was, is] = [name(before), name(after)];
  return { ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) };
}

/** Empty where this version has no such file. */
export async function sideOf(uri: vscode.Uri): Promise<DiffSide> {
  const home = homeOf(uri).toString();
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    return { uri: home, text: document.getText() };
  } catch {
    return { uri: home, text: '' };
  }
}

/** Where the file is in the folders at hand: an old version is no place to look for what it uses. */
function homeOf(uri: vscode.Uri): vscode.Uri {
  if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) return uri;
  const folder = vscode.workspace.workspaceFolders?.find((each) => uri.path.startsWith(`${each.uri.path}/`));
  return folder?.uri.with({ path: uri.path }) ?? uri;
}

export const clipboardScheme = 'incident-playbook-clipboard';

/** What was in the clipboard when it was compared, as documents that nobody can change or has to save. */
export class Clipboard implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();

  /** The text as another version of the file. */
  async keep({ path }: vscode.Uri): Promise<vscode.Uri> {
    const uri = vscode.Uri.from({ scheme: clipboardScheme, path, query: String(this.texts.size + 1) });
    this.texts.set(uri.toString(), await vscode.env.clipboard.readText());
    return uri;
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }
}
