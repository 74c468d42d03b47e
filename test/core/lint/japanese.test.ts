import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/core/lint/rules';
import { applyEdits } from '../../../src/core/text/span';
import { lintText, translators } from '../../support/lint';
import { mutations } from './mutations';
import { broughtBy } from './mutations/brought';
import { samples } from './mutations/sample';

const withoutNames = (text: string) => text.replace(/「[^」]*」|"[^"]*"/g, '名');

/** What is wrong with a Japanese sentence for somebody who reads it aloud; empty where it reads well. */
function slips(text: string): readonly string[] {
  const bare = withoutNames(text);
  // What is listed behind a colon is no sentence.
  const ends = bare
    .replace(/：[^。]*/g, '')
    .split(/(?<=[。？])/)
    .filter((sentence) => sentence.trim() !== '');
  return [
    ...(/[ぁ-んァ-ヶ一-龠]/.test(text) ? [] : ['no Japanese']),
    ...(/マッピング|スカラー|アンカー|シーケンス|ノード|パース/.test(bare) ? ['a word of engineers'] : []),
    ...(/[ぁ-んァ-ヶ一-龠][,.!?;:](?:\s|$)|[ぁ-んァ-ヶ一-龠][,!?](?=[ぁ-んァ-ヶ一-龠])/.test(bare)
      ? ['half-width punctuation']
      : []),
    ...ends.flatMap((sentence) =>
      /(?:です|ます|ません|でした|ました|ください|ましょう|ですか|ますか|せんか|でしょうか)[。？]$/.test(
        sentence.trim(),
      )
        ? []
        : [`not polite: ${sentence}`],
    ),
  ];
}

describe('in Japanese', () => {
  it.each(rules)('$id promises and reasons in whole polite sentences', ({ summary, why }) => {
    for (const text of [summary, why]) {
      const japanese = translators.ja(text);
      expect(`${japanese} ${slips(japanese).join(', ')}`.trim()).toBe(japanese);
    }
  });

  it.each(mutations)('$rule speaks well of a plan that $what', ({ rule, edit }) => {
    for (const sample of samples) {
      const outcome = edit(sample);
      if (typeof outcome === 'string') continue;
      const { file, files } = sample;
      const text = applyEdits(sample.text, outcome.edits);
      const after = lintText(text, { file, files: { ...files, [file]: text }, locale: 'ja' });
      const before = lintText(sample.text, { file, files, locale: 'ja' });
      const said = broughtBy(before, after).filter((finding) => finding.rule === rule);
      for (const { message } of said) expect(`${message} ${slips(message).join(', ')}`.trim()).toBe(message);
      return;
    }
  });
});
