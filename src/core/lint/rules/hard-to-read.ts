import type { Text } from '../../model/playbook';
import type { Translate } from '../../text/translate';
import type { WordingLocale } from '../../wording/judged';
import { kanjiChain } from '../../wording/kanji';
import type { Sentence } from '../../wording/sentences';
import type { Rule, RuleFinding } from '../rule';

/** Limits that read well aloud: Japanese characters, English words. */
const most = { ja: 60, en: 25 } as const;
/** A placeholder is read as about one word. */
const placeholderLength = 6;

export const hardToRead: Rule = {
  id: 'hard-to-read',
  severity: 'info',
  summary: 'Sentences are short enough to read in a hurry.',
  why: 'The reader stands at a till or on a platform, and is annoyed.',

  *check({ t, variants }) {
    for (const { own, locale } of variants) {
      for (const { name, text, sentences } of own) {
        if (name === 'subject' || name === 'title') continue;
        for (const sentence of sentences) {
          const finding =
            tooLong(text, sentence, locale, t) ?? (locale === 'ja' ? chained(text, sentence, t) : undefined);
          if (finding !== undefined) yield finding;
        }
      }
    }
  },
};

function tooLong(text: Text, sentence: Sentence, locale: WordingLocale, t: Translate): RuleFinding | undefined {
  // A word of English has at least a letter and a space.
  if (sentence.to - sentence.from <= (locale === 'ja' ? most.ja : most.en * 2)) return undefined;
  const length = lengthOf(sentence, locale);
  if (length <= most[locale]) return undefined;
  return {
    span: text.spanOf(sentence.from, sentence.to),
    message:
      locale === 'ja'
        ? t('This sentence has {0} characters; {1} can be read in a hurry. Make two of it.', length, most.ja)
        : t('This sentence has {0} words; {1} can be read in a hurry. Make two of it.', length, most.en),
  };
}

function lengthOf({ text }: Sentence, locale: WordingLocale): number {
  const plain = text.replace(/\{\{[^{}\n]*\}\}/g, 'x'.repeat(placeholderLength)).replace(/https?:\/\/[!-~]+/g, 'x');
  return locale === 'ja' ? [...plain].length : plain.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function chained(text: Text, sentence: Sentence, t: Translate): RuleFinding | undefined {
  const chain = kanjiChain(sentence.text);
  if (chain === undefined) return undefined;
  return {
    span: text.spanOf(sentence.from, sentence.to),
    message: t('「{0}」 is a chain of kanji words. Put a の or a verb between them.', chain),
  };
}
