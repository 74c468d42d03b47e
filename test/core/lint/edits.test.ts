import { describe, expect, test } from 'vitest';
import { freshId, insertBehind, removeEntry, replaceList, toScalar } from '../../../src/core/lint/edits';
import { applyEdits } from '../../../src/core/text/span';
import { parseYaml } from '../../../src/core/yaml/parse';
import { readMarks } from '../../support/marks';

/** The first mark is the key, the second ends where its value ends. */
function insert(marked: string, entries: Parameters<typeof insertBehind>[2]) {
  const { text, spans } = readMarks(marked);
  const [key, value] = spans;
  if (key === undefined || value === undefined) throw new Error('two marks');
  const after = applyEdits(text, [insertBehind(text, { key, end: value.end }, entries)]);
  expect(parseYaml(after).problems).toEqual([]);
  return after;
}

describe('a new entry behind another', () => {
  test('in lines of its own, as deep as the other', () => {
    expect(insert('a:\n  <|b|>: <|c|> # why\nd: 1\n', [{ key: 'x', value: [{ key: 'y', value: 'z' }] }])).toBe(
      'a:\n  b: c # why\n  x:\n    y: z\nd: 1\n',
    );
  });

  test('behind a block, without its empty lines, and with the line ends of the file', () => {
    expect(insert('a:\r\n  <|b|>:\r\n    <|c: 1\r\n\r\n|>d: 1\r\n', [{ key: 'x', value: 'y' }])).toBe(
      'a:\r\n  b:\r\n    c: 1\r\n  x: y\r\n\r\nd: 1\r\n',
    );
  });

  test('at the end of a file without a last line break', () => {
    expect(insert('a:\n  <|b|>: <|c|>', [{ key: 'x', value: 'y' }])).toBe('a:\n  b: c\n  x: y');
  });

  test('in braces', () => {
    expect(insert('a: { <|b|>: <|c|> }\n', [{ key: 'x', value: [{ key: 'y', value: 'z' }] }])).toBe(
      'a: { b: c, x: { y: z } }\n',
    );
    expect(insert('a: {\n  <|b|>: <|c|>\n  }\n', [{ key: 'x', value: 'y' }])).toBe('a: {\n  b: c, x: y\n  }\n');
  });
});

function remove(marked: string) {
  const { text, spans } = readMarks(marked);
  const [span] = spans;
  if (span === undefined) throw new Error('a mark');
  const idSpan = { start: span.start, end: text.indexOf(':', span.start) };
  const after = applyEdits(text, [removeEntry(text, { idSpan, span })]);
  expect(parseYaml(after).problems).toEqual([]);
  return after;
}

describe('an entry taken out', () => {
  test('with its lines, its comment and its line end', () => {
    expect(remove('a:\n  <|b:\n    c: 1|> # gone\n  d: 2\n')).toBe('a:\n  d: 2\n');
    expect(remove('a:\r\n  <|b: 1|>\r\n  d: 2\r\n')).toBe('a:\r\n  d: 2\r\n');
    expect(remove('a:\n  d: 2\n  <|b: 1|>')).toBe('a:\n  d: 2\n');
  });

  test('with its comma in braces', () => {
    expect(remove('a: { <|b: 1|>, d: 2 }')).toBe('a: { d: 2 }');
    expect(remove('a: { d: 2, <|b: 1|> }')).toBe('a: { d: 2 }');
    expect(remove('a: { <|b: 1|> }')).toBe('a: {  }');
  });
});

test('one word in the place of a list', () => {
  const replace = (marked: string) => {
    const { text, spans } = readMarks(marked);
    const [key, ...items] = spans;
    const edit = key && replaceList(text, key, items, 'announced');
    return edit === undefined ? undefined : applyEdits(text, [edit]);
  };
  expect(replace('<|channels|>: [<|a|>, <|b|>] # who\nx: 1')).toBe('channels: announced # who\nx: 1');
  expect(replace('<|channels|>:\n  - <|a|>\n  - <|b|>\nx: 1')).toBe('channels: announced\nx: 1');
  expect(replace('<|channels|>: <|a|>\nx: 1')).toBe('channels: announced\nx: 1');
  expect(replace('<|channels|>: [\n  "<|a|>",\n  "<|b|>"\n]\nx: 1')).toBe('channels: announced\nx: 1');
  expect(replace('<|channels|>: []\nx: 1')).toBe('channels: announced\nx: 1');
});

test('an id that is free, and a text as YAML reads it', () => {
  expect(freshId('a', new Set(['a', 'a_2']))).toBe('a_3');
  for (const text of [
    'plain words',
    'yes',
    '12',
    'a: b',
    'a #b',
    '要検討：「次」',
    '"quoted"',
    '- list',
    '',
    'ends ',
  ]) {
    const root = parseYaml(`x: ${toScalar(text)}\ny: { z: ${toScalar(text)} }`).root;
    expect(root?.kind === 'map' && root.entries[0]?.value).toMatchObject({ value: text });
  }
});
