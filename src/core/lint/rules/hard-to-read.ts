import type { Text } from '../../model/playbook';
import type { WordingLocale } from '../../wording/judged';
import type { Sentence } from '../../wording/sentences';
import type { Rule } from '../rule';

/** Limits that read well aloud: Japanese characters, English words. */
const mostCharacters = 60;
const mostWords = 25;
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
          const length = lengthOf(sentence, locale);
          if (length > (locale === 'ja' ? mostCharacters : mostWords)) {
            yield {
              span: text.spanOf(sentence.from, sentence.to),
              message:
                locale === 'ja'
                  ? t(
                      'This sentence has {0} characters; {1} can be read in a hurry. Make two of it.',
                      length,
                      mostCharacters,
                    )
                  : t('This sentence has {0} words; {1} can be read in a hurry. Make two of it.', length, mostWords),
            };
          } else if (locale === 'ja') yield* kanjiChains(text, sentence, t);
        }
      }
    }
  },
};

function lengthOf({ text }: Sentence, locale: WordingLocale): number {
  const plain = text.replace(/\{\{[^{}\n]*\}\}/g, 'x'.repeat(placeholderLength)).replace(/https?:\/\/\S+/g, 'x');
  return locale === 'ja' ? [...plain].length : plain.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

const words = new Intl.Segmenter('ja', { granularity: 'word' });

/** Three or more kanji compounds with nothing between them. */
function* kanjiChains(text: Text, sentence: Sentence, t: (message: string, ...values: string[]) => string) {
  if (!/\p{Script=Han}{6}/u.test(sentence.text)) return;
  let chain: { from: number; to: number; count: number } | undefined;
  const pieces = [...words.segment(sentence.text), { segment: '', index: sentence.text.length }];
  for (const { segment, index } of pieces) {
    if (/^\p{Script=Han}{2,}$/u.test(segment)) {
      chain = { from: chain?.from ?? index, to: index + segment.length, count: (chain?.count ?? 0) + 1 };
      continue;
    }
    if (chain !== undefined && chain.count >= 3) {
      yield {
        span: text.spanOf(sentence.from + chain.from, sentence.from + chain.to),
        message: t(
          '「{0}」 is a chain of kanji words. Put a の or a verb between them.',
          sentence.text.slice(chain.from, chain.to),
        ),
      };
    }
    chain = undefined;
  }
}
