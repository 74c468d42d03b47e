import { longest } from '../../limits/longest';
import { type Measure, measures, surelyFits } from '../../limits/measure';
import { partNames } from '../../model/messages';
import type { PartName, Variant } from '../../model/playbook';
import type { Translate } from '../../text/translate';
import type { Rule, RuleContext, RuleFinding } from '../rule';

export const textTooLong: Rule = {
  id: 'text-too-long',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'Every text fits its channel, also with all its variables at their longest.',
  why: 'A text that is too long is refused on the day, or customers see only its beginning.',

  *check({ playbook, limits, t }) {
    for (const message of playbook.messages.values()) {
      for (const variant of message.variants.values()) {
        for (const part of partNames) {
          const finding = checkPart(variant, part, { playbook, limits, t });
          if (finding !== undefined) yield finding;
        }
      }
    }
  },
};

type Input = Pick<RuleContext, 'playbook' | 'limits' | 't'>;

function checkPart(variant: Variant, part: PartName, { playbook, limits, t }: Input): RuleFinding | undefined {
  const text = variant.parts[part];
  const channel = variant.channel.target;
  if (text === undefined || channel === undefined) return undefined;
  const filled = longest(text, playbook, variant.message.locale);
  if (surelyFits(channel.type, part, filled, limits)) return undefined;
  const found = measures(channel.type, part, filled, limits);
  const tooLong = found.find(({ count, limit }) => limit !== undefined && count > limit);
  const cutOff = found.find(({ count, shown }) => shown !== undefined && count > shown);
  const over = tooLong ?? cutOff;
  if (over === undefined) return undefined;
  const isOwn = variant.own[part] === text;
  const names = { message: variant.message.id, channel: channel.id, part };
  return {
    span: isOwn ? variant.idSpan : (variant.sameAs?.span ?? variant.idSpan),
    message: tooLong !== undefined ? sayTooLong(over, names, t) : sayCutOff(over, names, t),
    severity: tooLong !== undefined ? 'error' : 'warning',
    ...(!isOwn && { related: [{ span: text.keySpan, message: t('The text is written here') }] }),
  };
}

interface Names {
  readonly message: string;
  readonly channel: string;
  readonly part: PartName;
}

function sayTooLong({ unit, count, limit = 0 }: Measure, { message, channel, part }: Names, t: Translate): string {
  if (unit === 'weighted') {
    return t(
      '"{0}" can be too long for "{1}": X counts {2} with every variable at its longest, and takes {3}. A full-width character counts 2, an address 23.',
      message,
      channel,
      count,
      limit,
    );
  }
  if (unit === 'bytes') {
    return t(
      'The {0} of "{1}" can be too long for "{2}": {3} bytes with every variable at its longest, and {4} are sent. Shorten it.',
      part,
      message,
      channel,
      count,
      limit,
    );
  }
  return t(
    'The {0} of "{1}" can be too long for "{2}": {3} characters with every variable at its longest, and {4} are the most. Shorten it.',
    part,
    message,
    channel,
    count,
    limit,
  );
}

function sayCutOff(
  { unit, count, shown = 0, pieces }: Measure,
  { message, channel, part }: Names,
  t: Translate,
): string {
  if (pieces !== undefined) {
    return t(
      '"{0}" can go out on "{1}" in {2} pieces: {3} characters with every variable at its longest, and one piece holds {4}. Shorten it.',
      message,
      channel,
      pieces,
      count,
      shown,
    );
  }
  if (unit === 'characters') {
    return t(
      'The {0} of "{1}" is long for "{2}": {3} characters with every variable at its longest, and more than {4} are hardly read.',
      part,
      message,
      channel,
      count,
      shown,
    );
  }
  return t(
    'The {0} of "{1}" can be cut off on "{2}": readers see about {3} full-width or {4} half-width characters of it. Put what matters first, and shorten it.',
    part,
    message,
    channel,
    Math.floor(unit === 'subject' ? shown / 2.5 : shown / 2),
    shown,
  );
}
