import { eastAsianWidth } from 'get-east-asian-width';
import { once } from '../text/once';

export type Weight = 'regular' | 'bold';

// Hundredths of an em for U+0020 to U+007E: of each character the widest in DejaVu Sans, Liberation Sans and
// Noto Sans CJK JP, as Chromium measures them. The fonts of Windows and macOS are narrower.
const regular =
  '32 41 48 84 64 96 78 28 40 40 50 84 32 37 32 40 64 64 64 64 64 64 64 64 64 64 34 34 84 84 84 56 102 69 69 73 78 67 62 78 76 30 54 67 56 87 75 79 67 79 73 67 62 74 69 99 69 67 69 40 40 40 84 56 61 62 64 55 64 62 36 64 64 28 28 58 29 98 64 62 64 64 42 53 40 64 60 82 60 60 53 64 34 64 84';
const bold =
  '35 46 58 84 70 101 88 33 46 46 53 84 38 42 38 39 70 70 70 70 70 70 70 70 70 70 40 40 84 84 84 62 101 78 77 74 84 69 69 83 84 38 57 78 64 100 84 86 74 86 78 73 69 82 78 111 78 73 73 46 39 46 84 57 63 68 72 60 72 68 44 72 72 35 35 67 35 105 72 69 72 72 50 60 48 72 66 93 65 66 59 72 37 72 84';
const ascii: Readonly<Record<Weight, readonly number[]>> = {
  regular: regular.split(' ').map(Number),
  bold: bold.split(' ').map(Number),
};

const clusters = once(() => new Intl.Segmenter('ja', { granularity: 'grapheme' }));

/** Text as the characters that a reader sees: a letter with its marks, an emoji built of several, a pair of surrogates. */
export function toClusters(text: string): string[] {
  // Latin letters and plain Japanese: nothing combines, and asking takes longer than all the rest.
  if (/^[\x20-\x7e\u3000-\u3029\u3030-\u3098\u309b-\u30ff\u4e00-\u9fff\uff01-\uff9d]*$/.test(text))
    return text.split('');
  return Array.from(clusters().segment(text), ({ segment }) => segment);
}

/**
 * Width in the unit of `fontSize` of a line in a proportional sans-serif, without a font at hand: never less than what
 * a browser draws with the usual fonts, and for Japanese exact.
 */
export function textWidth(text: string, fontSize: number, weight: Weight = 'regular'): number {
  let hundredths = 0;
  for (const cluster of toClusters(text)) hundredths += clusterWidth(cluster, weight);
  return (hundredths * fontSize) / 100;
}

function clusterWidth(cluster: string, weight: Weight): number {
  const first = cluster.codePointAt(0) ?? 0;
  if (cluster.length === 1 && first >= 0x20 && first <= 0x7e) return ascii[weight][first - 0x20] ?? 100;
  // Where the font has no picture for the whole, its parts stand side by side.
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(cluster)) {
    return 130 * Math.max(1, [...cluster].filter((part) => /\p{Extended_Pictographic}/u.test(part)).length);
  }
  let width = 0;
  for (const character of cluster) width += characterWidth(character, weight);
  return width;
}

function characterWidth(character: string, weight: Weight): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || /[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) return 0;
  if (code >= 0x20 && code <= 0x7e) return ascii[weight][code - 0x20] ?? 100;
  if (eastAsianWidth(code) === 2) return 100;
  if (code >= 0xff61 && code <= 0xffdc) return 50;
  const wide = weight === 'bold' ? 1.14 : 1;
  if (code < 0x250) return (/\p{Lu}/u.test(character) ? 86 : /\p{Ll}/u.test(character) ? 68 : 84) * wide;
  if (code < 0x590) return (/\p{Lu}/u.test(character) ? 85 : 70) * wide;
  if (code >= 0x2010 && code <= 0x2027) return 100;
  return 112 * wide;
}
