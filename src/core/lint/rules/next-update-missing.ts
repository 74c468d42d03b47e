import { isForCustomers, isOpen } from '../../wording/judged';
import type { Rule } from '../rule';

export const nextUpdateMissing: Rule = {
  id: 'next-update-missing',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'Every message about trouble that is not over says when the next word comes.',
  why: 'Who knows when to look again stops asking.',

  *check({ t, variants }) {
    for (const judged of variants) {
      if (!isOpen(judged.message) || !isForCustomers(judged) || judged.own.length === 0) continue;
      if (/\{\{\s*next_update_at\s*\}\}/.test(judged.all)) continue;
      yield {
        span: judged.variant.idSpan,
        message: t(
          'What "{0}" says on "{1}" does not tell when the next word comes. Add a sentence with {2}.',
          judged.message.id,
          judged.variant.id,
          '{{next_update_at}}',
        ),
      };
    }
  },
};
