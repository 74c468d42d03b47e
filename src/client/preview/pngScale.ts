import * as vscode from 'vscode';

export function pngScale(uri: vscode.Uri): number {
  return vscode.workspace.getConfiguration('incidentPlaybook', uri).get('export.pngScale', 2);
}
