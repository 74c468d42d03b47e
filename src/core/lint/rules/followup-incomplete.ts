import type { Rule } from '../rule';

const wanted = ['what_happened', 'how_fixed', 'prevention'];

export const followupIncomplete: Rule = {
  id: 'followup-incomplete',
  severity: 'warning',
  whileDraft: 'info',
  summary:
    'Afterwards customers hear what happened, how it was fixed and what prevents it, and the plan learns from it.',
  why: 'Trust comes back with the explanation, not with the repair.',

  *check({ playbook, t }) {
    const followup = playbook.followup;
    if (followup === undefined) return;
    const covered = new Set(followup.covers.map(({ value }) => value));
    const missing = wanted.filter((item) => !covered.has(item));
    if (missing.length > 0) {
      yield {
        span: followup.keys.get('covers') ?? followup.keySpan,
        message: t('The follow-up does not cover: {0}. Add it to "covers".', missing.join(t(', '))),
      };
    }
    if (!followup.updatePlaybook) {
      yield {
        span: followup.keys.get('update_playbook') ?? followup.keySpan,
        message: t('Nobody brings what was learned back into this plan. Add "update_playbook: true".'),
      };
    }
    if (playbook.supportScript === undefined) {
      yield {
        span: followup.keySpan,
        message: t('People will call, and the plan has no words for those who answer. Add "support_script".'),
      };
    }
  },
};
