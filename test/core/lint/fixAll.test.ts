import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Config, defaultConfig } from '../../../src/core/lint/config';
import { fileOfEdit, fixAll } from '../../../src/core/lint/fixAll';
import { usedPaths } from '../../../src/core/model/uses';
import { parseYaml } from '../../../src/core/yaml/parse';
import type { YamlDocument } from '../../../src/core/yaml/tree';
import { type Files, readFiles } from '../../support/folders';
import { translators } from '../../support/lint';
import { smallPlaybook } from '../../support/small';

const now = Date.parse('2026-11-23');
// What it adds to a small plan is right, and beside the point here.
const config: Config = { ...defaultConfig, rules: { 'checklist-core-missing': 'off' } };

function documentsOf(file: string, files: Files): ReadonlyMap<string, YamlDocument> {
  const documents = new Map<string, YamlDocument>();
  const waiting = [file];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const text = files[name];
    if (text === undefined || documents.has(name)) continue;
    const document = parseYaml(text);
    documents.set(name, document);
    waiting.push(...usedPaths(document, name));
  }
  return documents;
}

const run = (file: string, files: Files, mayChange?: (file: string) => boolean) =>
  fixAll({
    file,
    documents: documentsOf(file, files),
    config,
    now,
    t: translators.en,
    ...(mayChange && { mayChange }),
  });

/** Characters of the old text that are gone, and those that are new, are all of edits. */
function expectOnlyFixes(file: string, files: Files): void {
  const { texts, fixed, findings } = run(file, files);
  for (const { fix } of fixed) expect(fix.safe).toBe(true);
  if (texts.size === 0) expect(fixed).toEqual([]);
  const after = { ...files, ...Object.fromEntries(texts) };
  expect(run(file, after).texts).toEqual(new Map());
  expect(findings.map(({ rule, span }) => [rule, span])).toEqual(
    run(file, after).findings.map(({ rule, span }) => [rule, span]),
  );
  for (const [name, text] of texts) {
    const inserted = fixed.flatMap((one) =>
      one.fix.edits.filter((edit) => fileOfEdit(edit, one.finding, file) === name),
    );
    const before = files[name] ?? '';
    const removable = inserted.reduce((sum, { span }) => sum + span.end - span.start, 0);
    const added = inserted.reduce((sum, edit) => sum + edit.text.length, 0);
    const common = commonLength(before, text);
    expect(before.length - common).toBeLessThanOrEqual(removable);
    expect(text.length - common).toBeLessThanOrEqual(added);
  }
}

/** Length of the longest common subsequence of lines, in characters, and of the lines between by their ends. */
function commonLength(a: string, b: string): number {
  const left = a.split(/(?<=\n)/);
  const right = b.split(/(?<=\n)/);
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let end = 0;
  while (end < left.length - start && end < right.length - start && left.at(-1 - end) === right.at(-1 - end)) end++;
  const middle = lcs(left.slice(start, left.length - end).join(''), right.slice(start, right.length - end).join(''));
  return [...left.slice(0, start), ...left.slice(left.length - end)].join('').length + middle;
}

function lcs(a: string, b: string): number {
  let previous = new Uint32Array(b.length + 1);
  for (let row = 1; row <= a.length; row++) {
    const current = new Uint32Array(b.length + 1);
    for (let column = 1; column <= b.length; column++) {
      current[column] =
        a[row - 1] === b[column - 1]
          ? (previous[column - 1] ?? 0) + 1
          : Math.max(previous[column] ?? 0, current[column - 1] ?? 0);
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

const samples = readFiles('sample-playbooks');
const golden = readFiles('test/golden/err');

describe('on every plan there is', () => {
  it.each(Object.keys(samples))('%s', (file) => expectOnlyFixes(file, samples));
  it.each(Object.keys(golden))('err/%s', (file) => expectOnlyFixes(file, golden));
});

it('on mutants of the samples: safe fixes only, idempotent, nothing outside the edits', () => {
  const names = Object.keys(samples);
  const slips: readonly ((line: string) => string)[] = [
    (line) => line.replace(':', '：'),
    (line) => line.replace(/(\w)(\w)(\w*:)/, '$2$1$3'),
    (line) => line.replace(/^ {2}/, '　'),
    (line) => line.replace(/: (\w+)$/, ': $1x'),
    (line) => `${line} # playbook-ignore jargon -- none`,
    (line) => line.replace(/: /, ':'),
    () => '',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.array(fc.tuple(fc.nat(), fc.nat(slips.length - 1)), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (file, places, newline, marked) => {
        const lines = (samples[file] ?? '').split('\n');
        for (const [at, slip] of places) {
          const index = at % lines.length;
          lines[index] = slips[slip]?.(lines[index] ?? '') ?? '';
        }
        expectOnlyFixes(file, { ...samples, [file]: (marked ? '\uFEFF' : '') + lines.join(newline) });
      },
    ),
    { numRuns: 40, seed: 7 },
  );
}, 60_000);

const slipped = smallPlaybook.replace('then: judge', 'then: juge  # 次へ').replace('kind: wait', "kind: 'wait'");

it('mends what can mean only one thing, and leaves the rest byte for byte', () => {
  const { texts, fixed } = run('a', { a: slipped });
  expect(texts.get('a')).toBe(slipped.replace('juge', 'judge'));
  expect(fixed.map(({ finding }) => finding.rule)).toEqual(['unknown-reference']);
});

it('keeps a byte order mark and the ends of lines', () => {
  const text = `\uFEFF${slipped.replace(/\n/g, '\r\n')}`;
  expect(run('a', { a: text }).texts.get('a')).toBe(text.replace('juge', 'judge'));
});

it('changes no file that it may not', () => {
  const { texts, fixed, findings } = run('a', { a: slipped }, () => false);
  expect([texts.size, fixed.length]).toEqual([0, 0]);
  expect(findings.map(({ rule }) => rule)).toContain('unknown-reference');
});

it('never makes a fix that is only offered', () => {
  for (const [file, text] of Object.entries(golden)) {
    for (const { fix } of run(file, { ...golden, [file]: text }).fixed) expect(fix.safe).toBe(true);
  }
});
