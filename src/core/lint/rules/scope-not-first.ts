import { refusal, whatFails, whomItHits } from '../../wording/facts';
import { isOpen } from '../../wording/judged';
import { hasSign } from '../../wording/phrase';
import type { Rule } from '../rule';

export const scopeNotFirst: Rule = {
  id: 'scope-not-first',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'A message about trouble begins with what does not work, and for whom.',
  why: 'Most people read one sentence, and want to know whether it is about them.',

  *check({ playbook, t, variants }) {
    const systems = [...playbook.systems.values()].flatMap(({ title }) => (title === undefined ? [] : [title.value]));
    for (const judged of variants) {
      if (!isOpen(judged.message) || !judged.isForCustomers) continue;
      const part = judged.own.find(({ name }) => name === 'body' || name === 'caption');
      const sentence = part?.sentences[0];
      if (part === undefined || sentence === undefined) continue;
      // A push shows its title and its body as one.
      const above = judged.channel?.type === 'push-notification' ? judged.variant.parts.title?.value : undefined;
      const first = above === undefined ? sentence.text : `${above}\n${sentence.text}`;
      const saysWhat =
        hasSign(first, whatFails[judged.locale]) ||
        hasSign(first, refusal[judged.locale]) ||
        systems.some((title) => first.includes(title));
      const saysWhom =
        hasSign(first, whomItHits[judged.locale]) ||
        part.text.placeholders.some(
          ({ from, target }) =>
            from >= sentence.from &&
            from < sentence.to &&
            target?.kind === 'checklist' &&
            target.entry.core?.value === 'scope',
        );
      if (saysWhat || saysWhom) continue;
      yield {
        span: part.text.spanOf(sentence.from, sentence.to),
        message: t(
          'I can’t find in the first sentence what does not work or whom it hits. Begin with that: most people read no further.',
        ),
      };
    }
  },
};
