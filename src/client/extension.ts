import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  type CheckedParams,
  checkedNotification,
  type InitializationOptions,
  type ReadFileParams,
  readFileRequest,
} from '../protocol/preview';
import { languageId } from './languageId';
import { LanguageStatus } from './languageStatus';
import { Previews } from './preview/previews';
import { uiLocale } from './uiLocale';

/** Starts the server in its own way: a process, or a worker. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Old versions of files, in a diff: their mistakes are nobody's work now. */
const historic: ReadonlySet<string> = new Set(['git', 'pr', 'review', 'scm-history-item']);

/** What both hosts share. The extension itself reads no playbook: it asks the server. */
export async function activateShared(context: vscode.ExtensionContext, createClient: CreateClient): Promise<void> {
  const log = vscode.window.createOutputChannel(vscode.l10n.t('Incident Playbook'), { log: true });
  const watchers = ['**/*.incident.{yaml,yml}', '**/incident.config.{yaml,yml}'].map((pattern) =>
    vscode.workspace.createFileSystemWatcher(pattern),
  );
  const initializationOptions: InitializationOptions = {
    locale: uiLocale(),
    clientReadsFiles: true,
    elkUri: vscode.Uri.joinPath(context.extensionUri, 'dist', 'elk.js').toString(true),
  };
  const client = createClient({
    // The configuration belongs to YAML for all others; here it is known by its name.
    documentSelector: [{ language: languageId }, { pattern: '**/incident.config.{yaml,yml}' }],
    initializationOptions,
    outputChannel: log,
    synchronize: { fileEvents: watchers },
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, historic.has(uri.scheme) ? [] : diagnostics),
    },
  });
  const previews = new Previews(context.extensionUri, client, log);
  const status = new LanguageStatus();
  const { registerCommand } = vscode.commands;
  context.subscriptions.push(
    log,
    ...watchers,
    client,
    previews,
    client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => readText(uri)),
    status,
    client.onNotification(checkedNotification, (params: CheckedParams) => {
      previews.checked(params.uri);
      status.update(params);
    }),
    registerCommand('incidentPlaybook.preview.openToSide', (uri?: vscode.Uri) =>
      previews.open(uri, vscode.ViewColumn.Beside),
    ),
    registerCommand('incidentPlaybook.preview.open', (uri?: vscode.Uri) =>
      previews.open(uri, vscode.ViewColumn.Active),
    ),
    registerCommand('incidentPlaybook.preview.showSource', () => previews.showSource()),
    registerCommand('incidentPlaybook.preview.refresh', () => previews.reload()),
    registerCommand('incidentPlaybook.showLog', () => log.show()),
  );
  try {
    await client.start();
  } catch (error) {
    log.error(String(error));
    void offerLog(log);
  }
}

async function offerLog(log: vscode.LogOutputChannel): Promise<void> {
  const showLog = vscode.l10n.t('Show Log');
  const chosen = await vscode.window.showErrorMessage(
    vscode.l10n.t('Playbooks can’t be checked: the language server did not start.'),
    showLog,
  );
  if (chosen === showLog) log.show();
}

/** Any file system that the editor knows; null where there is no such file. */
async function readText(uri: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true)));
  } catch {
    return null;
  }
}
