import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/core/lint/config';
import { expectFindings, lintText } from '../../support/lint';
import { smallPlaybook } from '../../support/small';

const bent = (from: string, to: string, text = smallPlaybook) => {
  const after = text.replace(from, to);
  expect(after).not.toBe(text);
  return after;
};
const unused = bent(
  'messages:\n',
  'messages:\n  spare:\n    stage: apology\n    variants:\n      status: { title: Sorry, body: Sorry. It did not work. }\n',
);
const rulesOf = (text: string) => lintText(text).map(({ rule }) => rule);

describe('comments that speak to the linter', () => {
  it('silence a rule for the entry below and all in it, for their line, or for the file', () => {
    expect(rulesOf(unused)).toContain('unused-definition');
    for (const text of [
      bent('  spare:\n', '  # playbook-ignore unused-definition -- kept for autumn\n  spare:\n', unused),
      bent('  spare:\n', '  spare: # playbook-ignore unused-definition -- kept for autumn\n', unused),
      bent('messages:\n', '# playbook-ignore unused-definition -- kept for autumn\nmessages:\n', unused),
      `# playbook-ignore-file unused-definition -- kept for autumn\n${unused}`,
    ]) {
      expect(rulesOf(text)).not.toContain('unused-definition');
      expect(rulesOf(text)).not.toContain('unused-ignore');
    }
  });

  it('silence nothing elsewhere', () => {
    expect(
      rulesOf(bent('  notice:\n', '  # playbook-ignore unused-definition -- wrong place\n  notice:\n', unused)),
    ).toEqual(expect.arrayContaining(['unused-definition', 'unused-ignore']));
  });

  it('need a reason', () => {
    expectFindings(
      'ignore-without-reason',
      bent('  spare:\n', '  <|# playbook-ignore unused-definition|>\n  spare:\n', unused),
      [/without a reason/],
    );
    expectFindings('ignore-without-reason', `<|# playbook-ignore|>\n${smallPlaybook}`, [/names? the rule/]);
    expect(
      rulesOf(bent('  spare:\n', '  # playbook-ignore unused-definition -- yes\n  spare:\n', unused)),
    ).not.toContain('ignore-without-reason');
  });

  it('are reported when they silence nothing, and go', () => {
    expectFindings(
      'unused-ignore',
      `# playbook-ignore-file <|jargon|> -- we like it\n${smallPlaybook}`,
      [/Nothing here breaks the rule "jargon"/],
      smallPlaybook,
    );
    expectFindings(
      'unused-ignore',
      bent('  notice:\n', '  notice: # playbook-ignore <|jargon|> -- x\n'),
      [/"jargon"/],
      smallPlaybook,
    );
    expectFindings(
      'unused-ignore',
      bent('  spare:\n', '  # playbook-ignore <|unused-defintion|> -- kept\n  spare:\n', unused),
      ['There is no rule "unused-defintion", so this comment silences nothing. Did you mean "unused-definition"?'],
      bent('  spare:\n', '  # playbook-ignore unused-definition -- kept\n  spare:\n', unused),
    );
  });

  it('are used also by a rule that is off', () => {
    const text = `# playbook-ignore-file unused-definition -- kept\n${unused}`;
    expect(
      lintText(text, { config: { ...defaultConfig, rules: { 'unused-definition': 'off' } } }).map(({ rule }) => rule),
    ).not.toContain('unused-ignore');
  });
});

describe('severity', () => {
  const late = bent('first_notice_within: 20m', 'first_notice_within: 5m');
  const level = (text: string, options = {}) =>
    lintText(text, options).find(({ rule }) => rule === 'first-notice-too-late')?.severity;
  it('is the rule’s, the draft’s, the configuration’s, in this order', () => {
    expect(level(late)).toBe('error');
    expect(level(bent('status: in-review', 'status: draft', late))).toBe('warning');
    expect(
      level(bent('status: in-review', 'status: draft', late), {
        config: { ...defaultConfig, rules: { 'first-notice-too-late': 'info' } },
      }),
    ).toBe('info');
    expect(level(late, { config: { ...defaultConfig, rules: { 'first-notice-too-late': 'off' } } })).toBeUndefined();
  });

  it('a retired plan is checked for form only', () => {
    expect(rulesOf(bent('status: in-review', 'status: retired', late))).toEqual([]);
    expect(rulesOf(bent('status: in-review', 'status: retired', bent('then: judge', 'then: juge')))).toContain(
      'unknown-reference',
    );
  });
});
