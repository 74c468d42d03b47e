import type { Expression, Fact, FactType, Operator } from '../model/playbook';
import { toNfc } from '../text/nfc';
import { isDate, toInstant } from '../text/time';
import { hull, type Interval, intersection, pointAt } from './interval';

/**
 * The values of a fact, in as few cells as the criteria tell apart: `share >= 50%` needs "below 50 %", "50 %" and
 * "above". A set of values is a bit per cell; bit 0 stands for "not known".
 */
export interface FactCells {
  /** All that the fact can be once it is known. */
  readonly all: bigint;
  /** Where the criterion holds. Not known is never in it. */
  where(operator: Operator, constant: Constant): bigint;
  /** The cell of one value; undefined where the fact can't be that. */
  cellOf(value: string | number): bigint | undefined;
  /** Between which numbers a set of values lies; undefined for no value, and for a fact that is no number. */
  spanOf(mask: bigint): Interval | undefined;
  /** The cells that have a value in the interval. */
  within(interval: Interval): bigint;
}

export const unknown = 1n;

/** A number, a text, or a span of time like a whole day: from the first moment up to the one when it has passed. */
export type Constant = number | string | { readonly from: number; readonly to: number };

type Kind = FactType | 'impact';

export function kindOf(fact: Fact): Kind {
  return fact.section === 'impact' ? 'impact' : fact.type;
}

/** What the criterion compares with; undefined where it can't be compared with that. */
export function constantOf(expression: Expression, fact: Fact, timezone: string): Constant | undefined {
  const kind = kindOf(fact);
  const ordered = isOrdered(kind);
  if (!ordered && expression.operator !== '=' && expression.operator !== '!=') return undefined;
  return expression.number ?? readConstant(kind, expression.value, timezone);
}

export function readConstant(kind: Kind, value: string | number, timezone: string): Constant | undefined {
  const text = String(value).trim();
  switch (kind) {
    case 'percent':
    case 'minutes':
    case 'number':
    case 'money':
    case 'impact': {
      const number = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
      return text === '' || !Number.isFinite(number) ? undefined : number;
    }
    case 'date':
      return dayOf(text);
    case 'datetime':
      return momentsOf(text, timezone);
    case 'time': {
      const parts = /^(\d{1,2}):(\d{2})$/.exec(text);
      return parts === null ? undefined : Number(parts[1]) * 60 + Number(parts[2]);
    }
    default:
      return toNfc(text);
  }
}

const day = 86_400_000;

/** Days since 1970, whatever the zone. */
function dayOf(text: string): number | undefined {
  const start = isDate(text) ? toInstant(text, 'UTC') : undefined;
  return start === undefined ? undefined : start / day;
}

/** A date among date-times is a whole day in the zone. */
function momentsOf(text: string, timezone: string): Constant | undefined {
  const from = toInstant(text, timezone);
  if (from === undefined || !isDate(text)) return from;
  const next = new Date(((dayOf(text) ?? 0) + 1) * day).toISOString().slice(0, 10);
  const to = toInstant(next, timezone);
  return to === undefined ? undefined : { from, to };
}

function isOrdered(kind: Kind): boolean {
  return kind !== 'text' && kind !== 'choice' && kind !== 'yes-no';
}

/** The cells of a fact that is compared with these constants. */
export function buildCells(fact: Fact, constants: readonly Constant[], timezone: string): FactCells {
  const kind = kindOf(fact);
  if (isOrdered(kind)) return orderedCells(kind, constants, timezone);
  const named = new Set(constants.filter((constant) => typeof constant === 'string'));
  if (kind === 'yes-no') return namedCells(['yes', 'no'], named, false);
  if (kind === 'choice' && fact.section === 'checklist') return namedCells([...fact.choices.keys()], named, false);
  return namedCells([], named, true);
}

/** One cell for each value that a criterion names, one for all the others. */
function namedCells(values: readonly string[], named: ReadonlySet<string>, open: boolean): FactCells {
  const possible = open ? [...named] : values.filter((value) => named.has(value));
  const cells = new Map(possible.map((value, at) => [value, 1n << BigInt(at + 1)]));
  const rest = open || values.some((value) => !named.has(value)) ? 1n << BigInt(cells.size + 1) : 0n;
  const known = new Set(values);
  const all = [...cells.values()].reduce((sum, cell) => sum | cell, rest);
  return {
    all,
    where(operator, constant) {
      const cell = typeof constant === 'string' ? (cells.get(constant) ?? 0n) : 0n;
      return operator === '=' ? cell : operator === '!=' ? all & ~cell : 0n;
    },
    cellOf(value) {
      const text = toNfc(String(value));
      return cells.get(text) ?? (open || known.has(text) ? rest : undefined);
    },
    spanOf: () => undefined,
    within: () => all,
  };
}

