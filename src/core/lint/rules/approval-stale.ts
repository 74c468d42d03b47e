import { approvedNode, contentHash } from '../../model/contentHash';
import type { Located } from '../../model/playbook';
import { type Span, toSpan } from '../../text/span';
import type { Rule } from '../rule';

export const approvalStale: Rule = {
  id: 'approval-stale',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'What was approved has not been changed since.',
  why: 'An approval is given to words. When they change, nobody has agreed to what customers will read.',

  *check({ playbook, t }) {
    for (const approval of playbook.approvals) {
      const { of, hash, by, on } = approval;
      const node = approvedNode(approval, playbook);
      // A hash that can't be one is a finding of its own.
      if (of === undefined || hash === undefined || node === undefined || !/^sha256:[0-9a-f]{64}$/i.test(hash.value))
        continue;
      const actual = contentHash(node);
      if (hash.value.toLowerCase() === actual) continue;
      const place = approval.target?.target?.idSpan ?? playbook.sorryPage?.keySpan;
      const span = insideQuotes(hash);
      yield {
        span,
        message: t(
          '"{0}" has been changed since {1} approved it on {2}. Have it read and approved again.',
          of.value,
          by?.target?.name?.value ?? by?.id ?? '?',
          on?.value ?? '?',
        ),
        ...(place && { related: [{ span: place, message: t('What stands here now was never approved') }] }),
        ...(span.file === undefined && {
          fixes: [
            {
              title: t('Approve "{0}" as it is now', of.value),
              safe: false,
              edits: [{ span, text: actual }],
            },
          ],
        }),
      };
    }
  },
};

function insideQuotes({ value, span: { start, end, file } }: Located<string>): Span {
  return end - start === value.length + 2 ? toSpan(start + 1, end - 1, file) : toSpan(start, end, file);
}
