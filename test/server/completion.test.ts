import { afterEach, expect, test } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-types';
import { LineIndex } from '../../src/core/text/lineIndex';
import { withItem } from '../support/completion';
import { dedent, readMarks } from '../support/marks';
import { ServerSession, type SessionOptions } from '../support/serverSession';

const folder = 'file:///plans';
const uri = `${folder}/shop/one.incident.yaml`;
let session: ServerSession;
afterEach(async () => {
  await session.stop();
  expect(session.complaints).toEqual([]);
});

async function complete(source: string, options: SessionOptions = {}) {
  session = await ServerSession.start({ folder, ...options });
  const { text, cursors } = readMarks(dedent(source));
  await session.open(uri, text);
  const position = new LineIndex(text).position(cursors[0] ?? 0);
  const items = await session.ask<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position });
  return { items, text };
}

const plan = `
  playbook: 1
  title: 発売日
  people:
    佐藤: { name: 佐藤みなみ }
  owner: <|>
`;

test('an editor that says nothing of itself gets plain text that fits', async () => {
  const { items, text } = await complete(plan, { options: { locale: 'ja' } });
  const [item] = items;
  if (item === undefined) throw new Error('nothing');
  expect(item).toMatchObject({ label: '佐藤', detail: '佐藤みなみ', insertTextFormat: 1 });
  expect(withItem(text, item)).toContain('owner: 佐藤\n');
  const resolved = await session.ask<CompletionItem>('completionItem/resolve', item);
  expect(resolved.documentation).toMatchObject({ value: expect.stringContaining('佐藤みなみ') });
});

test('an editor with snippets gets forms to fill in', async () => {
  const completionItem = { snippetSupport: true, labelDetailsSupport: true };
  const capabilities = { textDocument: { completion: { completionItem } } };
  const { items, text } = await complete('playbook: 1\nchannels:\n  <|>\n', { capabilities });
  const [item] = items;
  if (item === undefined) throw new Error('nothing');
  expect(item).toMatchObject({ label: 'New: Channel', insertTextFormat: 2, insertTextMode: 1 });
  expect(withItem(text, item)).toMatch(/\n {2}\$\{1:new_channel\}:\n {4}type: /);
});

test('half-typed text: an answer all the same', async () => {
  const { items } = await complete('playbook: 1\nchannels:\n  news:\n    type: <|>\nflows: [\n  "');
  expect(items.map(({ label }) => label)).toContain('blog');
});

test('other playbooks are found, by the server itself or by the editor', async () => {
  const listFiles = async () => [`${folder}/parts.incident.yaml`, uri, `${folder}/shop/two%20b.incident.yaml`];
  const { items } = await complete('playbook: 1\nuses: [<|>]\n', { listFiles });
  expect(items.map(({ label }) => label)).toEqual(['../parts.incident.yaml', 'two b.incident.yaml']);
});

test('a position that is not there any more has an answer', async () => {
  session = await ServerSession.start({ folder });
  await session.open(uri, 'playbook: 1\n');
  const position = { line: 90, character: 7 };
  expect(await session.ask('textDocument/completion', { textDocument: { uri }, position })).toContainEqual(
    expect.objectContaining({ label: 'title' }),
  );
  const item = { label: 'x', data: { uri: 'file:///none', about: ['people', 'x'] } };
  expect(await session.ask('completionItem/resolve', item)).toEqual(item);
});
