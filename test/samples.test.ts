import { expect, test } from 'vitest';
import { rules } from '../src/core/lint/rules';
import { LineIndex } from '../src/core/text/lineIndex';
import { readFiles } from './support/folders';
import { lintText } from './support/lint';

const samples = readFiles('sample-playbooks');
// A sample may know of a rule of the catalogue before it is built.
const built = new Set(rules.map(({ id }) => id));

/** `# expects: rule, rule` on its own line speaks of the next line, behind a value of its own line. */
function expected(text: string): string[] {
  return text.split('\n').flatMap((line, at) => {
    const match = /# expects: (.*)$/.exec(line);
    if (!match?.[1]) return [];
    const lineNumber = line.trimStart().startsWith('#') ? at + 2 : at + 1;
    return match[1].split(',').flatMap((rule) => (built.has(rule.trim()) ? [`${lineNumber} ${rule.trim()}`] : []));
  });
}

test('there are samples', () => {
  expect(Object.keys(samples).length).toBeGreaterThanOrEqual(8);
});

test.each(Object.entries(samples))('%s has the findings it says it has, and no others', (file, text) => {
  const lines = new LineIndex(text);
  const found = lintText(text, { file, files: samples }).map(
    ({ rule, span, message }) => `${lines.lineAt(span.start) + 1} ${rule} ${span.file ?? ''} ${message}`,
  );
  const short = found.map((finding) => finding.split(' ', 2).join(' '));
  const wanted = expected(text);
  expect(found.filter((_, at) => !wanted.includes(short[at] ?? ''))).toEqual([]);
  expect(wanted.filter((finding) => !short.includes(finding))).toEqual([]);
});
