import { expect, test } from 'vitest';
import { toFromPage } from '../../src/client/preview/fromPage';
import { imageType, pathBeside, toDataAddress } from '../../src/client/preview/imageType';
import { sourceAt } from '../../src/client/preview/sourceAt';

test.each([
  { type: 'ready' },
  { type: 'reveal', source: 'flows.main', focus: true },
  { type: 'revealLine', line: 0 },
  { type: 'open', href: 'https://tea.example/a?b=c#d' },
  { type: 'open', href: 'mailto:shop@tea.example' },
  { type: 'copy', text: '' },
  { type: 'tab', tab: 'readiness' },
  { type: 'since', of: 'messages.first_notice' },
  { type: 'problems' },
  { type: 'copyAs', flow: 'main' },
  { type: 'copied', order: 3, done: true },
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
  { type: 'tab', tab: 'elsewhere' },
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
  { type: 'copied', done: true },
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

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ['\x89PNG\r\n\x1a\nrest', 'png'],
  ['\xff\xd8\xff\xe0rest', 'jpeg'],
  ['GIF89arest', 'gif'],
  ['RIFF....WEBPVP8 ', 'webp'],
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', undefined],
  ['#!/bin/sh', undefined],
  ['', undefined],
])('the bytes %j are a picture: %s', (text, type) => {
  expect(imageType(bytesOf(text))).toBe(type);
});

test('a picture of any size becomes an address', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 256);
  const address = toDataAddress('png', bytes);
  expect(address.slice(0, 22)).toBe('data:image/png;base64,');
  expect(Buffer.from(address.slice(22), 'base64').equals(Buffer.from(bytes))).toBe(true);
});

test.each([
  ['images/a.png', '/work/plans/images/a.png'],
  ['./a b.png', '/work/plans/a b.png'],
  ['../shared/a.png', '/work/shared/a.png'],
  ['../../etc/a.png', undefined],
  ['../../workshop/a.png', undefined],
  ['/etc/a.png', undefined],
  ['https://evil.example/a.png', undefined],
  ['file:///etc/a.png', undefined],
  ['..\\a.png', undefined],
  ['', undefined],
])('the picture %j of a plan is %j', (named, path) => {
  expect(pathBeside('/work/plans', '/work', named)).toBe(path);
});
