import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measure, measures, surelyFits } from '../../../src/core/limits/measure';
import { toSms } from '../../../src/core/limits/sms';

test('a short message in GSM-7 and in UCS-2', () => {
  expect(toSms('a'.repeat(160))).toMatchObject({ encoding: 'GSM-7', count: 160, parts: 1 });
  expect(toSms('a'.repeat(161))).toMatchObject({ encoding: 'GSM-7', parts: 2 });
  expect(toSms('a'.repeat(306))).toMatchObject({ parts: 2 });
  expect(toSms('a'.repeat(307))).toMatchObject({ parts: 3 });
  expect(toSms('{}[]~^\\|€')).toMatchObject({ encoding: 'GSM-7', count: 18 });
  expect(toSms(`${'a'.repeat(70)}—`)).toMatchObject({ encoding: 'UCS-2', count: 71, parts: 2 });
  expect(toSms('it’s')).toMatchObject({ encoding: 'UCS-2' });
  expect(toSms('あ'.repeat(70))).toMatchObject({ encoding: 'UCS-2', count: 70, parts: 1 });
  expect(toSms('あ'.repeat(134))).toMatchObject({ parts: 2 });
  expect(toSms('あ'.repeat(135))).toMatchObject({ parts: 3 });
  // A part never ends in the middle of a character.
  expect(toSms(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toMatchObject({ count: 306, parts: 3 });
  expect(toSms(`${'あ'.repeat(66)}😀${'あ'.repeat(66)}`)).toMatchObject({ count: 134, parts: 3 });
});

test('each channel counts in its own way', () => {
  expect(measure('x', 'body', 'あ\n')).toEqual({ unit: 'weighted', count: 2, limit: 280 });
  expect(measure('line', 'body', `あ\n👩‍👩‍👧`)).toMatchObject({ unit: 'characters', count: 3, limit: 1500, pieces: 1 });
  expect(measure('line', 'body', 'あ'.repeat(501))).toMatchObject({ count: 501, shown: 500, pieces: 2 });
  expect(measure('bluesky', 'body', '🇯🇵か\u3099')).toMatchObject({ count: 2, limit: 300 });
  expect(measure('instagram', 'caption', 'a'.repeat(3))).toMatchObject({ count: 3, limit: 2200 });
  expect(measure('sms', 'body', 'あ')).toMatchObject({ unit: 'sms', count: 1, limit: 670, shown: 70, pieces: 1 });
  expect(measure('status-page', 'title', 'a')).toMatchObject({ limit: 255 });
});

test('what is shown of a subject and of a notification', () => {
  expect(measure('email', 'subject', 'あ'.repeat(20))).toMatchObject({ unit: 'subject', count: 50, shown: 50 });
  expect(measure('email', 'subject', 'a'.repeat(50))).toMatchObject({ count: 50 });
  expect(measure('push-notification', 'title', 'あ'.repeat(20))).toMatchObject({
    unit: 'columns',
    count: 40,
    shown: 40,
  });
  expect(measures('push-notification', 'body', 'あ😀')).toMatchObject([
    { unit: 'columns', count: 4, shown: 100 },
    { unit: 'bytes', count: 7, limit: 4096 },
  ]);
});

test('where nothing is limited nothing is measured, and limits can be others', () => {
  expect(measure('phone', 'body', 'a')).toBeUndefined();
  expect(measure('email', 'body', 'a')).toBeUndefined();
  expect(measure('phone', 'body', 'aaa', { phone: { body: [{ unit: 'characters', most: 2 }] } })).toEqual({
    unit: 'characters',
    count: 3,
    limit: 2,
  });
});

test('a text that surely fits does fit, by every way of counting', () => {
  const units = ['weighted', 'sms', 'characters', 'bytes', 'columns', 'subject', 'hashtags'] as const;
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('https://a.co ', 'a.co.jp', 'あ', '👩‍👩‍👧', '€', '—', '#a ', '1.2 ', 'ﾊﾟ', '\u{1D160}', 'क़'),
  );
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 12 }),
      fc.constantFrom(...units),
      fc.integer({ min: 1, max: 300 }),
      (parts, unit, most) => {
        const text = parts.join('');
        const limits = { other: { body: [{ unit, most, shown: most }] } };
        if (!surelyFits('other', 'body', text, limits)) return;
        for (const { count, limit = 0, shown = 0 } of measures('other', 'body', text, limits)) {
          expect(count).toBeLessThanOrEqual(limit);
          expect(count).toBeLessThanOrEqual(shown);
        }
      },
    ),
    { numRuns: 2000 },
  );
});
