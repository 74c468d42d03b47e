import type { Expression } from '../../model/playbook';
import type { Rule } from '../rule';

export const severityWithoutNumber: Rule = {
  id: 'severity-without-number',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'Every class that is announced is told by a number.',
  why: 'Without a number people discuss how bad it is while customers wait.',

  *check({ playbook, t }) {
    for (const severity of playbook.severities.values()) {
      if (!severity.announce || severity.default) continue;
      const criteria = [...severity.whenAny, ...severity.whenAll];
      // A class without any criterion is never taken, and that is told elsewhere.
      if (criteria.length === 0 || criteria.some(isOnNumber)) continue;
      yield {
        span: severity.idSpan,
        message: t(
          'Nothing tells "{0}" by a number. Add a criterion like "share >= 50%" or "minutes_down >= 30", so that nobody has to argue on the day.',
          severity.id,
        ),
      };
    }
  },
};

function isOnNumber({ fact, number }: Expression): boolean {
  if (fact.target?.section === 'impact') return true;
  const type = fact.target?.section === 'checklist' ? fact.target.type : undefined;
  return number !== undefined || type === 'number' || type === 'percent' || type === 'minutes' || type === 'money';
}
