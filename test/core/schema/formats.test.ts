import { expect, test } from 'vitest';
import { type FormatName, formats } from '../../../src/core/schema/formats';

const cases: { readonly [name in FormatName]: { readonly yes: readonly string[]; readonly no: readonly string[] } } = {
  amount: { yes: ['4000', '3%', '0.5', '-2'], no: ['4,000', 'many', '3 %', ''] },
  approvable: {
    yes: ['sorry_page', 'messages.第一報', 'flows.main'],
    no: ['messages.', 'severities.a', 'messages.a b', 'flow.main'],
  },
  date: {
    yes: ['2026-11-24', '2028-02-29', '2000-02-29'],
    no: ['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-2', '2026/01/02'],
  },
  datetime: {
    yes: ['2026-11-27T20:00+09:00', '2026-11-27T20:00', '2026-11-27T20:00:30Z'],
    no: [
      '2026-11-27',
      '2026-11-27 20:00',
      '2026-11-27T24:00',
      '2026-11-27T20:60',
      '2026-02-30T20:00',
      '2026-11-27T20:00+9',
    ],
  },
  duration: { yes: ['90s', '15m', '2h', '5d', '0m'], no: ['15', '15 m', '1.5h', '15分', '1h30m', '-5m', 'm', ''] },
  every: { yes: ['update_every', '30m'], no: ['updateevery', '30'] },
  expression: {
    yes: ['lost_sales >= 1000', 'a=b', '影響 != 一部', 'fault = ours', 'share > 5%', 'a = 2026-11-27T20:00'],
    no: ['a', 'a >', '> 3', 'a >= 3 and b < 2', 'a == 3', 'a => 3', 'a + b > 3', '1a > 2', '', 'a > \n'],
  },
  formula: {
    yes: ['a', '3', 'a * b', '(a + 1.5) / 60', 'visits-per-hour * 売上', 'a - (b - c)', '((a))'],
    no: ['', 'a *', '* a', 'a b', '(a', 'a)', 'a*b', 'a ^ b', '()', 'a + * b', '3x', 'a; b'],
  },
  hash: { yes: [`sha256:${'0a'.repeat(32)}`], no: [`sha256:${'0A'.repeat(32)}`, 'sha256:', '0a'.repeat(32)] },
  id: { yes: ['a', '状況確認', 'a-b_2', 'が', 'が'], no: ['1a', '_a', '-a', 'a b', 'a.b', '', '○'] },
  locale: {
    yes: ['ja', 'ja-JP', 'zh-Hant-TW', 'en-GB', 'uk', 'es-419'],
    no: ['jp', 'ja_JP', 'japanese', 'jp-JP', 'j', 'en-', ''],
  },
  percent: { yes: ['2.4%', '0%', '100%', '0.5', '1'], no: ['101%', '2', '2,4%', '-1%', '%', 'half'] },
  reach: { yes: ['tel:+81-3-0000-0001', 'slack:@amina', 'mailto:a@b.example'], no: ['@amina', '03-0000-0001', 'tel:'] },
  timezone: {
    yes: ['UTC', 'Asia/Tokyo', 'Europe/London', 'America/Argentina/Buenos_Aires'],
    no: ['JST', 'Tokyo', 'Asia/Tokio', '+09:00', ''],
  },
  url: {
    yes: ['https://a.example/b?c#d', 'http://a', 'mailto:a@b.example', 'tel:+81-3-0000-0001'],
    no: ['a.example', 'https://', 'https:///a', 'ftp://a', 'https://a b', 'tel:help', 'javascript:alert(1)'],
  },
};

test.each(Object.keys(cases) as FormatName[])('%s', (name) => {
  for (const text of cases[name].yes) expect(formats[name](text), text).toBe(true);
  for (const text of cases[name].no) expect(formats[name](text), text).toBe(false);
});

test('a text of a million characters takes no time', () => {
  const tails = ['!', ' ', 'a', '<', ''];
  const heads = ['', 'https://', 'tel:', 'mailto:', 'a = ', 'a', 'ja', 'messages.', '2026-11-27T'];
  const fillers = ['1', ' ', 'a', '-a', '(', '.', 'a ', '-aa'];
  const start = performance.now();
  for (const head of heads) {
    for (const filler of fillers) {
      for (const tail of tails) {
        const text = head + filler.repeat(100_000) + tail;
        for (const check of Object.values(formats)) check(text);
      }
    }
  }
  expect((performance.now() - start) / (heads.length * fillers.length * tails.length)).toBeLessThan(200);
});
