import type { Playbook } from '../../model/playbook';
import { jargon as terms } from '../../wording/jargon';
import type { JudgedVariant } from '../../wording/judged';
import { findPhrases, type Phrase } from '../../wording/phrase';
import type { Rule } from '../rule';
import { inPlace, replaceWords } from '../textEdits';

export const jargon: Rule = {
  id: 'jargon',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'Messages to a general audience use words that everyone knows.',
  why: 'A reader who does not understand the word does not know what to do.',

  *check({ playbook, t, variants }) {
    const glossary = [...playbook.brand.glossary].map(([word, plain]) => ({
      word,
      plain: plain.value,
      phrase: phraseFor(word),
    }));
    const own = glossary.map(({ phrase }) => phrase);
    const phrases = { ja: [...own, ...terms.ja], en: [...own, ...terms.en] };
    for (const judged of variants) {
      if (!isForEveryone(judged, playbook)) continue;
      for (const { text, words: shown } of judged.own) {
        for (const { phrase, from, to, words } of findPhrases(shown, phrases[judged.locale])) {
          const entry = glossary.find((candidate) => candidate.phrase === phrase);
          const span = text.spanOf(from, to);
          // "DB (database)" for "DB": the plain words stand there already.
          if (entry !== undefined && isInside(entry.plain, shown, from, to)) continue;
          if (entry === undefined) {
            yield {
              span,
              message: t(
                '"{0}" is a technical term, and this message is for everyone. {1} Say it in plain words.',
                words,
                t(phrase.why),
              ),
            };
          } else {
            const plain = inPlace(entry.plain, text, from);
            yield {
              span,
              message: t('Your glossary says "{1}" in place of "{0}".', words, entry.plain),
              fixes: replaceWords({ text, from, to, words: plain, safe: true }, t('Change to "{0}"', plain)),
            };
          }
        }
      }
    }
  },
};

/** Some reader of it has the level `general`; a message without audiences is for everyone outside. */
function isForEveryone({ message, channel }: JudgedVariant, playbook: Playbook): boolean {
  const named = message.audience.length > 0 ? message.audience : (channel?.audiences ?? []);
  const audiences = named.flatMap(({ id }) => playbook.audiences.get(id) ?? []);
  if (audiences.length === 0) return channel?.external ?? true;
  return audiences.some((audience) => audience.technicalLevel === 'general' && !audience.internal);
}

/** A Latin word stands for itself only as a whole word. */
function phraseFor(word: string): Phrase {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = /^[\w -]+$/.test(word) ? new RegExp(`(?<![\\w])${escaped}(?![\\w])`, 'iu') : new RegExp(escaped, 'u');
  return { pattern, why: '' };
}

function isInside(plain: string, text: string, from: number, to: number): boolean {
  for (let at = text.indexOf(plain, from - plain.length); at >= 0 && at <= from; at = text.indexOf(plain, at + 1)) {
    if (at + plain.length >= to) return true;
  }
  return false;
}
