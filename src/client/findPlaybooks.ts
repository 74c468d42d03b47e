import * as vscode from 'vscode';

/** More than anyone has; a folder of thousands must not stop the editor. */
const most = 500;

/** All playbooks of the workspace, by path. */
export async function findPlaybooks(): Promise<readonly vscode.Uri[]> {
  const found = await vscode.workspace.findFiles('**/*.incident.{yaml,yml}', '**/node_modules/**', most);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}
