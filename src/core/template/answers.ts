import type { UiLocale } from '../text/translate';

export const purposes = ['launch', 'standing', 'backlash', 'data', 'outage'] as const;
export type Purpose = (typeof purposes)[number];

/** Where a new playbook can speak. Each of them takes the same words, cut to its own form. */
export const channelChoices = ['status-page', 'blog', 'x', 'line', 'instagram', 'facebook', 'email'] as const;
export type ChannelChoice = (typeof channelChoices)[number];

/** What somebody said who wants a new playbook. Whatever was skipped is empty. */
export interface Answers {
  readonly purpose: Purpose;
  /** Of the playbook and of its messages. */
  readonly locale: UiLocale;
  /** IANA. */
  readonly timezone: string;
  readonly title: string;
  /** Names of people. One person may do all three. */
  readonly decides: string;
  readonly posts: string;
  readonly fixes: string;
  readonly channels: readonly ChannelChoice[];
}
