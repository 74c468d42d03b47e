import * as vscode from 'vscode';
import { activateShared } from './extension';

export function activate(context: vscode.ExtensionContext): void {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'process.js').fsPath;
  activateShared(context, async (options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--inspect=6009'] } };
    return new LanguageClient('incidentPlaybook', 'Incident Playbook', { run, debug }, options);
  });
}
