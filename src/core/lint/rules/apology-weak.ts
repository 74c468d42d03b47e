import { apology, weakApology } from '../../wording/apology';
import type { JudgedPart, JudgedVariant } from '../../wording/judged';
import { findPhrases, hasSign } from '../../wording/phrase';
import type { Rule, RuleContext, RuleFinding } from '../rule';

export const apologyWeak: Rule = {
  id: 'apology-weak',
  severity: 'warning',
  summary: 'Apologies are whole: no condition, no hearsay, no blame, nothing made small, nothing sold.',
  why: 'Half an apology angers people more than none.',

  *check(context) {
    const { playbook, t, variants } = context;
    for (const judged of variants) {
      if (!judged.isForCustomers) continue;
      for (const { text, words: said } of judged.own) {
        for (const { phrase, from, to, words } of findPhrases(said, weakApology[judged.locale])) {
          yield {
            span: text.spanOf(from, to),
            message: t('"{0}" weakens the apology. {1}', words, t(phrase.why)),
          };
        }
      }
    }
    if ((playbook.history?.similarIncidents.length ?? 0) > 0) yield* repeated(context);
  },
};

/** It has happened before: two messages that say the same, word for word, are worse than one. */
function* repeated({ t, variants }: RuleContext): Iterable<RuleFinding> {
  const first = new Map<string, { readonly judged: JudgedVariant; readonly part: JudgedPart }>();
  for (const judged of variants) {
    if (!judged.isForCustomers) continue;
    for (const part of judged.own) {
      if (part.name !== 'body' && part.name !== 'caption') continue;
      const said = part.text.value.replace(/\s+/g, ' ').trim();
      const earlier = first.get(said);
      if (earlier === undefined) {
        if (hasSign(said, apology[judged.locale])) first.set(said, { judged, part });
      } else if (earlier.judged.message !== judged.message) {
        yield {
          span: part.text.keySpan,
          message: t(
            'Something like this has happened before, and "{0}" says the same as "{1}", word for word. Say what is different this time.',
            judged.message.id,
            earlier.judged.message.id,
          ),
          related: [{ span: earlier.part.text.keySpan, message: t('The text is written here') }],
        };
      }
    }
  }
}
