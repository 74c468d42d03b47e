import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contract, type Ranges, resultOf } from '../../../src/core/flow/contract';
import { createRuns } from '../../../src/core/flow/createRuns';
import { combine, everything, type Interval, intersection, pointAt } from '../../../src/core/flow/interval';
import type { ChecklistItem, Formula } from '../../../src/core/model/playbook';
import { toPlaybook } from './plans';

const numRuns = Number(process.env.RUNS ?? 250);
const whole = fc.integer({ min: -4, max: 4 });
const inside = (value: number, { low, high, lowOpen, highOpen }: Interval) =>
  (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);

const interval: fc.Arbitrary<Interval> = fc
  .record({
    a: whole,
    b: whole,
    lowOpen: fc.boolean(),
    highOpen: fc.boolean(),
    endless: fc.constantFrom('', 'low', 'high'),
  })
  .map(({ a, b, lowOpen, highOpen, endless }) => ({
    low: endless === 'low' ? Number.NEGATIVE_INFINITY : Math.min(a, b),
    high: endless === 'high' ? Number.POSITIVE_INFINITY : Math.max(a, b),
    lowOpen: endless === 'low' || (a !== b && lowOpen),
    highOpen: endless === 'high' || (a !== b && highOpen),
  }));
/** Near the ends, at them and between. */
const samples = Array.from({ length: 73 }, (_, at) => (at - 36) / 8);
const numbersIn = (range: Interval) => samples.filter((value) => inside(value, range));
const compute = (operator: '+' | '-' | '*' | '/', one: number, other: number) =>
  operator === '+' ? one + other : operator === '-' ? one - other : operator === '*' ? one * other : one / other;

describe('intervals', () => {
  test('hold every result that numbers in them have', () => {
    fc.assert(
      fc.property(fc.constantFrom('+', '-', '*', '/'), interval, interval, (operator, left, right) => {
        const result = combine(operator, left, right);
        const lost = numbersIn(left).flatMap((one) =>
          numbersIn(right)
            .map((other) => [one, other, compute(operator, one, other)] as const)
            .filter(([, , value]) => Number.isFinite(value) && !inside(value, result)),
        );
        expect(lost).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('meet where numbers are in both', () => {
    fc.assert(
      fc.property(interval, interval, (one, other) => {
        const both = intersection(one, other);
        const shared = numbersIn(one).filter((value) => inside(value, other));
        if (both === undefined) expect(shared).toEqual([]);
        else expect(numbersIn(both)).toEqual(shared);
      }),
      { numRuns: 4 * numRuns },
    );
  });

  test('are as narrow as they can be where each side stands once', () => {
    const from = (low: number, high: number): Interval => ({ low, high, lowOpen: false, highOpen: true });
    expect(combine('+', from(1, 2), from(10, 20))).toEqual(from(11, 22));
    expect(combine('-', from(1, 2), pointAt(1))).toEqual(from(0, 1));
    expect(combine('*', from(0, 2), from(3, 5))).toEqual(from(0, 10));
    expect(combine('/', from(1, 2), pointAt(2))).toEqual(from(0.5, 1));
    expect(combine('/', from(1, 2), from(-1, 1))).toEqual(everything);
    // Three tenths, whatever the machine makes of 0.1 * 3.
    expect(intersection(combine('*', pointAt(0.1), pointAt(3)), { ...everything, high: 0.3, highOpen: true })).toBe(
      undefined,
    );
  });
});

const names = ['x', 'y', 'z'] as const;
const items = new Map(names.map((name) => [name, { section: 'checklist', id: name } as unknown as ChecklistItem]));
const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...names).map((name): Formula => {
      const target = items.get(name) as ChecklistItem;
      return { kind: 'fact', fact: { id: name, span: { start: 0, end: 0 }, section: 'checklist', target } };
    }),
    whole.map((value): Formula => ({ kind: 'number', value })),
    fc
      .record({ operator: fc.constantFrom('+', '-', '*', '/'), left: tie('formula'), right: tie('formula') })
      .map((operation): Formula => ({ kind: 'operation', ...operation })),
  ),
}));

