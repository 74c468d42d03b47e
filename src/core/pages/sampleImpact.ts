import type { Formula } from '../model/playbook';

/** Where a formula or its samples can't be read. */
const usual = 1200;

/** A computed fact with the samples of its facts put in: a whole number, as `1,200`. */
export function sampleImpact(formula: Formula | undefined): string {
  const value = formula === undefined ? undefined : evaluate(formula);
  const whole = Math.round(value === undefined || !Number.isFinite(value) ? usual : value);
  return String(Math.abs(whole) < 1e15 ? whole : usual).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** By a stack: a formula may be as long as its author likes. */
function evaluate(formula: Formula): number | undefined {
  const todo: (Formula | { readonly apply: '+' | '-' | '*' | '/' })[] = [formula];
  const values: number[] = [];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if ('apply' in next) {
      const right = values.pop() ?? 0;
      const left = values.pop() ?? 0;
      values.push(apply(next.apply, left, right));
    } else if (next.kind === 'operation') todo.push({ apply: next.operator }, next.right, next.left);
    else {
      const value = next.kind === 'fact' ? readNumber(next.fact.target?.sample?.value ?? '') : next.value;
      if (value === undefined) return undefined;
      values.push(value);
    }
  }
  return values[0];
}

function apply(operator: '+' | '-' | '*' | '/', left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
  }
}

/** `12`, `12,000円`, `80%` (0.8). */
function readNumber(sample: string): number | undefined {
  const match = /^\D{0,3}(\d[\d,]*(?:\.\d+)?)\s*(%|％)?/.exec(sample.normalize('NFKC').trim());
  if (match === null) return undefined;
  return Number(match[1]?.replaceAll(',', '')) / (match[2] === undefined ? 1 : 100);
}
