import type { RuleFinding } from '../lint/rule';
import { referencesIn } from '../model/formula';
import type { ChecklistItem, Expression, FactType, Playbook } from '../model/playbook';
import type { Span } from '../text/span';
import type { Translate } from '../text/translate';
import { expectedAt } from './expected';
import { replaceFix } from './fixes';
import { formats } from './formats';
import { repairOf } from './repair';
import { shortened } from './sentences';
import type { Shape } from './shape';

/** What an answer to a question of this type looks like; undefined where anything may be said, or ids are named. */
const shapes: { readonly [type in FactType]?: Shape } = {
  number: { 'x-type': 'number' },
  minutes: { 'x-type': 'number' },
  money: { 'x-type': 'number' },
  percent: { 'x-type': 'percent', format: 'percent' },
  date: { 'x-type': 'date', format: 'date' },
  datetime: { 'x-type': 'datetime', format: 'datetime' },
  'yes-no': { enum: ['yes', 'no'] },
};

/** Values whose form depends on the question that they answer: in a scenario's `facts`, and in criteria. */
export function* checkValues(playbook: Playbook, t: Translate): Iterable<RuleFinding> {
  for (const { facts } of playbook.scenarios.values()) {
    for (const { fact, value } of facts) {
      if (fact.target !== undefined) yield* checkValue(fact.target, String(value.value), value.span, t);
    }
  }
  for (const { whenAny, whenAll, idSpan } of playbook.severities.values()) {
    // What another file says is told there.
    if (idSpan.file !== undefined) continue;
    for (const expression of [...whenAny, ...whenAll]) yield* checkExpression(expression, t);
  }
  for (const { id, idSpan, expression } of playbook.impact.values()) {
    if (idSpan.file !== undefined) continue;
    for (const { target, span } of referencesIn(expression)) {
      if (target === undefined || numeric.has(target.type)) continue;
      yield {
        span,
        message: t(
          'The answer to "{0}" is no number, so "{1}" can\'t be worked out from it. Ask for a "number", "percent", "minutes" or "money".',
          target.id,
          id,
        ),
      };
    }
  }
}

const numeric: ReadonlySet<FactType> = new Set<FactType>(['number', 'percent', 'minutes', 'money']);

function* checkExpression({ fact, operator, value, valueSpan, span }: Expression, t: Translate): Iterable<RuleFinding> {
  const { target } = fact;
  if (target === undefined) return;
  if (target.section === 'impact') {
    if (fits('number', value)) return;
    yield { span: valueSpan, message: mismatch(target.id, { 'x-type': 'number' }, value, t) };
    return;
  }
  const isOrdered = !['text', 'choice', 'yes-no'].includes(target.type);
  if (!isOrdered && operator !== '=' && operator !== '!=') {
    yield {
      span,
      message: t('"{0}" has no more or less, so "{1}" never holds. Compare it with "=" or "!=".', target.id, operator),
    };
    return;
  }
  yield* checkValue(target, value, valueSpan, t);
}

function* checkValue(target: ChecklistItem, value: string, span: Span, t: Translate): Iterable<RuleFinding> {
  const shape = shapes[target.type];
  if (shape === undefined || fits(target.type, value)) return;
  const repair = repairOf(shape, { true: 'yes', false: 'no', はい: 'yes', いいえ: 'no' }[value] ?? value);
  yield {
    span,
    message: mismatch(target.id, shape, value, t),
    ...(repair && span.file === undefined && { fixes: [replaceFix(span, repair, t)] }),
  };
}

function fits(type: FactType, value: string): boolean {
  switch (type) {
    case 'yes-no':
      return value === 'yes' || value === 'no';
    case 'percent':
      return formats.percent(value);
    case 'date':
      return formats.date(value);
    case 'datetime':
      return formats.datetime(value) || formats.date(value);
    default:
      return /^-?\d+(\.\d+)?$/.test(value);
  }
}

function mismatch(id: string, shape: Shape, value: string, t: Translate): string {
  return t('The answer to "{0}" is {1}; "{2}" can\'t be one.', id, expectedAt(shape, t), shortened(value));
}
