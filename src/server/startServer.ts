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
import { placeSteps } from '../core/draw/layered/placeSteps';
import type { LayoutEngine } from '../core/draw/layout';
import { LineIndex } from '../core/text/lineIndex';
import { createTranslate, type Translate } from '../core/text/translate';
import {
  type CheckedParams,
  checkedNotification,
  type ExportParams,
  exportRequest,
  type InitializationOptions,
  listFilesRequest,
  type PreviewParams,
  previewRequest,
  readFileRequest,
} from '../protocol/preview';
import { provideApprovals } from '../service/approvals';
import type { CheckedDocument } from '../service/checkedDocument';
import { fixAllKind, provideCodeActions, provideFixAll } from '../service/codeActions';
import { type LensCommands, provideCodeLenses } from '../service/codeLens';
import type { CompletionOptions, ItemData } from '../service/completion/choice';
import { asksForFiles, describeItem, provideCompletion } from '../service/completion/completion';
import { relativeFiles } from '../service/completion/files';
import { completeConfig } from '../service/configCompletion';
import { provideConfigHover } from '../service/configHover';
import { provideDefinition, toLocation } from '../service/definition';
import { toDiagnostics } from '../service/diagnostics';
import { provideExport } from '../service/export';
import { provideFormatting } from '../service/formatting';
import { provideHover } from '../service/hover';
import { provideInlayHints } from '../service/inlayHints';
import { type PreviewMemory, providePreview } from '../service/preview';
import { provideRefactors } from '../service/refactors';
import { statusTitle } from '../service/statusTitle';
import { provideSymbols } from '../service/symbols';
import { attempt } from './attempt';
import { answerAuthoring } from './authoring';
import { Checker } from './checker';
import { configDiagnostics } from './configDiagnostics';
import { answerNavigation, navigationCapabilities } from './navigation';
import { Published } from './published';
import { rememberLayouts } from './rememberLayouts';
import { answerReviewing } from './reviewing';
import { isConfig, normalise, type ReadFile, Workspace } from './workspace';

/** What differs between a process and a worker. */
export interface Host {
  /** Reads a file itself, for editors that do not know our request. */
  readonly readFile?: ReadFile;
  /** Playbooks below a folder, as URIs, for editors that do not know our request. */
  readonly listFiles?: (folder: string) => Promise<readonly string[]>;
}

