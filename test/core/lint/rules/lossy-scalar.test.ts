import { describe, expect, it } from 'vitest';
import { expectFindings, lintText } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const bent = (from: string, to: string) => {
  const text = smallPlaybook.replace(from, to);
  expect(text).not.toBe(smallPlaybook);
  return text;
};

describe('lossy-scalar', () => {
  it.each([
    ['0120123456', '"0120123456"', /read as 120123456/],
    ['1e3', '"1e3"', /read as 1000/],
    ['0x1F', '"0x1F"', /read as 31/],
    ['null', '"null"', /nothing at all/],
    ['~', '"~"', /nothing at all/],
  ])('%s as a text', (value, fixed, message) => {
    expectFindings(
      'lossy-scalar',
      bent('title: First notice', `title: <|${value}|>`),
      [message],
      bent('title: First notice', `title: ${fixed}`),
    );
  });

  it('text that a # cuts off', () => {
    expectFindings(
      'lossy-scalar',
      bent('title: First notice', 'title: <|お詫び #1|>'),
      [/ends before the #/],
      bent('title: First notice', 'title: "お詫び #1"'),
    );
  });

  it('a key of text with nothing behind it', () => {
    expectFindings('lossy-scalar', bent('title: First notice', '<|title|>:'), [
      'Nothing is written here. Write the text, or take the key away.',
    ]);
    expect(lintText(bent('title: First notice', 'title:')).filter(({ severity }) => severity === 'error')).toHaveLength(
      1,
    );
  });

  it('silent on what is read as it is written', () => {
    for (const title of [
      '2027',
      'true',
      'yes',
      '12:30',
      '2026-11-24',
      '"0120123456"',
      'お詫び # a note',
      'a#1',
      '-5',
    ]) {
      expect(
        lintText(bent('title: First notice', `title: ${title}`)).filter(({ rule }) => rule === 'lossy-scalar'),
      ).toEqual([]);
    }
  });
});
