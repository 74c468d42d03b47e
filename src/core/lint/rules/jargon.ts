import type { Playbook } from '../../model/playbook';
import { jargon as terms } from '../../wording/jargon';
import type { JudgedVariant } from '../../wording/judged';
import { findPhrases, type Phrase, withoutPlaceholders } from '../../wording/phrase';
import type { Rule } from '../rule';

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
    for (const judged of variants) {
      if (!isForEveryone(judged, playbook)) continue;
      for (const { text } of judged.own) {
        const shown = withoutPlaceholders(text.value);
        for (const { phrase, from, to, words } of findPhrases(shown, [
          ...glossary.map((entry) => entry.phrase),
          ...terms[judged.locale],
        ])) {
          const entry = glossary.find((candidate) => candidate.phrase === phrase);
          const span = text.spanOf(from, to);
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
            yield {
              span,
              message: t('Your glossary says "{1}" in place of "{0}".', words, entry.plain),
              fixes: [{ title: t('Change to "{0}"', entry.plain), safe: true, edits: [{ span, text: entry.plain }] }],
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
