import type { ChannelType, Exit, Person, Playbook, Reference, Stage, Step } from '../model/playbook';
import type { Translate } from '../text/translate';

export function stageWords(t: Translate): Readonly<Record<Stage, string>> {
  return {
    investigating: t('First notice'),
    identified: t('Cause known'),
    monitoring: t('Being watched'),
    resolved: t('Over'),
    postmortem: t('Final report'),
    apology: t('Apology'),
  };
}

export function typeWords(t: Translate): Readonly<Record<ChannelType, string>> {
  return {
    'status-page': t('status page'),
    'sorry-page': t('sorry page'),
    email: t('e-mail'),
    sms: 'SMS',
    x: 'X',
    line: 'LINE',
    instagram: 'Instagram',
    facebook: 'Facebook',
    threads: 'Threads',
    linkedin: 'LinkedIn',
    bluesky: 'Bluesky',
    tiktok: 'TikTok',
    youtube: 'YouTube',
    'onsite-banner': t('banner on the site'),
    'in-app': t('in the app'),
    'push-notification': t('push notification'),
    slack: 'Slack',
    teams: 'Teams',
    phone: t('telephone'),
    'press-release': t('press release'),
    blog: t('blog'),
    other: t('other channel'),
  };
}

/** A name that says no more than the words for its kind. */
export const isSame = (name: string, words: string) => name.trim().toLowerCase() === words.toLowerCase();

export const personName = ({ target, id }: Reference<Person>) => target?.name?.value ?? id;

/** When a way out of a step is taken; undefined where it always is. `isOurs`: no words of the plan. */
export function exitWords(
  step: Step,
  { via, value = '' }: Exit,
  playbook: Playbook,
  t: Translate,
): { readonly text: string; readonly isOurs: boolean } | undefined {
  switch (via) {
    case 'then':
      return undefined;
    case 'no_ack':
      return { text: t('nobody answers'), isOurs: true };
    case 'on_upgrade':
      return { text: t('it gets worse'), isOurs: true };
    case 'case':
      return { text: playbook.severities.get(value)?.title?.value ?? value, isOurs: false };
    case 'answer': {
      const label = step.kind === 'ask' ? step.fact?.target?.choices.get(value)?.label : undefined;
      const words = { yes: t('yes'), no: t('no') }[value];
      return { text: label ?? words ?? value, isOurs: label === undefined && words !== undefined };
    }
  }
}
