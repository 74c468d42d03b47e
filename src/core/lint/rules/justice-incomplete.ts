import type { Rule } from '../rule';

export const justiceIncomplete: Rule = {
  id: 'justice-incomplete',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'Recovery is fair in all three ways: what customers get, how easily, and how they are treated.',
  why: 'Customers forgive where all three hold: the refund alone does not mend a cold answer.',

  *check({ playbook, t }) {
    const recovery = playbook.recovery;
    if (recovery === undefined) return;
    const missing = [
      recovery.distributive === undefined ? [t('"distributive" (what customers get)')] : [],
      recovery.procedural === undefined ? [t('"procedural" (how easily they get it)')] : [],
      recovery.interactional === undefined ? [t('"interactional" (who listens and explains)')] : [],
    ].flat();
    if (missing.length > 0) {
      yield { span: recovery.keySpan, message: t('Recovery lacks {0}.', missing.join(t(', '))) };
    }
    const goods = recovery.distributive;
    if (goods !== undefined && goods.plusAlpha === undefined) {
      yield {
        span: goods.keySpan,
        severity: 'info',
        message: t(
          'Customers only get back what they lost. Think of something on top and write it as "plus_alpha"; it need not be money.',
        ),
      };
    }
  },
};
