import { describe, expect, it } from 'vitest';
import { graphemesOf } from '../../../src/core/text/graphemes';

const count = (text: string) => [...graphemesOf(text)].length;

describe('graphemes', () => {
  it('are what the segmenter says, also in a long text', () => {
    const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });
    for (const unit of ['a👨‍👩‍👧b', 'e\u0301x', 'が゙です。', '🇯🇵 is', 'か\u3099ら', '1️⃣ x']) {
      for (const text of [unit, unit.repeat(700)]) expect(count(text)).toBe([...segmenter.segment(text)].length);
    }
  });

  it('lose nothing, and are counted quickly where no place to cut is good', () => {
    const text = '👨‍👩‍👧'.repeat(25_000);
    const started = performance.now();
    expect([...graphemesOf(text)].join('')).toBe(text);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
