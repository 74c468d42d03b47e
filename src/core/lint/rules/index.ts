import type { Rule } from '../rule';
import { aiDraftUnreviewed } from './ai-draft-unreviewed';
import { allClearMissing } from './all-clear-missing';
import { announceOnDeadChannel } from './announce-on-dead-channel';
import { answerMissing } from './answer-missing';
import { apologyMissing } from './apology-missing';
import { apologyWeak } from './apology-weak';
import { approvalStale } from './approval-stale';
import { checklistCoreMissing } from './checklist-core-missing';
import { contactListTrapped } from './contact-list-trapped';
import { deadEnd } from './dead-end';
import { deciderNotSingle } from './decider-not-single';
import { drillMissing } from './drill-missing';
import { duplicateKey } from './duplicate-key';
import { escalationMissing } from './escalation-missing';
import { etaUnconfirmed } from './eta-unconfirmed';
import { firstNoticeTooLate } from './first-notice-too-late';
import { fiveStepsMissing } from './five-steps-missing';
import { foldedJapanese } from './folded-japanese';
import { followupIncomplete } from './followup-incomplete';
import { formatMismatch } from './format-mismatch';
import { fullwidthStructure } from './fullwidth-structure';
import { hardToRead } from './hard-to-read';
import { humourMismatch } from './humour-mismatch';
import { ignoreWithoutReason } from './ignore-without-reason';
import { impactNotQuantified } from './impact-not-quantified';
import { inaccessibleText } from './inaccessible-text';
import { jargon } from './jargon';
import { justiceIncomplete } from './justice-incomplete';
import { keigoStyle } from './keigo-style';
import { leadCaptureConsent } from './lead-capture-consent';
import { loopWithoutWait } from './loop-without-wait';
import { lossyScalar } from './lossy-scalar';
import { nextUpdateMissing } from './next-update-missing';
import { noDeputy } from './no-deputy';
import { noNotice } from './no-notice';
import { notReadyAtLaunch } from './not-ready-at-launch';
import { personalDataPath } from './personal-data-path';
import { placeholderLeft } from './placeholder-left';
import { playbookStale } from './playbook-stale';
import { promiseMissing } from './promise-missing';
import { pushFatigue } from './push-fatigue';
import { quotaExceeded } from './quota-exceeded';
import { reportIncomplete } from './report-incomplete';
import { resolvedFactsMissing } from './resolved-facts-missing';
import { scenarioMissing } from './scenario-missing';
import { schema } from './schema';
import { scopeNotFirst } from './scope-not-first';
import { severityGap } from './severity-gap';
import { severityWithoutChannels } from './severity-without-channels';
import { severityWithoutNumber } from './severity-without-number';
import { silenceWithoutReason } from './silence-without-reason';
import { sorryPageIncomplete } from './sorry-page-incomplete';
import { sorryPageSameFate } from './sorry-page-same-fate';
import { statusLinkMissing } from './status-link-missing';
import { statusSourceMissing } from './status-source-missing';
import { textTooLong } from './text-too-long';
import { tooFewLiveChannels } from './too-few-live-channels';
import { undefinedVariable } from './undefined-variable';
import { unknownReference } from './unknown-reference';
import { unreachableStep } from './unreachable-step';
import { unusedDefinition } from './unused-definition';
import { unusedIgnore } from './unused-ignore';
import { usesCycle } from './uses-cycle';
import { variableNotKnownYet } from './variable-not-known-yet';
import { variantMissing } from './variant-missing';
import { vendorNamed } from './vendor-named';
import { vendorWaitSilent } from './vendor-wait-silent';
import { yamlSyntax } from './yaml-syntax';

/** In the order of the catalogue: groups A to G. `unusedIgnore` is last, since it sees what the others left. */
export const rules: readonly Rule[] = [
  yamlSyntax,
  fullwidthStructure,
  lossyScalar,
  foldedJapanese,
  schema,
  duplicateKey,
  unknownReference,
  unusedDefinition,
  undefinedVariable,
  variableNotKnownYet,
  placeholderLeft,
  usesCycle,
  ignoreWithoutReason,
  notReadyAtLaunch,
  approvalStale,
  aiDraftUnreviewed,
  playbookStale,
  drillMissing,
  scenarioMissing,
  severityWithoutNumber,
  severityGap,
  severityWithoutChannels,
  silenceWithoutReason,
  promiseMissing,
  escalationMissing,
  impactNotQuantified,
  checklistCoreMissing,
  unreachableStep,
  deadEnd,
  answerMissing,
  loopWithoutWait,
  deciderNotSingle,
  noDeputy,
  firstNoticeTooLate,
  noNotice,
  fiveStepsMissing,
  vendorWaitSilent,
  announceOnDeadChannel,
  tooFewLiveChannels,
  contactListTrapped,
  allClearMissing,
  variantMissing,
  quotaExceeded,
  textTooLong,
  formatMismatch,
  pushFatigue,
  statusSourceMissing,
  scopeNotFirst,
  apologyMissing,
  apologyWeak,
  vendorNamed,
  humourMismatch,
  jargon,
  hardToRead,
  nextUpdateMissing,
  etaUnconfirmed,
  statusLinkMissing,
  resolvedFactsMissing,
  keigoStyle,
  inaccessibleText,
  sorryPageSameFate,
  sorryPageIncomplete,
  leadCaptureConsent,
  justiceIncomplete,
  personalDataPath,
  reportIncomplete,
  followupIncomplete,
  unusedIgnore,
];
