import { isWritten } from '../../schema/written';
import type { Rule } from '../rule';

export const promiseMissing: Rule = {
  id: 'promise-missing',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'Every class that is announced promises when customers hear the first word.',
  why: 'Without a promise nothing can be proved about how fast customers hear.',

  *check({ playbook, t }) {
    for (const severity of playbook.severities.values()) {
      if (!severity.announce || isWritten(severity, 'first_notice_within')) continue;
      yield {
        span: severity.idSpan,
        message: t(
          '"{0}" does not say how soon customers hear of it. Add "first_notice_within", for example 20m, and the plan is held to it.',
          severity.id,
        ),
      };
    }
  },
};
