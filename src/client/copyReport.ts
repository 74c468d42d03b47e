import * as vscode from 'vscode';
import { languageId } from './languageId';
import { uiLocale } from './uiLocale';

/** What somebody who helps has to know: versions and rule ids, no word of the playbook. */
export async function copyReport(extension: vscode.Extension<unknown>): Promise<void> {
  const { version } = extension.packageJSON as { readonly version: string };
  const document = vscode.window.activeTextEditor?.document;
  const isPlaybook = document?.languageId === languageId;
  const counts = new Map<string, number>();
  for (const { code, severity } of isPlaybook ? vscode.languages.getDiagnostics(document.uri) : []) {
    const rule = `${vscode.DiagnosticSeverity[severity]} ${typeof code === 'object' ? code.value : code}`;
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  const report = [
    `Unhappy Path ${version}`,
    `${vscode.env.appName} ${vscode.version}, ${vscode.env.appHost}, ${vscode.env.uiKind === vscode.UIKind.Web ? 'web' : 'desktop'}`,
    `Language: ${vscode.env.language}, messages: ${uiLocale()}`,
    ...(isPlaybook ? [`Lines: ${document.lineCount}, scheme: ${document.uri.scheme}`] : []),
    ...[...counts].sort().map(([rule, count]) => `- ${rule}: ${count}`),
  ].join('\n');
  await vscode.env.clipboard.writeText(`${report}\n`);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied. The report has no text of your playbook.'), 5000);
}
