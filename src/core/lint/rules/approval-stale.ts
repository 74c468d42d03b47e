import { staleApprovals } from '../../flow/approvals';
import { approvedNode, contentHash } from '../../model/contentHash';
import type { Approval, Located } from '../../model/playbook';
import { insideQuotes } from '../../text/span';
import { toDate } from '../../text/time';
import type { Fix } from '../finding';
import type { Rule, RuleContext } from '../rule';

export const approvalStale: Rule = {
  id: 'approval-stale',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'What was approved has not been changed since.',
  why: 'An approval is given to words. When they change, nobody has agreed to what customers will read.',

  *check(context) {
    const { playbook, t } = context;
    for (const approval of staleApprovals(playbook)) {
      const { of, hash, by, on } = approval;
      if (of === undefined || hash === undefined) continue;
      const place = approval.target?.target?.idSpan ?? playbook.sorryPage?.keySpan;
      yield {
        span: insideQuotes(hash.span, hash.value),
        message: t(
          '"{0}" has been changed since {1} approved it on {2}. Have it read and approved again.',
          of.value,
          by?.target?.name?.value ?? by?.id ?? '?',
          on?.value ?? '?',
        ),
        ...(place && { related: [{ span: place, message: t('What stands here now was never approved') }] }),
        ...(hash.span.file === undefined && { fixes: [approveAgain(approval, of, hash, context)] }),
      };
    }
  },
};

/** It is given today: the day of the old one would be untrue. */
function approveAgain(
  approval: Approval,
  of: Located<string>,
  hash: Located<string>,
  { playbook, now, t }: RuleContext,
): Fix {
  const node = approvedNode(approval, playbook);
  const { on } = approval;
  const edits = [
    ...(on === undefined ? [] : [{ span: insideQuotes(on.span, on.value), text: toDate(now, playbook.timezone) }]),
    ...(node === undefined ? [] : [{ span: insideQuotes(hash.span, hash.value), text: contentHash(node) }]),
  ];
  return {
    title: t('Approve "{0}" as it is now', of.value),
    safe: false,
    edits: edits.sort((a, b) => a.span.start - b.span.start),
  };
}
