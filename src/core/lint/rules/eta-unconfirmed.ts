import { promisedTime } from '../../wording/facts';
import { isForCustomers, isOpen } from '../../wording/judged';
import { withoutPlaceholders } from '../../wording/phrase';
import type { Rule } from '../rule';

export const etaUnconfirmed: Rule = {
  id: 'eta-unconfirmed',
  severity: 'warning',
  summary: 'No message promises when it will work again before anybody knows.',
  why: 'A promised time that passes is a second failure.',

  *check({ playbook, t, variants }) {
    const policy = playbook.policy.eta;
    if (policy === 'allowed') return;
    for (const judged of variants) {
      if (!isOpen(judged.message) || !isForCustomers(judged)) continue;
      for (const { text } of judged.own) {
        // With `never`, a time from a variable is a promise too: its braces read as a time.
        const shown =
          policy === 'never'
            ? text.value.replace(/\{\{[^{}\n]*\}\}/g, (braces) =>
                /next_update_at|posted_at/.test(braces) ? ' '.repeat(braces.length) : braces,
              )
            : withoutPlaceholders(text.value);
        const match = promisedTime[judged.locale].exec(shown);
        if (match === null) continue;
        yield {
          span: text.spanOf(match.index, match.index + match[0].trimEnd().length),
          message:
            policy === 'never'
              ? t(
                  '"{0}" promises when it will work again, and your policy is never to do that. Say when the next word comes.',
                  match[0].trim(),
                )
              : t(
                  '"{0}" promises a time that nobody knows yet. Use a checklist question for it, or say when the next word comes.',
                  match[0].trim(),
                ),
        };
      }
    }
  },
};