/** What a fact of the kind can be: a percentage is a number from 0 to 1. */
const range: { readonly [kind in Kind]?: readonly [number, number] } = {
  percent: [0, 1],
  minutes: [0, Number.POSITIVE_INFINITY],
  time: [0, 1439],
};

/** The bound that the sample is, or the gap between two bounds that it lies in. */
function cellAround(sample: number, sorted: readonly number[]): Interval {
  if (sorted.includes(sample)) return pointAt(sample);
  const low = sorted.findLast((bound) => bound < sample) ?? Number.NEGATIVE_INFINITY;
  const high = sorted.find((bound) => bound > sample) ?? Number.POSITIVE_INFINITY;
  return { low, high, lowOpen: true, highOpen: true };
}

/** A cell for each constant and one for each gap between two, each seen through a value in it. */
function orderedCells(kind: Kind, constants: readonly Constant[], timezone: string): FactCells {
  const [least, most] = range[kind] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const bounds = constants.flatMap((constant) =>
    typeof constant === 'number' ? [constant] : typeof constant === 'string' ? [] : [constant.from, constant.to],
  );
  for (const end of [least, most]) if (Number.isFinite(end)) bounds.push(end);
  const sorted = [...new Set(bounds)].sort((a, b) => a - b);
  const samples: number[] = [];
  for (const [at, bound] of sorted.entries()) {
    const before = sorted[at - 1];
    if (before === undefined) samples.push(bound - 1);
    else if (kind !== 'date' || bound - before > 1) samples.push((bound + before) / 2);
    samples.push(bound);
  }
  samples.push((sorted.at(-1) ?? 0) + 1);
  const inRange = samples.filter((sample) => sample >= least && sample <= most);
  const bits = inRange.map((_, at) => 1n << BigInt(at + 1));
  const maskWhere = (test: (sample: number, at: number) => boolean) => {
    let mask = 0n;
    for (const [at, sample] of inRange.entries()) if (test(sample, at)) mask |= bits[at] ?? 0n;
    return mask;
  };
  let known: readonly Interval[] | undefined;
  const intervals = () => {
    known ??= inRange.map((sample) => cellAround(sample, sorted));
    return known;
  };
  return {
    all: maskWhere(() => true),
    spanOf(mask) {
      let span: Interval | undefined;
      for (const [at, cell] of intervals().entries())
        if ((mask & (bits[at] ?? 0n)) !== 0n) span = span === undefined ? cell : hull(span, cell);
      return span;
    },
    within(interval) {
      const cells = intervals();
      return maskWhere((_, at) => intersection(cells[at] ?? interval, interval) !== undefined);
    },
    where: (operator, constant) =>
      typeof constant === 'string' ? 0n : maskWhere((sample) => holds(sample, operator, constant)),
    cellOf(value) {
      const constant = readConstant(kind, value, timezone);
      const number = typeof constant === 'object' ? constant.from : constant;
      if (typeof number !== 'number' || number < least || number > most) return undefined;
      const exact = inRange.indexOf(number);
      if (exact >= 0) return 1n << BigInt(exact + 1);
      const above = sorted.findIndex((bound) => bound > number);
      const below = above < 0 ? sorted.at(-1) : sorted[above - 1];
      const beyond = above < 0 ? Number.POSITIVE_INFINITY : (sorted[above] ?? 0);
      return maskWhere((sample) => sample > (below ?? Number.NEGATIVE_INFINITY) && sample < beyond);
    },
  };
}

function holds(value: number, operator: Operator, constant: number | { readonly from: number; readonly to: number }) {
  const { from, to } = typeof constant === 'number' ? { from: constant, to: constant } : constant;
  const before = value < from;
  const after = typeof constant === 'number' ? value > from : value >= to;
  switch (operator) {
    case '=':
      return !before && !after;
    case '!=':
      return before || after;
    case '<':
      return before;
    case '<=':
      return !after;
    case '>':
      return after;
    case '>=':
      return !before;
  }
}
