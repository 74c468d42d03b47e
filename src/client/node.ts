import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateShared } from './extension';

export function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const server = { module, transport: TransportKind.ipc };
  return activateShared(
    context,
    async (options) =>
      new LanguageClient('incidentPlaybook', 'Incident Playbook', { run: server, debug: server }, options),
  );
}
