import type { ChannelType, PartName } from '../model/playbook';
import { displayWidth } from '../text/displayWidth';
import { countGraphemes } from '../text/graphemes';
import { toNfc } from '../text/nfc';
import { hashtagsIn } from './hashtags';
import { channelLimits, type Limit, type Limited, type Limits, type Unit } from './limits';
import { toSms } from './sms';
import { weightedLength } from './weighted';

/** How long a text is, as its channel counts. */
export interface Measure {
  readonly unit: Unit;
  readonly count: number;
  /** More is not sent. */
  readonly limit?: number;
  /** More is not seen at once, or goes out in several pieces. */
  readonly shown?: number;
  /** In how many pieces it goes out, where it can: parts of a short message, bubbles on LINE. */
  readonly pieces?: number;
}

/** The measure that a length meter shows; undefined where the channel has no limit for the part. */
export function measure(
  type: ChannelType,
  part: PartName,
  text: string,
  limits: Limits = channelLimits,
): Measure | undefined {
  return measures(type, part, text, limits)[0];
}

/** More than this a text of the length can't count; an address may count 23, and each has a dot. */
const atMost: Readonly<Record<Unit, (text: string) => number>> = {
  weighted: (text) => 2 * toNfc(text).length + (text.includes('.') ? 23 * text.split('.').length : 0),
  sms: ({ length }) => 2 * length,
  characters: ({ length }) => length,
  bytes: ({ length }) => 3 * length,
  columns: ({ length }) => 2 * length,
  subject: ({ length }) => Math.ceil(2.5 * length),
  hashtags: ({ length }) => length,
};
/** One part of a short message in the encoding that takes the least. */
const shortest = 70;

/** Whether the text is within all limits of the part, as far as its length alone tells: most are, and need no counting. */
export function surelyFits(type: ChannelType, part: Limited, text: string, limits: Limits): boolean {
  return (limits[type]?.[part] ?? []).every(({ unit, most, shown }) => {
    const least = Math.min(most ?? Number.POSITIVE_INFINITY, shown ?? Number.POSITIVE_INFINITY);
    return atMost[unit](text) <= (unit === 'sms' ? Math.min(least, shortest) : least);
  });
}

/** All that the channel limits of a part. Line breaks at the end, which block texts have, are not sent. */
export function measures(
  type: ChannelType,
  part: Limited,
  text: string,
  limits: Limits = channelLimits,
): readonly Measure[] {
  const sent = text.replace(/[\r\n]+$/, '');
  return (limits[type]?.[part] ?? []).map((limit) => measured(type, limit, sent));
}

function measured(type: ChannelType, { unit, most, shown }: Limit, text: string): Measure {
  if (unit === 'sms') {
    const sms = toSms(text);
    return { unit, count: sms.count, limit: most ?? sms.most, shown: shown ?? sms.single, pieces: sms.parts };
  }
  const count = countOf(unit, text);
  const isInBubbles = type === 'line' && shown !== undefined;
  return {
    unit,
    count,
    ...(most !== undefined && { limit: most }),
    ...(shown !== undefined && { shown }),
    ...(isInBubbles && { pieces: Math.max(1, Math.ceil(count / shown)) }),
  };
}

function countOf(unit: Exclude<Unit, 'sms'>, text: string): number {
  switch (unit) {
    case 'weighted':
      return weightedLength(text);
    case 'bytes':
      return utf8Length(text);
    case 'columns':
      return displayWidth(text);
    case 'subject': {
      const wide = displayWidth(text) - countGraphemes(text);
      return Math.ceil(Math.max(0, wide) * 2.5 + (countGraphemes(text) - Math.max(0, wide)));
    }
    case 'characters':
      return countGraphemes(text);
    case 'hashtags':
      return hashtagsIn(text).length;
  }
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
