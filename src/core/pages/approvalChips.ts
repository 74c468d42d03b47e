import type { Markup } from '../draw/markup';
import { type ApprovedPart, type JudgedApproval, judgedApprovals } from '../flow/approvals';
import type { Approval, Playbook } from '../model/playbook';
import type { Translate, UiLocale } from '../text/translate';
import { make, withAttributes } from './build';
import { showMoment } from './sampleTimes';

export interface ApprovalWords {
  readonly playbook: Playbook;
  readonly t: Translate;
  readonly uiLocale: UiLocale;
}

/** Who approved a part and on which day, and whether it was changed since: one chip for each approval. */
export function approvalChips(words: ApprovalWords): (part: ApprovedPart) => readonly Markup[] {
  const { playbook, t } = words;
  const judged = judgedApprovals(playbook);
  // Nobody asks for approvals while the plan is being written.
  const isAsked = playbook.status !== 'draft' || playbook.approvals.length > 0;
  return (part) => {
    const known = judged.get(part) ?? [];
    if (known.length > 0) return known.map((one, at) => ({ ...chip(one, words), key: `approval-${at}` }));
    return isAsked ? [{ ...make('li', 'up-chip up-unapproved', t('not approved yet')), key: 'approval' }] : [];
  };
}

/** The same as a list of its own; undefined where there is nothing to say. */
export function approvalList(words: ApprovalWords): (part: ApprovedPart) => Markup | undefined {
  const chipsOf = approvalChips(words);
  return (part) => {
    const chips = chipsOf(part);
    if (chips.length === 0) return undefined;
    return { ...withAttributes(make('ul', 'up-chips', ...chips), { lang: words.uiLocale }), key: 'approvals' };
  };
}

function chip({ approval, state }: JudgedApproval, words: ApprovalWords): Markup {
  const { t } = words;
  const [who, day] = [approverOf(approval), dayOf(approval, words)];
  switch (state) {
    case 'valid':
      return make('li', 'up-chip up-read', t('approved by {0} on {1}', who, day));
    case 'stale':
      return make('li', 'up-chip up-warn', t('changed since {0} approved it on {1}', who, day));
    case 'unread':
      return make('li', 'up-chip up-warn', t('the approval by {0} can’t be read', who));
  }
}

export const approverOf = ({ by }: Approval) => by?.target?.name?.value ?? by?.id ?? '—';

export function dayOf({ on }: Approval, { playbook, uiLocale }: ApprovalWords): string {
  return on === undefined ? '—' : showMoment(on.value, uiLocale, playbook.timezone);
}
