import { expect, test } from 'vitest';
import { LineIndex } from '../../src/core/text/lineIndex';
import { completeConfig } from '../../src/service/configCompletion';
import { provideConfigHover } from '../../src/service/configHover';
import { translators } from '../support/lint';
import { dedent } from '../support/marks';

function at(source: string) {
  const marked = dedent(source).replace(/\n$/, '');
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  return { text, position: new LineIndex(text).position(offset) };
}
const labels = (source: string) => {
  const { text, position } = at(source);
  return completeConfig(new LineIndex(text), position, translators.en).map(({ label }) => label);
};
/** The text after the completion with this label. */
function completed(source: string, label: string): string {
  const { text, position } = at(source);
  const item = completeConfig(new LineIndex(text), position, translators.en).find((each) => each.label === label);
  const edit = item?.textEdit;
  if (edit === undefined || !('range' in edit)) throw new Error(`no ${label}`);
  const lines = new LineIndex(text);
  return text.slice(0, lines.offset(edit.range.start)) + edit.newText + text.slice(lines.offset(edit.range.end));
}

test('keys and values at every depth, also while the text is half typed', () => {
  expect(labels('|')).toEqual(['rules', 'limits']);
  expect(labels('rules:\n  jar|')).toContain('jargon');
  expect(labels('rules:\n  jargon: |')).toEqual(['off', 'info', 'warning', 'error']);
  expect(labels('limits:\n  |')).toContain('push-notification');
  expect(labels('limits:\n  x:\n    |')).toContain('body');
  expect(labels('limits:\n    x:\n        body:\n            |')).toEqual(['most', 'shown']);
  expect(labels('rules: [\nlimits:\n  l|')).toContain('line');
  expect(completed('rules:\n  jar|', 'jargon')).toBe('rules:\n  jargon:');
  expect(completed('rules:\n  jargon: o|', 'off')).toBe('rules:\n  jargon: off');
});

test('not what is there already, and nothing where nothing can stand', () => {
  expect(labels('rules:\n  jargon: off\n|')).toEqual(['limits']);
  expect(labels('rules:\n  jargon: off\n  |\n  no-notice: info')).not.toContain('no-notice');
  expect(labels('limits:\n  x:\n    body:\n      most: |')).toEqual([]);
  expect(labels('colour:\n  |')).toEqual([]);
  expect(labels('# rules|')).toEqual([]);
});

test('what a key and a level mean, in the language of the reader', () => {
  const hover = (source: string, locale: 'en' | 'ja' = 'en') => {
    const { text, position } = at(source);
    const found = provideConfigHover(text, position, translators[locale]);
    return found === undefined ? undefined : (found.contents as { value: string }).value;
  };
  expect(hover('ru|les:\n  jargon: off')).toMatch(/^How serious each rule is here/);
  expect(hover('rules:\n  jar|gon: off')).toMatch(/\.$/);
  expect(hover('rules:\n  jargon: o|ff')).toMatch(/^The rule is silent/);
  expect(hover('rules:\n  jargon: o|ff', 'ja')).toBe('このルールでは指摘しません。');
  expect(hover('limits:\n  x:\n    bo|dy: { most: 1 }')).toBe('at most 280 as X counts');
  expect(hover('limits:\n  x:\n    body: { mo|st: 1 }')).toMatch(/error/);
  expect(hover('# a com|ment\nrules: {}')).toBeUndefined();
});
