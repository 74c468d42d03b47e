import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHash } from '../../../src/core/model/contentHash';
import { parseYaml } from '../../../src/core/yaml/parse';
import type { YamlNode } from '../../../src/core/yaml/tree';

const hashOf = (text: string) => contentHash(parseYaml(text).root as YamlNode);
const sha = (canonical: string) => `sha256:${createHash('sha256').update(canonical, 'utf8').digest('hex')}`;

test('is SHA-256 over the one JSON that the content has', () => {
  expect(hashOf('b: [1, 2.50, true, null]\na: "x"\n')).toBe(sha('{"a":"x","b":[1,2.5,true,null]}'));
  expect(hashOf('日本: |\n  一行目\n  二行目\nA: é\n')).toBe(sha('{"A":"é","日本":"一行目\\n二行目\\n"}'));
  expect(hashOf('é: e\u0301\n')).toBe(sha('{"é":"é"}'));
  expect(hashOf('a: .inf\n')).toBe(sha('{"a":".inf"}'));
  expect(hashOf('a: 1\na: 2\n')).toBe(sha('{"a":1}'));
});

test('comments, quotes, braces, the style of a block and the order of keys change nothing', () => {
  const first = hashOf(
    'title: Notice\nvariants:\n  x: |\n    We are sorry.\n    Soon.\n  mail: { subject: S, body: B }\n',
  );
  const second = hashOf(
    '# read by all\n"variants":\n  mail:\n    body: \'B\' # short\n    subject: "S"\n\n  "x": "We are sorry.\\nSoon.\\n"\ntitle:   Notice\n',
  );
  expect(second).toBe(first);
});

test('a changed character changes it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({ unit: 'grapheme', minLength: 1 }),
      (one, other) => {
        const of = (text: string) => hashOf(`body: ${JSON.stringify(text)}\n`);
        expect(of(one) === of(other)).toBe(one.normalize('NFC') === other.normalize('NFC'));
      },
    ),
  );
});

test('key order and quotes never matter, whatever the content', () => {
  const key = fc.stringMatching(/^[a-zあ-ん][a-z0-9_]{0,5}$/);
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.boolean(),
      tie('list'),
      tie('map'),
    ),
    list: fc.array(tie('any'), { maxLength: 3 }),
    map: fc.dictionary(key, tie('any'), { maxKeys: 4 }),
  })).map;
  const turned = (data: unknown): unknown => {
    if (Array.isArray(data)) return data.map(turned);
    if (typeof data !== 'object' || data === null) return data;
    return Object.fromEntries(
      Object.entries(data)
        .reverse()
        .map(([name, each]) => [name, turned(each)]),
    );
  };
  fc.assert(
    fc.property(value, (data) => {
      expect(hashOf(JSON.stringify(turned(data), undefined, 2))).toBe(hashOf(JSON.stringify(data)));
    }),
  );
});
