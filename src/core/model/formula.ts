import { toNfc } from '../text/nfc';
import type { Span } from '../text/span';
import type { ChecklistItem, Formula, Located, Reference } from './playbook';

interface Names {
  readonly baseline: ReadonlyMap<string, Located<number>>;
  /** Makes the reference to a checklist fact, for a name that is no key of the baseline. */
  readonly fact: (id: string, from: number, to: number) => Reference<ChecklistItem>;
  readonly spanOf: (from: number, to: number) => Span;
}

interface Token {
  readonly text: string;
  readonly from: number;
}

type Operation = Extract<Formula, { kind: 'operation' }>['operator'];

/** Parentheses in parentheses, and signs in a row: more is a mistake, and would be a long way down. */
const deepest = 50;
const mostTokens = 1000;
/** Words and signs: a longer sum is a mistake, and would be as deep as it is long. */
const longest = 1000;

/** The facts of a formula, from left to right. */
export function* referencesIn(formula: Formula | undefined): Iterable<Reference<ChecklistItem>> {
  const open = [formula];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'fact') yield next.fact;
    else if (next.kind === 'operation') open.push(next.right, next.left);
  }
}

/** `+ - * / ( )` with spaces around operators, numbers and names. Undefined where the text is no formula. */
export function parseFormula(source: string, names: Names): Formula | undefined {
  const tokens: Token[] = [...source.matchAll(/[()]|[^\s()]+/g)].map((match) => ({
    text: match[0],
    from: match.index,
  }));
  if (tokens.length > longest) return undefined;
  if (tokens.length > mostTokens) return undefined;
  let at = 0;

  const sum = (depth: number): Formula | undefined => chain(['+', '-'], () => product(depth));
  const product = (depth: number): Formula | undefined => chain(['*', '/'], () => operand(depth));

  const chain = (operators: readonly string[], next: () => Formula | undefined): Formula | undefined => {
    let left = next();
    while (left !== undefined && operators.includes(tokens[at]?.text ?? '')) {
      const operator = tokens[at++]?.text as Operation;
      const right = next();
      left = right && { kind: 'operation', operator, left, right };
    }
    return left;
  };

  const operand = (depth: number): Formula | undefined => {
    const token = tokens[at++];
    if (token === undefined || depth > deepest) return undefined;
    if (token.text === '(') {
      const inner = sum(depth + 1);
      return tokens[at++]?.text === ')' ? inner : undefined;
    }
    if (/^\d+(?:\.\d+)?$/.test(token.text)) return { kind: 'number', value: Number(token.text) };
    if (!/^\p{L}[\p{L}\p{N}_-]*$/u.test(token.text)) return undefined;
    const id = toNfc(token.text);
    const to = token.from + token.text.length;
    const known = names.baseline.get(id);
    if (known !== undefined)
      return { kind: 'baseline', key: id, value: known.value, span: names.spanOf(token.from, to) };
    return { kind: 'fact', fact: names.fact(id, token.from, to) };
  };

  const formula = sum(0);
  return at === tokens.length ? formula : undefined;
}