/** Nothing that goes wrong in here reaches the author: it is logged, and the answer is null. */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const log = (error: unknown) =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  // A client that has gone hears nothing, and that is no mistake.
  const quietly = (sending: Promise<void>) => void sending.catch(() => {});
  let session: Session | undefined;

  connection.onInitialize((params): InitializeResult => {
    session = createSession(params, { connection, host, documents, log, quietly });
    return {
      serverInfo: { name: 'unhappy-path' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        documentSymbolProvider: true,
        hoverProvider: true,
        definitionProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', 'refactor', fixAllKind] },
        codeLensProvider: {},
        inlayHintProvider: true,
        completionProvider: {
          resolveProvider: true,
          triggerCharacters: [' ', ':', '{', '[', ',', '-', '=', '<', '>', '"', "'"],
        },
        documentFormattingProvider: true,
        ...navigationCapabilities,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.onInitialized(() => {
    if (!session?.foldersCanChange) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      session?.workspace.changeFolders(
        added.map(({ uri }) => uri),
        removed.map(({ uri }) => uri),
      );
      for (const { uri } of documents.all()) session?.checker.recheck(uri);
    });
  });

  documents.onDidChangeContent(({ document }) => session?.checker.schedule(document.uri));
  documents.onDidClose(({ document: { uri } }) => session?.close(uri));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) session?.workspace.forget(uri);
    for (const { uri } of documents.all()) session?.checker.recheck(uri);
  });

  const answer = <T>(uri: string, provide: (document: CheckedDocument, session: Session) => T | Promise<T>) =>
    attempt(log, async () => {
      const document = await session?.checker.current(uri);
      return document === undefined || session === undefined ? null : await provide(document, session);
    });
  connection.onDocumentSymbol(({ textDocument: { uri } }) => answer(uri, (document) => [...provideSymbols(document)]));
  /** The text of an open configuration. */
  const configText = (uri: string) => (isConfig(uri) ? documents.get(uri)?.getText() : undefined);
  connection.onHover(({ textDocument: { uri }, position }) => {
    const config = configText(uri);
    if (config !== undefined && session !== undefined) return provideConfigHover(config, position, session.t) ?? null;
    return answer(uri, (document) => provideHover(document, position) ?? null);
  });
  connection.onCompletion(({ textDocument: { uri }, position, context }) => {
    const config = configText(uri);
    if (config !== undefined && session !== undefined)
      return [...completeConfig(new LineIndex(config), position, session.t)];
    return answer(uri, async (document, { completion, otherFiles }) => {
      const files = asksForFiles(document, position) ? await otherFiles(uri) : [];
      const sign = context?.triggerCharacter;
      return [...provideCompletion(document, { position, options: completion, files, ...(sign && { sign }) })];
    });
  });
  connection.onCompletionResolve(async (item) => {
    const { uri } = (item.data ?? {}) as ItemData;
    return (uri === undefined ? null : await answer(uri, (document) => describeItem(document, item))) ?? item;
  });
  connection.onDefinition(({ textDocument: { uri }, position }) =>
    answer(uri, (document, { hasLinks }) => {
      const links = provideDefinition(document, position);
      return hasLinks ? [...links] : links.map(toLocation);
    }),
  );
  connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }) =>
    answer(uri, (document) => {
      const asks = (kind: string) => only?.some((each) => kind === each || kind.startsWith(`${each}.`));
      // Mending all takes checks of its own: only for whoever asks for it.
      const all = asks(fixAllKind) ? provideFixAll(document) : [];
      const fixes = only === undefined || asks('quickfix') ? provideCodeActions(document, range) : [];
      const ideas = [...provideRefactors(document, range), ...provideApprovals(document, range)].filter(
        ({ kind }) => only === undefined || asks(kind ?? ''),
      );
      return [...fixes, ...ideas, ...all];
    }),
  );
  connection.onCodeLens(({ textDocument: { uri } }) =>
    answer(uri, (document, { lensCommands }) => [...provideCodeLenses(document, lensCommands)]),
  );
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
    answer(uri, (document) => [...provideInlayHints(document, range)]),
  );
  connection.onDocumentFormatting(({ textDocument: { uri } }) =>
    answer(uri, (document) => [...provideFormatting(document)]),
  );
  connection.onRequest(previewRequest, ({ uri, wish, mostBoxes, tabs, partial }: PreviewParams) =>
    answer(uri, (document, { layout, memories }) => {
      const { preview, memory } = providePreview(document, layout, memories.get(uri), {
        ...(wish !== undefined && { wish }),
        ...(mostBoxes !== undefined && { mostBoxes }),
        ...(tabs !== undefined && { tabs }),
        ...(partial !== undefined && { partial }),
      });
      if (memory !== undefined) memories.set(uri, memory);
      return preview;
    }),
  );

  connection.onRequest(exportRequest, ({ uri, format, wish, flow }: ExportParams) =>
    answer(uri, (document, { layout }) => provideExport(document, layout, format, wish, flow) ?? null),
  );

  answerReviewing({ connection, reviewed: () => session, log });

  answerNavigation({ connection, answer, others: async (uri) => (await session?.others(uri)) ?? [] });

  answerAuthoring({
    connection,
    look: async (uri) => session?.checker.look(uri),
    isOpen: (uri) => documents.get(uri) !== undefined,
    openText: (uri) => documents.get(uri)?.getText(),
    publish: (uri, found) => session?.publish(uri, found),
    log,
  });

  documents.listen(connection);
  connection.listen();
}

/** Editors that know no language of ours send all that is YAML: what is no plan by its name is none of our business. */
function ofOurs(document: TextDocument | undefined): TextDocument | undefined {
  if (document === undefined || document.languageId === 'incident-playbook') return document;
  return isConfig(document.uri) || /\.incident\.ya?ml$/.test(normalise(document.uri)) ? document : undefined;
}

interface Session {
  readonly workspace: Workspace;
  readonly checker: Checker;
  readonly t: Translate;
  /** What each preview needs of the picture before. */
  readonly memories: Map<string, PreviewMemory>;
  readonly layout: LayoutEngine;
  readonly close: (uri: string) => void;
  /** Every playbook of the folders but this one, as it is now. */
  readonly others: (uri: string | undefined) => Promise<readonly CheckedDocument[]>;
  /** Shows what the check of a file has found. */
  readonly publish: (uri: string, found: ReadonlyMap<string, readonly Diagnostic[]>) => void;
  readonly hasLinks: boolean;
  readonly completion: CompletionOptions;
  readonly lensCommands: LensCommands | undefined;
  /** The other playbooks of the folder, as `uses` names them from this one. */
  readonly otherFiles: (uri: string) => Promise<readonly string[]>;
  readonly foldersCanChange: boolean;
}

