import * as vscode from 'vscode';
import type { ServerOptions } from 'vscode-languageclient/browser';
import { activateShared } from './extension';

declare const Worker: new (url: string) => ServerOptions;

export function activate(context: vscode.ExtensionContext): void {
  const url = vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  activateShared(context, async (options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    return new LanguageClient('incidentPlaybook', 'Incident Playbook', new Worker(url), options);
  });
}
