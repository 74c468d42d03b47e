import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  createProtocolConnection,
  type Diagnostic,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { cli } from '../support/cli';
import { smallPlaybook } from '../support/small';

const program = path.resolve(import.meta.dirname, '../../dist/cli.js');

/** An editor that can do nothing but the protocol's least: no settings, no registrations, text as UTF-16. */
async function session() {
  const child = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const published = new Map<string, readonly Diagnostic[]>();
  client.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
    published.set(uri, diagnostics);
  });
  client.listen();
  const { capabilities } = await client.sendRequest<{ capabilities: Record<string, unknown> }>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
    initializationOptions: { locale: 'ja' },
  });
  await client.sendNotification('initialized', {});
  const open = (uri: string, languageId: string, text: string) =>
    client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  const stop = async () => {
    await client.sendRequest('shutdown');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await client.sendNotification('exit');
    return ended;
  };
  return { client, published, capabilities, open, stop };
}

test('a plain editor is served: findings, completion, rename, format; and the server ends when it is told to', async () => {
  const { client, published, capabilities, open, stop } = await session();
  expect(capabilities).toMatchObject({ completionProvider: {}, renameProvider: {}, documentFormattingProvider: true });
  const uri = 'file:///plans/one.incident.yaml';
  await open(uri, 'yaml', smallPlaybook.replace('then: judge', 'then: jugde'));
  await expect.poll(() => published.get(uri)?.map(({ code }) => code)).toContain('unknown-reference');
  const textDocument = { uri };
  const line = smallPlaybook.split('\n').findIndex((each) => each.includes('then: judge'));
  const position = { line, character: 14 };
  const items = await client.sendRequest<{ label: string }[]>('textDocument/completion', { textDocument, position });
  expect(items.map(({ label }) => label)).toContain('judge');
  const lead = {
    textDocument,
    position: {
      line: smallPlaybook.split('\n').indexOf('  lead: { person: amina, deputy: ben, decides: true }'),
      character: 4,
    },
  };
  const edit = await client.sendRequest<{ changes: object }>('textDocument/rename', { ...lead, newName: 'chief' });
  expect(Object.keys(edit.changes)).toEqual([uri]);
  const options = { tabSize: 2, insertSpaces: true };
  expect(await client.sendRequest('textDocument/formatting', { textDocument, options })).toEqual([]);
  expect(await stop()).toBe(0);
});

test('YAML that is no plan is left alone', async () => {
  const { client, published, open, stop } = await session();
  const uri = 'file:///plans/docker-compose.yaml';
  await open(uri, 'yaml', 'services: [\n');
  const at = { textDocument: { uri }, position: { line: 0, character: 3 } };
  expect(await client.sendRequest('textDocument/completion', at)).toBeNull();
  expect(await client.sendRequest('textDocument/hover', at)).toBeNull();
  expect(published.get(uri) ?? []).toEqual([]);
  expect(await stop()).toBe(0);
});

test('called by a person it says what it is for', () => {
  expect(cli(['lsp'])).toMatchObject({ code: 2, stderr: expect.stringContaining('unhappy-path lsp --stdio') });
});
