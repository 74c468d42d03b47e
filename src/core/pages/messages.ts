import type { Markup } from '../draw/markup';
import type { ChannelType, Message, Playbook, Stage, Text, Variant } from '../model/playbook';
import type { Translate } from '../text/translate';
import { showPlaceholders } from './fill';
import { type ShowText, toMarkup } from './markdown';
import { meters } from './meters';

/** How a channel shows what is said there. */
type Face = 'post' | 'bubble' | 'notification' | 'mail' | 'page';

const faces: Readonly<Record<ChannelType, Face>> = {
  'status-page': 'page',
  'sorry-page': 'page',
  blog: 'page',
  'press-release': 'page',
  'onsite-banner': 'page',
  'in-app': 'page',
  other: 'page',
  email: 'mail',
  sms: 'bubble',
  line: 'bubble',
  slack: 'bubble',
  teams: 'bubble',
  phone: 'bubble',
  x: 'post',
  instagram: 'post',
  facebook: 'post',
  threads: 'post',
  linkedin: 'post',
  bluesky: 'post',
  tiktok: 'post',
  youtube: 'post',
  'push-notification': 'notification',
};

/** Markdown is drawn where the channel draws it. */
const withMarkdown: ReadonlySet<ChannelType> = new Set(['email', 'blog', 'status-page', 'sorry-page']);

/** A card for each message, with what each channel will show. */
export function messagesPage(playbook: Playbook, t: Translate): Markup {
  const show = showPlaceholders(playbook, t);
  const cards = [...playbook.messages.values()].map((message) => card(message, playbook, show, t));
  return {
    tag: 'div',
    key: 'messages',
    attributes: { class: 'up-messages' },
    children:
      cards.length > 0
        ? cards
        : [
            emptyState(
              t('No messages yet'),
              t('Write what you will say under "messages": each with a stage, and a text for each channel.'),
            ),
          ],
  };
}

export function emptyState(title: string, text: string): Markup {
  return {
    tag: 'div',
    key: 'empty',
    attributes: { class: 'up-empty' },
    children: [
      { tag: 'h2', children: [title] },
      { tag: 'p', children: [text] },
    ],
  };
}

function card(message: Message, playbook: Playbook, show: ShowText, t: Translate): Markup {
  const variants = [...message.variants.values()].map((variant) => variantCard(variant, playbook, show, t));
  return {
    tag: 'section',
    key: message.id,
    attributes: {
      class: 'up-message',
      'data-src': `messages.${message.id}`,
      'aria-label': message.title?.value ?? message.id,
    },
    children: [
      { tag: 'h2', children: [message.title?.value ?? message.id] },
      { tag: 'p', attributes: { class: 'up-chips' }, children: chips(message, t) },
      {
        tag: 'div',
        attributes: { class: 'up-variants' },
        children:
          variants.length > 0
            ? variants
            : [{ tag: 'p', children: [t('Nothing is said yet: add a channel under "variants".')] }],
      },
    ],
  };
}

function chips(message: Message, t: Translate): Markup[] {
  const chip = (text: string, className = ''): Markup => ({
    tag: 'span',
    key: text,
    attributes: { class: `up-chip ${className}`.trim() },
    children: [text],
  });
  const stage = message.stage?.value;
  return [
    ...(stage === undefined ? [] : [chip(stageWords(t)[stage], `up-stage-${stage}`)]),
    ...message.audience.map(({ target, id }) => chip(t('for {0}', target?.title?.value ?? id))),
    ...(message.draftedBy === 'ai'
      ? [
          message.reviewedBy === undefined
            ? chip(t('AI draft, not yet read by a person'), 'up-warn')
            : chip(t('AI draft, read by {0}', message.reviewedBy.target?.name?.value ?? message.reviewedBy.id)),
        ]
      : []),
    ...(message.draftedBy === 'person' && message.reviewedBy !== undefined
      ? [chip(t('read by {0}', message.reviewedBy.target?.name?.value ?? message.reviewedBy.id))]
      : []),
  ];
}

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

function variantCard(variant: Variant, playbook: Playbook, show: ShowText, t: Translate): Markup {
  const channel = variant.channel.target;
  const type = channel?.type ?? 'other';
  const face = faces[type];
  const { subject, title, body, caption, story } = variant.parts;
  const text = type === 'instagram' ? (caption ?? body) : (body ?? caption);
  const heading =
    face === 'mail' ? (subject ?? title) : face === 'page' || face === 'notification' ? (title ?? subject) : undefined;
  const shown = (part: Text | undefined, className: string): Markup[] =>
    part === undefined
      ? []
      : [
          {
            tag: 'div',
            key: className,
            attributes: { class: className },
            children: [...(withMarkdown.has(type) ? toMarkup(part.value, show) : plainLines(part.value, show))],
          },
        ];
  const sender = playbook.brand.we?.value ?? playbook.title?.value ?? '';
  return {
    tag: 'article',
    key: variant.id,
    attributes: {
      class: 'up-variant',
      'data-src': `messages.${variant.message.id}.variants.${variant.id}`,
      lang: variant.message.locale,
    },
    children: [
      {
        tag: 'header',
        children: [
          { tag: 'strong', children: [channel?.title?.value ?? variant.id] },
          ...((channel?.title?.value ?? variant.id) === typeWords(t)[type]
            ? []
            : [{ tag: 'span', attributes: { class: 'up-type' }, children: [typeWords(t)[type]] }]),
        ],
      },
      {
        tag: 'div',
        attributes: { class: `up-face up-face-${face}` },
        children: [
          ...(face === 'post' || face === 'notification'
            ? [{ tag: 'p', attributes: { class: 'up-sender' }, children: [channel?.account?.value ?? sender] }]
            : []),
          ...(heading === undefined ? [] : [{ tag: 'h3', children: [...show(heading.value.trim())] }]),
          ...shown(text, 'up-text'),
          ...(story === undefined
            ? []
            : [{ tag: 'p', attributes: { class: 'up-part' }, children: [t('Story')] }, ...shown(story, 'up-story')]),
          ...(text === undefined && heading === undefined
            ? [{ tag: 'p', attributes: { class: 'up-nothing' }, children: [t('Nothing is written yet.')] }]
            : []),
        ],
      },
      ...meters(variant, playbook, t),
    ],
  };
}

function plainLines(text: string, show: ShowText): readonly (Markup | string)[] {
  return text
    .trimEnd()
    .split('\n')
    .flatMap((line, index) => [...(index === 0 ? [] : [{ tag: 'br' }]), ...show(line)]);
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
