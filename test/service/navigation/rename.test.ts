import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { toNfc } from '../../../src/core/text/nfc';
import type { CheckedDocument } from '../../../src/service/checkedDocument';
import { occurrencesIn } from '../../../src/service/navigation/occurrences';
import { prepareRename, provideRename } from '../../../src/service/navigation/rename';
import { cursorOf, openText } from '../../support/service';
import { smallPlaybook } from '../../support/small';

const nobody = async () => [];

function applied(text: string, edit: WorkspaceEdit | undefined, uri: string): string {
  const lines = new LineIndex(text);
  return [...(edit?.changes?.[uri] ?? [])]
    .sort((a, b) => lines.offset(b.range.start) - lines.offset(a.range.start))
    .reduce(
      (all, { range, newText }) =>
        all.slice(0, lines.offset(range.start)) + newText + all.slice(lines.offset(range.end)),
      text,
    );
}

async function renamed(source: string, name: string, locale: 'en' | 'ja' = 'en') {
  const { document, text, ...opened } = openText(source, { locale });
  const edit = await provideRename(document, cursorOf({ document, text, ...opened }), name, nobody);
  return applied(text, edit, document.uri);
}
const at = (from: string, to: string) => {
  expect(smallPlaybook).toContain(from);
  return smallPlaybook.replace(from, to);
};

test('a step, a fact, a channel: every place that names it, and nothing else', async () => {
  expect(await renamed(at('then: judge', 'then: jud<|>ge'), 'how_bad')).toBe(
    smallPlaybook.replace('then: judge', 'then: how_bad').replace('      judge:', '      how_bad:'),
  );
  const fact = await renamed(at('from {{started_at}}', 'from {{star<|>ted_at}}'), '始まり');
  expect(fact).toBe(smallPlaybook.replace(/started_at/g, '始まり'));
  const channel = await renamed(at('channels: [status]', 'channels: [<|>status]'), 'board');
  expect(channel).toContain('channels: [board]');
  expect(channel).toContain('  board: {');
  expect(channel).toContain('      board:\n');
  expect(channel).toContain('type: status-page');
});

test('quotes stay, and what is in braces keeps its spaces', async () => {
  const quoted = smallPlaybook
    .replace('[started_at]', '["started_at"]')
    .replace('from {{started_at}}', 'from {{ started_at }}');
  const source = quoted.replace('  started_at:', '  start<|>ed_at:');
  expect(await renamed(source, 'began')).toBe(quoted.replace(/started_at/g, 'began'));
});

test('criteria, formulas, approvals', async () => {
  const plan = `${smallPlaybook}approvals:
  - { of: messages.notice, by: amina }
impact:
  lost: { formula: hit * 2 }
`
    .replace('checklist:\n', 'checklist:\n  hit: { ask: How many?, type: number }\n')
    .replace('    default: true\n', '    default: true\n    when_any: [hit >= 10, lost > 5]\n');
  const put = (from: string, to: string) => plan.replace(from, to);
  expect(await renamed(put('of: messages.notice', 'of: messages.no<|>tice'), 'first')).toContain(
    'of: messages.first, by',
  );
  const hit = await renamed(put('formula: hit', 'formula: hi<|>t'), 'people_hit');
  expect(hit).toContain('formula: people_hit * 2');
  expect(hit).toContain('[people_hit >= 10, lost > 5]');
  expect(await renamed(put('lost > 5', 'lo<|>st > 5'), 'sales')).toContain('[hit >= 10, sales > 5]');
});

test.each([
  ['en', '2nd', /has to begin with a letter/],
  ['en', 'a b', /has to begin with a letter/],
  ['en', 'null', /read it as something else/],
  ['en', 'first_word', /taken/],
  ['ja', '2番目', /文字で始ま/],
] as const)('a name that can’t be is refused, and why is told: %s %s', async (locale, name, why) => {
  await expect(renamed(at('then: judge', 'then: jud<|>ge'), name, locale)).rejects.toThrow(why);
});

