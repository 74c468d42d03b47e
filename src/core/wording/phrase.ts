import type { WordingLocale } from './judged';

/** Words that a rule looks for, and why they are in its list. `why` is English and the key of its translation. */
export interface Phrase {
  readonly pattern: RegExp;
  readonly why: string;
}

export type PhraseList = Readonly<Record<WordingLocale, readonly Phrase[]>>;

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
    [...text.matchAll(new RegExp(phrase.pattern, `${phrase.pattern.flags.replace('g', '')}g`))].map((match) => ({
      phrase,
      from: match.index,
      to: match.index + match[0].length,
      words: match[0],
    })),
  );
  matches.sort((a, b) => a.from - b.from || b.to - a.to);
  let end = -1;
  return matches.filter(({ from, to }) => {
    if (from < end || to === from) return false;
    end = to;
    return true;
  });
}

/** The text with placeholders and URLs blanked out: their letters are not the author's words. Same length. */
export function withoutPlaceholders(text: string): string {
  return text.replace(/\{\{[^{}\n]*\}\}|https?:\/\/[^\s<>、。）」]+/g, (match) => ' '.repeat(match.length));
}
