import { expect, test } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { provideSymbols } from '../../src/service/symbols';
import { openText } from '../support/service';
import { smallPlaybook } from '../support/small';

const names = (symbols: readonly DocumentSymbol[]): unknown[] =>
  symbols.map(({ name, children = [] }) => (children.length === 0 ? name : [name, names(children)]));

test('sections, their entries, the steps of flows and the variants of messages', () => {
  const symbols = provideSymbols(openText(smallPlaybook).document);
  expect(names(symbols)).toEqual([
    'playbook',
    'title',
    'status',
    'find_it_at',
    'review_by',
    ['people', ['amina', 'ben']],
    ['roles', ['lead']],
    ['audiences', ['customers']],
    ['channels', ['status']],
    ['checklist', ['started_at', 'back']],
    ['severities', ['major']],
    ['flows', [['main', ['find_out', 'judge', 'first_word', 'hold', 'is_it_back', 'all_over', 'done']]]],
    [
      'messages',
      [
        ['notice', ['status']],
        ['over', ['status']],
      ],
    ],
  ]);
  expect(symbols.find(({ name }) => name === 'people')?.children?.[0]?.detail).toBe('Amina');
});

test('a symbol is inside its parent, and its name inside itself', () => {
  const inside = (inner: DocumentSymbol['range'], outer: DocumentSymbol['range']) =>
    (inner.start.line > outer.start.line ||
      (inner.start.line === outer.start.line && inner.start.character >= outer.start.character)) &&
    (inner.end.line < outer.end.line ||
      (inner.end.line === outer.end.line && inner.end.character <= outer.end.character));
  const walk = (symbol: DocumentSymbol) => {
    expect(inside(symbol.selectionRange, symbol.range)).toBe(true);
    for (const child of symbol.children ?? []) {
      expect(inside(child.range, symbol.range)).toBe(true);
      walk(child);
    }
  };
  provideSymbols(openText(smallPlaybook).document).forEach(walk);
});

test('what is half typed, empty or no playbook has an outline all the same', () => {
  expect(provideSymbols(openText('').document)).toEqual([]);
  expect(provideSymbols(openText('- a\n').document)).toEqual([]);
  expect(
    names(provideSymbols(openText('playbook: 1\nflows:\n  main:\n    steps:\n      a:\n      "": x\n').document)),
  ).toEqual(['playbook', ['flows', [['main', ['a', '?']]]]]);
  const uses = openText('playbook: 1\nuses: p.yaml\npeople: { ann: {} }\n', {
    files: { 'p.yaml': 'playbook: 1\npeople: { bob: {} }\n' },
  });
  expect(names(provideSymbols(uses.document))).toEqual(['playbook', 'uses', ['people', ['ann']]]);
});
