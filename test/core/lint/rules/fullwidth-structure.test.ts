import { describe, expect, it } from 'vitest';
import { expectFindings, lintText } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const bent = (from: string, to: string) => {
  const text = smallPlaybook.replace(from, to);
  expect(text).not.toBe(smallPlaybook);
  return text;
};

describe('fullwidth-structure', () => {
  it.each([
    ['title: Launch day', 'title<|：|>Launch day'],
    ['title: Launch day', 'title<|：　|>Launch day'],
    ['        takes: 5m\n        then: judge', '        takes<|：|>5m\n        then: judge'],
    ['    title: Major\n', '    title<|：|>Major\n'],
    ['checklist:\n', 'checklist<|：|>\n'],
  ])('a colon that is too wide: %j', (from, to) => {
    expectFindings('fullwidth-structure', bent(from, to), [/full-width.*not as a key/], smallPlaybook);
  });

  it('spaces that are too wide, also where YAML takes them without a word', () => {
    expectFindings(
      'fullwidth-structure',
      bent('    title: Major\n', '<|　　|>title: Major\n'),
      [/full-width spaces/],
      smallPlaybook,
    );
  });

  it('is the only finding: what follows from it is not told', () => {
    for (const text of [
      bent('title: Launch day', 'title：Launch day'),
      bent('        takes: 5m', '        takes：5m'),
    ]) {
      expect(lintText(text).map(({ rule }) => rule)).toEqual(['fullwidth-structure']);
    }
  });

  it('silent on full-width colons in text', () => {
    for (const text of [
      bent('title: First notice', 'title: 第一報：まず知らせる'),
      bent('title: First notice', 'title: "第一報：まず"'),
      bent('          We will write', '          日時：{{posted_at}}\n          title：x\n          We will write'),
      bent('    title: Major\n', '    title: Major\n    examples:\n      - 例：画像が出ない\n      - 注意：本日'),
      `${smallPlaybook}# title：x\n`,
    ]) {
      expect(lintText(text).filter(({ rule }) => rule === 'fullwidth-structure')).toEqual([]);
    }
  });
});
