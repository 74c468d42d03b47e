import type { Formula } from '../model/playbook';

/** All numbers between two ends. An end that is `open` does not belong to it; an infinite one never does. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

type Operator = Extract<Formula, { kind: 'operation' }>['operator'];

export const everything: Interval = {
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  lowOpen: true,
  highOpen: true,
};

export function pointAt(value: number): Interval {
  return { low: value, high: value, lowOpen: false, highOpen: false };
}

/** Numbers that differ by no more than rounding does: 0.1 * 3 is 0.3. Money, minutes and shares are never so small. */
function isSame(one: number, other: number): boolean {
  if (one === other) return true;
  if (!Number.isFinite(one) || !Number.isFinite(other)) return false;
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
}

/** What both have; undefined where that is nothing. */
export function intersection(one: Interval, other: Interval): Interval | undefined {
  const [oneLow, oneHigh] = endsOf(one);
  const [otherLow, otherHigh] = endsOf(other);
  const low = innerOf(oneLow, otherLow, (a, b) => a > b);
  const high = innerOf(oneHigh, otherHigh, (a, b) => a < b);
  if (isSame(low.at, high.at) ? low.open || high.open : low.at > high.at) return undefined;
  return { low: low.at, high: high.at, lowOpen: low.open, highOpen: high.open };
}

function innerOf(one: End, other: End, isInner: (one: number, other: number) => boolean): End {
  if (isSame(one.at, other.at)) return { at: one.at, open: one.open || other.open };
  return isInner(one.at, other.at) ? one : other;
}

/** Whether all of one belongs to the other. */
export function isWithin(one: Interval, other: Interval): boolean {
  const low = one.low > other.low || (one.low === other.low && (one.lowOpen || !other.lowOpen));
  return low && (one.high < other.high || (one.high === other.high && (one.highOpen || !other.highOpen)));
}

/** The smallest interval that holds both. */
export function hull(one: Interval, other: Interval): Interval {
  const low = outerOf(one.low, one.lowOpen, other.low, other.lowOpen, one.low < other.low);
  const high = outerOf(one.high, one.highOpen, other.high, other.highOpen, one.high > other.high);
  return { low: low.at, high: high.at, lowOpen: low.open, highOpen: high.open };
}

function outerOf(one: number, oneOpen: boolean, other: number, otherOpen: boolean, isOuter: boolean): End {
  if (isSame(one, other)) return { at: isOuter ? one : other, open: oneOpen && otherOpen };
  return isOuter ? { at: one, open: oneOpen } : { at: other, open: otherOpen };
}

/**
 * Every result that numbers of the two can have, or a little more. Interval arithmetic as in IEEE 1788 with ends that
 * may be open: https://en.wikipedia.org/wiki/Interval_arithmetic. Division by what may be 0 can give anything.
 */
export function combine(operator: Operator, left: Interval, right: Interval): Interval {
  switch (operator) {
    case '+':
      return ends(
        left.low + right.low,
        left.high + right.high,
        left.lowOpen || right.lowOpen,
        left.highOpen || right.highOpen,
      );
    case '-':
      return ends(
        left.low - right.high,
        left.high - right.low,
        left.lowOpen || right.highOpen,
        left.highOpen || right.lowOpen,
      );
    case '*':
      if (isPoint(left)) return scaled(right, left.low);
      if (isPoint(right)) return scaled(left, right.low);
      return ofCorners(left, right, (one, other) => (one === 0 || other === 0 ? 0 : one * other));
    case '/':
      if (isPoint(right) && right.low !== 0) return scaled(left, 1 / right.low);
      if (right.low < 0 ? right.high >= 0 : right.low === 0) return divideByEndAtZero(left, right);
      return ofCorners(left, right, (one, other) => (one === 0 || !Number.isFinite(other) ? 0 : one / other));
  }
}

function isPoint({ low, high }: Interval): boolean {
  return low === high;
}

/** Every number of the interval times one: most formulas are made of such. */
function scaled({ low, high, lowOpen, highOpen }: Interval, factor: number): Interval {
  if (factor === 0) return pointAt(0);
  return factor > 0
    ? { low: low * factor, high: high * factor, lowOpen, highOpen }
    : { low: high * factor, high: low * factor, lowOpen: highOpen, highOpen: lowOpen };
}

/** By numbers that are all above 0, or all below: as large as one likes, but of one sign where the dividend is. */
function divideByEndAtZero(left: Interval, right: Interval): Interval {
  const positive = right.low === 0 && right.lowOpen;
  const negative = right.high === 0 && right.highOpen;
  if (!positive && !negative) return everything;
  const sign = positive ? 1 : -1;
  if (left.low >= 0) return half(sign, left.low > 0 || left.lowOpen);
  if (left.high <= 0) return half(-sign, left.high < 0 || left.highOpen);
  return everything;
}

function half(sign: number, open: boolean): Interval {
  return sign > 0 ? { ...everything, low: 0, lowOpen: open } : { ...everything, high: 0, highOpen: open };
}

function ends(low: number, high: number, lowOpen: boolean, highOpen: boolean): Interval {
  return {
    low: Number.isNaN(low) ? Number.NEGATIVE_INFINITY : low,
    high: Number.isNaN(high) ? Number.POSITIVE_INFINITY : high,
    lowOpen: lowOpen || !Number.isFinite(low),
    highOpen: highOpen || !Number.isFinite(high),
  };
}

/** Where the result grows or falls with each of the two alone, its ends are among those of the corners. */
function ofCorners(left: Interval, right: Interval, compute: (one: number, other: number) => number): Interval {
  const corners: End[] = [];
  for (const one of endsOf(left)) {
    for (const other of endsOf(right)) {
      const at = compute(one.at, other.at);
      // Nothing times whatever is nothing: only that end has to be there.
      const open = at === 0 ? !(isThere(one) || isThere(other)) : one.open || other.open;
      corners.push({ at, open: open || !Number.isFinite(at) });
    }
  }
  return spanned(corners);
}

interface End {
  readonly at: number;
  readonly open: boolean;
}

function endsOf({ low, high, lowOpen, highOpen }: Interval): readonly [End, End] {
  return [
    { at: low, open: lowOpen },
    { at: high, open: highOpen },
  ];
}

/** A 0 that belongs to its interval. */
function isThere({ at, open }: End): boolean {
  return at === 0 && !open;
}

/** Of equal ends, one that belongs to it is enough. */
function spanned(all: readonly End[]): Interval {
  let low: End = { at: Number.POSITIVE_INFINITY, open: true };
  let high: End = { at: Number.NEGATIVE_INFINITY, open: true };
  for (const end of all) {
    if (isSame(end.at, low.at)) low = { at: Math.min(end.at, low.at), open: end.open && low.open };
    else if (end.at < low.at) low = end;
    if (isSame(end.at, high.at)) high = { at: Math.max(end.at, high.at), open: end.open && high.open };
    else if (end.at > high.at) high = end;
  }
  return { low: low.at, high: high.at, lowOpen: low.open, highOpen: high.open };
}
