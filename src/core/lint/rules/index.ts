import type { Rule } from '../rule';
import { aiDraftUnreviewed } from './ai-draft-unreviewed';
import { allClearMissing } from './all-clear-missing';
import { announceOnDeadChannel } from './announce-on-dead-channel';
import { answerMissing } from './answer-missing';
import { apologyMissing } from './apology-missing';
import { apologyWeak } from './apology-weak';
import { deadEnd } from './dead-end';
import { deciderNotSingle } from './decider-not-single';
import { drillMissing } from './drill-missing';
import { duplicateKey } from './duplicate-key';
import { etaUnconfirmed } from './eta-unconfirmed';
import { firstNoticeTooLate } from './first-notice-too-late';
import { fiveStepsMissing } from './five-steps-missing';
import { foldedJapanese } from './folded-japanese';
import { followupIncomplete } from './followup-incomplete';
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
import { placeholderLeft } from './placeholder-left';
import { playbookStale } from './playbook-stale';
import { promiseMissing } from './promise-missing';
import { reportIncomplete } from './report-incomplete';
import { resolvedFactsMissing } from './resolved-facts-missing';
import { schema } from './schema';
import { scopeNotFirst } from './scope-not-first';
import { severityGap } from './severity-gap';
import { severityWithoutChannels } from './severity-without-channels';
import { severityWithoutNumber } from './severity-without-number';
import { silenceWithoutReason } from './silence-without-reason';
import { statusLinkMissing } from './status-link-missing';
import { textTooLong } from './text-too-long';
import { undefinedVariable } from './undefined-variable';
import { unknownReference } from './unknown-reference';
import { unreachableStep } from './unreachable-step';
import { unusedDefinition } from './unused-definition';
import { unusedIgnore } from './unused-ignore';
import { usesCycle } from './uses-cycle';
import { variableNotKnownYet } from './variable-not-known-yet';
import { variantMissing } from './variant-missing';
import { vendorNamed } from './vendor-named';
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
  aiDraftUnreviewed,
  playbookStale,
  drillMissing,
  severityWithoutNumber,
  severityGap,
  severityWithoutChannels,
  silenceWithoutReason,
  promiseMissing,
  impactNotQuantified,
  unreachableStep,
  deadEnd,
  answerMissing,
  loopWithoutWait,
  deciderNotSingle,
  noDeputy,
  firstNoticeTooLate,
  noNotice,
  fiveStepsMissing,
  announceOnDeadChannel,
  allClearMissing,
  variantMissing,
  textTooLong,
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
  leadCaptureConsent,
  justiceIncomplete,
  reportIncomplete,
  followupIncomplete,
  unusedIgnore,
];
