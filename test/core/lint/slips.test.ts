import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/lint/finding';
import { applyEdits, type Edit } from '../../../src/core/text/span';
import { lintText } from '../../support/lint';
import { broughtBy } from './mutations/brought';
import { closedWords, misspell, misspellValue, type Place, places } from './mutations/slips';

function broughtTo({ sample }: Place, edits: readonly Edit[]): readonly Finding[] {
  const text = applyEdits(sample.text, edits);
  const after = lintText(text, { file: sample.file, files: { ...sample.files, [sample.file]: text } });
  return broughtBy(sample.checked.findings, after).filter(({ severity }) => severity !== 'info');
}

const said = (brought: readonly Finding[]) => brought.map(({ rule, message }) => `${rule} ${message}`);

describe('a key that is misspelt', () => {
  it.each(places)('$form is one finding', (place) => {
    const brought = broughtTo(place, misspell(place));
    expect(said(brought)).toEqual([expect.stringMatching(/^schema /)]);
    expect(brought[0]?.span.start).toBe(place.entry.key.span.start);
  });
});

describe('a word of a closed list that is misspelt', () => {
  it('stands in many places', () => expect(closedWords.length).toBeGreaterThan(20));

  it.each(closedWords)('$form is one finding', (place) => {
    const brought = broughtTo(place, misspellValue(place));
    expect(said(brought)).toEqual([expect.stringMatching(/^schema .*Did you mean/)]);
    expect(brought[0]?.span.start).toBe(place.entry.value.span.start);
  });
});
