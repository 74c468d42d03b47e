import { afterEach, expect, test } from 'vitest';
import type { Preview } from '../../src/protocol/preview';
import { hostileInputs, playbookWith } from '../support/hostile';
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

const parts = `playbook: 1
partial: true
people:
  nell: { name: Nell }
`;
const user = good.replace('playbook: 1\n', 'playbook: 1\nuses: [parts.incident.yaml]\nowner: nell\n');

test('a slip is told when the file opens, and gone when it is mended', async () => {
  await start();
  await session.open(uri, slip);
  await session.until(uri, (rules) => rules.includes('unknown-reference'));
  const version = await session.change(uri, good);
  await session.until(uri, (rules) => !rules.includes('unknown-reference'));
  expect(session.published.at(-1)?.version).toBe(version);
});

test('of many keystrokes the last counts, and not each is checked', async () => {
  await start();
  await session.open(uri, good);
  await session.until(uri, () => true);
  const before = session.published.length;
  for (let at = 1; at < 100; at++) await session.change(uri, `${good}# ${'x'.repeat(at)}\n`);
  const version = await session.change(uri, slip);
  await session.until(uri, (rules) => rules.includes('unknown-reference'));
  expect(session.published.at(-1)?.version).toBe(version);
  expect(session.published.length - before).toBeLessThan(50);
});

test('a question right after a keystroke is answered for the new text', async () => {
  await start();
  await session.open(uri, good);
  await session.change(uri, good.replace('speak:\n', 'say:\n').replace('any: speak', 'any: say'));
  const symbols = await session.ask<{ name: string; children: { name: string; children: { name: string }[] }[] }[]>(
    'textDocument/documentSymbol',
    { textDocument: { uri } },
  );
  const steps = symbols.find(({ name }) => name === 'flows')?.children[0]?.children.map(({ name }) => name);
  expect(steps).toEqual(['judge', 'say', 'done']);
});

test('a used file that changes on the disk is read again', async () => {
  const files = { 'parts.incident.yaml': parts };
  await start(disk(files));
  await session.open(uri, user);
  await session.until(uri, (rules) => !rules.includes('unknown-reference'));
  files['parts.incident.yaml'] = parts.replace('nell:', 'idris:');
  const changes = [{ uri: `${folder}/parts.incident.yaml`, type: 2 }];
  await session.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await session.until(uri, (rules) => rules.includes('unknown-reference'));
});

test('what is typed in a used file counts at once, and the disk again when it is closed unsaved', async () => {
  await start(disk({ 'parts.incident.yaml': parts }));
  await session.open(uri, user);
  await session.until(uri, (rules) => !rules.includes('unknown-reference'));
  const other = `${folder}/parts.incident.yaml`;
  await session.open(other, parts);
  await session.change(other, parts.replace('nell:', 'idris:'));
  await session.until(uri, (rules) => rules.includes('unknown-reference'));
  await session.close(other);
  await session.until(uri, (rules) => !rules.includes('unknown-reference'));
});

test('a mistake in a used file is shown there, and goes when the plan is closed', async () => {
  await start(disk({ 'parts.incident.yaml': `${parts}roles:\n  boss: { person: nobody }\n` }));
  await session.open(uri, user);
  const other = `${folder}/parts.incident.yaml`;
  await session.until(other, (rules) => rules.includes('unknown-reference'));
  expect(session.rules(uri)).not.toContain('unknown-reference');
  await session.close(uri);
  await session.until(other, (rules) => rules.length === 0);
  await session.until(uri, (rules) => rules.length === 0);
});

test('a client that reads files is asked for them', async () => {
  const asked: string[] = [];
  const starting = ServerSession.start({ folder, options: { clientReadsFiles: true } });
  session = await starting;
  session.client.onRequest('incidentPlaybook/readFile', (params: { uri: string }) => {
    asked.push(params.uri);
    return params.uri.endsWith('parts.incident.yaml') ? parts : null;
  });
  await session.open(uri, user);
  await session.until(uri, (rules) => !rules.includes('unknown-reference'));
  expect(asked).toContain(`${folder}/parts.incident.yaml`);
  const count = asked.length;
  await session.change(uri, `${user}# more\n`);
  await session.ask('textDocument/documentSymbol', { textDocument: { uri } });
  expect(asked.length).toBe(count);
});

test('a configuration counts while it is typed, and its own mistakes are told', async () => {
  await start();
  await session.open(uri, slip);
  await session.until(uri, (rules) => rules.includes('unknown-reference'));
  const config = `${folder}/incident.config.yaml`;
  await session.open(config, 'rules:\n  unknown-reference: off\n');
  await session.until(uri, (rules) => !rules.includes('unknown-reference'));
  await session.change(config, 'rules:\n  unknown-refrence: off\n');
  await session.until(config, (rules) => rules.length === 1);
  await session.until(uri, (rules) => rules.includes('unknown-reference'));
});

