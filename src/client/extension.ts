import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  type CheckedParams,
  checkedNotification,
  type InitializationOptions,
  type ReadFileParams,
  readFileRequest,
} from '../protocol/preview';
import { Previews } from './previews';

export const languageId = 'incident-playbook';

/** Starts the server in its own way: a process, or a worker. */
export type StartClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** What both hosts share. The extension itself reads no playbook: it asks the server. */
export async function activateShared(context: vscode.ExtensionContext, start: StartClient): Promise<void> {
  const log = vscode.window.createOutputChannel(vscode.l10n.t('Incident Playbook'), { log: true });
  context.subscriptions.push(log);
  const initializationOptions: InitializationOptions = {
    locale: vscode.env.language.startsWith('ja') ? 'ja' : 'en',
    clientReadsFiles: true,
    elkUri: vscode.Uri.joinPath(context.extensionUri, 'dist', 'elk.js').toString(true),
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.{incident,config}.{yaml,yml}');
  const client = await start({
    documentSelector: [{ language: languageId }],
    initializationOptions,
    outputChannel: log,
    synchronize: { fileEvents: watcher },
  });
  context.subscriptions.push(watcher, client);
  client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => readText(uri));

  const previews = new Previews(context, client, log);
  context.subscriptions.push(previews);
  client.onNotification(checkedNotification, ({ uri }: CheckedParams) => previews.refresh(uri));
  context.subscriptions.push(
    vscode.commands.registerCommand('incidentPlaybook.preview.openToSide', (uri?: vscode.Uri) =>
      previews.open(uri, vscode.ViewColumn.Beside),
    ),
    vscode.commands.registerCommand('incidentPlaybook.preview.open', (uri?: vscode.Uri) =>
      previews.open(uri, vscode.ViewColumn.Active),
    ),
    vscode.commands.registerCommand('incidentPlaybook.preview.showSource', () => previews.showSource()),
    vscode.commands.registerCommand('incidentPlaybook.preview.refresh', () => previews.refreshAll()),
    vscode.commands.registerCommand('incidentPlaybook.showLog', () => log.show()),
  );
  try {
    await client.start();
  } catch (error) {
    log.error(String(error));
    const showLog = vscode.l10n.t('Show Log');
    const chosen = await vscode.window.showErrorMessage(
      vscode.l10n.t('Playbooks can’t be checked: the language server did not start.'),
      showLog,
    );
    if (chosen === showLog) log.show();
  }
}

/** Any file system that the editor knows; null where there is no such file. */
async function readText(uri: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true)));
  } catch {
    return null;
  }
}
