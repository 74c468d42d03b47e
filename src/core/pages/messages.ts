import type { Markup } from '../draw/markup';
import type { ApprovedPart } from '../flow/approvals';
import { channelLimits, type Limits } from '../limits/limits';
import type { ChannelType, Message, Playbook, Text, Variant } from '../model/playbook';
import type { Translate, UiLocale } from '../text/translate';
import { approvalChips } from './approvalChips';
import { emptyState, make, nameButton, withAttributes } from './build';
import { drawFace, type FaceWords } from './faces';
import { keepBlanks, type ShowText, sampleNote, showText, type Targets, targetsOf } from './fill';
import { toMarkup } from './markdown';
import { meters } from './meters';
import { sampleTimes, showClock, showTime } from './sampleTimes';
import { shownParts } from './shownParts';
import { isSame, stageWords, typeWords } from './words';

/** Markdown is drawn where the channel draws it. */
const withMarkdown: ReadonlySet<ChannelType> = new Set(['email', 'blog', 'status-page', 'sorry-page']);
/** Where an address stays text: nobody can tap it. */
const withoutLinks: ReadonlySet<ChannelType> = new Set(['instagram', 'tiktok', 'phone', 'push-notification']);

/** What every part of the page needs to know. */
interface Scene {
  readonly playbook: Playbook;
  readonly targets: Targets;
  readonly t: Translate;
  readonly uiLocale: UiLocale;
  readonly limits: Limits;
  readonly approvals: (part: ApprovedPart) => readonly Markup[];
}

/** A card for each message, with what each channel will show. */
export function messagesPage(
  playbook: Playbook,
  t: Translate,
  uiLocale: UiLocale,
  limits: Limits = channelLimits,
): Markup {
  const approvals = approvalChips({ playbook, t, uiLocale });
  const scene: Scene = { playbook, targets: targetsOf(playbook), t, uiLocale, limits, approvals };
  const cards = [...playbook.messages.values()].map((message) => card(message, scene));
  const note = sampleNote(playbook.texts, t, uiLocale);
  const empty = withAttributes(
    emptyState(
      t('No messages yet'),
      t('Write what you will say under "messages": each with a stage, and a text for each channel.'),
      'messages:\n  first_notice:\n    stage: investigating\n    variants:\n      x: |\n        …',
      { what: 'message', words: t('Write it into the plan') },
    ),
    { lang: uiLocale },
  );
  return {
    tag: 'div',
    key: 'messages',
    attributes: { class: 'up-messages' },
    children: cards.length > 0 ? [...(note === undefined ? [] : [note]), ...cards] : [empty],
  };
}

function card(message: Message, scene: Scene): Markup {
  const { t, uiLocale } = scene;
  const name = message.title?.value ?? message.id;
  const variants = [...message.variants.values()].map((variant) => variantCard(variant, scene));
  return {
    tag: 'section',
    key: message.id,
    attributes: { class: 'up-message', 'data-src': `messages.${message.id}`, 'aria-label': name },
    children: [
      make('h2', '', nameButton(name)),
      { tag: 'ul', key: 'chips', attributes: { class: 'up-chips', lang: uiLocale }, children: chips(message, scene) },
      {
        tag: 'div',
        key: 'variants',
        attributes: { class: 'up-variants' },
        children:
          variants.length > 0
            ? variants
            : [
                withAttributes(make('p', '', t('Nothing is said yet: add a channel under "variants".')), {
                  lang: uiLocale,
                }),
              ],
      },
    ],
  };
}

function chips(message: Message, { playbook, t, uiLocale, approvals }: Scene): readonly Markup[] {
  const found: Markup[] = [];
  const chip = (text: string, className = '') =>
    found.push({
      tag: 'li',
      key: `${found.length}`,
      attributes: { class: `up-chip ${className}`.trim() },
      children: [text],
    });
  const { stage, audience, draftedBy, reviewedBy, locale } = message;
  if (stage !== undefined) chip(stageWords(t)[stage.value], `up-stage up-stage-${stage.value}`);
  if (locale !== playbook.locale) chip(languageName(locale, uiLocale));
  for (const { target, id } of audience) chip(t('for {0}', target?.title?.value ?? id));
  const reader = reviewedBy?.target?.name?.value ?? reviewedBy?.id;
  if (draftedBy === 'ai' && reader === undefined) chip(t('AI draft, not yet read by a person'), 'up-warn');
  else if (draftedBy === 'ai') chip(t('AI draft, read by {0}', reader ?? ''), 'up-read');
  else if (reader !== undefined) chip(t('read by {0}', reader), 'up-read');
  return [...found, ...approvals(message)];
}

