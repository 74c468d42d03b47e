import { channelLimits, type Limit, type Limits, limitsReadOn, type Unit } from '../limits/limits';
import { type ChannelType, channelTypes } from '../model/playbook';
import type { Translate } from '../text/translate';
import { levels, limitedParts, limitKinds } from './readConfig';
import { rules } from './rules';

/** What can stand at a place of `incident.config.yaml`, and what it means. */
export interface ConfigChoice {
  readonly name: string;
  readonly meaning: string;
  /** A key takes a value behind its colon or keys below it; a value ends its line. */
  readonly form: 'key' | 'value';
}

/** The choices below a path of keys: the keys of a map, or the values of a key. Empty where anything or nothing can stand. */
export function configChoices(path: readonly string[], t: Translate): readonly ConfigChoice[] {
  const [section, second, third, fourth] = path;
  if (section === undefined) {
    return [
      key('rules', t('How serious each rule is here. It wins over the rule’s own level and over that of a draft.')),
      key('limits', t('Other numbers for what a channel takes. The known ones are of {0}.', limitsReadOn)),
    ];
  }
  if (section === 'rules') {
    if (second === undefined) return rules.map(({ id, summary }) => key(id, t(summary)));
    return third === undefined ? levelChoices(t) : [];
  }
  if (section !== 'limits') return [];
  if (second === undefined) return channelTypes.map((type) => key(type, sayLimits(type, channelLimits, t)));
  if (third === undefined)
    return limitedParts.map((part) => key(part, sayLimit(channelLimits[second as ChannelType]?.[part], t)));
  if (fourth === undefined) return limitKinds.map((kind) => key(kind, sayKind(kind, t)));
  return [];
}

/** What the last key of a path means; undefined where there is no such key. */
export function aboutConfig(path: readonly string[], t: Translate): string | undefined {
  const last = path.at(-1);
  return configChoices(path.slice(0, -1), t).find(({ name }) => name === last)?.meaning;
}

const key = (name: string, meaning: string): ConfigChoice => ({ name, meaning, form: 'key' });

function levelChoices(t: Translate): readonly ConfigChoice[] {
  const meanings = {
    off: t('The rule is silent.'),
    info: t('Good to know; nothing fails.'),
    warning: t('Should be mended; CI fails only with --fail-on warning or --max-warnings.'),
    error: t('Has to be mended; CI fails.'),
  };
  return levels.map((level) => ({ name: level, meaning: meanings[level], form: 'value' }));
}

function sayKind(kind: (typeof limitKinds)[number], t: Translate): string {
  return kind === 'most'
    ? t('More is not sent: an error.')
    : t('More is not seen at once, or comes in pieces: a warning.');
}

/** What a channel of this type takes, part by part. */
export function sayLimits(type: ChannelType, limits: Limits, t: Translate): string {
  const parts = limitedParts.filter((part) => (limits[type]?.[part]?.length ?? 0) > 0);
  return parts.length === 0
    ? t('No limit is known.')
    : parts.map((part) => `${part}: ${sayLimit(limits[type]?.[part], t)}`).join(t('; '));
}

function sayLimit(limits: readonly Limit[] = [], t: Translate): string {
  if (limits.some(({ unit }) => unit === 'sms'))
    return t('160 or 70 characters a part, by the characters that are used');
  if (limits.length === 0) return t('No limit is known.');
  return limits
    .flatMap(({ unit, most, shown }) => [
      ...(most === undefined ? [] : [t('at most {0} {1}', most, unitWords(unit, t))]),
      ...(shown === undefined ? [] : [t('{0} {1} are seen at once', shown, unitWords(unit, t))]),
    ])
    .join(t(', '));
}

function unitWords(unit: Unit, t: Translate): string {
  return {
    weighted: t('as X counts'),
    sms: t('characters'),
    characters: t('characters'),
    bytes: t('bytes'),
    columns: t('columns'),
    subject: t('columns of a subject'),
    hashtags: t('hashtags'),
  }[unit];
}
