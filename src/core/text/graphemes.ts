import { once } from './once';
import { isPlainText } from './plainText';

const segmenter = once(() => new Intl.Segmenter('ja', { granularity: 'grapheme' }));

/** The segmenter takes time with the square of the length, so a long text goes to it in pieces. */
const pieceLength = 1000;
/** How far a good place to cut is looked for; text without one is cut between two code points. */
const mostLookedAt = 200;

/** Characters as people see them: an emoji of several code points is one, so is a letter with its accents. */
export function* graphemesOf(text: string): Iterable<string> {
  for (let from = 0; from < text.length; ) {
    const to = text.length - from <= pieceLength ? text.length : cutBehind(text, from + pieceLength);
    for (const { segment } of segmenter().segment(text.slice(from, to))) yield segment;
    from = to;
  }
}

/** A line break and an emoji are one each. */
export function countGraphemes(text: string): number {
  if (isPlainText(text)) return text.length;
  let count = 0;
  for (const _ of graphemesOf(text)) count++;
  return count;
}

/** Between two characters that nothing joins: letters of ASCII, kana or kanji. */
const stands = /[\x20-\x7E\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF、。]/;

function cutBehind(text: string, at: number): number {
  const end = Math.min(text.length, at + mostLookedAt);
  for (let place = at; place < end; place++) {
    if (stands.test(text[place - 1] ?? '') && stands.test(text[place] ?? '')) return place;
  }
  return /[\uDC00-\uDFFF]/.test(text[end] ?? '') ? end + 1 : end;
}