function languageName(locale: string, uiLocale: UiLocale): string {
  try {
    return new Intl.DisplayNames([uiLocale], { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}

function variantCard(variant: Variant, scene: Scene): Markup {
  const { playbook, targets, t, uiLocale } = scene;
  const { message } = variant;
  const channel = variant.channel.target;
  const type = channel?.type ?? 'other';
  const name = channel?.title?.value ?? variant.id;
  const show = showText(
    playbook,
    targets,
    { locale: message.locale, stage: message.stage?.value, links: !withoutLinks.has(type) },
    t,
  );
  const { heading, main: mainPart, story: storyPart } = shownParts(variant);
  const [head, main, story] = [heading?.text, mainPart?.text, storyPart?.text];
  const posted = sampleTimes(playbook, message.stage?.value).posted_at;
  const line = (text: Text | undefined) => (text === undefined ? undefined : show(text.value.trim()));
  return {
    tag: 'article',
    key: variant.id,
    attributes: {
      class: 'up-variant',
      'data-src': `messages.${message.id}.variants.${variant.id}`,
      lang: message.locale,
    },
    children: [
      {
        tag: 'header',
        key: 'head',
        children: [
          withAttributes(make('h3', '', nameButton(name)), { lang: playbook.locale }),
          channel === undefined
            ? ours('span', 'up-type up-no-channel', t('no such channel'), uiLocale)
            : isSame(name, typeWords(t)[type])
              ? undefined
              : ours('span', 'up-type', typeWords(t)[type], uiLocale),
          copyButton(name, [...(head === undefined ? [] : [head]), ...(main === undefined ? [] : [main])], scene),
        ].filter((child) => child !== undefined),
      },
      {
        key: 'face',
        ...drawFace({
          type,
          sender: (playbook.brand.we?.value || channel?.account?.value || playbook.title?.value || name).trim(),
          account: channel?.account?.value.trim(),
          time: showTime(posted, message.locale),
          clock: showClock(posted),
          stage: message.stage?.value,
          subject: line(variant.parts.subject ?? head),
          title: line(head),
          text: main === undefined ? undefined : shown(main, type, show, head === undefined ? 4 : 5),
          story: story === undefined ? undefined : plainLines(story.value, show),
          words: faceWords(message, t, uiLocale),
        }),
      },
      ...meters(variant, playbook, scene.limits, t).map((meter) => withAttributes(meter, { lang: uiLocale })),
    ],
  };
}

/** The words as the channel takes them. With a blank that nothing fills they are not given out. */
function copyButton(name: string, texts: readonly Text[], { targets, t, uiLocale }: Scene): Markup | undefined {
  if (texts.length === 0) return undefined;
  const { text, open, unknown } = keepBlanks(texts.map(({ value }) => value.trim()).join('\n\n'), targets);
  const [first] = unknown;
  const said =
    first !== undefined
      ? t('Not copied: nothing is called "{0}".', first)
      : open === 0
        ? t('Copied')
        : open === 1
          ? t('Copied. 1 blank is still to be filled in.')
          : t('Copied. {0} blanks are still to be filled in.', open);
  return withAttributes(make('button', 'up-copy', t('Copy')), {
    lang: uiLocale,
    'aria-label': t('Copy the text for {0}', name),
    'aria-disabled': first === undefined ? undefined : 'true',
    'data-copy': first === undefined ? text : undefined,
    'data-copied': said,
  });
}

const ours = (tag: string, className: string, text: string, lang: string) =>
  withAttributes(make(tag, className, text), { lang });

function shown(text: Text, type: ChannelType, show: ShowText, level: number): readonly (Markup | string)[] {
  return withMarkdown.has(type) ? toMarkup(text.value, show, level) : plainLines(text.value, show);
}

function plainLines(text: string, show: ShowText): readonly (Markup | string)[] {
  return text
    .trim()
    .split(/\r\n|[\r\n]/)
    .flatMap((line, index) => [...(index === 0 ? [] : [{ tag: 'br' }]), ...show(line)]);
}

function faceWords(message: Message, t: Translate, locale: UiLocale): FaceWords {
  return {
    locale,
    stage: message.stage === undefined ? t('no stage yet') : stageWords(t)[message.stage.value],
    picture: t('picture or film'),
    story: t('Story'),
    from: t('From'),
    subject: t('Subject'),
    now: t('now'),
    spoken: t('Said on the telephone'),
    nothing: t('Nothing is written yet.'),
  };
}
