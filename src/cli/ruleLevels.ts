import type { Level } from '../core/lint/config';
import { rules } from '../core/lint/rules';
import { nearest } from '../core/text/nearest';
import type { Translate } from '../core/text/translate';
import { UsageError } from './io';

const levels: readonly Level[] = ['off', 'info', 'warning', 'error'];

/** `--rule id=level`, as often as it was given; the last word on a rule holds. */
export function toRuleLevels(given: readonly string[], t: Translate): Readonly<Record<string, Level>> {
  return Object.fromEntries(given.map((text) => toRuleLevel(text, t)));
}

function toRuleLevel(text: string, t: Translate): readonly [string, Level] {
  const [id = '', word = ''] = text.split(/=(.*)/s);
  if (!rules.some((rule) => rule.id === id)) {
    const meant = nearest(
      id,
      rules.map((rule) => rule.id),
    );
    throw new UsageError(
      meant === undefined
        ? t('There is no rule "{0}".', id)
        : t('There is no rule "{0}". Did you mean "{1}"?', id, meant),
    );
  }
  const level = levels.find((known) => known === word);
  if (level === undefined)
    throw new UsageError(
      t('--rule takes a rule and a level, like {0}=off. The levels are: {1}.', id, levels.join(', ')),
    );
  return [id, level];
}
