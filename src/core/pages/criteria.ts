import type { Expression, Fact } from '../model/playbook';
import type { Translate } from '../text/translate';
import { grouped } from './numbers';

const signs: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '!=': '≠' };

/** With the names of people, not of keys. */
export function sayCriterion({ fact, operator, value, number, choice }: Expression, t: Translate): string {
  const { target } = fact;
  if (target === undefined) return `${fact.id} ${signs[operator] ?? operator} ${value}`;
  const said =
    number === undefined ? (choice?.target?.label ?? yesOrNo(value, t) ?? value) : showNumber(number, target, t);
  return `${factName(target)} ${signs[operator] ?? operator} ${said}`;
}

const yesOrNo = (value: string, t: Translate) => ({ yes: t('yes'), no: t('no') })[value];

export function factName(fact: Fact): string {
  return fact.title?.value ?? (fact.section === 'checklist' ? fact.ask?.value : undefined) ?? fact.id;
}

export function showNumber(value: number, fact: Fact, t: Translate): string {
  if (fact.section === 'impact') {
    const unit = fact.unit?.value ?? '';
    // 円 follows its number at once, EUR does not.
    return `${grouped(value)}${/^[!-~]/.test(unit) ? ' ' : ''}${unit}`;
  }
  if (fact.type === 'percent') return `${grouped(Math.round(value * 1e6) / 1e4)}%`;
  return fact.type === 'minutes' ? t('{0} min', grouped(value)) : grouped(value);
}
