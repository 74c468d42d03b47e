import { hasPassed } from '../../text/time';
import type { Rule } from '../rule';

export const playbookStale: Rule = {
  id: 'playbook-stale',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'The plan is reviewed in time, and says where it can be found.',
  why: 'A plan that is out of date, or that nobody finds on the day, helps no customer.',

  *check({ playbook, now, t }) {
    const { reviewBy, timezone } = playbook;
    if (reviewBy !== undefined && hasPassed(reviewBy.value, timezone, now)) {
      yield {
        span: reviewBy.span,
        message: t(
          'This plan was to be reviewed by {0}. Read it again with the team, then write the next date.',
          reviewBy.value,
        ),
      };
    }
    if (playbook.findItAt.length === 0) {
      yield {
        span: playbook.titleSpan,
        message: t(
          'The plan does not say where it can be found on the day. Add "find_it_at" with a link or a place, also one that works when the network is down.',
        ),
      };
    }
  },
};
