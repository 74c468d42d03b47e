import { describe, expect, test } from 'vitest';
import { expectFindings } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const plan = (channel: string, variant: string) =>
  smallPlaybook
    .replace('channels:\n', `channels:\n  post: { ${channel}, audiences: customers }\n`)
    .replace(
      '      status:\n        title: Sign-up is not working\n',
      `      ${variant}\n      status:\n        title: Sign-up is not working\n`,
    );
const tags = (count: number) => Array.from({ length: count }, (_, at) => `#tag${at}`);

describe('on Instagram', () => {
  test('a link can not be tapped', () => {
    expectFindings(
      'format-mismatch',
      plan('type: instagram', 'post: "We are sorry. <|https://acme.example/status|>"'),
      ['A link in an Instagram caption can’t be tapped. Write that the link is in the profile, or in the story.'],
    );
    expectFindings(
      'format-mismatch',
      plan('type: instagram', 'post: "障害の状況は<|https://acme.example/status|>をご覧ください"'),
      [/can’t be tapped/],
    );
  });

  test('hashtags: many are a warning, too many an error', () => {
    const many = ['We are sorry.', ...tags(5), '<|#last|>'].join(' ');
    expect(
      expectFindings('format-mismatch', plan('type: instagram', `post: "${many}"`), [/6 hashtags, and more than 5/]),
    ).toMatchObject([{ severity: 'warning' }]);
    const refused = ['We are sorry.', ...tags(30), '<|#last|>'].join(' ');
    expect(
      expectFindings('format-mismatch', plan('type: instagram', `post: "${refused}"`), [
        /31 hashtags, and 30 are the most/,
      ]),
    ).toMatchObject([{ severity: 'error' }]);
  });

  test('a channel with stories needs a text for one', () => {
    const [finding] = expectFindings(
      'format-mismatch',
      plan('type: instagram, formats: [feed, story]', '<|post|>: { caption: We are sorry. }'),
      [/^"post" also shows stories, but "notice" has no text for one/],
    );
    expect(finding?.related).toHaveLength(1);
    expectFindings(
      'format-mismatch',
      plan('type: instagram, formats: [feed, story]', 'post: { caption: Sorry, story: Sorry }'),
      [],
    );
    expectFindings('format-mismatch', plan('type: instagram, formats: [feed]', 'post: { caption: Sorry }'), []);
  });

  test('a few hashtags, and a word about the profile', () => {
    const text = `post: "We are sorry. The link is in our profile. ${tags(5).join(' ')} No. #1 is safe."`;
    expectFindings('format-mismatch', plan('type: instagram', text), []);
  });
});

describe('marks', () => {
  test('that a plain text shows as they are', () => {
    const message = '"post" shows plain text, so readers see these marks as they are. Write it without them.';
    expectFindings(
      'format-mismatch',
      plan('type: sms', 'post: "We are <|**very** |>sorry."').replace('<|**very** |>', '<|**very**|> '),
      [message],
    );
    expectFindings('format-mismatch', plan('type: x', 'post: "See <|[our page](https://acme.example)|>."'), [message]);
    expectFindings('format-mismatch', plan('type: line', 'post: |\n        <|## News|>\n        We are sorry.'), [
      message,
    ]);
  });

  test('that a mail shows as its author meant, in its body alone', () => {
    const body = 'body: "We are **very** sorry. See [our page](https://acme.example)."';
    expectFindings('format-mismatch', plan('type: email', `post: { subject: News, ${body} }`), []);
    expectFindings('format-mismatch', plan('type: email', `post: { subject: "<|**News**|>", ${body} }`), [
      /plain text/,
    ]);
  });

  test('that are none', () => {
    for (const text of ['#1 in town, 2 * 3 * 4', '[sic] (really)', 'a ** b ** c', '5 # of 6', '【重要】お知らせ'])
      expectFindings('format-mismatch', plan('type: sms', `post: "${text}"`), []);
  });
});
