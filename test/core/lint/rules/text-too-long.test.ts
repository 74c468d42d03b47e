import { expect, test } from 'vitest';
import { expectFindings, lintText } from '../../../support/lint';

const channels = `channels:
  x: { type: x }
  sms: { type: sms }
  line: { type: line }
  email: { type: email }
  push: { type: push-notification }
  status: { type: status-page }
`;
const plan = (variants: string, locale = 'ja') => `playbook: 1
status: in-review
title: A
locale: ${locale}
${channels}variables:
  shop: { max: 10 }
messages:
  notice:
    stage: investigating
    variants:
${variants}`;
const severities = (text: string) =>
  lintText(text).flatMap(({ rule, severity }) => (rule === 'text-too-long' ? severity : []));

test('too long for X, counted as X does', () => {
  const [finding] = expectFindings('text-too-long', plan(`      <|x|>: ${'あ'.repeat(141)}\n`), [
    '"notice" can be too long for "x": X counts 282 with every variable at its longest, and takes 280. A full-width character counts 2, an address 23.',
  ]);
  expect(finding?.severity).toBe('error');
  expectFindings('text-too-long', plan(`      x: |\n        ${'あ'.repeat(140)}\n`), []);
});

test('variables count at their longest', () => {
  expectFindings('text-too-long', plan(`      <|x|>: ${'あ'.repeat(131)}{{shop}}\n`), [/X counts 282/]);
  expectFindings('text-too-long', plan(`      x: ${'あ'.repeat(130)}{{shop}}\n`), []);
});

test('what is cut off is a warning', () => {
  const found = expectFindings(
    'text-too-long',
    plan(`      <|email|>: { subject: ${'あ'.repeat(21)}, body: a }
      <|push|>: { title: ${'あ'.repeat(21)}, body: ${'あ'.repeat(50)} }
`),
    [
      'The subject of "notice" can be cut off on "email": readers see about 20 full-width or 50 half-width characters of it. Put what matters first, and shorten it.',
      'The title of "notice" can be cut off on "push": readers see about 20 full-width or 40 half-width characters of it. Put what matters first, and shorten it.',
    ],
  );
  expect(found.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
});

test('what goes out in pieces', () => {
  const found = expectFindings(
    'text-too-long',
    plan(`      <|sms|>: ${'あ'.repeat(71)}\n      <|line|>: ${'あ'.repeat(501)}\n`),
    [
      '"notice" can go out on "sms" in 2 pieces: 71 characters with every variable at its longest, and one piece holds 70. Shorten it.',
      /"line" in 2 pieces: 501 characters/,
    ],
  );
  expect(found.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  expect(severities(plan(`      sms: ${'あ'.repeat(671)}\n      line: ${'あ'.repeat(1501)}\n`))).toEqual([
    'error',
    'error',
  ]);
});

test('a text taken over from another channel is too long at its same_as', () => {
  expectFindings(
    'text-too-long',
    plan(`      status: { title: A, body: ${'あ'.repeat(200)} }\n      x: { same_as: <|status|> }\n`),
    [/^"notice" can be too long for "x"/],
  );
});

test('in a draft it is a warning', () => {
  expect(severities(plan(`      x: ${'あ'.repeat(141)}\n`).replace('in-review', 'draft'))).toEqual(['warning']);
});

test('what fits, and where nothing is limited', () => {
  expectFindings(
    'text-too-long',
    plan(`      status: { title: A, body: ${'あ'.repeat(9000)} }
      email: { subject: ${'あ'.repeat(20)}, body: ${'あ'.repeat(9000)} }
      sms: ${'あ'.repeat(70)}
      nowhere: ${'あ'.repeat(9000)}
`),
    [],
  );
});

test('says it in Japanese', () => {
  expectFindings(
    'text-too-long',
    plan(`      <|x|>: ${'あ'.repeat(141)}\n`),
    [/^「notice」は「x」には長すぎます。/],
    undefined,
    {
      locale: 'ja',
    },
  );
});
