import type { Edit } from '../../text/span';
import type { Rule } from '../rule';

export const reportIncomplete: Rule = {
  id: 'report-incomplete',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'The incident report begins with a summary, names lasting measures and prevention, and has approvers.',
  why: 'A reader outside the team must understand it, and believe that it will not happen again.',

  *check({ playbook, t }) {
    const report = playbook.report;
    if (report === undefined) return;
    const place = report.keys.get('order') ?? report.keySpan;
    const has = (part: string) => report.order.some(({ value }) => value === part);
    const [first] = report.order;
    if (first !== undefined && first.value !== 'summary') {
      const summary = report.order.find(({ value }) => value === 'summary');
      const edits: readonly Edit[] =
        summary === undefined
          ? []
          : [
              { span: first.span, text: 'summary' },
              { span: summary.span, text: first.value },
            ];
      yield {
        span: first.span,
        message: t('The report does not begin with its summary. Busy readers read only that.'),
        ...(edits.length > 0 && { fixes: [{ title: t('Put the summary first'), safe: true, edits }] }),
      };
    }
    if (has('action_temporary') && !has('action_permanent')) {
      yield {
        span: place,
        message: t('The report has a temporary measure and no permanent one. Add "action_permanent".'),
      };
    }
    if (!has('prevention')) {
      yield {
        span: place,
        message: t('The report does not say what prevents the next time. Add "prevention" to "order".'),
      };
    }
    if (report.approvers.length === 0) {
      yield { span: report.keySpan, message: t('Nobody approves the report. Add "approvers".') };
    }
  },
};
