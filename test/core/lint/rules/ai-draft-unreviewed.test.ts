import { expect, test } from 'vitest';
import { expectFindings, fixText, lintText } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const withDraft = (keys: string) => smallPlaybook.replace('title: First notice\n', `title: First notice\n${keys}`);
const draft = (text: string) => text.replace('status: in-review', 'status: draft');
const mine = (text: string) => lintText(text).filter(({ rule }) => rule === 'ai-draft-unreviewed');

test('an AI draft that nobody has read', () => {
  const [finding] = expectFindings(
    'ai-draft-unreviewed',
    withDraft('    <|drafted_by|>: ai\n'),
    [
      '"notice" was drafted by AI, and nobody has reviewed it. Have a person read every word, then write who it was at "reviewed_by".',
    ],
    withDraft('    drafted_by: ai\n    reviewed_by: amina\n'),
  );
  expect(finding?.severity).toBe('error');
  expect(finding?.fixes?.[0]).toMatchObject({ title: 'Write that "amina" has read "notice"', safe: false });
});

test('any AI draft where the policy forbids them, also one that was read', () => {
  const forbidding = (text: string) => text.replace('people:\n', 'policy: { ai_drafts: forbidden }\npeople:\n');
  for (const review of ['', '    reviewed_by: amina\n']) {
    expectFindings(
      'ai-draft-unreviewed',
      forbidding(withDraft(`    <|drafted_by|>: "ai"\n${review}`)),
      ['The policy forbids AI drafts, and "notice" is one. Have a person write it anew.'],
      forbidding(withDraft(`    drafted_by: person\n${review}`)),
    );
  }
});

test('in a draft it is a warning', () => {
  expect(mine(draft(withDraft('    drafted_by: ai\n'))).map(({ severity }) => severity)).toEqual(['warning']);
});

test('a message that a person wrote, or has read', () => {
  for (const keys of ['', '    drafted_by: person\n', '    drafted_by: ai\n    reviewed_by: amina\n']) {
    expectFindings('ai-draft-unreviewed', withDraft(keys), []);
  }
  expectFindings(
    'ai-draft-unreviewed',
    smallPlaybook.replace('people:\n', 'policy: { ai_drafts: forbidden }\npeople:\n'),
    [],
  );
});

test('in braces, and where nobody is named yet', () => {
  const text = 'playbook: 1\nmessages:\n  a: { drafted_by: ai, stage: resolved, variants: {} }\n';
  expect(mine(text).map(({ fixes }) => fixes)).toEqual([undefined]);
  const named = `${text}people: { ben: {} }\n`;
  expect(fixText(named, mine(named))).toContain('a: { drafted_by: ai, reviewed_by: ben, stage: resolved');
});

test('says it in Japanese', () => {
  expectFindings(
    'ai-draft-unreviewed',
    withDraft('    <|drafted_by|>: ai\n'),
    [/^「notice」はAIの下書きで/],
    undefined,
    {
      locale: 'ja',
    },
  );
});
