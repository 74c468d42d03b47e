import type { Rule } from '../rule';

export const deciderNotSingle: Rule = {
  id: 'decider-not-single',
  severity: 'error',
  whileDraft: 'info',
  summary: 'Exactly one role decides what customers hear.',
  why: 'Where two decide, customers hear two stories; where none does, they hear nothing.',

  *check({ playbook, t }) {
    const deciding = [...playbook.roles.values()].filter(({ decides }) => decides);
    const [first, second] = deciding;
    if (first === undefined) {
      yield {
        span: playbook.sectionKeys.get('roles') ?? playbook.titleSpan,
        message: t('Nobody decides what customers hear. Give one role "decides: true".'),
      };
    } else if (second !== undefined) {
      yield {
        span: second.idSpan,
        message: t(
          '"{0}" decides, and so does "{1}". Leave "decides: true" on one of them, and ask the other for advice.',
          first.id,
          second.id,
        ),
        related: [{ span: first.idSpan, message: t('The first who decides') }],
      };
    }
  },
};
