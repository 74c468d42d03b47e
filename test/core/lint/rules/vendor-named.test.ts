import { expect, test } from 'vitest';
import { expectFindings, lintText } from '../../../support/lint';

interface Plan {
  readonly policy?: string;
  readonly vendor?: string;
  readonly locale?: string;
  readonly variants: string;
}

const plan = ({
  policy = 'third_party_phrase: one of our providers',
  vendor = 'vendor: Skyhost',
  locale = 'en',
  variants,
}: Plan) => `playbook: 1
status: in-review
title: A
locale: ${locale}
policy: { ${policy} }
systems:
  cloud: { ${vendor} }
channels:
  status: { type: status-page }
  email: { type: email }
  x: { type: x }
  chat: { type: slack }
messages:
  notice:
    stage: investigating
    variants:
${variants}`;

test('a vendor in a mail, and its place taken by the phrase', () => {
  const [finding] = expectFindings(
    'vendor-named',
    plan({
      variants:
        '      email:\n        subject: <|Skyhost|> is down\n        body: |\n          We work with <|skyhost|>. <|Skyhost|> says so.\n',
    }),
    [
      '"Skyhost" on "email" names a vendor, and the policy allows that on the status page only. Put a phrase in its place.',
      /^"skyhost" on "email"/,
      /^"Skyhost" on "email"/,
    ],
    plan({
      variants:
        '      email:\n        subject: One of our providers is down\n        body: |\n          We work with one of our providers. One of our providers says so.\n',
    }),
  );
  expect(finding).toMatchObject({ severity: 'error', fixes: [{ safe: true }] });
});

test('Japanese around the name, full-width letters, and quotes', () => {
  const phrase = 'third_party_phrase: ご利用の外部サービス';
  const vendor = 'vendor: Skyhost, aliases: [北斗クラウド, 北斗]';
  expectFindings(
    'vendor-named',
    plan({
      locale: 'ja',
      policy: phrase,
      vendor,
      variants: '      x: "<|Ｓｋｙｈｏｓｔ|>の障害です。<|北斗クラウド|>と<|北斗|>。"\n',
    }),
    [/「Ｓｋｙｈｏｓｔ」があります/, /「北斗クラウド」/, /「北斗」/],
    plan({
      locale: 'ja',
      policy: phrase,
      vendor,
      variants: '      x: "ご利用の外部サービスの障害です。ご利用の外部サービスとご利用の外部サービス。"\n',
    }),
    { locale: 'ja' },
  );
});

test('without an agreed phrase, one is only offered', () => {
  const [finding] = expectFindings(
    'vendor-named',
    plan({ policy: 'eta: never', variants: '      x: We wait for <|Skyhost|>.\n' }),
    [/names a vendor/],
    plan({ policy: 'eta: never', variants: '      x: We wait for one of our service providers.\n' }),
  );
  expect(finding?.fixes?.[0]?.safe).toBe(false);
});

test('the policy never to name one counts on the status page too', () => {
  expectFindings(
    'vendor-named',
    plan({
      policy: 'third_party_naming: never',
      variants: '      status: { title: <|Skyhost|> is down, body: We wait. }\n',
    }),
    [
      '"Skyhost" on "status" names a vendor, and the policy is never to do so. Say what customers need to know instead.',
    ],
  );
});

test('a text taken over from the status page', () => {
  expectFindings(
    'vendor-named',
    plan({
      variants: '      status: { title: Skyhost is down, body: We wait. }\n      email: { same_as: <|status|> }\n',
    }),
    [
      'The text that "email" takes over here names "Skyhost", and the policy does not allow that there. Write a text of its own.',
    ],
  );
});

test('in a draft it is a warning', () => {
  const text = plan({ variants: '      x: We wait for Skyhost.\n' }).replace('in-review', 'draft');
  expect(lintText(text).flatMap(({ rule, severity }) => (rule === 'vendor-named' ? severity : []))).toEqual([
    'warning',
  ]);
});

test('where it may be named', () => {
  const named = 'We wait for Skyhost.';
  expectFindings('vendor-named', plan({ variants: `      status: { title: A, body: ${named} }\n` }), []);
  expectFindings('vendor-named', plan({ variants: `      chat: ${named}\n` }), []);
  expectFindings('vendor-named', plan({ policy: 'third_party_naming: anywhere', variants: `      x: ${named}\n` }), []);
});

test('other words, addresses and placeholders are no names', () => {
  expectFindings(
    'vendor-named',
    plan({
      variants:
        '      x: "Skyhosting and MySkyhost, https://status.skyhost.test/Skyhost, skyhost.example.com, a@skyhost.test, {{skyhost}}"\n',
    }),
    [],
  );
  expectFindings('vendor-named', plan({ vendor: 'title: Skyhost', variants: '      x: We wait for Skyhost.\n' }), []);
});

test('a message in a language that is not judged', () => {
  expectFindings('vendor-named', plan({ locale: 'de', variants: '      x: Skyhost ist gestört.\n' }), []);
});
