import { byEyeAlone } from '../../wording/access';
import { findPhrases } from '../../wording/phrase';
import type { Rule } from '../rule';

export const inaccessibleText: Rule = {
  id: 'inaccessible-text',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'What a message means can be heard as well as seen.',
  why: 'Some readers see no colour, some hear the text read aloud, and they are customers like all others.',

  *check({ playbook, t, variants }) {
    for (const judged of variants) {
      if (!judged.isForCustomers) continue;
      for (const { name, text } of judged.own) {
        for (const { phrase, from, to, words } of findPhrases(text.value, byEyeAlone[judged.locale])) {
          yield {
            span: text.spanOf(from, to),
            message: t('"{0}" can’t be understood by everyone. {1}', words, t(phrase.why)),
          };
        }
        for (const match of text.value.matchAll(/!\[\s*\]\([^)\n]*\)/g)) {
          yield {
            span: text.spanOf(match.index, match.index + match[0].length),
            message: t('This picture has no words for those who can’t see it. Write them into the square brackets.'),
          };
        }
        if (name !== 'subject' && name !== 'title' && /^\s*https?:\/\/\S+\s*$/.test(text.value)) {
          yield {
            span: text.spanOf(0, text.value.trimEnd().length),
            message: t('The whole text is a link. Say in words what is behind it.'),
          };
        }
      }
    }
    const visual = playbook.sorryPage?.visual;
    if (visual?.asset !== undefined && visual.alt === undefined) {
      yield {
        span: visual.keySpan,
        message: t('The picture on the sorry page has no "alt": say in words what it shows.'),
      };
    }
  },
};
