import * as vscode from 'vscode';
import { LanguageClient, type ServerOptions } from 'vscode-languageclient/browser';
import { activateShared } from './extension';

declare const Worker: new (url: string) => ServerOptions;

export function activate(context: vscode.ExtensionContext): Promise<void> {
  const url = vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  return activateShared(
    context,
    (options) => new LanguageClient('incidentPlaybook', 'Incident Playbook', new Worker(url), options),
  );
}
