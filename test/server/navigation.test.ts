import { afterEach, expect, test } from 'vitest';
import type { Location, WorkspaceEdit, WorkspaceSymbol } from 'vscode-languageserver-types';
import { ServerSession } from '../support/serverSession';
import { smallPlaybook } from '../support/small';

const folder = 'file:///plans';
const uri = `${folder}/one.incident.yaml`;
const shared = 'playbook: 1\npartial: true\npeople:\n  nell: { name: Nell }\n';
const disk = {
  readFile: async (at: string) => (at === `${folder}/parts.incident.yaml` ? shared : undefined),
  listFiles: async () => [uri, `${folder}/parts.incident.yaml`],
};
const text = `${smallPlaybook}uses: parts.incident.yaml\nowner: nell\n`;
const judge = { line: text.split('\n').findIndex((line) => line.includes('then: judge')), character: 16 };
const owner = { line: text.split('\n').length - 2, character: 9 };

let session: ServerSession;
afterEach(async () => {
  await session.stop();
  expect(session.complaints).toEqual([]);
});
async function opened(source = text, locale: 'en' | 'ja' = 'en') {
  session = await ServerSession.start({ folder, options: { locale }, ...disk });
  await session.open(uri, source);
  return { textDocument: { uri } };
}

test('rename over files, one of which is not open', async () => {
  const { textDocument } = await opened();
  const edit = await session.ask<WorkspaceEdit>('textDocument/rename', {
    textDocument,
    position: owner,
    newName: 'mei',
  });
  expect(Object.keys(edit.changes ?? {})).toEqual([uri, `${folder}/parts.incident.yaml`]);
  const found = await session.ask<Location[]>('textDocument/references', {
    textDocument,
    position: owner,
    context: { includeDeclaration: true },
  });
  expect(found).toHaveLength(2);
});

test('a refusal is told in the language of the reader', async () => {
  const { textDocument } = await opened(text, 'ja');
  const asked = session.ask('textDocument/rename', { textDocument, position: judge, newName: 'hold' });
  await expect(asked).rejects.toThrow('「hold」は使われています');
});

test.each([
  ['whole', text],
  ['half-typed', text.replace('title: Major', 'title: "Major')],
])('everything has an answer: %s', async (_, source) => {
  const { textDocument } = await opened(source);
  const at = { textDocument, position: judge };
  expect(await session.ask('textDocument/prepareRename', at)).toMatchObject({ placeholder: 'judge' });
  expect(await session.ask('textDocument/documentHighlight', at)).toHaveLength(2);
  expect(await session.ask<unknown[]>('textDocument/foldingRange', { textDocument })).not.toEqual([]);
  expect(
    await session.ask<unknown[]>('textDocument/selectionRange', { textDocument, positions: [judge] }),
  ).toHaveLength(1);
  expect(await session.ask<unknown[]>('textDocument/documentLink', { textDocument })).not.toEqual([]);
  const { data } = await session.ask<{ data: number[] }>('textDocument/semanticTokens/full', { textDocument });
  expect(data.length % 5).toBe(0);
  expect(data.length).toBeGreaterThan(50);
  const [item] = await session.ask<unknown[]>('textDocument/prepareCallHierarchy', at);
  expect(await session.ask('callHierarchy/incomingCalls', { item })).toHaveLength(1);
  expect(await session.ask('callHierarchy/outgoingCalls', { item })).toHaveLength(1);
  const symbols = await session.ask<WorkspaceSymbol[]>('workspace/symbol', { query: 'nell' });
  expect(symbols.map(({ location }) => location.uri)).toEqual([`${folder}/parts.incident.yaml`]);
});

test('a file is put in its layout by edits of its lines', async () => {
  const { textDocument } = await opened(text.replace('  amina: {', '    amina:   {').replace('  ben:', '    ben:'));
  const options = { tabSize: 8, insertSpaces: false };
  const edits = await session.ask<unknown[]>('textDocument/formatting', { textDocument, options });
  expect(edits).toHaveLength(2);
});

test('a file that is not there', async () => {
  await opened();
  const textDocument = { uri: 'file:///none' };
  const at = { textDocument, position: judge };
  expect(await session.ask('textDocument/rename', { ...at, newName: 'x' })).toBeNull();
  expect(await session.ask('textDocument/prepareCallHierarchy', at)).toBeNull();
  expect(await session.ask('textDocument/semanticTokens/full', { textDocument })).toEqual({ data: [] });
});

test('lenses, hints, and all fixes at once for whoever asks for them', async () => {
  const { textDocument } = await opened(text.replace('stage: investigating', 'stagee: investigating'));
  const range = { start: { line: 0, character: 0 }, end: { line: 200, character: 0 } };
  expect(await session.ask<unknown[]>('textDocument/codeLens', { textDocument })).not.toEqual([]);
  expect(await session.ask<unknown[]>('textDocument/inlayHint', { textDocument, range })).not.toEqual([]);
  const actions = (only?: string[]) =>
    session.ask<{ kind: string }[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [], only },
    });
  expect((await actions(['source.fixAll'])).map(({ kind }) => kind)).toEqual(['source.fixAll.incidentPlaybook']);
  expect((await actions()).map(({ kind }) => kind)).not.toContain('source.fixAll.incidentPlaybook');
  expect((await actions(['refactor'])).map(({ kind }) => kind)).toEqual([]);
});
