import { describe, expect, it } from 'vitest';
import { expectFindings, lintText } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const broken = (from: string, to: string) => {
  const text = smallPlaybook.replace(from, to);
  expect(text).not.toBe(smallPlaybook);
  return text;
};

describe('yaml-syntax', () => {
  it('says in plain words what is wrong, and puts quotes around what needs them', () => {
    expectFindings(
      'yaml-syntax',
      broken('title: First notice', 'title: <|{{|>started_at}} first'),
      ['Text can’t start with {{ here: the file would read it as something else. Put the whole text in quotes.'],
      broken('title: First notice', 'title: "{{started_at}} first"'),
    );
    expectFindings(
      'yaml-syntax',
      broken('title: First notice', 'title: First<|:|> notice'),
      ['There is a second ": " in this text, and the file would read it as another key. Put the whole text in quotes.'],
      broken('title: First notice', 'title: "First: notice"'),
    );
  });

  it('adds a missing space and closes quotes', () => {
    expectFindings(
      'yaml-syntax',
      broken('takes: 1m', 'takes<|:|>1m'),
      ['A space is missing behind "takes:".'],
      smallPlaybook,
    );
    expectFindings(
      'yaml-syntax',
      broken('title: First notice', 'title: <|"|>First notice'),
      [/closing " is missing/],
      broken('title: First notice', 'title: "First notice"'),
    );
  });

  it('speaks Japanese without the words of the trade', () => {
    const texts = [
      'title: {{x}} y',
      'title: a: b',
      'title:x',
      'title: "x',
      'title: [x',
      'the',
      '\ttitle: x',
      '-x',
      'title: @x',
    ].map((line) => `playbook: 1\n${line}\nid: a\n`);
    for (const text of texts) {
      for (const { rule, message } of lintText(text, { locale: 'ja' })) {
        expect(rule).toBe('yaml-syntax');
        expect(message).toMatch(/[ぁ-ん].*。$/);
        expect(message).not.toMatch(/マッピング|スカラー|アンカー|シーケンス|YAML/);
      }
    }
  });

  it('alone: what a broken file says is judged when it can be read', () => {
    const text = broken('then: judge', 'then: nowhere').replace('title: First notice', 'title: "First notice');
    expect(lintText(text).map(({ rule }) => rule)).toEqual(['yaml-syntax']);
  });

  it('silent on text that only looks odd', () => {
    const text = broken('title: First notice', "title: 'it''s {{ fine }}: really' # a note");
    expect(lintText(text).filter(({ rule }) => rule === 'yaml-syntax')).toEqual([]);
    expect(lintText(smallPlaybook).filter(({ rule }) => rule === 'yaml-syntax')).toEqual([]);
  });
});
