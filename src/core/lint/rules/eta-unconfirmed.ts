import type { Text } from '../../model/playbook';
import { isOpen } from '../../wording/judged';
import { findPromises, timeToCome } from '../../wording/promise';
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
      if (!isOpen(judged.message) || !judged.isForCustomers) continue;
      for (const { text, words } of judged.own) {
        const shown = policy === 'never' ? withTimesToCome(text) : words;
        for (const promise of findPromises(shown, judged.locale)) {
          const said = text.value.slice(promise.from, promise.to);
          yield {
            span: text.spanOf(promise.from, promise.to),
            message:
              policy === 'never'
                ? t(
                    '"{0}" promises when it will work again, and your policy is never to do that. Say when the next word comes.',
                    said,
                  )
                : t(
                    '"{0}" promises a time that nobody knows yet. Use a checklist question for it, or say when the next word comes.',
                    said,
                  ),
          };
        }
      }
    }
  },
};

/** With `never`, a time from a variable is a promise too. When it was posted and when the next word comes are none. */
function withTimesToCome({ value, placeholders }: Text): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { name, from, to, target } of placeholders) {
    const isTime = target?.kind !== 'time' && !/^(?:posted_at|next_update_at)$/.test(name);
    pieces.push(value.slice(at, from), (isTime ? timeToCome : ' ').repeat(to - from));
    at = to;
  }
  return pieces.join('') + value.slice(at);
}
