import { expect, test } from 'vitest';
import { LineIndex } from '../../src/core/text/lineIndex';
import { toRange } from '../../src/service/checkedDocument';
import { provideDefinition, toLocation } from '../../src/service/definition';
import { readMarks } from '../support/marks';
import { cursorOf, openText } from '../support/service';
import { smallPlaybook } from '../support/small';

const at = (...changes: readonly (readonly [string, string])[]) =>
  changes.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, smallPlaybook);

/** From the cursor to the mark; the word at the caret is underlined. */
function expectLeads(source: string, word: string, files: Readonly<Record<string, string>> = {}): void {
  const inOther = Object.entries(files).flatMap(([file, text]) => {
    const marked = readMarks(text);
    return marked.spans.map((span) => ({ file, range: toRange(new LineIndex(marked.text), span) }));
  });
  const plain = Object.fromEntries(Object.entries(files).map(([file, text]) => [file, readMarks(text).text]));
  const opened = openText(source, { files: plain });
  const here = opened.spans.map((span) => ({
    file: opened.document.playbook.file,
    range: toRange(opened.document.lines, span),
  }));
  const links = provideDefinition(opened.document, cursorOf(opened));
  expect(
    links.map(({ targetUri, targetSelectionRange }) => ({
      file: targetUri.replace('file:///work/', ''),
      range: targetSelectionRange,
    })),
  ).toEqual([...here, ...inOther]);
  for (const { originSelectionRange, targetRange, targetSelectionRange } of links) {
    expect(targetRange.start).toEqual(targetSelectionRange.start);
    const { start, end } = originSelectionRange ?? targetRange;
    expect(opened.text.slice(opened.document.lines.offset(start), opened.document.lines.offset(end))).toBe(word);
  }
}

function expectNowhere(source: string): void {
  const opened = openText(source);
  expect(provideDefinition(opened.document, cursorOf(opened))).toEqual([]);
}

test('from a step to the next, at its start, in its middle and at its end', () => {
  for (const word of ['<|>judge', 'ju<|>dge', 'judge<|>'])
    expectLeads(at(['then: judge', `then: ${word}`], ['      judge:', '      <|judge|>:']), 'judge');
});

test('from every kind of reference', () => {
  expectLeads(at(['  amina:', '  <|amina|>:'], ['person: amina', 'person: am<|>ina']), 'amina');
  expectLeads(at(['  started_at:', '  <|started_at|>:'], ['[started_at]', '[star<|>ted_at]']), 'started_at');
  expectLeads(at(['  major:\n', '  <|major|>:\n'], ['major: first', 'ma<|>jor: first']), 'major');
  expectLeads(
    at(['  started_at:', '  <|started_at|>:'], ['from {{started_at}}', 'from {{star<|>ted_at}}']),
    '{{started_at}}',
  );
  expectLeads(at(['  status: {', '  <|status|>: {'], ['      status:\n', '      sta<|>tus:\n']), 'status');
});

test('from a criterion to the fact and to the choice, and from an answer', () => {
  const source = (criterion: string, { fact = 'scope', all = 'all', answer = 'all' }) =>
    at(
      [
        'severities:',
        `  ${fact}: { ask: Who?, type: choice, choices: { ${all}: All, some: Some } }\nseverities:\n  worst: { when_any: [${criterion}] }`,
      ],
      [
        'fact: back\n        answers:\n          "yes": all_over\n          "no": first_word',
        `fact: scope\n        answers: { ${answer}: all_over, some: first_word }`,
      ],
    );
  expectLeads(source('sco<|>pe = all', { fact: '<|scope|>' }), 'scope');
  expectLeads(source('scope = a<|>ll', { all: '<|all|>' }), 'all');
  expectLeads(source('scope = all', { all: '<|all|>', answer: 'a<|>ll' }), 'all');
});

test('over files, and to the file itself', () => {
  const parts = 'playbook: 1\npartial: true\npeople:\n  <|cleo|>: { name: Cleo }\n';
  const uses = (path: string) => ['people:', `uses: [${path}]\npeople:`] as const;
  const file = 'shared/parts.incident.yaml';
  expectLeads(at(uses(file), ['deputy: ben', 'deputy: cl<|>eo']), 'cleo', { [file]: parts });
  const opened = openText(at(uses('shared/par<|>ts.incident.yaml')), { files: { [file]: readMarks(parts).text } });
  expect(provideDefinition(opened.document, cursorOf(opened)).map(toLocation)).toEqual([
    { uri: `file:///work/${file}`, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
  ]);
});

test('nowhere', () => {
  expectNowhere(at(['then: judge', 'then: jud<|>ge_it']));
  expectNowhere(at(['takes: 5m', 'tak<|>es: 5m']));
  expectNowhere(at(['{{posted_at}}', '{{pos<|>ted_at}}']));
  expectNowhere('uses: [gone<|>.incident.yaml]\n');
  expectNowhere('uses: [../ou<|>t.yaml]\n');
  expectNowhere('<|>');
});
