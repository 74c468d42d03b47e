import * as vscode from 'vscode';

/** The language of findings and of the preview: what the setting says, else the editor's. */
export function uiLocale(): 'en' | 'ja' {
  const chosen = vscode.workspace.getConfiguration('incidentPlaybook').get<string>('language');
  if (chosen === 'en' || chosen === 'ja') return chosen;
  return vscode.env.language.startsWith('ja') ? 'ja' : 'en';
}
