import { describe, expect, it } from 'vitest';
import { rules } from '../../src/core/lint/rules';
import { displayWidth } from '../../src/core/text/displayWidth';
import { cli } from '../support/cli';

describe('explain', () => {
  it('prints the page of a rule, wrapped, without marks', () => {
    const { code, stdout } = cli(['explain', 'no-notice']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^no-notice\n\nIn a class that is announced, every path tells customers before it ends\.\n/);
    expect(stdout).toContain('How to mend it');
    expect(stdout).not.toMatch(/\*\*|```|<!--|\u001b/);
    expect(stdout).toMatch(/\nhttps:\/\/\S+no-notice\.md\n$/);
    for (const line of stdout.split('\n'))
      if (!line.startsWith('    ') && !line.includes('://')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  it('does so in Japanese, with lines broken as Japanese is', () => {
    const { stdout } = cli(['explain', 'quota-exceeded', '--locale', 'ja']);
    expect(stdout).toContain('直し方');
    for (const line of stdout.split('\n')) {
      expect(line.trim()).not.toMatch(/^[、。」）]/);
      if (!line.startsWith('    ') && !line.includes('://')) expect(displayWidth(line)).toBeLessThanOrEqual(84);
    }
  });

  it('knows every rule', () => {
    for (const { id } of rules.slice(0, 5)) expect(cli(['explain', id])).toMatchObject({ code: 0, stderr: '' });
    expect(cli(['explain']).stdout.split('\n').length).toBeGreaterThan(rules.length);
  });

  it('guesses what was meant', () => {
    expect(cli(['explain', 'no-notise'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean "no-notice"?'),
    });
    expect(cli(['explain', 'weather'])).toMatchObject({ code: 2, stderr: expect.stringContaining('lists them') });
    expect(cli(['explain', 'no-notice', 'jargon'])).toMatchObject({ code: 2 });
  });
});
