import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { Diffs } from './diff/diffs';
import { languageId } from './languageId';
import { LanguageStatus } from './languageStatus';
import { PasteBlockText } from './pasteBlockText';
import { Playbooks } from './playbooks';
import { Previews } from './preview/previews';
import { type CreateClient, Server } from './server';
import { registerTask } from './task';
import { TreatAs } from './treatAs';

/** What both hosts share. It must be quick: any YAML file wakes it. The server starts with the first playbook. */
export function activateShared(context: vscode.ExtensionContext, createClient: CreateClient): void {
  const log = vscode.window.createOutputChannel(vscode.l10n.t('Incident Playbook'), { log: true });
  const server = new Server(createClient, log);
  const previews = new Previews(context.extensionUri, server, log);
  const diffs = new Diffs(context.extensionUri, server, log);
  const playbooks = new Playbooks(context.extensionUri, server);
  const status = new LanguageStatus();
  context.subscriptions.push(
    log,
    server,
    previews,
    diffs,
    playbooks,
    status,
    new TreatAs(),
    server.onChecked((params) => {
      previews.checked(params.uri);
      status.update(params);
    }),
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.languages.registerDocumentPasteEditProvider(
      { language: languageId },
      new PasteBlockText(server),
      PasteBlockText.metadata,
    ),
    registerTask(),
    ...registerCommands({ server, previews, diffs, log, extension: context.extension }),
  );
  for (const document of vscode.workspace.textDocuments) startFor(document);

  function startFor({ languageId: language, uri }: vscode.TextDocument): void {
    if (language === languageId || /\/incident\.config\.ya?ml$/.test(uri.path)) void server.start();
  }
}
