import { toNfc } from '../text/nfc';
import { once } from '../text/once';
import { isPlainText } from '../text/plainText';
import { findUrls } from './urls';

/** The twitter-text configuration, version 3. Weights are in hundredths. */
const light: readonly (readonly [number, number])[] = [
  [0x0000, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
];
const urlLength = 23;

/** The engine works out all emoji there are, which takes a while. */
const emojiPattern = once(() => /\p{RGI_Emoji}/gv);

/** What X counts: after NFC, 1 for a Latin character, 2 for others and for a whole emoji, 23 for an address. */
export function weightedLength(text: string): number {
  const normal = toNfc(text);
  let length = 0;
  let at = 0;
  for (const url of findUrls(normal)) {
    length += weightOf(normal.slice(at, url.from)) + urlLength;
    at = url.to;
  }
  return length + weightOf(normal.slice(at));
}

function weightOf(text: string): number {
  if (isPlainText(text)) return charactersWeight(text);
  let weight = 0;
  let at = 0;
  for (const emoji of text.matchAll(emojiPattern())) {
    weight += charactersWeight(text.slice(at, emoji.index)) + 2;
    at = emoji.index + emoji[0].length;
  }
  return weight + charactersWeight(text.slice(at));
}

function charactersWeight(text: string): number {
  // ASCII is light and everyday Japanese is not: see `light`.
  if (isPlainText(text)) return 2 * text.length - (text.match(/[\x20-\x7e\n]/g)?.length ?? 0);
  let weight = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    weight += light.some(([first, last]) => code >= first && code <= last) ? 1 : 2;
  }
  return weight;
}
