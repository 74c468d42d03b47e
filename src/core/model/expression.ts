import { toNfc } from '../text/nfc';
import type { Span } from '../text/span';
import { spanInScalar } from '../yaml/scalarSpan';
import type { YamlScalar } from '../yaml/tree';
import type { FileReader } from './fields';
import type { Choice, Expression, Fact, Operator, Reference } from './playbook';
import { toNumber, toSeconds } from './values';

/** `fact op value`; spaces are welcome and not needed. */
export const expressionPattern = /^\s*([\p{L}\p{N}_-]+)\s*(<=|>=|!=|=|<|>)\s*(.*?)\s*$/u;

class AuthorExpression implements Expression {
  /** Settled when the fact is known. */
  choice: Reference<Choice> | undefined;

  constructor(
    readonly source: string,
    readonly span: Span,
    readonly fact: Reference<Fact>,
    readonly operator: Operator,
    readonly value: string,
    readonly valueSpan: Span,
  ) {}

  /** Minutes may be written as a duration. */
  get number(): number | undefined {
    const fact = this.fact.target;
    if (fact === undefined) return undefined;
    if (fact.section === 'impact') return toNumber(this.value);
    if (fact.type === 'minutes') {
      const seconds = toSeconds(this.value);
      return seconds === undefined ? toNumber(this.value) : seconds / 60;
    }
    return fact.type === 'number' || fact.type === 'percent' || fact.type === 'money'
      ? toNumber(this.value)
      : undefined;
  }
}

/** Undefined where the text is no expression: the schema says so. */
export function parseExpression(scalar: YamlScalar, reader: FileReader): Expression | undefined {
  const match = expressionPattern.exec(scalar.text);
  const [, fact, operator, value] = match ?? [];
  if (fact === undefined || operator === undefined || value === undefined || value === '') return undefined;
  const from = scalar.text.indexOf(fact);
  const valueFrom = scalar.text.lastIndexOf(value);
  const place = (start: number, end: number) => spanInScalar(reader.document.text, scalar, start, end);
  return new AuthorExpression(
    scalar.text,
    reader.span(place(0, scalar.text.length)),
    reader.referenceTo<Fact>(toNfc(fact), place(from, from + fact.length), 'checklist'),
    operator as Operator,
    value,
    reader.span(place(valueFrom, valueFrom + value.length)),
  );
}
