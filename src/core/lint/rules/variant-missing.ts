import type { Runs } from '../../flow/runs';
import { type Families, familiesOf } from '../../model/families';
import { neededParts } from '../../model/messages';
import type { AnnounceStep, Channel, ChannelType, Message, PartName, Playbook, Variant } from '../../model/playbook';
import { isMisspelt, isWritten } from '../../schema/written';
import { nearest } from '../../text/nearest';
import type { Translate } from '../../text/translate';
import { insertBehind, type NewEntry, toScalar } from '../edits';
import type { Fix } from '../finding';
import { sayList } from '../flowWords';
import type { Rule, RuleFinding } from '../rule';
import { toDo } from '../stubs';

export const variantMissing: Rule = {
  id: 'variant-missing',
  severity: 'error',
  whileDraft: 'info',
  summary: 'Every message has a text for each channel that it is sent on, with the parts that the channel needs.',
  why: 'A channel without its text stays silent, or somebody writes one in a hurry on the day.',

  *check({ playbook, runs, t }) {
    const family = familiesOf(playbook);
    for (const flow of playbook.flows.values()) {
      for (const step of flow.steps.values()) {
        if (step.kind === 'announce') yield* checkStep(step, family, playbook, runs, t);
      }
    }
  },
};

function* checkStep(
  step: AnnounceStep,
  family: Families,
  playbook: Playbook,
  runs: Runs,
  t: Translate,
): Iterable<RuleFinding> {
  const message = step.message?.target;
  const span = step.message?.span;
  // What is misspelt is a finding of its own.
  if (message === undefined || span === undefined || isMisspelt(step, 'channels')) return;
  const together = family(message);
  const silent: Channel[] = [];
  for (const channel of channelsOf(step, runs)) {
    const texts = together.flatMap((one) => one.variants.get(channel.id) ?? []);
    const [first] = texts;
    if (first === undefined) {
      if (!isMisspelt(message, 'variants') && !hasMisspeltText(message, channel)) silent.push(channel);
      continue;
    }
    for (const locale of channel.keys.has('locales') ? channel.locales : []) {
      if (texts.some((text) => speaks(text.message.locale, locale))) continue;
      yield {
        span,
        message: t(
          '"{0}" has no text in "{1}" for "{2}", which is read in that language.',
          message.id,
          locale,
          channel.id,
        ),
        related: [{ span: channel.keys.get('locales') ?? channel.idSpan, message: t('The languages of the channel') }],
      };
    }
    for (const text of texts) {
      const missing = missingParts(text, channel.type);
      if (missing.length === 0) continue;
      yield {
        span,
        message: t('The text of "{0}" for "{1}" lacks its {2}.', text.message.id, channel.id, sayList(missing, t)),
        related: [{ span: text.idSpan, message: t('The text is written here') }],
        fixes: writeParts(text, missing, playbook, t),
      };
    }
  }
  if (silent.length === 0) return;
  yield {
    span,
    message: t(
      'This step sends "{0}" on {1}, where it has no text. Write one under "variants".',
      message.id,
      sayList(
        silent.map(({ id }) => id),
        t,
      ),
    ),
    related: silent.map((channel) => ({ span: channel.idSpan, message: t('The channel') })),
    fixes: writeVariants(message, silent, playbook, t),
  };
}

/** Those that the step sends on in some run, and those it names. */
function channelsOf(step: AnnounceStep, runs: Runs): ReadonlySet<Channel> {
  const channels = new Set<Channel>();
  const named = step.channels === 'announced' ? [] : (step.channels ?? []);
  for (const { target } of named) if (target !== undefined) channels.add(target);
  for (const sending of runs.sendings(step)) for (const channel of sending.channels) channels.add(channel);
  return channels;
}

/** `ja` speaks to readers of `ja-JP`, and the other way round. */
function speaks(locale: string, wanted: string): boolean {
  const [a, b] = [locale.toLowerCase(), wanted.toLowerCase()];
  return a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);
}

function missingParts(variant: Variant, type: ChannelType): readonly PartName[] {
  const empty = neededParts(type).filter((part) => (variant.parts[part]?.value.trim() ?? '') === '');
  if (empty.length === 0) return [];
  // What it is the same as can't be read: that is a finding of its own.
  if (variant.sameAs !== undefined && variant.sameAs.target === undefined) return [];
  if (isWritten(variant, 'same_as') && variant.sameAs === undefined) return [];
  const sources = [variant, ...(variant.sameAs?.target ? [variant.sameAs.target] : [])];
  return empty.filter((part) => !sources.some((source) => isUnread(source, part)));
}

/** A part that is misspelt, or has nothing behind its key. */
function isUnread(variant: Variant, part: PartName): boolean {
  const isEmpty = variant.keys.has(part) && (variant.own[part]?.scalar.style ?? 'missing') === 'missing';
  return isEmpty || isMisspelt(variant, part);
}

/** A text whose channel is not known, and was most likely meant to be this one. */
function hasMisspeltText(message: Message, channel: Channel): boolean {
  return [...message.variants.values()].some(
    (variant) => variant.channel.target === undefined && nearest(variant.id, [channel.id]) !== undefined,
  );
}

function stubOf(type: ChannelType, message: Message, t: Translate): string | readonly NewEntry[] {
  const needed = neededParts(type);
  const what = toScalar(toDo(t, message.title?.value ?? message.id));
  return needed.length === 1 ? what : needed.map((key) => ({ key, value: what }));
}

function writeVariants(message: Message, silent: readonly Channel[], playbook: Playbook, t: Translate): readonly Fix[] {
  const last = [...message.variants.values()].at(-1);
  if (last === undefined || last.idSpan.file !== undefined) return [];
  const entries = silent.map((channel) => ({ key: channel.id, value: stubOf(channel.type, message, t) }));
  const edit = insertBehind(playbook.document.text, { key: last.idSpan, end: last.span.end }, entries);
  return [
    {
      title: t(
        'Write a first text for {0}',
        sayList(
          silent.map(({ id }) => id),
          t,
        ),
      ),
      safe: false,
      edits: [edit],
    },
  ];
}

function writeParts(variant: Variant, missing: readonly PartName[], playbook: Playbook, t: Translate): readonly Fix[] {
  const keys = [...variant.keys.values()];
  const [first] = keys;
  const last = keys.at(-1);
  const hasKey = missing.some((part) => variant.keys.has(part));
  if (first === undefined || last === undefined || hasKey || variant.idSpan.file !== undefined) return [];
  const { text } = playbook.document;
  const inBraces = text.slice(variant.idSpan.end, first.start).includes('{');
  const end = inBraces ? text.lastIndexOf('}', variant.span.end) : variant.span.end;
  const what = toScalar(toDo(t, variant.message.title?.value ?? variant.message.id));
  const entries = missing.map((key) => ({ key, value: what }));
  const edit = insertBehind(text, { key: last, end }, entries);
  return [{ title: t('Write {0}', sayList(missing, t)), safe: false, edits: [edit] }];
}
