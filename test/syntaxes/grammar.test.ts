import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type StateStack } from 'vscode-textmate';
import { parseYaml } from '../../src/core/yaml/parse';
import type { YamlNode, YamlScalar } from '../../src/core/yaml/tree';
import { readFiles } from '../support/folders';

const root = path.resolve(import.meta.dirname, '../..');
let grammar: IGrammar;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(fs.readFileSync(wasm));
  const file = path.join(root, 'syntaxes/incident-playbook.tmLanguage.json');
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(fs.readFileSync(file, 'utf8'), file),
  });
  const loaded = await registry.loadGrammar('source.incident-playbook');
  if (loaded === null) throw new Error('there is no grammar');
  grammar = loaded;
});

/** `text` → scope, for what is not plain; the last word of the innermost scope but its language. */
function tokens(text: string): readonly (readonly [string, string])[] {
  let state: StateStack | null = null;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const piece = line.slice(startIndex, endIndex).trim();
      const scope = scopes.at(-1) ?? '';
      return scopes.length === 1 || piece === '' || piece === '#' || scope.startsWith('punctuation')
        ? []
        : [[piece, short(scope)] as const];
    });
  });
}

const short = (scope: string) =>
  scope
    .split('.')
    .slice(0, 3)
    .join('.')
    .replace(/\.(?:yaml|incident-playbook)$/, '');

test('keys, values and comments', () => {
  expect(tokens('title: 夏のセール: 2026 # 仮\nactivate_after: 5m\nstatus: draft\nrate: 2.4%\nready: true')).toEqual([
    ['title', 'entity.name.tag'],
    ['夏のセール', 'string.unquoted.plain'],
    ['2026', 'constant.numeric'],
    ['仮', 'comment.line.number-sign'],
    ['activate_after', 'entity.name.tag'],
    ['5m', 'constant.numeric.duration'],
    ['status', 'entity.name.tag'],
    ['draft', 'string.unquoted.plain'],
    ['rate', 'entity.name.tag'],
    ['2.4%', 'constant.numeric'],
    ['ready', 'entity.name.tag'],
    ['true', 'constant.language'],
  ]);
});

test('a block text is text whatever is in it, with its placeholders marked', () => {
  expect(tokens('body: |\n  key: value\n\n    - {{scope}}です # これも文\ntitle: x')).toEqual([
    ['body', 'entity.name.tag'],
    ['|', 'keyword.control.flow'],
    ['key: value', 'string.unquoted.block'],
    ['-', 'string.unquoted.block'],
    ['scope', 'variable.other.placeholder'],
    ['です # これも文', 'string.unquoted.block'],
    ['title', 'entity.name.tag'],
    ['x', 'string.unquoted.plain'],
  ]);
});

test('a block text ends where its key has a neighbour, also behind a bullet, and an empty one at once', () => {
  const keys = (text: string) => tokens(text).flatMap(([piece, scope]) => (scope === 'entity.name.tag' ? [piece] : []));
  expect(keys('a:\n  b: |\n    c: d\n  e: f\ng: h')).toEqual(['a', 'b', 'e', 'g']);
  expect(keys('a:\n  b: |\n  c: >-\n  d: e')).toEqual(['a', 'b', 'c', 'd']);
  expect(keys('a:\n  - b: |\n      c: d\n    e: f\n  - g: h')).toEqual(['a', 'b', 'e', 'g']);
  expect(keys('a:\n  - |\n    c: d\n  - e: f')).toEqual(['a', 'e']);
});

test('comments that speak to the linter', () => {
  expect(tokens('# playbook-ignore push-fatigue -- 理由')).toEqual([
    ['playbook-ignore', 'keyword.control.ignore'],
    ['push-fatigue', 'variable.other.rule'],
    ['-- 理由', 'comment.line.number-sign'],
  ]);
});

test('lists and maps on one line', () => {
  expect(tokens("a: [https://tea.example/x, 'it''s', { b: 1, c: two words }]").map(([piece]) => piece)).toEqual([
    'a',
    'https://tea.example/x',
    'it',
    "''",
    's',
    'b',
    '1',
    'c',
    'two words',
  ]);
});

const samples = Object.entries(readFiles('sample-playbooks')).filter(([file]) => file.endsWith('.yaml'));

test.each(samples)('%s: the keys are those that the parser finds', (_, text) => {
  const keys = tokens(text).flatMap(([piece, scope]) => (scope === 'entity.name.tag' ? [piece] : []));
  const found = keysOf(parseYaml(text).root).sort((a, b) => a.span.start - b.span.start);
  expect(keys).toEqual(found.map(({ span }) => text.slice(span.start, span.end)));
});

function keysOf(node: YamlNode | undefined): YamlScalar[] {
  if (node?.kind === 'list') return node.items.flatMap(keysOf);
  if (node?.kind === 'map') return node.entries.flatMap(({ key, value }) => [key, ...keysOf(value)]);
  return [];
}
