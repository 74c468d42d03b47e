import type { Channel, PartName, Text, Variant } from '../../model/playbook';
import type { Translate } from '../../text/translate';
import type { Rule, RuleFinding } from '../rule';

/** Instagram refuses more than 30 hashtags, and shows posts with more than a few to fewer people. */
const hashtags = { few: 5, most: 30 };

export const formatMismatch: Rule = {
  id: 'format-mismatch',
  severity: 'warning',
  whileDraft: 'info',
  summary:
    'Texts use what their channel can show: no dead links, no marks that nobody renders, a text for each format.',
  why: 'Customers see stars and brackets in an apology, or a link that they can’t tap.',

  *check({ playbook, t }) {
    for (const message of playbook.messages.values()) {
      for (const variant of message.variants.values()) {
        const channel = variant.channel.target;
        if (channel === undefined) continue;
        yield* missingStory(variant, channel, t);
        for (const [part, text] of Object.entries(variant.own) as [PartName, Text][]) {
          if (channel.type === 'instagram') yield* onInstagram(text, part, t);
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

function* onInstagram(text: Text, part: PartName, t: Translate): Iterable<RuleFinding> {
  const { value } = text;
  if (part === 'caption') {
    const link = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/i.exec(value);
    if (link !== null) {
      yield {
        span: text.spanOf(link.index, link.index + link[0].length),
        message: t(
          'A link in an Instagram caption can’t be tapped. Write that the link is in the profile, or in the story.',
        ),
      };
    }
  }
  const tags = [...value.matchAll(/(?<![\p{L}\p{N}&/_])[#＃][\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*/gu)];
  const refused = tags[hashtags.most];
  const extra = refused ?? tags[hashtags.few];
  if (extra === undefined) return;
  const span = text.spanOf(extra.index, extra.index + extra[0].length);
  if (refused !== undefined) {
    const message = t(
      'There are {0} hashtags, and Instagram takes {1} at most: the post would be refused.',
      tags.length,
      hashtags.most,
    );
    yield { span, severity: 'error', message };
    return;
  }
  const message = t(
    'There are {0} hashtags, and more than {1} read like advertising in bad news. Leave some out.',
    tags.length,
    hashtags.few,
  );
  yield { span, message };
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
