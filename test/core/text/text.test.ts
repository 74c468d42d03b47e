import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/core/text/displayWidth';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { printable } from '../../../src/core/text/printable';
import { applyEdits, toSpan } from '../../../src/core/text/span';
import { createTranslate } from '../../../src/core/text/translate';

describe('LineIndex', () => {
  it('knows all three line ends', () => {
    const lines = new LineIndex('a\nbb\r\nccc\rd');
    expect(lines.lineCount).toBe(4);
    expect([0, 1, 2, 3].map((line) => lines.line(line))).toEqual(['a', 'bb', 'ccc', 'd']);
    expect(lines.position(10)).toEqual({ line: 3, character: 0 });
  });

  it('keeps a position that is too far inside its line', () => {
    const lines = new LineIndex('ab\ncd\n');
    expect(lines.offset({ line: 0, character: 99 })).toBe(2);
    expect(lines.offset({ line: 99, character: 0 })).toBe(6);
  });

  it('goes there and back from every offset', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '𠮷', '\n', '\r', '\r\n', '、') });
    fc.assert(
      fc.property(text, (value) => {
        const lines = new LineIndex(value);
        for (let at = 0; at <= value.length; at++) {
          if (value[at - 1] === '\r' && value[at] === '\n') continue;
          const back = lines.offset(lines.position(at));
          expect(back).toBe(at);
        }
      }),
    );
  });
});

describe('applyEdits', () => {
  it('takes edits in any order', () => {
    const edits = [
      { span: toSpan(4, 5), text: 'E' },
      { span: toSpan(0, 1), text: '' },
      { span: toSpan(2, 2), text: '+' },
    ];
    expect(applyEdits('abcde', edits)).toBe('b+cdE');
  });

  it('drops the later of two that overlap', () => {
    expect(
      applyEdits('abc', [
        { span: toSpan(0, 2), text: 'x' },
        { span: toSpan(1, 3), text: 'y' },
      ]),
    ).toBe('xc');
  });
});

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['お詫び', 6],
    ['ｶﾞ', 2],
    ['か\u3099', 2],
    ['e\u0301', 1],
    ['👨‍👩‍👧', 2],
    ['🇯🇵', 2],
    ['①…', 2],
    ['\u200b', 0],
    ['', 0],
  ])('%j is %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('printable', () => {
  it('leaves nothing that a terminal obeys, and keeps the length', () => {
    const text = '\u001b[31m\u0007\r\n\t\u009b2J\u202eabc\u2066';
    expect(printable(text)).toHaveLength(text.length);
    expect(printable(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(printable('お詫び 😀')).toBe('お詫び 😀');
  });

  it('leaves no command of a workflow', () => {
    expect(printable('a ##[add-mask]b')).toBe('a ##［add-mask]b');
    expect(printable('a #[b] [c]')).toBe('a #[b] [c]');
  });
});

describe('createTranslate', () => {
  it('fills in values and does not fill in what they bring', () => {
    const t = createTranslate({ 'a {0}': 'あ{0}' });
    expect(t('a {0}', '{0}')).toBe('あ{0}');
    expect(t('b {0} {1}', 'x')).toBe('b x {1}');
    expect(t('constructor')).toBe('constructor');
  });
});
