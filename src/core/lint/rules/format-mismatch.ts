import { hashtagsIn } from '../../limits/hashtags';
import type { Limit } from '../../limits/limits';
import type { Channel, PartName, Text, Variant } from '../../model/playbook';
import type { Translate } from '../../text/translate';
import type { Rule, RuleFinding } from '../rule';

export const formatMismatch: Rule = {
  id: 'format-mismatch',
  severity: 'warning',
  whileDraft: 'info',
  summary:
    'Texts use what their channel can show: no dead links, no marks that nobody renders, a text for each format.',
  why: 'Customers see stars and brackets in an apology, or a link that they can’t tap.',

  *check({ playbook, limits, t }) {
    for (const message of playbook.messages.values()) {
      for (const variant of message.variants.values()) {
        const channel = variant.channel.target;
        if (channel === undefined) continue;
        yield* missingStory(variant, channel, t);
        for (const [part, text] of Object.entries(variant.own) as [PartName, Text][]) {
          if (channel.type === 'instagram') yield* deadLink(text, part, t);
          yield* tooManyHashtags(text, limits[channel.type]?.hashtags, t);
          if (!isMarkdown(channel, part)) yield* marks(text, channel, t);
        }
      }
    }
  },
};

function* missingStory(variant: Variant, channel: Channel, t: Translate): Iterable<RuleFinding> {
  const story = channel.formats.find(({ value }) => value === 'story');
  if (story === undefined || (variant.parts.story?.value.trim() ?? '') !== '' || variant.keys.has('story')) return;
  if (variant.sameAs !== undefined && variant.sameAs.target === undefined) return;
  yield {
    span: variant.idSpan,
    message: t(
      '"{0}" also shows stories, but "{1}" has no text for one. Add "story": a sentence that can be read in five seconds.',
      channel.id,
      variant.message.id,
    ),
    related: [{ span: story.span, message: t('The format of the channel') }],
  };
}

function* deadLink(text: Text, part: PartName, t: Translate): Iterable<RuleFinding> {
  const link = part === 'caption' ? /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/i.exec(text.value) : null;
  if (link === null) return;
  yield {
    span: text.spanOf(link.index, link.index + link[0].length),
    message: t(
      'A link in an Instagram caption can’t be tapped. Write that the link is in the profile, or in the story.',
    ),
  };
}

function* tooManyHashtags(text: Text, limits: readonly Limit[] = [], t: Translate): Iterable<RuleFinding> {
  const tags = limits.length === 0 ? [] : hashtagsIn(text.value);
  for (const { most, shown } of limits) {
    const refused = most === undefined ? undefined : tags[most];
    const extra = refused ?? (shown === undefined ? undefined : tags[shown]);
    if (extra === undefined) continue;
    const span = text.spanOf(extra.from, extra.to);
    yield refused === undefined
      ? {
          span,
          message: t(
            'There are {0} hashtags, and more than {1} read like advertising in bad news. Leave some out.',
            tags.length,
            shown ?? 0,
          ),
        }
      : {
          span,
          severity: 'error',
          message: t(
            'There are {0} hashtags, and {1} are the most: the post would be refused.',
            tags.length,
            most ?? 0,
          ),
        };
  }
}

const markdown: ReadonlySet<Channel['type']> = new Set(['email', 'blog', 'status-page', 'sorry-page']);

function isMarkdown({ type }: Channel, part: PartName): boolean {
  return part === 'body' && markdown.has(type);
}

/** `**bold**`, `# Heading` and `[words](address)`, each kind told once in a text. */
const signs = [
  /\*\*(?=\S)[^*\n]+?\*\*/u,
  /^#{1,6} +\S[^\n]*/mu,
  /\[[^\][\n]+\]\((?:https?:|mailto:|tel:|\/)[^()\s]*\)/iu,
];

function* marks(text: Text, channel: Channel, t: Translate): Iterable<RuleFinding> {
  const { value } = text;
  for (const sign of signs) {
    const found = /[*#[]/.test(value) ? sign.exec(value) : null;
    if (found === null) continue;
    yield {
      span: text.spanOf(found.index, found.index + found[0].length),
      message: t('"{0}" shows plain text, so readers see these marks as they are. Write it without them.', channel.id),
    };
  }
}
