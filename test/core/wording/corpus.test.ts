import { describe, expect, it } from 'vitest';
import { lintText } from '../../support/lint';
import { readMarks } from '../../support/marks';
import { readCases, toPlaybook } from './corpus';

/** Every rule of wording, the length, and what would show that a text of the corpus is not what it says it is. */
const watched: ReadonlySet<string> = new Set([
  'scope-not-first',
  'apology-missing',
  'apology-weak',
  'vendor-named',
  'humour-mismatch',
  'jargon',
  'hard-to-read',
  'next-update-missing',
  'eta-unconfirmed',
  'status-link-missing',
  'resolved-facts-missing',
  'keigo-style',
  'inaccessible-text',
  'text-too-long',
  'yaml-syntax',
  'lossy-scalar',
  'schema',
  'unknown-reference',
  'undefined-variable',
  'placeholder-left',
]);

const rulesOfWording = [...watched].slice(0, 13);

function foundIn(text: string) {
  return lintText(text)
    .filter(({ rule }) => watched.has(rule))
    .map(({ rule, span, message }) => ({ rule, words: text.slice(span.start, span.end), message }));
}

describe.each(['ja', 'en'])('words in %s', (locale) => {
  it.each(readCases(`${locale}.good`))('good: $name', (one) => {
    expect(foundIn(toPlaybook(locale, one))).toEqual([]);
  });

  it.each(readCases(`${locale}.near`))('innocent: $name', (one) => {
    expect(foundIn(toPlaybook(locale, one))).toEqual([]);
  });

  it.each(readCases(`${locale}.bad`))('bad, $finds: $name', (one) => {
    const { text, spans } = readMarks(toPlaybook(locale, one));
    const findings = foundIn(text).map(({ rule, words }) => ({ rule, words }));
    expect(findings).toEqual(spans.map(({ start, end }) => ({ rule: one.finds, words: text.slice(start, end) })));
  });

  it('is large enough to prove something', () => {
    expect(readCases(`${locale}.good`).length).toBeGreaterThanOrEqual(40);
    const bad = readCases(`${locale}.bad`);
    expect(bad.length).toBeGreaterThanOrEqual(40);
    for (const rule of rulesOfWording) {
      // Honorifics are Japanese.
      if (rule === 'keigo-style' && locale === 'en') continue;
      expect(bad.filter(({ finds }) => finds === rule).length, rule).toBeGreaterThanOrEqual(3);
    }
  });
});
