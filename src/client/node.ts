import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateShared } from './extension';

export function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--inspect=6009'] } };
  return activateShared(
    context,
    (options) => new LanguageClient('incidentPlaybook', 'Incident Playbook', { run, debug }, options),
  );
}
