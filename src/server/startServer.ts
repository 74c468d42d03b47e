import {
  type Connection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import japanese from '../../l10n/bundle.l10n.ja.json';
import type { LayoutEngine } from '../core/draw/layout';
import { readConfig } from '../core/lint/readConfig';
import { LineIndex } from '../core/text/lineIndex';
import { createTranslate, type Translate, type UiLocale } from '../core/text/translate';
import {
  type CheckedParams,
  checkedNotification,
  type InitializationOptions,
  type PreviewParams,
  previewRequest,
  readFileRequest,
} from '../protocol/preview';
import { type CheckedDocument, checkDocument, toRange } from '../service/checkedDocument';
import { provideCodeActions } from '../service/codeActions';
import { provideDefinition, toLocation } from '../service/definition';
import { toDiagnostics } from '../service/diagnostics';
import { provideHover } from '../service/hover';
import { type PreviewMemory, providePreview } from '../service/preview';
import { provideSymbols } from '../service/symbols';
import { isConfig, normalise, type ReadFile, Workspace } from './workspace';

/** What differs between a process and a worker. */
export interface Host {
  /** Reads a file itself, for editors that do not know our request. */
  readonly readFile?: ReadFile;
  /** Loads the layout engine, on the first picture only. */
  readonly loadLayout: (elkUri: string | undefined) => Promise<LayoutEngine>;
}

/** Milliseconds to wait for the next keystroke: none for a check that is quick, and never more than this. */
const longestPause = 50;

export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const server = new Server(connection, documents, host);
  server.listen();
  documents.listen(connection);
  connection.listen();
}

class Server {
  private t: Translate = createTranslate();
  private locale: UiLocale = 'en';
  private options: InitializationOptions = {};
  private clientReads = false;
  private hasLinks = false;
  private readonly byUri = new Map<string, CheckedDocument>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly running = new Map<string, Promise<void>>();
  /** Diagnostics of a file by the document whose check found them. */
  private readonly published = new Map<string, Map<string, readonly Diagnostic[]>>();
  /** Documents to be checked again though their text is the same: what they use has changed. */
  private readonly stale = new Set<string>();
  private readonly memories = new Map<string, PreviewMemory>();
  private engine: Promise<LayoutEngine> | undefined;
  private lastCheck = 0;
  private workspace: Workspace;

  constructor(
    private readonly connection: Connection,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly host: Host,
  ) {
    this.workspace = this.createWorkspace();
  }

