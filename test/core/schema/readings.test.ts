import { expect, test } from 'vitest';
import schema from '../../../schemas/playbook.schema.json';
import { readingOf } from '../../../src/core/schema/readings';

function* titlesIn(node: unknown): Iterable<string> {
  if (typeof node !== 'object' || node === null) return;
  const note = (node as { readonly 'x-ja'?: { readonly title?: string } })['x-ja'];
  if (note?.title !== undefined) yield note.title;
  for (const each of Object.values(node)) yield* titlesIn(each);
}

test('every title of the language can be typed as it is read', () => {
  const titles = [...titlesIn(schema)];
  expect(titles.length).toBeGreaterThan(300);
  for (const title of titles) expect(readingOf(title), title).not.toMatch(/\p{Script=Han}|[ァ-ヶ]/u);
});

test('words that are read in more than one way', () => {
  expect(readingOf('重大度')).toBe('じゅうだいど');
  expect(readingOf('重くなったとき')).toBe('おもくなったとき');
  expect(readingOf('行き渡るまで')).toBe('いきわたるまで');
  expect(readingOf('行う役割')).toBe('おこなうやくわり');
  expect(readingOf('1分あたりの訪問')).toBe('1ふんあたりのほうもん');
  expect(readingOf('理由が要る')).toBe('りゆうがいる');
  expect(readingOf('要の問い')).toBe('かなめのとい');
  expect(readingOf('稼働状況ページ')).toBe('かどうじょうきょうぺーじ');
  expect(readingOf('お客さまの手数')).toBe('おきゃくさまのてすう');
});
