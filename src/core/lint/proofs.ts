import type { Playbook } from '../model/playbook';
import type { Rule, RuleContext, RuleFinding } from './rule';
import { allClearMissing } from './rules/all-clear-missing';
import { announceOnDeadChannel } from './rules/announce-on-dead-channel';
import { deadEnd } from './rules/dead-end';
import { firstNoticeTooLate } from './rules/first-notice-too-late';
import { loopWithoutWait } from './rules/loop-without-wait';
import { noNotice } from './rules/no-notice';
import { sorryPageSameFate } from './rules/sorry-page-same-fate';
import { textTooLong } from './rules/text-too-long';
import { tooFewLiveChannels } from './rules/too-few-live-channels';
import { variableNotKnownYet } from './rules/variable-not-known-yet';

/** What the product promises to prove of every plan. */
export type Promised = 'ends' | 'heard' | 'survives' | 'over' | 'fits';

export interface Proof {
  readonly promised: Promised;
  /**
   * `open`: the plan has nothing yet of which it could be said, e.g. no scenario. `broken`: it does not hold, whatever
   * the settings and comments say about reporting it.
   */
  readonly state: 'holds' | 'broken' | 'open';
  readonly findings: readonly RuleFinding[];
}

const rulesOf: Readonly<Record<Promised, readonly Rule[]>> = {
  ends: [deadEnd, loopWithoutWait],
  heard: [noNotice, firstNoticeTooLate],
  survives: [announceOnDeadChannel, tooFewLiveChannels, sorryPageSameFate],
  over: [allClearMissing],
  fits: [textTooLong, variableNotKnownYet],
};

/** Each promise asked of the rules themselves: switching one off or ignoring it proves nothing. */
export function proofs(context: RuleContext): readonly Proof[] {
  const canBeAsked = subjects(context.playbook);
  return (Object.keys(rulesOf) as Promised[]).map((promised) => {
    if (!canBeAsked[promised]) return { promised, state: 'open', findings: [] };
    const findings = rulesOf[promised].flatMap((rule) => [...rule.check(context)]);
    return { promised, state: findings.length === 0 ? 'holds' : 'broken', findings };
  });
}

function subjects(playbook: Playbook): Readonly<Record<Promised, boolean>> {
  const { flows, severities, scenarios, messages } = playbook;
  const hasSteps = [...flows.values()].some(({ steps }) => steps.size > 0);
  const says = [...flows.values()].some(({ steps }) => [...steps.values()].some(({ kind }) => kind === 'announce'));
  return {
    ends: hasSteps,
    heard: hasSteps && [...severities.values()].some(({ announce }) => announce),
    survives: says && [...scenarios.values()].some(({ fails }) => fails.length > 0),
    over: says,
    fits: [...messages.values()].some(({ variants }) => variants.size > 0),
  };
}
