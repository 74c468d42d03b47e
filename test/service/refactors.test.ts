import { expect, test } from 'vitest';
import { applyEdits } from '../../src/core/text/span';
import { provideRefactors } from '../../src/service/refactors';
import { lintText } from '../support/lint';
import { cursorOf, openText } from '../support/service';
import { smallPlaybook } from '../support/small';

function ideas(source: string) {
  const opened = openText(source);
  const at = cursorOf(opened);
  const { lines, uri } = opened.document;
  return provideRefactors(opened.document, { start: at, end: at }).map(({ title, edit }) => {
    const edits = (edit?.changes?.[uri] ?? []).map(({ range, newText }) => ({
      span: { start: lines.offset(range.start), end: lines.offset(range.end) },
      text: newText,
    }));
    return { title, text: applyEdits(opened.text, edits) };
  });
}
const errors = (text: string) =>
  lintText(text)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule} ${message}`);

test('words over several lines become a text block, to the letter', () => {
  const plan = (value: string) => `playbook: 1\nsupport_script:\n  phone: ${value}\n`;
  expect(ideas(plan('"one\\n<|>two"'))).toEqual([
    { title: 'Write it as a text block', text: plan('|-\n    one\n    two') },
  ]);
  expect(ideas(plan('"one\\n\\n  tw<|>o\\n"'))[0]?.text).toBe(plan('|\n    one\n\n      two'));
  expect(ideas(plan('on<|>e\n    two'))[0]?.text).toBe(plan('|-\n    one two'));
  expect(ideas(plan('"one tw<|>o"'))).toEqual([]);
  expect(ideas(plan('"  one\\n<|>two"'))).toEqual([]);
  expect(ideas(plan('|\n    one<|>\n    two'))).toEqual([]);
});

test('a text that another channel has, too, is taken from there', () => {
  const two = smallPlaybook
    .replace('channels:\n', 'channels:\n  blog: { type: blog, audiences: customers, operators: amina }\n')
    .replace('channels: [status]', 'channels: [status, blog]');
  const [, notice = ''] = /( {6}status:\n(?: {8}.*\n| *\n)+)/.exec(two) ?? [];
  const copied = two.replace(notice, `${notice}${notice.replace('status:', 'blog:')}`);
  const [idea] = ideas(copied.replace('      blog:\n        title', '      blog:\n        ti<|>tle'));
  expect(idea?.title).toBe('Take the text from "status"');
  expect(idea?.text).toBe(two.replace(notice, `${notice.trimEnd()}\n      blog: { same_as: status }\n`));
  expect(errors(idea?.text ?? '')).toEqual(errors(copied));
  expect(ideas(copied.replace('      blog:\n        title: ', '      blog:\n        ti<|>tle: More '))).toEqual([]);
});

test('a step that is named is written behind the one that names it', () => {
  const plan = smallPlaybook.replace('then: is_it_back', 'then: ask_again');
  const [idea] = ideas(plan.replace('then: ask_again', 'then: ask<|>_again'));
  expect(idea?.title).toBe('Write the step "ask_again"');
  expect(idea?.text).toContain('      ask_again:\n        kind: end\n');
  expect(errors(idea?.text ?? '').filter((error) => /ask_again/.test(error))).toEqual([]);
});

test('on an empty line between sections those that lack are offered, and make no error', () => {
  const found = ideas(smallPlaybook.replace('\nflows:', '\n<|>\nflows:'));
  expect(found.map(({ title }) => title)).toEqual(['Add "scenarios"', 'Add "sorry_page"']);
  expect(errors(found[0]?.text ?? 'x: [')).toEqual([]);
  expect(ideas(smallPlaybook.replace('    title: Major', '<|>\n    title: Major'))).toEqual([]);
});

test('nothing in text that can’t be read', () => {
  expect(ideas('playbook: [<|>')).toEqual([]);
});
