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
import { unknownReference } from './rules/unknown-reference';
import { variableNotKnownYet } from './rules/variable-not-known-yet';

/** What the product promises to prove of every plan. */
export type Promised = 'ends' | 'heard' | 'survives' | 'over' | 'fits';

export interface Proof {
  readonly promised: Promised;
  /**
   * `open`: the plan has nothing yet of which it could be said, e.g. no scenario; or, with findings, it names what is
   * not there, so that nothing can be proved. `broken`: it does not hold, whatever the settings and comments say about
   * reporting it.
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
  const { steps, others } = named(context);
  return (Object.keys(rulesOf) as Promised[]).map((promised) => {
    if (!canBeAsked[promised]) return { promised, state: 'open', findings: [] };
    const found = rulesOf[promised].flatMap((rule) => [...rule.check(context)]);
    // A way to a step that is not there is one that does not end.
    const findings = promised === 'ends' ? [...steps, ...found] : found;
    if (findings.length > 0) return { promised, state: 'broken', findings };
    const unsure = promised === 'ends' || promised === 'fits' ? [] : [...steps, ...others];
    return { promised, state: unsure.length > 0 ? 'open' : 'holds', findings: unsure };
  });
}

/** What a walk through the plan depends on. */
const walked: ReadonlySet<string> = new Set([
  'flows',
  'severities',
  'channels',
  'systems',
  'scenarios',
  'messages',
  'checklist',
  'impact',
]);

/** What is named and not there, as far as a proof depends on it. */
function named(context: RuleContext): {
  readonly steps: readonly RuleFinding[];
  readonly others: readonly RuleFinding[];
} {
  const sectionAt = new Map(
    context.playbook.references.map(({ span, section }) => [`${span.file ?? ''} ${span.start}`, section] as const),
  );
  const found = [...unknownReference.check(context)].map((finding) => ({
    finding,
    section: sectionAt.get(`${finding.span.file ?? ''} ${finding.span.start}`),
  }));
  const only = (wanted: (section: string | undefined) => boolean) =>
    found.filter(({ section }) => wanted(section)).map(({ finding }) => finding);
  return {
    steps: only((section) => section === 'steps'),
    // A file that can't be used may hold anything.
    others: only((section) => section === undefined || walked.has(section)),
  };
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
