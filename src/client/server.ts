import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  type CheckedParams,
  checkedNotification,
  type InitializationOptions,
  listFilesRequest,
  type ReadFileParams,
  readFileRequest,
} from '../protocol/preview';
import { findPlaybooks } from './findPlaybooks';
import { languageId } from './languageId';
import { uiLocale } from './uiLocale';

/** Makes the server's client in its own way: for a process, or for a worker. It is loaded only then. */
export type CreateClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** Old versions of files, in a diff: their mistakes are nobody's work now. */
const historic: ReadonlySet<string> = new Set(['git', 'pr', 'review', 'scm-history-item']);

/** The language server, which starts when the first one asks. The extension itself reads no playbook. */
export class Server implements vscode.Disposable {
  private starting: Promise<BaseLanguageClient | undefined> | undefined;
  private readonly checked = new vscode.EventEmitter<CheckedParams>();
  private readonly files = new vscode.EventEmitter<vscode.Uri>();
  private readonly started: vscode.Disposable[] = [];
  /** What the server found last, by file. */
  private readonly found = new Map<string, vscode.Diagnostic[]>();
  readonly onChecked = this.checked.event;
  /** A playbook has come, has gone, or was changed on the disk. */
  readonly onFile = this.files.event;

  constructor(
    private readonly createClient: CreateClient,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  start(): Promise<BaseLanguageClient | undefined> {
    this.starting ??= this.begin().catch((error: unknown) => {
      this.log.error(String(error));
      void this.offerLog();
      return undefined;
    });
    return this.starting;
  }

  /** Null where the server has no answer, or did not start. */
  async ask<T>(method: string, params: unknown): Promise<T | null> {
    const client = await this.start();
    return client === undefined ? null : client.sendRequest<T | null>(method, params);
  }

  dispose(): void {
    for (const item of [...this.started, this.checked, this.files]) item.dispose();
  }

  private async begin(): Promise<BaseLanguageClient> {
    const watchers = ['**/*.incident.{yaml,yml}', '**/incident.config.{yaml,yml}'].map((pattern) =>
      vscode.workspace.createFileSystemWatcher(pattern),
    );
    for (const watcher of watchers) {
      const tell = (uri: vscode.Uri) => this.files.fire(uri);
      this.started.push(watcher, watcher.onDidChange(tell), watcher.onDidCreate(tell), watcher.onDidDelete(tell));
    }
    const initializationOptions: InitializationOptions = {
      locale: uiLocale(),
      clientReadsFiles: true,
      lensCommands: {
        showReferences: 'incidentPlaybook.showReferences',
        openPreview: 'incidentPlaybook.preview.openToSide',
      },
    };
    const client = await this.createClient({
      // The configuration belongs to YAML for all others; here it is known by its name.
      documentSelector: [{ language: languageId }, { pattern: '**/incident.config.{yaml,yml}' }],
      initializationOptions,
      outputChannel: this.log,
      synchronize: { fileEvents: watchers },
      middleware: {
        handleDiagnostics: (uri, diagnostics, next) => {
          if (diagnostics.length > 0) this.found.set(uri.toString(), diagnostics);
          else this.found.delete(uri.toString());
          next(uri, isShown(uri) ? diagnostics : []);
        },
        provideCodeLenses: (document, token, next) => (isOn(document, 'codeLens.enabled') ? next(document, token) : []),
        provideInlayHints: async (document, range, token, next) => {
          const wanted = new Map([
            [vscode.InlayHintKind.Parameter, isOn(document, 'inlayHints.names')],
            [vscode.InlayHintKind.Type, isOn(document, 'inlayHints.messageLength')],
          ]);
          if (![...wanted.values()].includes(true)) return [];
          const found = await next(document, range, token);
          return found?.filter(({ kind }) => kind === undefined || wanted.get(kind));
        },
        provideCompletionItem: async (document, position, context, token, next) => {
          const found = await next(document, position, context, token);
          for (const item of Array.isArray(found) ? found : (found?.items ?? [])) askAgain(item);
          return found;
        },
      },
    });
    this.started.push(
      client,
      client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => readText(uri)),
      client.onRequest(listFilesRequest, async () => (await findPlaybooks()).map((uri) => uri.toString())),
      client.onNotification(checkedNotification, (params: CheckedParams) => this.checked.fire(params)),
    );
    await client.start();
    this.started.push(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('incidentPlaybook.validate')) this.showAgain(client);
      }),
    );
    return client;
  }

  /** The setting was changed: what was found is shown, or is not. */
  private showAgain(client: BaseLanguageClient): void {
    for (const [name, diagnostics] of this.found) {
      const uri = vscode.Uri.parse(name);
      client.diagnostics?.set(uri, isShown(uri) ? diagnostics : []);
    }
  }

  private async offerLog(): Promise<void> {
    const showLog = vscode.l10n.t('Show Log');
    const chosen = await vscode.window.showErrorMessage(
      vscode.l10n.t('Playbooks can’t be checked: the language server did not start.'),
      showLog,
    );
    if (chosen === showLog) this.log.show();
  }
}

/** What can be chosen next is shown at once. */
function askAgain(item: vscode.CompletionItem & { readonly data?: { readonly goesOn?: boolean } }): void {
  if (item.data?.goesOn) item.command = { title: '', command: 'editor.action.triggerSuggest' };
}

function isOn({ uri }: vscode.TextDocument, setting: string): boolean {
  return vscode.workspace.getConfiguration('incidentPlaybook', uri).get<boolean>(setting, true);
}

function isShown(uri: vscode.Uri): boolean {
  const isWanted = vscode.workspace.getConfiguration('incidentPlaybook', uri).get<boolean>('validate.enabled', true);
  return isWanted && !historic.has(uri.scheme);
}

/** Any file system that the editor knows; null where there is no such file. */
async function readText(uri: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true)));
  } catch {
    return null;
  }
}