function resultWith(of: Formula, values: ReadonlyMap<unknown, number>): number {
  if (of.kind === 'operation') return compute(of.operator, resultWith(of.left, values), resultWith(of.right, values));
  return of.kind === 'fact' ? (values.get(of.fact.target) ?? Number.NaN) : of.value;
}

test('a formula never loses a result, nor facts that lead to the result that is wanted', () => {
  fc.assert(
    fc.property(formula, fc.tuple(interval, interval, interval), interval, (of, given, wanted) => {
      const before: Ranges = new Map(
        names.map((name, at) => [items.get(name) as ChecklistItem, given[at] ?? everything]),
      );
      const result = resultOf(of, before);
      const after: Ranges = new Map(before);
      const possible = contract(of, wanted, after);
      const coarse = given.map((range) =>
        numbersIn(range).filter((_, at, all) => at % 3 === 0 || at === all.length - 1),
      );
      for (const x of coarse[0] ?? []) {
        for (const y of coarse[1] ?? []) {
          for (const z of coarse[2] ?? []) {
            const values = new Map([...items.values()].map((item, at) => [item, [x, y, z][at] ?? 0]));
            const value = resultWith(of, values);
            if (!Number.isFinite(value)) continue;
            expect(inside(value, result)).toBe(true);
            if (!inside(value, wanted)) continue;
            expect(possible).toBe(true);
            for (const [item, number] of values) expect(inside(number, after.get(item) ?? everything)).toBe(true);
          }
        }
      }
    }),
    { numRuns: Math.ceil(numRuns / 5) },
  );
});

/** Classes by one fact or the impact; what really is taken is found by trying numbers. */
const criterion = fc
  .record({
    fact: fc.constantFrom('x', 'y', 'lost'),
    operator: fc.constantFrom('<', '<=', '>', '>='),
    value: fc.constantFrom(-2, 0, 1, 2, 3),
  })
  .map(({ fact, operator, value }) => ({ fact, operator, value, text: `${fact} ${operator} ${value}` }));

test('a class that some numbers lead to is never said to be out of reach', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('x + y', 'x - y', 'x * y', 'x * 2', '( x + 1 ) * y', 'x / ( y + 5 )', 'x * y + x'),
      fc.array(fc.record({ all: fc.boolean(), criteria: fc.array(criterion, { minLength: 1, maxLength: 2 }) }), {
        minLength: 1,
        maxLength: 3,
      }),
      (text, classes) => {
        const playbook = toPlaybook({
          playbook: 1,
          checklist: { x: { type: 'number' }, y: { type: 'number' } },
          impact: { lost: { formula: text } },
          severities: {
            ...Object.fromEntries(
              classes.map(({ all, criteria }, at) => [
                `s${at}`,
                { [all ? 'when_all' : 'when_any']: criteria.map((each) => each.text) },
              ]),
            ),
            last: { default: true },
          },
        });
        const lost = playbook.impact.get('lost')?.expression as Formula;
        const runs = createRuns(playbook);
        const taken = new Set<string>();
        const numbers = [-3, -2, -1, 0, 0.5, 1, 1.5, 2, 3, 4];
        for (const x of numbers) {
          for (const y of numbers) {
            const values = new Map<unknown, number>([
              [playbook.checklist.get('x'), x],
              [playbook.checklist.get('y'), y],
            ]);
            const facts = { x, y, lost: resultWith(lost, values) };
            const holds = ({ fact, operator, value }: (typeof classes)[number]['criteria'][number]) => {
              const is = facts[fact];
              return operator === '<'
                ? is < value
                : operator === '<='
                  ? is <= value
                  : operator === '>'
                    ? is > value
                    : is >= value;
            };
            const first = classes.findIndex(({ all, criteria }) =>
              all ? criteria.every(holds) : criteria.some(holds),
            );
            taken.add(first < 0 ? 'last' : `s${first}`);
          }
        }
        const possible = [...playbook.severities.values()].filter((each) => runs.canBeTaken(each)).map(({ id }) => id);
        expect(possible).toEqual(expect.arrayContaining([...taken]));
      },
    ),
    { numRuns: 2 * numRuns },
  );
});
