import { approvedParts, sentMessages } from '../../flow/approvals';
import type { Playbook } from '../../model/playbook';
import { hasPassed, isDate, toInstant } from '../../text/time';
import type { Related } from '../finding';
import type { Rule } from '../rule';

export const notReadyAtLaunch: Rule = {
  id: 'not-ready-at-launch',
  severity: 'error',
  summary: 'When the plan has to be ready, its messages and its sorry page are approved and its pictures are there.',
  why: 'Copy that is written during the trouble is written badly, and too late.',

  *check({ playbook, runs, now, t }) {
    const { campaign } = playbook;
    const due = campaign?.readyBy ?? campaign?.launchAt;
    if (campaign === undefined || due === undefined) return;
    if (!isDue(playbook, now)) return;
    const missing: Related[] = [];
    const stale: Related[] = [];
    if (playbook.status !== 'approved') {
      const state = approvedParts(playbook);
      for (const message of sentMessages(playbook, runs)) {
        const its = state.get(message);
        if (its === undefined) missing.push({ span: message.idSpan, message: t('"{0}" is not approved.', message.id) });
        if (its === 'stale')
          stale.push({ span: message.idSpan, message: t('"{0}" was changed after it was approved.', message.id) });
      }
      const page = playbook.sorryPage;
      const its = page && state.get('sorry_page');
      if (page !== undefined && its === undefined)
        missing.push({ span: page.keySpan, message: t('The sorry page is not approved.') });
      if (page !== undefined && its === 'stale')
        stale.push({ span: page.keySpan, message: t('The sorry page was changed after it was approved.') });
    }
    for (const asset of playbook.sorryPage?.assets ?? []) {
      if (!asset.ready)
        missing.push({ span: asset.readySpan ?? asset.path.span, message: t('"{0}" is not ready.', asset.path.value) });
    }
    // Where nothing else is missing, approval-stale has told it.
    if (missing.length === 0) return;
    missing.push(...stale);
    const [first] = missing;
    yield {
      span: due.span,
      message:
        missing.length === 1
          ? t('The plan had to be ready by now. {0}', first?.message ?? '')
          : t('The plan had to be ready by now. {0} And {1} more.', first?.message ?? '', missing.length - 1),
      related: missing,
    };
  },
};

/** `ready_by` has passed; without it, the day before `launch_at` has. */
function isDue({ campaign, timezone }: Playbook, now: number): boolean {
  if (campaign?.readyBy !== undefined) return hasPassed(campaign.readyBy.value, timezone, now);
  const launch = campaign?.launchAt?.value;
  if (launch === undefined) return false;
  const day = toInstant(isDate(launch) ? launch : launch.slice(0, 10), timezone);
  return day !== undefined && day <= now;
}