test('a configuration that is not open tells its mistakes, too, and helps where it is', async () => {
  await start(disk({ 'incident.config.yaml': 'rules:\n  jargn: off\n' }));
  const config = `${folder}/incident.config.yaml`;
  await session.open(uri, user);
  await session.until(config, (rules) => rules.length === 1);
  await session.open(config, 'rules:\n  jargon: \n');
  await session.until(config, (rules) => rules.length === 1);
  const position = { line: 1, character: 10 };
  const items = await session.ask<{ label: string }[]>('textDocument/completion', {
    textDocument: { uri: config },
    position,
  });
  expect(items.map(({ label }) => label)).toEqual(['off', 'info', 'warning', 'error']);
  const hover = await session.ask('textDocument/hover', {
    textDocument: { uri: config },
    position: { line: 0, character: 2 },
  });
  expect(hover).toMatchObject({ contents: { value: expect.stringMatching(/^How serious/) } });
  const besides = await session.ask<{ label: string }[]>('textDocument/completion', {
    textDocument: { uri },
    position: { line: 1, character: 0 },
  });
  expect(besides.map(({ label }) => label)).toContain('id');
});

test('findings are in the language of the reader', async () => {
  await start({ options: { locale: 'ja' } });
  await session.open(uri, slip);
  await session.until(uri, (rules) => rules.includes('unknown-reference'));
  const message = session.on(uri)?.find(({ code }) => code === 'unknown-reference')?.message;
  expect(message).toMatch(/[ぁ-ん]/);
});

test('a document that was never saved is checked', async () => {
  await start();
  const untitled = 'untitled:Untitled-1';
  await session.open(untitled, slip);
  await session.until(untitled, (rules) => rules.includes('unknown-reference'));
});

test('editors that take no links get places', async () => {
  await start();
  await session.open(uri, good);
  const lines = good.split('\n');
  const line = lines.findIndex((text) => text.includes('message: notice'));
  const position = { line, character: (lines[line]?.indexOf('notice') ?? 0) + 1 };
  const places = await session.ask<{ uri: string }[]>('textDocument/definition', { textDocument: { uri }, position });
  expect(places).toEqual([{ uri, range: expect.anything() }]);
});

test('a preview has pages, and says where it broke', async () => {
  await start();
  await session.open(uri, good);
  const ask = () => session.ask<Preview>('incidentPlaybook/preview', { uri });
  const first = await ask();
  expect(first.tabs?.flow).toBeDefined();
  expect(first.sources.map(({ id }) => id)).toContain('flows.main.steps.speak');
  const version = await session.change(uri, good.replace('title: A title', 'title: "A title'));
  const broken = await ask();
  expect(broken).toMatchObject({ version, broken: { line: expect.any(Number) } });
  expect(broken.tabs).toBeUndefined();
});

test('what is not open is answered with nothing', async () => {
  await start();
  const textDocument = { uri: 'file:///plans/other.incident.yaml' };
  const position = { line: 5, character: 99 };
  expect(await session.ask('incidentPlaybook/preview', textDocument)).toBeNull();
  expect(await session.ask('textDocument/hover', { textDocument, position })).toBeNull();
  expect(await session.ask('textDocument/documentSymbol', { textDocument })).toBeNull();
});

test('questions outside the text are answered', async () => {
  await start();
  await session.open(uri, good);
  const position = { line: 9999, character: 9999 };
  const range = { start: position, end: position };
  const textDocument = { uri };
  expect(await session.ask('textDocument/hover', { textDocument, position })).toBeNull();
  expect(await session.ask('textDocument/definition', { textDocument, position })).toEqual([]);
  const actions = await session.ask<{ title: string }[]>('textDocument/codeAction', {
    textDocument,
    range,
    context: { diagnostics: [] },
  });
  // Behind the last line there is room for a section.
  expect(actions.map(({ title }) => title)).toEqual(['Add "people"', 'Add "scenarios"', 'Add "sorry_page"']);
});

test('hostile input gets findings or nothing, and every question an answer, within two seconds', async () => {
  await start();
  for (const { name, text } of hostileInputs()) {
    const at = `${folder}/hostile.incident.yaml`;
    const textDocument = { uri: at };
    const begun = process.cpuUsage();
    await session.open(at, text);
    await session.ask('textDocument/documentSymbol', { textDocument });
    // Time of this process alone: other work on the machine is no fault of the input.
    expect(process.cpuUsage(begun).user / 1000, name).toBeLessThan(2000);
    const position = { line: 1, character: 4 };
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    await session.ask('textDocument/hover', { textDocument, position });
    await session.ask('textDocument/definition', { textDocument, position });
    await session.ask('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
    const asked = process.cpuUsage();
    const lines = text.split('\n');
    const places = [
      position,
      { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
      { line: lines.length >> 1, character: 2 },
    ];
    for (const place of places) {
      const here = { textDocument, position: place };
      await session.ask('textDocument/completion', here);
      await session.ask('textDocument/references', { ...here, context: { includeDeclaration: true } });
      await session.ask('textDocument/rename', { ...here, newName: 'another' }).catch(() => {});
      await session.ask('textDocument/prepareCallHierarchy', here);
    }
    const options = { tabSize: 2, insertSpaces: true };
    for (const method of ['codeLens', 'foldingRange', 'documentLink', 'semanticTokens/full'])
      await session.ask(`textDocument/${method}`, { textDocument });
    await session.ask('textDocument/formatting', { textDocument, options });
    await session.ask('textDocument/inlayHint', { textDocument, range });
    await session.ask('textDocument/selectionRange', { textDocument, positions: places });
    await session.ask('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [], only: ['source'] },
    });
    expect(process.cpuUsage(asked).user / 1000, name).toBeLessThan(2000);
    expect(session.complaints, name).toEqual([]);
    await session.close(at);
  }
}, 240_000);
