import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { InitializationOptions } from '../../src/protocol/preview';
import { startServer } from '../../src/server/startServer';

export interface SessionOptions {
  readonly folder?: string;
  readonly options?: InitializationOptions;
  /** What the server reads by itself. */
  readonly readFile?: (uri: string) => Promise<string | undefined>;
  readonly listFiles?: (folder: string) => Promise<readonly string[]>;
  readonly capabilities?: InitializeParams['capabilities'];
}

/** The server in this process, spoken to as an editor does: the protocol's own messages over a stream. */
export class ServerSession {
  readonly published: PublishDiagnosticsParams[] = [];
  /** What the server complained of: nothing, where all is well. */
  readonly complaints: string[] = [];
  private versions = new Map<string, number>();

  private constructor(readonly client: ProtocolConnection) {}

  static async start({
    folder,
    options,
    readFile,
    listFiles,
    capabilities = {},
  }: SessionOptions = {}): Promise<ServerSession> {
    const [up, down] = [new PassThrough(), new PassThrough()];
    startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
      ...(readFile && { readFile }),
      ...(listFiles && { listFiles }),
    });
    const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const session = new ServerSession(client);
    client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      session.published.push(params);
    });
    client.onNotification('window/logMessage', ({ message }: { message: string }) => {
      session.complaints.push(message);
    });
    client.listen();
    await client.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'folder' }],
      capabilities,
      initializationOptions: { now: '2026-11-24', ...options },
    });
    await client.sendNotification('initialized', {});
    return session;
  }

  async open(uri: string, text: string): Promise<void> {
    this.versions.set(uri, 1);
    const textDocument = { uri, languageId: 'incident-playbook', version: 1, text };
    await this.client.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** The whole text anew. */
  async change(uri: string, text: string): Promise<number> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    const params = { textDocument: { uri, version }, contentChanges: [{ text }] };
    await this.client.sendNotification('textDocument/didChange', params);
    return version;
  }

  async close(uri: string): Promise<void> {
    await this.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  ask<T>(method: string, params: unknown): Promise<T> {
    return this.client.sendRequest(method, params) as Promise<T>;
  }

  /** What is on show for a file now. */
  on(uri: string): readonly Diagnostic[] | undefined {
    return this.published.findLast((params) => params.uri === uri)?.diagnostics;
  }

  rules(uri: string): readonly unknown[] | undefined {
    return this.on(uri)?.map(({ code }) => code);
  }

  /** Waits until what is on show for a file will do; fails with what it stayed. */
  async until(uri: string, willDo: (rules: readonly unknown[]) => boolean): Promise<void> {
    const end = Date.now() + 5000;
    for (;;) {
      const rules = this.rules(uri);
      if (rules !== undefined && willDo(rules)) return;
      if (Date.now() > end) throw new Error(`${uri} stayed ${JSON.stringify(rules)}; ${this.complaints.join()}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async stop(): Promise<void> {
    await this.client.sendRequest('shutdown');
    this.client.dispose();
  }
}
