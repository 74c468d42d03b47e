import { describe, expect, test } from 'vitest';
import type { Formula } from '../../../src/core/model/playbook';
import { buildText } from '../../support/model';

const facts = `campaign: { baseline: { rate: 3%, visits: 4000 } }
checklist:
  share: { type: percent }
  minutes: { type: minutes }
  scope: { type: choice, choices: { all: All, 一部: Some } }
  back: { type: yes-no }
  since: { type: datetime }
`;
const expression = (source: string) =>
  [
    ...buildText(
      `${facts}impact: { lost: { formula: share * 2 } }\nseverities: { s: { when_any: ${JSON.stringify(source)} } }\n`,
    ).severities.values(),
  ][0]?.whenAny[0];

describe('criteria', () => {
  test.each([
    ['share >= 50%', 'share', '>=', '50%', 0.5],
    ['share>=0.5', 'share', '>=', '0.5', 0.5],
    ['  share  !=  2 ', 'share', '!=', '2', 2],
    ['minutes > 90', 'minutes', '>', '90', 90],
    ['minutes > 2h', 'minutes', '>', '2h', 120],
    ['lost < -1.5', 'lost', '<', '-1.5', -1.5],
    ['scope = all', 'scope', '=', 'all', undefined],
    ['back = yes', 'back', '=', 'yes', undefined],
    ['since < 2026-11-27T20:00', 'since', '<', '2026-11-27T20:00', undefined],
    ['gone = 3', 'gone', '=', '3', undefined],
  ])('%s', (source, fact, operator, value, number) => {
    const read = expression(source);
    expect(read).toMatchObject({ fact: { id: fact }, operator, value });
    expect(read?.number).toBe(number);
  });

  test.each(['share', '= 3', 'share =', 'share ~ 3', 'a b = 3', ''])('%s is none', (source) => {
    expect(expression(source)).toBeUndefined();
  });

  test('places, also in lists and quotes; choices are references', () => {
    const text = `${facts}severities:\n  s:\n    when_all:\n      - "scope != 一部"\n      - share >= share\n`;
    const [first, second] = [...buildText(text).severities.values()][0]?.whenAll ?? [];
    const at = (span: { start: number; end: number } | undefined) => text.slice(span?.start, span?.end);
    expect([at(first?.span), at(first?.fact.span), at(first?.valueSpan)]).toEqual(['scope != 一部', 'scope', '一部']);
    expect(first?.choice).toMatchObject({ section: 'choices', scope: { id: 'scope' }, target: { label: 'Some' } });
    expect([at(second?.fact.span), at(second?.valueSpan)]).toEqual(['share', 'share']);
    expect(second?.valueSpan.start).toBeGreaterThan(second?.fact.span.end ?? 0);
    expect(second?.choice).toBeUndefined();
  });
});

const formula = (source: string) => {
  const playbook = buildText(`${facts}impact: { lost: { formula: ${JSON.stringify(source)} } }\n`);
  return playbook.impact.get('lost')?.expression;
};
const say = (read: Formula | undefined): string => {
  switch (read?.kind) {
    case undefined:
      return 'none';
    case 'number':
      return String(read.value);
    case 'fact':
      return read.fact.target === undefined ? `${read.fact.id}?` : read.fact.id;
    case 'baseline':
      return `${read.key}:${read.value}`;
    case 'operation':
      return `(${say(read.left)} ${read.operator} ${say(read.right)})`;
  }
};

describe('formulas', () => {
  test.each([
    ['share', 'share'],
    ['1 + 2 * 3', '(1 + (2 * 3))'],
    ['1 - 2 - 3', '((1 - 2) - 3)'],
    ['8 / 4 / 2', '((8 / 4) / 2)'],
    ['(1 + 2) * 3', '((1 + 2) * 3)'],
    ['visits * rate * share * minutes / 60', '((((visits:4000 * rate:0.03) * share) * minutes) / 60)'],
    ['( ( 1.5 ) )', '1.5'],
    ['gone * 2', '(gone? * 2)'],
    ['no-such-fact - 1', '(no-such-fact? - 1)'],
  ])('%s', (source, expected) => {
    expect(say(formula(source))).toBe(expected);
  });

  test.each(['', '1 +', '+ 1', '1 2', '( 1', '1 )', '()', '1 ** 2', 'share minutes', '1,000', '1 + + 2'])(
    '%s is none',
    (source) => {
      expect(formula(source)).toBeUndefined();
    },
  );

  test('places of facts are references', () => {
    const text = `${facts}impact:\n  lost:\n    formula: |\n      share *\n      minutes\n`;
    const playbook = buildText(text);
    const found = playbook.references.map(({ id, span }) => [id, text.slice(span.start, span.end)]);
    expect(found).toEqual([
      ['share', 'share'],
      ['minutes', 'minutes'],
    ]);
  });

  test('what is too deep or too long is none, at once', () => {
    expect(formula(`${'( '.repeat(30)}1${' )'.repeat(30)}`)).toBeDefined();
    expect(formula(`${'( '.repeat(20_000)}1${' )'.repeat(20_000)}`)).toBeUndefined();
    expect(formula(Array.from({ length: 50_000 }, () => '1').join(' + '))).toBeUndefined();
  });
});