test('facts and variables share the braces with what is built in', async () => {
  const source = at('from {{started_at}}', 'from {{star<|>ted_at}}');
  await expect(renamed(source, 'posted_at')).rejects.toThrow(/already means/);
  await expect(renamed(source, 'back')).rejects.toThrow(/taken/);
});

test('what can be renamed is marked without its quotes; words that name nothing can’t', () => {
  const prepare = (source: string) => {
    const opened = openText(source);
    const found = prepareRename(opened.document, cursorOf(opened));
    return found && [found.placeholder, found.range.end.character - found.range.start.character];
  };
  expect(prepare(at('then: judge', 'then: "jud<|>ge"'))).toEqual(['judge', 5]);
  expect(prepare(at('stage: investigating', 'stage: inv<|>estigating'))).toBeUndefined();
  expect(prepare(at('then: judge', 'then: jud<|>eg'))).toBeUndefined();
  expect(prepare(at('flows:', 'fl<|>ows:'))).toBeUndefined();
});

test('a name of a used file is renamed in every file that knows it', async () => {
  const shared = 'playbook: 1\npartial: true\npeople:\n  nell: { name: Nell }\n';
  const files = { 'shared.incident.yaml': shared };
  const user = openText(`${smallPlaybook}uses: [shared.incident.yaml]\nowner: ne<|>ll\n`, { files });
  const own = openText(shared, { file: 'shared.incident.yaml' });
  const other = openText(
    'playbook: 1\npartial: true\nuses: [shared.incident.yaml]\nroles: { lead: { person: nell } }\n',
    {
      file: 'other.incident.yaml',
      files,
    },
  );
  const stranger = openText('playbook: 1\npartial: true\npeople: { nell: { name: Another } }\n', {
    file: 'far.incident.yaml',
  });
  const others = async (): Promise<readonly CheckedDocument[]> => [own.document, other.document, stranger.document];
  const edit = await provideRename(user.document, cursorOf(user), 'mei', others);
  const uris = [user, own, other].map(({ document }) => document.uri);
  expect(Object.keys(edit?.changes ?? {}).sort()).toEqual(uris.toSorted());
  expect(applied(shared, edit, own.document.uri)).toBe(shared.replace('nell:', 'mei:'));
  expect(applied(user.text, edit, user.document.uri)).toContain('owner: mei\n');
});

const root = path.resolve(import.meta.dirname, '../../../sample-playbooks');
const samples = fs
  .readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.incident.yaml'))
  .map((file) => file.replaceAll(path.sep, '/'));
const files = Object.fromEntries(samples.map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')]));

test.each(samples)('every name in %s renamed and renamed back', async (file) => {
  const { document } = openText(files[file] ?? '', { file, files });
  const text = document.lines.text;
  const findings = (of: CheckedDocument) =>
    of.findings.filter(({ span }) => span.file === undefined).map(({ rule }) => rule);
  for (const { entry, span, isDefinition } of occurrencesIn(document)) {
    // The hash of an approval is of the words as they are: another name is another text.
    if (!isDefinition) continue;
    const fresh = `x_${entry.id}`;
    const edit = await provideRename(document, document.lines.position(span.start), fresh, nobody);
    const there = applied(text, edit, document.uri);
    expect(there).not.toBe(text);
    const after = openText(there, { file, files }).document;
    const unknown = ['unknown-reference', 'undefined-variable', 'schema', 'unused-definition'];
    const of = (all: readonly string[]) => all.filter((rule) => unknown.includes(rule));
    expect(of(findings(after)), fresh).toEqual(of(findings(document)));
    const now = occurrencesIn(after).find((each) => each.isDefinition && each.entry.id === toNfc(fresh));
    const back = await provideRename(after, after.lines.position(now?.span.start ?? 0), entry.id, nobody);
    expect(applied(there, back, document.uri)).toBe(text);
  }
});
