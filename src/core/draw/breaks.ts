import { once } from '../text/once';
import { textWidth, toClusters, type Weight } from './textWidth';

/** What a line may end with: a character as the reader sees it, and what a break behind it costs. */
export interface Piece {
  readonly text: string;
  readonly width: number;
  /** It vanishes where the line ends. */
  readonly space: boolean;
  /** Infinity where no line may end. In square ems of ragged edge, roughly. */
  readonly breakAfter: number;
}

const words = once(() => new Intl.Segmenter('ja', { granularity: 'word' }));

// Kinsoku shori, JIS X 4051: what may not begin a line, and what may not end one.
const notAtStart =
  /^[、。，．・：；？！ヽヾゝゞ々ー’”）〕］｝〉》」』】〙〗〟｠»ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ‐゠–〜～…‥｡｣､･ｧ-ｯｰﾞﾟ%％‰℃,.!?:;)\]}'"]/u;
const notAtEnd = /[‘“（〔［｛〈《「『【〘〖〝｟«｢([{￥＄£#＃№]$/u;
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー々〆〇]/u;
const closing = /[、。，．！？」』）】〉》｣､｡]$/u;
const particle =
  /^(?:は|が|を|に|へ|と|で|も|の|や|か|から|まで|より|ので|のに|たら|なら|ば|て|し|だけ|など|って|という|ように|ため|とき|には|では|とは|へは|にも|でも)$/u;

/** It belongs to the word behind it: ご注文, お詫び. */
const prefix = /^[ごお御]$/u;

/** The characters of a text and where its lines may end. Spaces of all kinds are one. */
export function toPieces(text: string, fontSize: number, weight: Weight): Piece[] {
  const characters = toClusters(text.trim().replace(/\s+/gu, ' '));
  const penalties = wordPenalties(characters.join(''));
  let at = 0;
  return characters.map((character, index) => {
    at += character.length;
    const next = characters[index + 1];
    return {
      text: character,
      width: textWidth(character, fontSize, weight),
      space: character === ' ' || character === '　',
      breakAfter: next === undefined ? 0 : penalty(character, next, characters[index + 2], penalties.get(at)),
    };
  });
}

function penalty(before: string, after: string, beyond: string | undefined, atWord: number | undefined): number {
  if (notAtStart.test(after) || after === ' ' || after === '　') return Number.POSITIVE_INFINITY;
  if (notAtEnd.test(before)) return Number.POSITIVE_INFINITY;
  if (before === ' ' || before === '　') return 0;
  if (/^\p{N}/u.test(before) && japanese.test(after)) return Number.POSITIVE_INFINITY;
  if (/^[\p{N}#]/u.test(after) && /第$/u.test(before)) return Number.POSITIVE_INFINITY;
  if (closing.test(before)) return 0;
  if (/^[/\-–—]$/u.test(before)) return beyond === undefined ? Number.POSITIVE_INFINITY : 2;
  if (!japanese.test(before) && !japanese.test(after))
    return isWide(before) || isWide(after) ? 1 : Number.POSITIVE_INFINITY;
  return atWord ?? 30;
}

const isWide = (character: string) => /[\u2e80-\uffdc]|\p{Extended_Pictographic}/u.test(character);

/** UTF-16 offset → what a break there costs, at the edges of Japanese words. Behind a particle is best. */
function wordPenalties(text: string): ReadonlyMap<number, number> {
  const penalties = new Map<number, number>();
  if (!japanese.test(text)) return penalties;
  const found = Array.from(words().segment(text));
  for (const [at, { segment, index }] of found.entries()) {
    const next = found[at + 1]?.segment ?? '';
    const end = index + segment.length;
    // Hiragana behind a word is its ending or a particle: a line that begins with it reads badly.
    const nextIsTail = /^[\p{Script=Hiragana}]/u.test(next) && (particle.test(next) || [...next].length < 3);
    if (prefix.test(segment)) penalties.set(end, 40);
    else if (nextIsTail) penalties.set(end, 20);
    else if (particle.test(segment)) penalties.set(end, 0.3);
    else penalties.set(end, /[\p{Script=Hiragana}]$/u.test(segment) ? 7 : 9);
  }
  return penalties;
}
