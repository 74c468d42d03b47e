import { describe, expect, test } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { incomingCalls, outgoingCalls, prepareCalls } from '../../../src/service/navigation/calls';
import { provideFolding } from '../../../src/service/navigation/folding';
import { provideLinks } from '../../../src/service/navigation/links';
import { provideHighlights, provideReferences } from '../../../src/service/navigation/references';
import { provideSelections } from '../../../src/service/navigation/selection';
import { provideTokens, tokenTypes } from '../../../src/service/navigation/tokens';
import { provideWorkspaceSymbols } from '../../../src/service/navigation/workspaceSymbols';
import { cursorOf, openText } from '../../support/service';
import { smallPlaybook } from '../../support/small';

const nobody = async () => [];
const at = (from: string, to: string) => {
  expect(smallPlaybook).toContain(from);
  return smallPlaybook.replace(from, to);
};
const japanese = `playbook: 1
title: 発売日
locale: ja-JP
people:
  佐藤: { name: 佐藤みなみ }
roles:
  決める役: { person: 佐藤, decides: true }
flows:
  main:
    steps:
      調べる: { kind: do, by: 決める役, task: 調べます, then: 終わり }
      終わり: { kind: end, outcome: resolved }
`;

describe('who names it', () => {
  test('every place in the file, with and without where it is defined', async () => {
    const opened = openText(at('      judge:', '      jud<|>ge:'));
    const all = await provideReferences(opened.document, cursorOf(opened), { includeDeclaration: true }, nobody);
    expect(all.map(({ range }) => opened.document.lines.line(range.start.line).trim())).toEqual([
      'then: judge',
      'judge:',
    ]);
    const uses = await provideReferences(opened.document, cursorOf(opened), { includeDeclaration: false }, nobody);
    expect(uses).toHaveLength(1);
  });

  test('in other files, for what files share', async () => {
    const shared = 'playbook: 1\npartial: true\npeople:\n  ne<|>ll: { name: Nell }\n';
    const user = openText('playbook: 1\npartial: true\nuses: [a.incident.yaml]\nowner: nell\n', {
      file: 'b.incident.yaml',
      files: { 'a.incident.yaml': shared.replace('<|>', '') },
    });
    const opened = openText(shared, { file: 'a.incident.yaml' });
    const found = await provideReferences(opened.document, cursorOf(opened), { includeDeclaration: true }, async () => [
      user.document,
    ]);
    expect(found.map(({ uri, range }) => [uri.split('/').at(-1), range.start.line])).toEqual([
      ['a.incident.yaml', 3],
      ['b.incident.yaml', 3],
    ]);
  });

  test('highlights tell where it is defined from where it is used', () => {
    const opened = openText(japanese.replace('person: 佐藤', 'person: 佐<|>藤'));
    expect(provideHighlights(opened.document, cursorOf(opened)).map(({ kind }) => kind)).toEqual([3, 2]);
  });

  test('half-typed text has answers, too', async () => {
    const opened = openText(at('      judge:', '      jud<|>ge:').replace('title: Major', 'title: "Major'));
    const all = await provideReferences(opened.document, cursorOf(opened), { includeDeclaration: true }, nobody);
    expect(all.length).toBeGreaterThan(0);
    const nothing = openText('playbook: [<|>');
    expect(await provideReferences(nothing.document, cursorOf(nothing), { includeDeclaration: true }, nobody)).toEqual(
      [],
    );
  });
});

test('symbols of the workspace are found by letters of their names, in order', () => {
  const documents = [openText(smallPlaybook).document, openText(japanese, { file: 'b.incident.yaml' }).document];
  const names = (query: string) => provideWorkspaceSymbols(documents, query).map(({ name }) => name);
  expect(names('fstword')).toEqual(['first_word']);
  expect(names('First notice')).toEqual(['notice (First notice)']);
  expect(names('みなみ')).toEqual(['佐藤 (佐藤みなみ)']);
  expect(names('')).toEqual(expect.arrayContaining(['amina (Amina)', '終わり']));
  expect(names('zzz')).toEqual([]);
});