  listen(): void {
    const { connection, documents } = this;
    connection.onInitialize((params) => this.initialize(params));
    documents.onDidChangeContent(({ document }) => this.schedule(document.uri));
    documents.onDidClose(({ document }) => this.close(document.uri));
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri } of changes) this.workspace.forget(uri);
      for (const document of documents.all()) this.schedule(document.uri);
    });
    connection.onDocumentSymbol(({ textDocument }) =>
      this.answer(textDocument.uri, (document) => [...provideSymbols(document)]),
    );
    connection.onHover(({ textDocument, position }) =>
      this.answer(textDocument.uri, (document) => provideHover(document, position) ?? null),
    );
    connection.onDefinition(({ textDocument, position }) =>
      this.answer(textDocument.uri, (document) => {
        const links = provideDefinition(document, position);
        return this.hasLinks ? [...links] : links.map(toLocation);
      }),
    );
    connection.onCodeAction(({ textDocument, range }) =>
      this.answer(textDocument.uri, (document) => [...provideCodeActions(document, range)]),
    );
    connection.onRequest(previewRequest, ({ uri }: PreviewParams) =>
      this.answer(uri, async (document) => {
        const { preview, memory } = await providePreview(document, () => this.layout(), this.memories.get(uri));
        if (memory !== undefined) this.memories.set(uri, memory);
        return preview;
      }),
    );
  }

  private initialize({
    initializationOptions,
    capabilities,
    workspaceFolders,
    rootUri,
    locale,
  }: InitializeParams): InitializeResult {
    this.options = (initializationOptions ?? {}) as InitializationOptions;
    this.locale = this.options.locale ?? (locale?.startsWith('ja') ? 'ja' : 'en');
    this.t = createTranslate(this.locale === 'ja' ? japanese : {});
    this.clientReads = this.options.clientReadsFiles === true;
    this.hasLinks = capabilities.textDocument?.definition?.linkSupport === true;
    this.workspace = this.createWorkspace();
    this.workspace.setFolders(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
    return {
      serverInfo: { name: 'unhappy-path' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        documentSymbolProvider: true,
        hoverProvider: true,
        definitionProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix'] },
      },
    };
  }

  private createWorkspace(): Workspace {
    return new Workspace(
      (uri) => this.openText(uri),
      (uri) => this.readFile(uri),
      this.t,
    );
  }

  /** An open document under whichever spelling of its name the editor uses. */
  private openText(uri: string): TextDocument | undefined {
    return (
      this.documents.get(uri) ?? this.documents.all().find((document) => normalise(document.uri) === normalise(uri))
    );
  }

  private async readFile(uri: string): Promise<string | undefined> {
    try {
      if (this.clientReads)
        return (await this.connection.sendRequest<string | null>(readFileRequest, { uri })) ?? undefined;
      return await this.host.readFile?.(uri);
    } catch {
      return undefined;
    }
  }

  /** One check waits for a document, never a queue of them. */
  private schedule(uri: string): void {
    clearTimeout(this.timers.get(uri));
    const pause = Math.min(longestPause, this.lastCheck > 10 ? this.lastCheck : 0);
    this.timers.set(
      uri,
      setTimeout(() => {
        this.timers.delete(uri);
        void this.checkNow(uri).then(() => this.checkUsers(uri));
      }, pause),
    );
  }

  /** Waits for a check that is on its way; checks what is newer. */
  private async checkNow(uri: string): Promise<void> {
    await this.running.get(uri);
    const run = this.check(uri).catch((error: unknown) => this.log(error));
    this.running.set(uri, run);
    await run;
    if (this.running.get(uri) === run) this.running.delete(uri);
  }

  private async check(uri: string): Promise<void> {
    const open = this.documents.get(uri);
    if (open === undefined || this.byUri.get(uri)?.version === open.version) {
      if (open === undefined || !this.stale.delete(uri)) return;
    }
    const { version } = open;
    if (isConfig(uri)) {
      this.publishConfig(open);
      for (const document of this.documents.all()) if (document.uri !== uri) this.recheck(document.uri);
      return;
    }
    const [files, config] = await Promise.all([this.workspace.load(uri), this.workspace.configFor(uri)]);
    if (this.documents.get(uri)?.version !== version) return this.check(uri);
    const begun = performance.now();
    const root = this.workspace.rootOf(uri);
    const now = this.options.now === undefined ? Date.now() : Date.parse(this.options.now);
    const document = checkDocument({
      uri,
      version,
      file: this.workspace.fileOf(uri),
      documents: files,
      uriOf: (file) => this.workspace.uriIn(root, file),
      config,
      t: this.t,
      locale: this.locale,
      now,
    });
    this.lastCheck = performance.now() - begun;
    this.byUri.set(uri, document);
    this.publish(document);
    void this.connection.sendNotification(checkedNotification, { uri, version } satisfies CheckedParams);
  }

  /** Loaded on the first picture. */
  private layout(): Promise<LayoutEngine> {
    this.engine ??= this.host.loadLayout(this.options.elkUri);
    this.engine.catch(() => {
      this.engine = undefined;
    });
    return this.engine;
  }

  private recheck(uri: string): void {
    this.stale.add(uri);
    this.schedule(uri);
  }

  /** A file that others pull in changed: what they say may have changed too. */
  private checkUsers(uri: string): void {
    const file = normalise(uri);
    for (const document of this.byUri.values()) {
      if (document.uri === uri) continue;
      const uses = [...document.documents.keys()].some((name) => normalise(document.uriOf(name)) === file);
      const isOld =
        uses && document.documents.get(this.workspace.fileOf(uri)) !== this.byUri.get(uri)?.playbook.document;
      if (isOld) this.recheck(document.uri);
    }
  }

  private publish(document: CheckedDocument): void {
    const found = toDiagnostics(document);
    const touched = new Set([...found.keys()].map((uri) => this.openText(uri)?.uri ?? uri));
    for (const [uri, bySource] of this.published) if (bySource.delete(document.uri)) touched.add(uri);
    for (const [uri, diagnostics] of found) {
      const known = this.openText(uri)?.uri ?? uri;
      const bySource = this.published.get(known) ?? new Map<string, readonly Diagnostic[]>();
      this.published.set(known, bySource.set(document.uri, diagnostics));
    }
    for (const uri of touched) this.send(uri, uri === document.uri ? document.version : undefined);
  }

  /** What several playbooks find in one file is shown once. */
  private send(uri: string, version: number | undefined): void {
    const all = [...(this.published.get(uri)?.values() ?? [])].flat();
    const seen = new Set<string>();
    const diagnostics = all.filter(({ code, range }) => {
      const key = `${code} ${JSON.stringify(range)}`;
      return !seen.has(key) && seen.add(key);
    });
    void this.connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
  }

  private publishConfig(open: TextDocument): void {
    const text = open.getText();
    const lines = new LineIndex(text);
    const diagnostics = readConfig(text, this.t).findings.map(({ rule, message, span }) => ({
      range: toRange(lines, span),
      severity: 1 as const,
      code: rule,
      source: 'unhappy-path',
      message,
    }));
    void this.connection.sendDiagnostics({ uri: open.uri, diagnostics, version: open.version });
  }

  private close(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.byUri.delete(uri);
    this.memories.delete(uri);
    this.workspace.forget(uri);
    const touched = [uri];
    for (const [other, bySource] of this.published) if (bySource.delete(uri)) touched.push(other);
    for (const other of new Set(touched)) this.send(other, undefined);
  }

  /** Answers from the newest version; null where the document is not a playbook that is open, or where we fail. */
  private async answer<T>(uri: string, provide: (document: CheckedDocument) => T | Promise<T>): Promise<T | null> {
    try {
      await this.checkNow(uri);
      const document = this.byUri.get(uri);
      return document === undefined ? null : await provide(document);
    } catch (error) {
      this.log(error);
      return null;
    }
  }

  private log(error: unknown): void {
    this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}
