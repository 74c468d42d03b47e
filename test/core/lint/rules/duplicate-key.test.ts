import { describe, expect, it } from 'vitest';
import { expectFindings, lintText } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const bent = (from: string, to: string) => {
  const text = smallPlaybook.replace(from, to);
  expect(text).not.toBe(smallPlaybook);
  return text;
};

describe('duplicate-key', () => {
  it('the second of two, with the way to the first', () => {
    const [finding] = expectFindings(
      'duplicate-key',
      bent('title: Launch day\n', 'title: Launch day\n<|title|>: Other\n'),
      [/"title" is written twice here/],
    );
    expect(finding?.related).toHaveLength(1);
  });

  it('once where a * repeats it', () => {
    expectFindings('duplicate-key', bent('checklist:\n', 'x-a: &a { k: 1, <|k|>: 2 }\nx-b: *a\nchecklist:\n'), [
      /"k" is written twice/,
    ]);
  });

  it('in braces, and ids that differ only in how they are composed', () => {
    expectFindings('duplicate-key', bent('{ name: Ben,', '{ name: Ben, <|name|>: Benjamin,'), [/"name"/]);
    expectFindings(
      'duplicate-key',
      bent('checklist:\n', 'checklist:\n  が: { ask: a, type: text }\n  <|か\u3099|>: { ask: b, type: text }\n'),
      [/written twice/],
    );
  });

  it('silent on the same key in two places', () => {
    expect(lintText(smallPlaybook).filter(({ rule }) => rule === 'duplicate-key')).toEqual([]);
    expect(
      lintText(bent('title: First notice', 'title: First notice\n    x-title: y')).filter(
        ({ rule }) => rule === 'duplicate-key',
      ),
    ).toEqual([]);
  });
});
