import { type ApprovalState, approvalState } from '../model/contentHash';
import type { Approval, Flow, Message, Playbook } from '../model/playbook';
import type { Runs } from './runs';

/** What can be approved; the sorry page stands for itself. */
export type ApprovedPart = Message | Flow | 'sorry_page';

/** The part that an approval names; undefined where there is none. */
export function partOf({ of, target }: Approval): ApprovedPart | undefined {
  return of?.value === 'sorry_page' ? 'sorry_page' : target?.target;
}

/** Of each part that an approval names, whether one holds. One that can't be read is a finding of its own. */
export function approvedParts(playbook: Playbook): ReadonlyMap<ApprovedPart, 'approved' | 'stale'> {
  const parts = new Map<ApprovedPart, 'approved' | 'stale'>();
  for (const approval of playbook.approvals) {
    const part = partOf(approval);
    if (part === undefined || parts.get(part) === 'approved') continue;
    parts.set(part, approvalState(approval, playbook) === 'stale' ? 'stale' : 'approved');
  }
  return parts;
}

export interface JudgedApproval {
  readonly approval: Approval;
  readonly state: ApprovalState;
}

/**
 * Every approval by the part that it names (undefined: none that is there), in the order of the file. An older one is
 * history once the same person has approved what stands there now.
 */
export function judgedApprovals(playbook: Playbook): ReadonlyMap<ApprovedPart | undefined, readonly JudgedApproval[]> {
  const judged = new Map<ApprovedPart | undefined, JudgedApproval[]>();
  for (const approval of playbook.approvals) {
    const part = partOf(approval);
    judged.set(part, [...(judged.get(part) ?? []), { approval, state: approvalState(approval, playbook) }]);
  }
  for (const [part, all] of judged) {
    const renewedBy = new Set(all.flatMap(({ approval, state }) => (state === 'valid' ? [approval.by?.id] : [])));
    judged.set(
      part,
      all.filter(({ approval, state }) => state !== 'stale' || !renewedBy.has(approval.by?.id)),
    );
  }
  return judged;
}

/** Those that do not hold for what stands there now. */
export function staleApprovals(playbook: Playbook): readonly Approval[] {
  const stale = new Set(
    [...judgedApprovals(playbook).values()]
      .flat()
      .flatMap(({ approval, state }) => (state === 'stale' ? [approval] : [])),
  );
  return playbook.approvals.filter((approval) => stale.has(approval));
}

/** Messages that a step which can be reached sends, with their translations, and the one on the sorry page. */
export function sentMessages(playbook: Playbook, runs: Runs): ReadonlySet<Message> {
  const sent = new Set<Message>();
  for (const flow of playbook.flows.values()) {
    for (const step of flow.steps.values()) {
      if (step.kind === 'announce' && step.message?.target !== undefined && runs.isReachable(step))
        sent.add(step.message.target);
    }
  }
  const shown = playbook.sorryPage?.message?.target;
  if (shown !== undefined) sent.add(shown);
  for (const message of playbook.messages.values()) {
    const original = message.translationOf?.target;
    if (original !== undefined && sent.has(original)) sent.add(message);
  }
  return sent;
}
