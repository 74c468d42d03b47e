import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { snippetFiles } from '../../../scripts/snippets.mjs';
import { newPlaybook } from '../../../src/core/template/newPlaybook';
import { type Snippet, snippetsIn } from '../../../src/core/template/snippets';
import { checkText, lintText } from '../../support/lint';
import { withoutStops } from '../../support/snippets';

const locales = ['en', 'ja'] as const;
const folder = path.resolve(import.meta.dirname, '../../../snippets');

/** Where each belongs in a playbook: the line that its section begins with. */
const sections: Readonly<Record<string, string>> = {
  scenario: 'scenarios:',
  step: '    steps:',
  gather: '    steps:',
  ask: '    steps:',
  escalate: '    steps:',
  announce: '    steps:',
  wait: '    steps:',
  end: '    steps:',
  message: 'messages:',
  channel: 'channels:',
  severity: 'severities:',
  question: 'checklist:',
  role: 'roles:',
  person: 'people:',
};
const all = locales.flatMap((locale) =>
  Object.values(snippetsIn(locale)).map((snippet) => [snippet.prefix[0] ?? '', locale, snippet] as const),
);

function minimal(locale: 'en' | 'ja'): string {
  const open = { title: '', decides: '', posts: '', fixes: '' };
  return newPlaybook({ purpose: 'standing', locale, timezone: 'UTC', channels: [], ...open }).text;
}

/** First in its section, so that a class that takes the rest is still the last. The first step stays the first. */
function insert(text: string, { prefix, body }: Snippet): string {
  const section = sections[prefix[0] ?? ''] ?? '';
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line === section || line.startsWith(`${section} `));
  const indent = `${/^ */.exec(section)?.[0]}  `;
  const block = withoutStops(body.join('\n'))
    .split('\n')
    .map((line) => indent + line);
  const behind = section.includes('steps')
    ? lines.findIndex((line, index) => index > at + 1 && /^ {6}\S/.test(line))
    : at + 1;
  lines.splice(behind, 0, ...block);
  return lines.join('\n');
}

test('there are no more than fifteen, and none is asked for by the name of another', () => {
  for (const locale of locales) {
    const snippets = Object.values(snippetsIn(locale));
    expect(snippets.length).toBeLessThanOrEqual(15);
    const prefixes = snippets.flatMap(({ prefix }) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    for (const { prefix } of snippets) {
      expect(prefix.some((word) => /^[a-z]+$/.test(word))).toBe(true);
      expect(prefix.some((word) => /^[ぁ-ん]+$/.test(word))).toBe(true);
    }
  }
});

test.each(all.filter(([name]) => name !== 'playbook'))('%s, %s, in a playbook: no error', (_, locale, snippet) => {
  const before = minimal(locale);
  const after = insert(before, snippet);
  expect(after.length).toBeGreaterThan(before.length + 20);
  expect(lintText(after).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each(locales)('playbook, %s, in an empty file: nothing to mend', (locale) => {
  const whole = Object.values(snippetsIn(locale)).find(({ prefix }) => prefix[0] === 'playbook');
  const text = withoutStops(whole?.body.join('\n') ?? '');
  expect(lintText(text).filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(checkText(text).playbook.flows.size).toBe(1);
});

test('the files are as fresh as the blocks', () => {
  for (const [name, text] of Object.entries(snippetFiles()))
    expect(fs.readFileSync(path.join(folder, name), 'utf8'), `${name}: run npm run generate`).toBe(text);
});
