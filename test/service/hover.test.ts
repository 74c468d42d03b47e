import { expect, test } from 'vitest';
import type { UiLocale } from '../../src/core/text/translate';
import { provideHover } from '../../src/service/hover';
import { cursorOf, openText } from '../support/service';
import { smallPlaybook } from '../support/small';

const at = (from: string, to: string) => {
  expect(smallPlaybook).toContain(from);
  return smallPlaybook.replace(from, to);
};
/** What is said, without the backslashes that keep Markdown out, and on which word. */
function hover(source: string, locale: UiLocale = 'en') {
  const opened = openText(source, { locale });
  const found = provideHover(opened.document, cursorOf(opened));
  if (found === undefined) return undefined;
  const { start, end } = found.range ?? { start: cursorOf(opened), end: cursorOf(opened) };
  expect(start.line).toBe(end.line);
  const word = opened.text.split('\n')[start.line]?.slice(start.character, end.character);
  return { word, text: (found.contents as { value: string }).value.replace(/\\(?=[!-/:-@[-`{-~])/g, '') };
}

test('a key: what it means, its values, its default', () => {
  const mode = hover(at('{ type: status-page, url', '{ type: status-page, mo<|>de: pull, url'));
  expect(mode?.word).toBe('mode');
  expect(mode?.text).toMatch(/^\*\*mode\*\*/);
  expect(mode?.text).toContain('- `pull`:');
  const japanese = hover(at('{ type: status-page, url', '{ type: status-page, mo<|>de: pull, url'), 'ja');
  expect(japanese?.text).toMatch(/`mode`/);
  expect(japanese?.text).toMatch(/[ぁ-ん]/);
});

test('a value of a closed list', () => {
  expect(hover(at('stage: investigating', 'stage: investi<|>gating'))).toMatchObject({
    word: 'investigating',
    text: expect.stringMatching(/^\*\*investigating\*\*: \w/),
  });
});

test('a step: its title, where it leads, and when', () => {
  const source = at('then: judge', 'then: jud<|>ge').replace(
    'kind: classify',
    'kind: classify\n        title: How bad is it?',
  );
  const found = hover(source);
  expect(found?.word).toBe('judge');
  expect(found?.text).toContain('**How bad is it?** `judge`');
  expect(found?.text).toContain('Leads to: `major` → `first_word`');
  expect(found?.text).toContain('Done after 6 minutes at worst.');
  expect(hover(at('      judge:', '      jud<|>ge:'))?.text).toContain('Leads to:');
});

test('a channel: its type, and what it needs', () => {
  const source = at('channels: [status]', 'channels: [sta<|>tus]')
    .replace('operators: amina', 'operators: amina, depends_on: host')
    .replace('audiences:\n', 'systems: { host: { title: The host } }\naudiences:\n');
  const found = hover(source)?.text;
  expect(found).toContain('`status-page`');
  expect(found).toContain('Needs: The host');
  expect(found).toContain('title: at most 255 characters');
  const scenarios = 'scenarios:\n  gone: { title: The host is gone, fails: [host] }\n  slow: { title: Too slow }\n';
  const survival = hover(`${source}${scenarios}`)?.text;
  expect(survival).toContain('Lives in: Too slow');
  expect(survival).toContain('Down in: The host is gone (because of The host)');
});

test('a message: its texts', () => {
  const found = hover(at('message: notice', 'message: not<|>ice'))?.text;
  expect(found).toContain('**First notice** `notice`');
  // As it will read, and how full it is with every blank at its longest.
  expect(found).toMatch(/> Sign-up is not working for new customers as of 26 Dec, \d\d:\d\d\./);
  expect(found).toContain('`status` · Title: 22 / 255');
});

test('a severity: its criteria; a fact: its question and choices; a role: who it is', () => {
  const source = (text: string) =>
    text.replace('    default: true\n', '    default: true\n    when_any: [back = no, started_at != x]\n');
  const severity = hover(source(at('major: first_word', 'maj<|>or: first_word')))?.text;
  expect(severity).toContain('- `back = no`\n- `started_at != x`');
  expect(severity).toContain('Said on: status');
  const fact = hover(
    at('fact: back', 'fact: sco<|>pe').replace(
      'checklist:',
      'checklist:\n  scope: { ask: Who is hit?, type: choice, choices: { all: Everyone } }',
    ),
  )?.text;
  expect(fact).toContain('**Who is hit?** `scope`');
  expect(fact).toContain('- `all`: Everyone');
  const role = hover(at('by: lead', 'by: le<|>ad'))?.text;
  expect(role).toContain('Filled by: Amina');
  expect(role).toContain('Deputy: Ben');
});

test('a placeholder: what it stands for, with a sample', () => {
  const sample = at('max: 16 }', 'max: 16, sample: "1 Feb, 09:40" }').replace(
    'from {{started_at}}',
    'from {{star<|>ted_at}}',
  );
  expect(hover(sample)).toMatchObject({ word: '{{started_at}}' });
  expect(hover(sample)?.text).toContain('For example: 1 Feb, 09:40');
  expect(hover(at('as of {{posted_at}}', 'as of {{pos<|>ted_at}}'))?.text).toContain(
    'time at which the message goes out',
  );
  const we = at('as of {{posted_at}}', 'as of {{brand<|>.we}}');
  expect(hover(we)?.text).toContain('Filled in on the day.');
  expect(hover(`${we}brand: { we: Acme }\n`)?.text).toContain('Stands for: Acme');
});

test('text of the author never becomes markup', () => {
  const source = at(
    'title: First notice',
    'title: "<img src=x> [a](command:x) `b` **c** https://evil.example"',
  ).replace('message: notice', 'message: not<|>ice');
  const opened = openText(source);
  const { contents } = provideHover(opened.document, cursorOf(opened)) ?? {};
  const value = (contents as { value: string }).value.split('\n')[0];
  expect(value).toBe(
    '**&lt;img src=x&gt; \\[a\\]\\(command\\:x\\) \\`b\\` \\*\\*c\\*\\* https\\://evil\\.example** `notice`'.replace(
      '&gt;',
      '\\>',
    ),
  );
});

test('nothing, where there is nothing to say', () => {
  expect(hover('<|>')).toBeUndefined();
  expect(hover('# com<|>ment\nplaybook: 1\n')).toBeUndefined();
  expect(hover(at('title: Launch day', 'title: Launch d<|>ay'))?.word).not.toBe('');
});
