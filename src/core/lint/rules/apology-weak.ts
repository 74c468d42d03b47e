import { weakApology } from '../../wording/apology';
import { isForCustomers } from '../../wording/judged';
import { findPhrases, withoutPlaceholders } from '../../wording/phrase';
import type { Rule } from '../rule';

export const apologyWeak: Rule = {
  id: 'apology-weak',
  severity: 'warning',
  summary: 'Apologies are whole: no condition, no hearsay, no blame, nothing made small, nothing sold.',
  why: 'Half an apology angers people more than none.',

  *check({ t, variants }) {
    for (const judged of variants) {
      if (!isForCustomers(judged)) continue;
      for (const { text } of judged.own) {
        for (const { phrase, from, to, words } of findPhrases(
          withoutPlaceholders(text.value),
          weakApology[judged.locale],
        )) {
          yield {
            span: text.spanOf(from, to),
            message: t('"{0}" weakens the apology. {1}', words.trim(), t(phrase.why)),
          };
        }
      }
    }
  },
};
