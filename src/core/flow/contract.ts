import type { ChecklistItem, Formula } from '../model/playbook';
import { combine, everything, type Interval, intersection, isWithin, pointAt } from './interval';

/** Between which numbers each fact of a formula lies. A fact that is not here can be anything. */
export type Ranges = Map<ChecklistItem, Interval>;

/** Between which numbers a formula's result lies where its facts lie between these. */
export function resultOf(formula: Formula, ranges: Ranges): Interval {
  switch (formula.kind) {
    case 'number':
    case 'baseline':
      return pointAt(formula.value);
    case 'fact':
      return (formula.fact.target && ranges.get(formula.fact.target)) ?? everything;
    case 'operation':
      return combine(formula.operator, resultOf(formula.left, ranges), resultOf(formula.right, ranges));
  }
}

/**
 * Takes from `ranges` what can't be where the result of the formula is `wanted`; false where nothing is left, so that the
 * formula has no such result. What is taken away is surely impossible; what stays may be (hull consistency, as in
 * F. Benhamou et al., "Revising hull and box consistency", 1999).
 */
export function contract(formula: Formula, wanted: Interval, ranges: Ranges): boolean {
  const possible = resultOf(formula, ranges);
  // Where every result is wanted nothing can be taken away.
  if (isWithin(possible, wanted)) return true;
  const result = intersection(possible, wanted);
  if (result === undefined) return false;
  if (formula.kind === 'fact' && formula.fact.target !== undefined) {
    ranges.set(formula.fact.target, result);
    return true;
  }
  if (formula.kind !== 'operation') return true;
  const { operator, left, right } = formula;
  const [l, r] = [resultOf(left, ranges), resultOf(right, ranges)];
  return (
    contract(left, undone(operator, result, r), ranges) && contract(right, solvedForRight(operator, result, l), ranges)
  );
}

type Operator = Extract<Formula, { kind: 'operation' }>['operator'];

const inverse: { readonly [operator in Operator]: Operator } = { '+': '-', '-': '+', '*': '/', '/': '*' };

/** What the left side is, from the result and the right side. */
function undone(operator: Operator, result: Interval, right: Interval): Interval {
  return combine(inverse[operator], result, right);
}

/** What the right side is, from the result and the left side. */
function solvedForRight(operator: Operator, result: Interval, left: Interval): Interval {
  return operator === '+' || operator === '*' ? undone(operator, result, left) : combine(operator, left, result);
}
