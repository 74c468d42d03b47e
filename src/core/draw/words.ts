import type { EndStep, Phase, StepKind } from '../model/playbook';
import type { Translate } from '../text/translate';

export function kindWords(t: Translate): Readonly<Record<StepKind, string>> {
  return {
    gather: t('Find out'),
    classify: t('Judge'),
    ask: t('Ask'),
    do: t('Do'),
    escalate: t('Tell inside'),
    announce: t('Announce'),
    'sorry-page': t('Sorry page'),
    wait: t('Wait'),
    call: t('Go through'),
    end: t('End'),
  };
}

export function phaseWords(t: Translate): Readonly<Record<Phase, string>> {
  return { assess: t('Assess'), impact: t('Impact'), cause: t('Cause'), respond: t('Respond'), prevent: t('Prevent') };
}

export function outcomeWord(outcome: EndStep['outcome'], t: Translate): string | undefined {
  if (outcome === undefined) return undefined;
  return {
    resolved: t('Resolved'),
    'not-announced': t('Nothing announced'),
    'handed-over': t('Handed over'),
  }[outcome];
}

/** Seconds as people say them on a small line. */
export function shortDuration(seconds: number, t: Translate): string {
  if (seconds % 86_400 === 0 && seconds > 0) return t('{0} d', seconds / 86_400);
  if (seconds % 3600 === 0 && seconds > 0) return t('{0} h', seconds / 3600);
  if (seconds < 60) return t('{0} s', seconds);
  if (seconds < 3600 || seconds % 60 !== 0) return t('{0} min', Math.round(seconds / 6) / 10);
  const minutes = seconds / 60;
  return t('{0} h {1} min', Math.floor(minutes / 60), minutes % 60);
}
