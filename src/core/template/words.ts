import type { UiLocale } from '../text/translate';
import type { ChannelChoice, Purpose } from './answers';
import { english } from './english';
import { japanese } from './japanese';

/** The words of a new playbook, whatever it is for. */
export interface Words {
  /** Two lines at the top. */
  readonly intro: readonly [string, string];
  readonly notes: Readonly<
    Record<
      'status' | 'people' | 'roles' | 'channels' | 'checklist' | 'severities' | 'promise' | 'flows' | 'wait',
      string
    >
  > &
    Readonly<Record<'announced' | 'messages' | 'same', string>>;
  /** To be written over. */
  readonly findItAt: string;
  /** Role and person: id of the role, what it is called, and what stands for a name that was not given. */
  readonly decides: RoleWords;
  readonly posts: RoleWords;
  readonly fixes: RoleWords;
  readonly channels: Readonly<Record<ChannelChoice, string>>;
  readonly serious: ClassWords;
  readonly minor: ClassWords & { readonly silence: string };
  readonly steps: Readonly<Record<StepName, readonly [id: string, title: string]>>;
  readonly messages: Readonly<Record<MessageName, readonly [id: string, title: string]>>;
  readonly noteTask: string;
  readonly purposes: Readonly<Record<Purpose, PurposeWords>>;
}

export interface RoleWords {
  readonly id: string;
  readonly title: string;
  readonly person: readonly [id: string, name: string];
}

interface ClassWords {
  readonly id: string;
  readonly title: string;
}

export type StepName =
  | 'tell'
  | 'find'
  | 'judge'
  | 'advise'
  | 'say'
  | 'wait'
  | 'over'
  | 'more'
  | 'clear'
  | 'note'
  | 'done'
  | 'quiet';
export type MessageName = 'first' | 'progress' | 'clear';

/** What is particular about one kind of trouble. */
export interface PurposeWords {
  /** When no title was given. */
  readonly title: string;
  readonly trigger: string;
  readonly scenario: { readonly id: string; readonly title: string };
  readonly ask: Readonly<Record<'start' | 'scope' | 'size' | 'over', string>>;
  /** An answer, for whoever has never seen the list. */
  readonly sample: { readonly scope: string };
  readonly example: { readonly serious: string; readonly minor: string };
  readonly first: readonly [title: string, ...lines: string[]];
  readonly progress: readonly [title: string, ...lines: string[]];
  readonly clear: readonly [title: string, ...lines: string[]];
}

export const words: Readonly<Record<UiLocale, Words>> = { en: english, ja: japanese };
