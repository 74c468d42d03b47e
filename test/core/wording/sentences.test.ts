import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../src/core/wording/sentences';
import { readCases } from './corpus';

const cut = (text: string, locale: 'ja' | 'en') => sentencesOf(text, locale).map((sentence) => sentence.text);

describe('sentences', () => {
  it.each<['ja' | 'en', string, readonly string[]]>([
    ['ja', 'つながりません。申し訳ございません。', ['つながりません。', '申し訳ございません。']],
    ['ja', '「つながりません。」という画面が出ます。', ['「つながりません。」という画面が出ます。']],
    ['ja', '「つながりません。」ご不便をおかけします。', ['「つながりません。」', 'ご不便をおかけします。']],
    ['ja', '金利は1.5%です。正しくは0.15%です。', ['金利は1.5%です。', '正しくは0.15%です。']],
    ['ja', '直りました！ありがとう。', ['直りました！', 'ありがとう。']],
    ['ja', '詳しくはhttps://a.example/b.htmlをご覧ください。', ['詳しくはhttps://a.example/b.htmlをご覧ください。']],
    ['ja', '・発生：10時\n・復旧：11時\n※ 返金します。', ['発生：10時', '復旧：11時', '返金します。']],
    ['ja', '一部のお客さまが、\nログインできません。', ['一部のお客さまが、 ログインできません。']],
    ['ja', '{{name}} 様\n\nいつもありがとうございます。店長の森田です。\n決済ができません。', ['決済ができません。']],
    ['ja', 'お客さま各位\n平素は格別のご愛顧を賜り、御礼申し上げます。決済ができません。', ['決済ができません。']],
    ['ja', '【重要】\n## 影響\n決済ができません。', ['決済ができません。']],
    ['ja', '通信障害について\n\n通話ができません。', ['通話ができません。']],
    ['ja', '次は{{next_update_at}}です。以上です。', ['次は{{next_update_at}}です。', '以上です。']],
    ['en', 'It is down. We are sorry.', ['It is down.', 'We are sorry.']],
    [
      'en',
      'Mr. Jones paid approx. 1.5 % at 9 a.m. on Monday. Sorry.',
      ['Mr. Jones paid approx. 1.5 % at 9 a.m. on Monday.', 'Sorry.'],
    ],
    ['en', 'See https://a.example/b.c?d=1. Sorry.', ['See https://a.example/b.c?d=1.', 'Sorry.']],
    [
      'en',
      'Next update at {{next_update_at}}. {{brand.we}} is sorry.',
      ['Next update at {{next_update_at}}.', '{{brand.we}} is sorry.'],
    ],
    ['en', 'Checkout is down for\neveryone. Sorry.', ['Checkout is down for everyone.', 'Sorry.']],
    ['en', 'Dear {{name}},\n\nCheckout is down.', ['Checkout is down.']],
    ['en', 'Hi there,\nCheckout is down.', ['Checkout is down.']],
    ['en', 'Thank you for calling. Booking is down.', ['Booking is down.']],
    ['en', 'Statement on service\n\nCalls drop.', ['Calls drop.']],
    ['en', '* Start: 10:00\n* End: 11:00\n1. One', ['Start: 10:00', 'End: 11:00', 'One']],
    ['en', 'Really?! Yes! "Sorry." We know.', ['Really?!', 'Yes!', '"Sorry."', 'We know.']],
    ['en', '   \n\t\n', []],
    ['ja', '。。。', ['。。。']],
  ])('%s: %j', (locale, text, sentences) => {
    expect(cut(text, locale)).toEqual(sentences);
  });

  it('stand where they say', () => {
    for (const locale of ['ja', 'en'] as const) {
      for (const { text, body, caption } of readCases(`${locale}.good`)) {
        const whole = text ?? body ?? caption ?? '';
        let end = 0;
        for (const sentence of sentencesOf(whole, locale)) {
          expect(whole.slice(sentence.from, sentence.to).replaceAll('\n', ' ')).toBe(sentence.text);
          expect(sentence.from).toBeGreaterThanOrEqual(end);
          end = sentence.to;
        }
      }
    }
  });

  it('are cut at a full stop where the segmenter cuts, when nothing is doubtful', () => {
    for (const locale of ['ja', 'en'] as const) {
      const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
      for (const { text, body } of readCases(`${locale}.good`)) {
        for (const line of (text ?? body ?? '').split('\n')) {
          // Names in braces, addresses, abbreviations and quotes are where this project cuts by its own rules.
          if (/[{「]|:\/\/|\.m\.|^\s*[-*#■・※0-9]|様$|【|Dear|Hi |Hello|ありがとう|Thank you for|各位/.test(line))
            continue;
          const expected = [...segmenter.segment(line)].map(({ segment }) => segment.trim());
          const actual = cut(line, locale);
          if (actual.length > 0) expect(actual).toEqual(expected);
        }
      }
    }
  });
});
