import * as vscode from 'vscode';
import { languageId } from './languageId';

/** The playbook that is being written; undefined where the active editor has none. */
export function activePlaybook(): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document;
  return active?.languageId === languageId ? active.uri : undefined;
}
