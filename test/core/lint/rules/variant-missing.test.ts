import { expect, test } from 'vitest';
import { expectFindings, lintText } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const addChannel = (text: string, line: string) => text.replace('checklist:\n', `  ${line}\nchecklist:\n`);
const announce = (text: string, channels: string) => text.replace('channels: [status]', `channels: ${channels}`);
const mine = (text: string) => lintText(text).filter(({ rule }) => rule === 'variant-missing');

test('a channel of the class that the message has no text for', () => {
  const text = announce(addChannel(smallPlaybook, 'email: { type: email }'), '[status, email]')
    .replace('message: notice', 'message: <|notice|>')
    .replace('message: over', 'message: <|over|>');
  const [finding] = expectFindings('variant-missing', text, [
    'This step sends "notice" on "email", where it has no text. Write one under "variants".',
    'This step sends "over" on "email", where it has no text. Write one under "variants".',
  ]);
  expect(finding?.severity).toBe('error');
});

test('the stub has the parts that the channel needs', () => {
  const text = addChannel(smallPlaybook, 'email: { type: email }').replace('channels: announced', 'channels: email');
  const [start = '', end = ''] = [
    text.slice(0, text.indexOf('message: over')),
    text.slice(text.indexOf('message: over')),
  ];
  expectFindings(
    'variant-missing',
    `${start}${end.replace('message: over', 'message: <|over|>')}`,
    [/sends "over" on "email"/],
    `${text}      email:\n        subject: "To do: All clear"\n        body: "To do: All clear"\n`,
  );
});

test('a text without the parts that the channel needs', () => {
  const text = smallPlaybook
    .replace('        title: Sign-up works again\n', '')
    .replace('message: over', 'message: <|over|>');
  const [finding] = expectFindings(
    'variant-missing',
    text,
    ['The text of "over" for "status" lacks its "title".'],
    `${smallPlaybook.replace('        title: Sign-up works again\n', '')}        title: "To do: All clear"\n`,
  );
  const source = text.replaceAll('<|', '').replaceAll('|>', '');
  expect(finding?.related?.map(({ span }) => source.slice(span.start, span.end))).toEqual(['status']);
});

test('a mail written as plain text has no subject', () => {
  const text =
    `${addChannel(smallPlaybook, 'email: { type: email }').replace('channels: announced', 'channels: [status, email]')}      email: |
        Sign-up works again.
`.replace('message: over', 'message: <|over|>');
  expectFindings('variant-missing', text, ['The text of "over" for "email" lacks its "subject".']);
});

test('a language that the channel is read in', () => {
  const text = smallPlaybook.replace('operators: amina }', 'operators: amina, locales: [en-GB, ja] }');
  expectFindings(
    'variant-missing',
    text.replace('message: notice', 'message: <|notice|>').replace('message: over', 'message: <|over|>'),
    [
      '"notice" has no text in "ja" for "status", which is read in that language.',
      '"over" has no text in "ja" for "status", which is read in that language.',
    ],
  );
  const translated = `${text}  over_ja: { locale: ja-JP, translation_of: over, variants: { status: { title: 復旧, body: 復旧しました } } }\n`;
  expectFindings('variant-missing', translated.replace('message: notice', 'message: <|notice|>'), [
    /^"notice" has no text in "ja"/,
  ]);
});

test('in a draft it is information', () => {
  const text = announce(addChannel(smallPlaybook, 'email: { type: email }'), '[status, email]').replace(
    'in-review',
    'draft',
  );
  expect(mine(text).map(({ severity }) => severity)).toEqual(['info', 'info']);
});

test('messages with all their texts, also taken over from another channel', () => {
  expectFindings('variant-missing', smallPlaybook, []);
  const text = announce(addChannel(smallPlaybook, 'email: { type: email }'), '[status, email]');
  const both = text
    .replace('  over:\n', '      email: { same_as: status }\n  over:\n')
    .concat('      email: { same_as: status }\n');
  expectFindings('variant-missing', both, []);
});

test("a channel that no step sends on needs no text, and one that can't be read is another finding", () => {
  expectFindings('variant-missing', addChannel(smallPlaybook, 'email: { type: email }'), []);
  expectFindings('variant-missing', smallPlaybook.replace('message: over', 'message: ovr'), []);
  expectFindings('variant-missing', smallPlaybook.replace('channels: announced', 'channels: [statos]'), []);
});

test("what is misspelt or empty is one finding, and not this rule's", () => {
  const misspelt: readonly (readonly [string, string])[] = [
    ['        title: Sign-up works again\n', '        titel: Sign-up works again\n'],
    ['        title: Sign-up works again\n', '        title:\n'],
    ['    variants:\n', '    varients:\n'],
    ['      status:\n        title: Sign-up works', '      statsu:\n        title: Sign-up works'],
    ['        channels: announced\n', '        chanels: announced\n'],
  ];
  for (const [right, wrong] of misspelt) {
    expect(smallPlaybook).toContain(right);
    expectFindings('variant-missing', smallPlaybook.replace(right, wrong), []);
  }
});
