import { describe, expect, it } from 'vitest';
import { fixText, lintText } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const withBody = (header: string, body: string) => {
  const text = smallPlaybook.replace(/body: \|\n {10}Sign-up works again\..*\n/, `body: ${header}\n${body}`);
  expect(text).not.toBe(smallPlaybook);
  return text;
};

describe('folded-japanese', () => {
  it('a > that would put a space into a Japanese sentence', () => {
    const body = '          ご注文が元どおり\n          できます。\n';
    const text = withBody('>', body);
    const [finding] = lintText(text).filter(({ rule }) => rule === 'folded-japanese');
    expect(finding?.message).toMatch(/joined by a space/);
    expect(finding && text.slice(finding.span.start - 6, finding.span.end)).toBe('body: >');
    expect(finding && fixText(text, [finding])).toBe(withBody('|', body));
  });

  it('with its signs for the end', () => {
    const body = '          お詫び\n          申し上げます\n';
    const findings = lintText(withBody('>-', body)).filter(({ rule }) => rule === 'folded-japanese');
    expect(fixText(withBody('>-', body), findings)).toBe(withBody('|-', body));
  });

  it('silent on English, on one line, and on lines that are not joined', () => {
    for (const text of [
      withBody('>', '          Sign-up works\n          again. Sorry.\n'),
      withBody('>', '          ご注文が元どおりできます。\n'),
      withBody('>', '          ご注文が\n\n          できます。\n'.replace('が\n\n', 'が\n\n          \n')),
      smallPlaybook,
    ]) {
      expect(lintText(text).filter(({ rule }) => rule === 'folded-japanese')).toEqual([]);
    }
  });
});
