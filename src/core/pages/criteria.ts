import type { Expression, Fact } from '../model/playbook';
import type { Translate } from '../text/translate';
import { grouped } from './numbers';

/** With the names of people, not of keys, and in words. */
export function sayCriterion({ fact, operator, value, number, choice }: Expression, t: Translate): string {
  const { target } = fact;
  const name = target === undefined ? fact.id : factName(target);
  const said =
    target === undefined || number === undefined
      ? (choice?.target?.label ?? yesOrNo(value, t) ?? value)
      : showNumber(number, target, t);
  // Behind a question mark there is no need of a colon.
  return `${name}${/[?？]$/.test(name) ? ' ' : t(': ')}${compared(operator, said, t)}`;
}

/** Several of them in a line: one is enough, or none may fail, as `word` says. Nothing where there are none. */
export function criteriaOf(word: string, list: readonly Expression[], t: Translate): readonly string[] {
  return list.length === 0 ? [] : [`${word}${t(': ')}${list.map((one) => sayCriterion(one, t)).join(t(', '))}`];
}

function compared(operator: Expression['operator'], value: string, t: Translate): string {
  switch (operator) {
    case '>=':
      return t('{0} and more', value);
    case '>':
      return t('more than {0}', value);
    case '<=':
      return t('up to {0}', value);
    case '<':
      return t('below {0}', value);
    case '!=':
      return t('not {0}', value);
    case '=':
      return value;
  }
}

const yesOrNo = (value: string, t: Translate) => ({ yes: t('yes'), no: t('no') })[value];

export function factName(fact: Fact): string {
  return fact.title?.value ?? (fact.section === 'checklist' ? fact.ask?.value : undefined) ?? fact.id;
}

export function showNumber(value: number, fact: Fact, t: Translate): string {
  if (fact.section === 'impact') {
    return `${grouped(value)}${unitAfter(fact.unit?.value ?? '')}`;
  }
  if (fact.type === 'percent') return `${grouped(Math.round(value * 1e6) / 1e4)}%`;
  return fact.type === 'minutes' ? t('{0} min', grouped(value)) : grouped(value);
}

/** 円 follows its number at once, EUR does not. */
export const unitAfter = (unit: string): string => (/^[!-~]/.test(unit) ? ` ${unit}` : unit);