test('what can be folded: sections, entries, texts, comments', () => {
  const { document } = openText(
    '# one\n# two\nplaybook: 1\nmessages:\n  a:\n    variants:\n      x: |\n        one\n        two\n# three\n\ntitle: T\n',
  );
  expect(provideFolding(document)).toEqual([
    { startLine: 0, endLine: 1, kind: 'comment' },
    { startLine: 3, endLine: 8 },
    { startLine: 4, endLine: 8 },
    { startLine: 5, endLine: 8 },
    { startLine: 6, endLine: 8 },
  ]);
  expect(() => provideFolding(openText('a: [\n b: "').document)).not.toThrow();
});

test('a selection grows from the word to the file', () => {
  const opened = openText(at('as of {{posted_at}}', 'as of {{pos<|>ted_at}}'));
  const words: string[] = [];
  const [first] = provideSelections(opened.document, [cursorOf(opened)]);
  for (let range: SelectionRange | undefined = first; range !== undefined; range = range.parent) {
    const { start, end } = range.range;
    words.push(opened.text.slice(opened.document.lines.offset(start), opened.document.lines.offset(end)));
  }
  expect(words[0]).toBe('posted_at');
  expect(words[1]).toBe('{{posted_at}}');
  expect(words.some((text) => text.startsWith('body: |'))).toBe(true);
  expect(words.some((text) => text.startsWith('notice:\n'))).toBe(true);
  expect(words.at(-1)).toBe(opened.text);
  for (const [index, text] of words.entries()) expect(words[index + 1]?.includes(text) ?? true).toBe(true);
});

test('links: files that are there, addresses of the web; nothing that runs', () => {
  const { document } = openText(
    `${smallPlaybook}uses: [b.incident.yaml, gone.incident.yaml]\nbrand: { we: "command:workbench.action.quit" }\n`,
    { files: { 'b.incident.yaml': 'playbook: 1\npartial: true\n' } },
  );
  expect(provideLinks(document).map(({ target }) => target)).toEqual([
    'file:///work/b.incident.yaml',
    'https://wiki.acme.example/launch',
    'https://status.acme.example',
  ]);
});

test('names are coloured by what they mean', () => {
  const { document } = openText(japanese);
  const data = provideTokens(document);
  let [line, character] = [0, 0];
  const tokens: string[] = [];
  for (let index = 0; index < data.length; index += 5) {
    const [lines = 0, columns = 0, length = 0, type = 0, modifiers = 0] = data.slice(index, index + 5);
    character = lines === 0 ? character + columns : columns;
    line += lines;
    tokens.push(
      `${document.lines.line(line).slice(character, character + length)} ${tokenTypes[type]}${modifiers ? ' declaration' : ''}`,
    );
  }
  expect(tokens).toEqual([
    '佐藤 class declaration',
    '決める役 class declaration',
    '佐藤 class',
    'main function declaration',
    '調べる function declaration',
    '決める役 class',
    '終わり function',
    '終わり function declaration',
  ]);
});

describe('walking through a flow by keyboard', () => {
  test('out of a step by each of its answers, and back', () => {
    const opened = openText(at('      is_it_back:', '      is_it<|>_back:'));
    const [item] = prepareCalls(opened.document, cursorOf(opened));
    if (item === undefined) throw new Error('no step');
    expect(outgoingCalls(opened.document, item).map(({ to }) => [to.name, to.detail])).toEqual([
      ['all_over', 'yes → announce'],
      ['first_word', 'no → announce'],
    ]);
    const [first] = outgoingCalls(opened.document, item);
    if (first === undefined) throw new Error('no way out');
    const back = incomingCalls(opened.document, JSON.parse(JSON.stringify(first.to)));
    expect(back.map(({ from }) => from.name)).toEqual(['is_it_back']);
    expect(back[0]?.fromRanges.map(({ start }) => opened.document.lines.line(start.line).trim())).toEqual([
      '"yes": all_over',
    ]);
  });

  test('from anywhere in a step; nowhere else', () => {
    const inside = openText(at('outcome: resolved', 'outcome: reso<|>lved'));
    expect(prepareCalls(inside.document, cursorOf(inside)).map(({ name }) => name)).toEqual(['done']);
    const outside = openText(at('title: Launch day', 'title: Launch<|> day'));
    expect(prepareCalls(outside.document, cursorOf(outside))).toEqual([]);
  });
});
