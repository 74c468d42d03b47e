import { describe, expect, it } from 'vitest';
import { hasPassed, toDate, toInstant } from '../../../src/core/text/time';

describe('toInstant', () => {
  it.each([
    ['2026-11-24', 'UTC', '2026-11-24T00:00:00.000Z'],
    ['2026-11-24', 'Asia/Tokyo', '2026-11-23T15:00:00.000Z'],
    ['2026-11-27T20:00+09:00', 'UTC', '2026-11-27T11:00:00.000Z'],
    ['2026-11-27T20:00', 'Asia/Tokyo', '2026-11-27T11:00:00.000Z'],
    ['2026-11-27T20:00:30-03:30', 'UTC', '2026-11-27T23:30:30.000Z'],
    ['2027-03-28', 'Europe/London', '2027-03-28T00:00:00.000Z'],
    ['2027-03-29', 'Europe/London', '2027-03-28T23:00:00.000Z'],
    ['2027-06-01T12:00', 'No/Where', '2027-06-01T12:00:00.000Z'],
  ])('%s in %s', (text, timezone, instant) => {
    expect(new Date(toInstant(text, timezone) ?? Number.NaN).toISOString()).toBe(instant);
  });

  it.each(['2026-02-30', '2026-13-01', 'tomorrow', '2026-1-1', ''])('%j is no day', (text) => {
    expect(toInstant(text, 'UTC')).toBeUndefined();
  });
});

describe('hasPassed', () => {
  const at = (text: string) => Date.parse(text);
  it('a date when the next begins', () => {
    expect(hasPassed('2026-11-23', 'Asia/Tokyo', at('2026-11-23T14:59:59Z'))).toBe(false);
    expect(hasPassed('2026-11-23', 'Asia/Tokyo', at('2026-11-23T15:00:00Z'))).toBe(true);
  });
  it('a time at once', () => {
    expect(hasPassed('2026-11-23T10:00Z', 'Asia/Tokyo', at('2026-11-23T09:59Z'))).toBe(false);
    expect(hasPassed('2026-11-23T10:00Z', 'Asia/Tokyo', at('2026-11-23T10:00Z'))).toBe(true);
  });
});

describe('toDate', () => {
  it.each([
    ['2026-11-23T14:59Z', 'Asia/Tokyo', '2026-11-23'],
    ['2026-11-23T15:00Z', 'Asia/Tokyo', '2026-11-24'],
    ['2027-03-01T04:00Z', 'America/New_York', '2027-02-28'],
    ['2027-03-01T04:00Z', 'No/Where', '2027-03-01'],
  ])('%s in %s', (instant, timezone, date) => {
    expect(toDate(Date.parse(instant), timezone)).toBe(date);
  });
});
