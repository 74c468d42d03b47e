import type { Message } from '../../model/playbook';
import { humour } from '../../wording/humour';
import { findPhrases } from '../../wording/phrase';
import type { Rule, RuleContext } from '../rule';

export const humourMismatch: Rule = {
  id: 'humour-mismatch',
  severity: 'warning',
  summary: 'Jokes and emoji stand only where the brand and the class of trouble allow them.',
  why: 'A smile that charms on a good day mocks those who have just lost something.',

  *check(context) {
    const { playbook, t, variants } = context;
    for (const judged of variants) {
      if (!judged.isForCustomers || maySmile(judged.message, context)) continue;
      for (const { text, words: said } of judged.own) {
        for (const { phrase, from, to, words } of findPhrases(said, humour[judged.locale])) {
          yield {
            span: text.spanOf(from, to),
            message: t(
              '"{0}" jokes where this brand and this class of trouble are serious. {1}',
              words.trim(),
              t(phrase.why),
            ),
          };
        }
      }
    }
    const visual = playbook.sorryPage?.visual;
    if (visual !== undefined && visual.rationale === undefined) {
      yield {
        span: visual.keySpan,
        message: t(
          'The picture on the sorry page has no "rationale". Write why it fits this brand on a bad day, so that nobody copies a funny picture from elsewhere.',
        ),
      };
    }
  },
};

/** `low-severity-only`: in every class in which it is sent, the impact is none or minor. */
function maySmile(message: Message, { playbook, runs }: RuleContext): boolean {
  if (playbook.brand.humour !== 'low-severity-only') return playbook.brand.humour === 'allowed';
  let sent = false;
  for (const flow of playbook.flows.values()) {
    for (const step of flow.steps.values()) {
      if (step.kind !== 'announce' || step.message?.target !== message) continue;
      for (const { severity } of runs.sendings(step)) {
        sent = true;
        if (severity === undefined || severity.statuspage === 'major' || severity.statuspage === 'critical')
          return false;
      }
    }
  }
  return sent;
}
