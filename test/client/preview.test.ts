import { expect, test } from 'vitest';
import { toFromPage } from '../../src/client/preview/fromPage';
import { sourceAt } from '../../src/client/preview/sourceAt';

test.each([
  { type: 'ready' },
  { type: 'reveal', source: 'flows.main', focus: true },
  { type: 'revealLine', line: 0 },
  { type: 'open', href: 'https://tea.example/a?b=c#d' },
  { type: 'open', href: 'mailto:shop@tea.example' },
  { type: 'copy', text: '' },
])('%j is understood', (message) => {
  expect(toFromPage(message)).toEqual(message);
});

test('what is not asked for is left out', () => {
  expect(toFromPage({ type: 'reveal', source: 'a', focus: 'yes', uri: 'file:///etc/passwd' })).toEqual({
    type: 'reveal',
    source: 'a',
    focus: false,
  });
});

test.each([
  undefined,
  null,
  'ready',
  [],
  {},
  { type: 'toString' },
  { type: 'reveal' },
  { type: 'reveal', source: 5 },
  { type: 'revealLine', line: -1 },
  { type: 'revealLine', line: 1.5 },
  { type: 'revealLine', line: Number.MAX_VALUE },
  { type: 'open', href: 'command:workbench.action.terminal.new' },
  { type: 'open', href: 'file:///etc/passwd' },
  { type: 'open', href: 'javascript:alert(1)' },
  { type: 'open', href: 'http://tea.example' },
  { type: 'open', href: 'https:evil' },
  { type: 'open', href: ' https://tea.example' },
  { type: 'open', href: 'vscode://publisher.extension' },
  { type: 'copy', text: {} },
])('%j is ignored', (message) => {
  expect(toFromPage(message)).toBeUndefined();
});

test('the smallest thing around the caret', () => {
  const source = (id: string, start: number, end: number) => ({
    id,
    key: [start, start + 1] as const,
    entry: [start, end] as const,
  });
  const sources = [source('flow', 0, 100), source('step', 10, 40), source('other', 41, 90)];
  const at = (offset: number) => sourceAt(sources, offset)?.id;
  expect([5, 10, 25, 40, 41, 95, 101].map(at)).toEqual(['flow', 'step', 'step', 'step', 'other', 'flow', undefined]);
});
