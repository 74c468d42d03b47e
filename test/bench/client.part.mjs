import { spawn } from 'node:child_process';

/** A server in a process of its own, spoken to in bytes, so that nothing of the client is measured. */
export class Client {
  #buffer = Buffer.alloc(0);
  #id = 0;
  #answers = new Map();
  #listeners = [];

  constructor(file) {
    this.process = spawn(process.execPath, [file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.process.stdout.on('data', (chunk) => this.#read(chunk));
  }

  async initialize() {
    await this.ask('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
      initializationOptions: { now: '2026-11-24' },
    });
    this.tell('initialized', {});
  }

  open(uri, text) {
    this.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'incident-playbook', version: 1, text } });
  }

  ask(method, params) {
    const id = ++this.#id;
    this.#send({ id, method, params });
    return new Promise((resolve) => this.#answers.set(id, resolve));
  }

  tell(method, params) {
    this.#send({ method, params });
  }

  /** The next diagnostics, of that version where one is named. */
  diagnostics(version) {
    return new Promise((resolve) => this.#listeners.push({ version, resolve }));
  }

  async stop() {
    await this.ask('shutdown', undefined);
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.tell('exit', undefined);
    await ended;
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  #read(chunk) {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(this.#buffer.subarray(0, head).toString())[1]);
      if (this.#buffer.length < head + 4 + length) return;
      const message = JSON.parse(this.#buffer.subarray(head + 4, head + 4 + length).toString());
      this.#buffer = this.#buffer.subarray(head + 4 + length);
      this.#hear(message);
    }
  }

  #hear({ id, method, result, params }) {
    if (method === undefined) this.#answers.get(id)?.(result);
    if (method !== 'textDocument/publishDiagnostics') return;
    const isMeant = ({ version }) => version === undefined || version === params.version;
    const heard = this.#listeners.filter(isMeant);
    this.#listeners = this.#listeners.filter((listener) => !isMeant(listener));
    for (const { resolve } of heard) resolve(params.diagnostics);
  }
}
