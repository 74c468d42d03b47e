import { expect, test } from 'vitest';
import { toFromDiffPage } from '../../src/client/diff/fromPage';

test.each([
  { type: 'ready' },
  { type: 'textDiff' },
  { type: 'reveal', place: 'flows.main.steps.judge', focus: true },
  { type: 'revealLine', side: 'before', line: 0 },
])('%j is understood', (message) => {
  expect(toFromDiffPage(message)).toEqual(message);
});

test.each([
  undefined,
  'ready',
  { type: 'reveal', place: 1 },
  { type: 'revealLine', side: 'between', line: 0 },
  { type: 'revealLine', side: 'after', line: -1 },
  { type: 'revealLine', side: 'after', line: 0.5 },
  { type: 'open', href: 'https://tea.example' },
])('%j is none of ours', (message) => {
  expect(toFromDiffPage(message)).toBeUndefined();
});
