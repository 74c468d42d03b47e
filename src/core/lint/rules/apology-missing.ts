import { apology } from '../../wording/apology';
import { isForCustomers } from '../../wording/judged';
import type { Rule } from '../rule';

export const apologyMissing: Rule = {
  id: 'apology-missing',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'Every message to customers says sorry.',
  why: 'Customers forgive trouble sooner than silence about it, also when a supplier caused it.',

  *check({ t, variants }) {
    for (const judged of variants) {
      if (judged.own.length === 0 || judged.all.trim() === '') continue;
      if (!isForCustomers(judged) || apology[judged.locale].test(judged.all)) continue;
      yield {
        span: judged.variant.idSpan,
        message: t(
          'I can’t find an apology in what "{0}" says on "{1}". Say sorry for what the reader lost, whoever caused it.',
          judged.message.id,
          judged.variant.id,
        ),
      };
    }
  },
};
