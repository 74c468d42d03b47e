import type { WordingLocale } from './judged';

/** Words that a rule looks for, and why they are in its list. `why` is English and the key of its translation. */
export interface Phrase {
  readonly pattern: RegExp;
  readonly why: string;
}

export type PhraseList = Readonly<Record<WordingLocale, readonly Phrase[]>>;

/** Words whose absence a rule tells of: nobody reads why one is in the list but who mends it. */
export interface Sign {
  readonly pattern: RegExp;
  readonly because: string;
}

export type SignList = Readonly<Record<WordingLocale, readonly Sign[]>>;

export function hasSign(text: string, signs: readonly Sign[]): boolean {
  return signs.some(({ pattern }) => pattern.test(text));
}

export interface PhraseMatch {
  readonly phrase: Phrase;
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** Where the phrases stand, in the order of the text; of two that overlap, the first and then the longer. */
export function findPhrases(text: string, phrases: readonly Phrase[]): readonly PhraseMatch[] {
  // Most texts have none: a test without a match array is the quick way to know.
  const present = phrases.filter(({ pattern }) => pattern.test(text));
  if (present.length === 0) return [];
  const matches = present.flatMap((phrase) =>
    [...text.matchAll(new RegExp(phrase.pattern, `${phrase.pattern.flags.replace('g', '')}g`))].map((match) => {
      const words = match[0].trimEnd();
      return { phrase, from: match.index, to: match.index + words.length, words };
    }),
  );
  matches.sort((a, b) => a.from - b.from || b.to - a.to);
  let end = -1;
  return matches.filter(({ from, to }) => {
    if (from < end || to === from) return false;
    end = to;
    return true;
  });
}

/** Placeholders, and addresses with a scheme; both hold full stops that end nothing. An address has no Japanese in it. */
const opaque = /\{\{[^{}\n]*\}\}|https?:\/\/[!-;=?-~]*[\w/=&#%+~-]/g;

/** The text with placeholders and addresses hidden behind another character: they are not the author's words. Same length. */
export function hideOpaque(text: string, cover: string): string {
  if (!text.includes('{{') && !text.includes('://')) return text;
  return text.replace(opaque, (match) => cover.repeat(match.length));
}
