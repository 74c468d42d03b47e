import { afterEach, expect, test } from 'vitest';
import type { CheckFilesResult, InsertResult, NewPlaybookResult, Overview } from '../../src/protocol/authoring';
import { playbookWith } from '../support/hostile';
import { ServerSession, type SessionOptions } from '../support/serverSession';

const folder = 'file:///plans';
const uri = `${folder}/one.incident.yaml`;
const good = playbookWith('A title');
const slip = good.replace('message: notice', 'message: notcie');

let session: ServerSession;
async function start(options: SessionOptions = {}) {
  session = await ServerSession.start({ folder, ...options });
  return session;
}
afterEach(async () => {
  await session.stop();
  expect(session.complaints).toEqual([]);
});

/** Files that are not open. */
function disk(files: Record<string, string>) {
  return { readFile: async (at: string) => files[at.slice(folder.length + 1)] };
}

test('a new playbook comes with the place to begin at, and opens without a warning', async () => {
  await start();
  const answers = { purpose: 'data', locale: 'ja', timezone: 'Asia/Tokyo', title: '春', channels: ['x'] };
  const names = { decides: '佐藤', posts: '', fixes: '' };
  const { text, placeholder } = await session.ask<NewPlaybookResult>('incidentPlaybook/new', { ...answers, ...names });
  const { start: from, end } = placeholder;
  expect(text.split('\n')[from.line]?.slice(from.character, end.character)).toBe(
    'ここに、この計画の置き場所を書きます',
  );
  await session.open(uri, text);
  await session.until(uri, () => true);
  expect(session.on(uri)?.filter(({ severity }) => (severity ?? 1) < 3)).toEqual([]);
});

test('the list knows files that are not open, and an open one as it is now', async () => {
  await start(disk({ 'one.incident.yaml': good, 'none.incident.yaml': 'name: x\n' }));
  const ask = (of: string) => session.ask<Overview | null>('incidentPlaybook/overview', { uri: of });
  expect(await ask(uri)).toMatchObject({ title: 'A title', errors: 0 });
  await session.open(uri, slip.replace('A title', 'Another'));
  expect(await ask(uri)).toMatchObject({ title: 'Another', errors: 1 });
  expect(await ask(`${folder}/none.incident.yaml`)).toBeNull();
  expect(await ask(`${folder}/gone.incident.yaml`)).toBeNull();
});

test('all playbooks are checked, and what was found stays until it is looked at', async () => {
  await start(disk({ 'one.incident.yaml': slip, 'two.incident.yaml': good }));
  const two = `${folder}/two.incident.yaml`;
  const sum = await session.ask<CheckFilesResult>('incidentPlaybook/checkFiles', { uris: [uri, two] });
  expect(sum).toMatchObject({ playbooks: 2, errors: 1 });
  await session.until(uri, (rules) => rules.includes('unknown-reference'));
  await session.open(uri, good);
  await session.until(uri, (rules) => !rules.includes('unknown-reference'));
});

test('a part to insert and a block to paste are made for the text as it is now', async () => {
  await start();
  await session.open(uri, good);
  const found = await session.ask<InsertResult>('incidentPlaybook/insert', {
    uri,
    what: 'channel',
    at: { line: 0, character: 0 },
  });
  expect(found.snippet).toContain('type: ${');
  const end = { line: 1, character: 8 };
  await session.change(uri, 'variants:\n  x: ab\n');
  const from = { line: 1, character: 4 };
  const ask = (at: object) => session.ask('incidentPlaybook/blockText', { uri, text: 'a\nb', end, ...at });
  expect(await ask({ start: from, end: { line: 1, character: 7 } })).toBe(' |\n    a\n    b');
  expect(await ask({ start: end })).toBeNull();
});
