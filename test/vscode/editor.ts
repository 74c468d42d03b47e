import * as vscode from 'vscode';
import { until } from './harness';

export interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly start: readonly [number, number];
  readonly end: readonly [number, number];
}

export function fileUri(file: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, file);
}

export async function openText(file: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(fileUri(file));
  return vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, preview: false });
}

const severities = ['error', 'warning', 'info', 'hint'];

/** What the Problems panel shows of a file, as the command line says it: from 1, in the order of the file. */
export function problems(uri: vscode.Uri): readonly Found[] {
  return vscode.languages
    .getDiagnostics(uri)
    .map(({ code, severity, message, range: { start, end } }) => ({
      rule: typeof code === 'object' ? String(code.value) : String(code),
      severity: severities[severity] ?? '',
      message,
      start: [start.line + 1, start.character + 1] as const,
      end: [end.line + 1, end.character + 1] as const,
    }))
    .sort((a, b) => a.start[0] - b.start[0] || a.start[1] - b.start[1] || (a.rule < b.rule ? -1 : 1));
}

export function rulesOf(uri: vscode.Uri): readonly string[] {
  return problems(uri).map(({ rule }) => rule);
}

/** Replaces the first `before` in the document as typing does. */
export async function replace(editor: vscode.TextEditor, before: string, after: string): Promise<void> {
  const at = editor.document.getText().indexOf(before);
  if (at < 0) throw new Error(`"${before}" is not in the text`);
  const { document } = editor;
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + before.length));
  const done = await editor.edit((edit) => edit.replace(range, after));
  if (!done) throw new Error('the edit was refused');
}

export function placeOf(document: vscode.TextDocument, text: string, offset = 0): vscode.Position {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`"${text}" is not in the text`);
  return document.positionAt(at + offset);
}

export function putCaret(editor: vscode.TextEditor, text: string): void {
  const place = placeOf(editor.document, text);
  editor.selection = new vscode.Selection(place, place);
}

/** The tab of the preview and the column it is in. */
export function previewTab(): { readonly tab: vscode.Tab; readonly column: vscode.ViewColumn } | undefined {
  for (const { tabs, viewColumn } of vscode.window.tabGroups.all) {
    const tab = tabs.find(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('incidentPlaybook.preview'),
    );
    if (tab !== undefined) return { tab, column: viewColumn };
  }
  return undefined;
}

export async function settledProblems(uri: vscode.Uri, count: number): Promise<readonly Found[]> {
  return until(
    () => problems(uri),
    (found) => found.length === count,
    `${count} problems in ${uri.path}`,
  );
}
