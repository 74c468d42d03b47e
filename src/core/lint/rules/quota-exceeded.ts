import type { Rule } from '../rule';

export const quotaExceeded: Rule = {
  id: 'quota-exceeded',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'The messages left this month are enough for the path that posts most.',
  why: 'When the quota is used up in the middle, those who heard of the trouble never hear that it is over.',

  *check({ playbook, runs, t }) {
    for (const channel of playbook.channels.values()) {
      const { reach, quotaLeft } = channel;
      if (reach === undefined || quotaLeft === undefined || reach.value <= 0) continue;
      const { count, steps } = runs.mostPosts(channel);
      const needed = reach.value * count;
      if (needed <= quotaLeft.value) continue;
      const posts = Math.max(0, Math.floor(quotaLeft.value / reach.value));
      yield {
        span: quotaLeft.span,
        message: t(
          'A path posts on "{0}" {1} times to {2} people: that takes {3} messages, and {4} are left, enough for {5}. Post less often there, or book more.',
          channel.id,
          count,
          reach.value,
          needed,
          quotaLeft.value,
          posts === 1 ? t('1 post') : t('{0} posts', posts),
        ),
        related: [
          { span: reach.span, message: t('So many people get each post') },
          ...steps.slice(0, 12).map((step, at) => ({ span: step.idSpan, message: t('Post {0} on this path', at + 1) })),
        ],
      };
    }
  },
};
