import type { ChannelType, PartName, Text, Variant } from '../model/playbook';

/** Where a title is shown: elsewhere one that came along with `same_as` is not sent. */
const withTitle: ReadonlySet<ChannelType> = new Set([
  'email',
  'blog',
  'status-page',
  'sorry-page',
  'push-notification',
  'press-release',
  'onsite-banner',
  'in-app',
  'other',
]);

/** What a channel shows of a text: a title and a subject that stand in for each other are one heading. */
export interface ShownParts {
  readonly heading?: { readonly part: PartName; readonly text: Text } | undefined;
  readonly main?: { readonly part: PartName; readonly text: Text } | undefined;
  readonly story?: { readonly part: PartName; readonly text: Text } | undefined;
}

export function shownParts({ channel, parts }: Variant): ShownParts {
  const type = channel.target?.type ?? 'other';
  const first = (...names: readonly PartName[]) => {
    for (const part of names) {
      const text = parts[part];
      if (text !== undefined) return { part, text };
    }
    return undefined;
  };
  return {
    heading: withTitle.has(type)
      ? type === 'email'
        ? first('subject', 'title')
        : first('title', 'subject')
      : undefined,
    main: type === 'instagram' ? first('caption', 'body') : first('body', 'caption'),
    story: first('story'),
  };
}
