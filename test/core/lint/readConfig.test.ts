import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/core/lint/readConfig';
import { applyEdits } from '../../../src/core/text/span';
import { lintText, translators } from '../../support/lint';
import { dedent, readMarks } from '../../support/marks';
import { smallPlaybook } from '../../support/small';

/** The marked places are the findings, with these messages. */
function expectMistakes(source: string, messages: readonly (string | RegExp)[]) {
  const { text, spans } = readMarks(dedent(source));
  const read = readConfig(text, translators.en);
  expect(read.findings.map(({ span }) => text.slice(span.start, span.end))).toEqual(
    spans.map(({ start, end }) => text.slice(start, end)),
  );
  expect(read.findings.map(({ span }) => span.start)).toEqual(spans.map(({ start }) => start));
  for (const [at, message] of messages.entries()) expect(read.findings[at]?.message).toMatch(message);
  expect(read.findings).toHaveLength(messages.length);
  return { ...read, text };
}

describe('a configuration', () => {
  test('sets levels and limits; what is for others is left alone', () => {
    const { config } = expectMistakes(
      `
      rules: { jargon: off, hard-to-read: warning }
      limits:
        x: { body: { most: 4000 } }
        push-notification: { title: { shown: 30, most: 2000 } }
        phone: { body: { shown: 200 } }
        instagram: { hashtags: { shown: 3 } }
      x-team: whatever
      `,
      [],
    );
    expect(config.rules).toEqual({ jargon: 'off', 'hard-to-read': 'warning' });
    expect(config.limits.x?.body).toEqual([{ unit: 'weighted', most: 4000 }]);
    expect(config.limits['push-notification']?.title).toEqual([
      { unit: 'columns', shown: 30 },
      { unit: 'bytes', most: 2000 },
    ]);
    expect(config.limits.phone?.body).toEqual([{ unit: 'characters', shown: 200 }]);
    expect(config.limits.instagram?.hashtags).toEqual([{ unit: 'hashtags', most: 30, shown: 3 }]);
    expect(config.limits.instagram?.caption).toEqual([{ unit: 'characters', most: 2200 }]);
  });

  test('may be empty', () => {
    expectMistakes('', []);
    expectMistakes('# nothing yet\n', []);
    expectMistakes('rules:\nlimits:\n', []);
  });

  test('with a near miss gets a fix', () => {
    const { findings, text } = expectMistakes('<|rulse|>: {}\nrules: { <|jargn|>: off }\nlimits: { <|lin|>: {} }\n', [
      'There is no key "rulse". Did you mean "rules"?',
      'There is no rule "jargn". Did you mean "jargon"?',
      'There is no key "lin". Did you mean "line"?',
    ]);
    expect(
      applyEdits(
        text,
        findings.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []),
      ),
    ).toBe('rules: {}\nrules: { jargon: off }\nlimits: { line: {} }\n');
  });

  test('says what each place takes, and the rest still counts', () => {
    const { config } = expectMistakes(
      `
      <|colour|>: red
      rules:
        jargon: <|loud|>
        <|jargon|>: off
        hard-to-read: off
      limits:
        <|pigeon|>: { body: { most: 1 } }
        x: { <|feet|>: { most: 1 }, body: { <|least|>: 1, most: <|many|> } }
        line: { body: { most: <|-3|> } }
        <|sms|>: 70
        bluesky: { body: { most: 200 } }
      `,
      [
        'A configuration has no key "colour". It has "rules", "limits".',
        '"jargon" takes one of: off, info, warning, error.',
        /written twice/,
        'There is no type of channel "pigeon".',
        /^"feet" is no part of a text/,
        /"most"/,
        '"most" takes a whole number above 0.',
        '"most" takes a whole number above 0.',
        /^Below "sms" stand parts of a text/,
      ],
    );
    expect(config.rules).toEqual({ 'hard-to-read': 'off' });
    expect(config.limits.bluesky?.body).toEqual([{ unit: 'characters', most: 200 }]);
  });

  test('that is no configuration, or no YAML', () => {
    expectMistakes('<|- rules|>\n', [/^A configuration is written as keys/]);
    expect(readConfig('rules: { jargon: "off\n', translators.en).findings.length).toBeGreaterThan(0);
    expect(readConfig('rules: [a, b]\n', translators.ja).findings[0]?.message).toMatch(/。$/);
  });
});

test('its limits are what the rules go by', () => {
  const long = smallPlaybook.replace('title: Sign-up is not working', `title: ${'Sign-up '.repeat(10)}`);
  const tooLong = (text: string) => {
    const { config } = readConfig(text, translators.en);
    return lintText(long, { config }).filter(({ rule }) => rule === 'text-too-long');
  };
  expect(tooLong('')).toEqual([]);
  expect(tooLong('limits: { status-page: { title: { most: 60 } } }')).toMatchObject([{ severity: 'error' }]);
  expect(tooLong('limits: { status-page: { title: { shown: 60 } } }')).toMatchObject([{ severity: 'warning' }]);
});