interface SessionInput {
  readonly connection: Connection;
  readonly host: Host;
  readonly documents: TextDocuments<TextDocument>;
  readonly log: (error: unknown) => void;
  readonly quietly: (sending: Promise<void>) => void;
}

/** All that depends on who asks: language, folders, what the client can do. */
function createSession(params: InitializeParams, { connection, host, documents, log, quietly }: SessionInput): Session {
  const { initializationOptions, capabilities, workspaceFolders, rootUri } = params;
  const options = (initializationOptions ?? {}) as InitializationOptions;
  const locale = options.locale ?? (params.locale?.startsWith('ja') ? 'ja' : 'en');
  const t = createTranslate(locale === 'ja' ? japanese : {});
  const today = options.now === undefined ? Number.NaN : Date.parse(options.now);

  /** An open document under whichever spelling of its name the editor uses. */
  const openText = (uri: string) =>
    documents.get(uri) ?? documents.all().find((document) => normalise(document.uri) === normalise(uri));
  const readFile: ReadFile = async (uri) => {
    try {
      if (options.clientReadsFiles !== true) return await host.readFile?.(uri);
      return (await connection.sendRequest<string | null>(readFileRequest, { uri })) ?? undefined;
    } catch {
      return undefined;
    }
  };

  const listFiles = async (root: string): Promise<readonly string[]> => {
    try {
      if (options.clientReadsFiles !== true) return (await host.listFiles?.(root)) ?? [];
      return await connection.sendRequest<readonly string[]>(listFilesRequest);
    } catch {
      return [];
    }
  };
  const item = capabilities.textDocument?.completion?.completionItem;

  const published = new Published();
  const workspace = new Workspace(openText, readFile, t, (uri, text) =>
    show(published.replace(uri, new Map([[uri, configDiagnostics(text, t)]]))),
  );
  workspace.changeFolders(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []), []);
  const show = (uris: Iterable<string>) => {
    for (const uri of uris) {
      const version = documents.get(uri)?.version;
      quietly(connection.sendDiagnostics({ uri, diagnostics: [...published.of(uri)], version }));
    }
  };
  const publish: Session['publish'] = (uri, found) => {
    const byOpenName = [...found].map(([at, list]) => [openText(at)?.uri ?? at, list] as const);
    show(published.replace(uri, new Map(byOpenName)));
  };
  const checker = new Checker({
    workspace,
    openText: (uri) => ofOurs(documents.get(uri)),
    t,
    locale,
    now: () => (Number.isNaN(today) ? Date.now() : today),
    onChecked: (document) => {
      const { uri, version } = document;
      publish(uri, toDiagnostics(document));
      const count = (severity: string) => document.findings.filter((finding) => finding.severity === severity).length;
      const params: CheckedParams = {
        uri,
        version,
        status: statusTitle(document.playbook, t),
        errors: count('error'),
        warnings: count('warning'),
      };
      quietly(connection.sendNotification(checkedNotification, params));
    },
    onConfig: (uri, open) => {
      show(published.replace(uri, new Map([[uri, configDiagnostics(open.getText(), t)]])));
      for (const document of documents.all()) if (document.uri !== uri) checker.recheck(document.uri);
    },
    onFailure: log,
  });

  const memories = new Map<string, PreviewMemory>();
  return {
    workspace,
    checker,
    t,
    memories,
    publish,
    layout: rememberLayouts(placeSteps),
    close: (uri) => {
      workspace.forget(uri);
      memories.delete(uri);
      checker.close(uri);
      show(published.replace(uri, new Map([[uri, []]])));
    },
    hasLinks: capabilities.textDocument?.definition?.linkSupport === true,
    lensCommands: options.lensCommands,
    completion: {
      snippets: item?.snippetSupport === true,
      details: item?.labelDetailsSupport === true,
    },
    others: async (uri) => {
      const listed = (await Promise.all(workspace.roots.map(listFiles))).flat();
      // What is open has the name that the editor gives it.
      const all = new Map(
        [...listed, ...documents.all().map((document) => document.uri)].map((at) => [normalise(at), at]),
      );
      if (uri !== undefined) all.delete(normalise(uri));
      const found: CheckedDocument[] = [];
      for (const at of all.values()) {
        const document = isConfig(at) ? undefined : await checker.look(openText(at)?.uri ?? at);
        if (document !== undefined) found.push(document);
      }
      return found;
    },
    otherFiles: async (uri) => {
      const root = workspace.rootOf(uri);
      const found = await listFiles(root);
      return relativeFiles(found.map(normalise), normalise(uri), normalise(root));
    },
    foldersCanChange: capabilities.workspace?.workspaceFolders === true,
  };
}
