import { createTwoFilesPatch } from 'diff';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/lint/finding';
import { rules } from '../../../src/core/lint/rules';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { applyEdits, type Edit, settledEdits } from '../../../src/core/text/span';
import { parseYaml } from '../../../src/core/yaml/parse';
import { lintText } from '../../support/lint';
import { mutations } from './mutations';
import { broughtBy } from './mutations/brought';
import { type Mutated, type Sample, samples } from './mutations/sample';

const built = new Set(rules.map(({ id }) => id));

interface Tried {
  readonly sample: Sample;
  readonly text: string;
  readonly mutated: Mutated;
  /** What the edit brought. */
  readonly brought: readonly Finding[];
}

function tryOn(sample: Sample, mutated: Mutated): Tried {
  const { file, files } = sample;
  const text = applyEdits(sample.text, mutated.edits);
  const after = lintText(text, { file, files: { ...files, [file]: text } });
  return { sample, text, mutated, brought: broughtBy(sample.checked.findings, after) };
}

/** Lines from 0 on which the findings may stand. */
function linesOf({ sample, text, mutated }: Tried): ReadonlySet<number> {
  const lines = new LineIndex(text);
  const places = mutated.at.map((place) =>
    typeof place === 'number' ? moved(place, mutated.edits) : text.indexOf(place),
  );
  expect(
    places.every((place) => place >= 0),
    sample.file,
  ).toBe(true);
  return new Set(places.map((place) => lines.lineAt(place)));
}

function moved(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { span, text } of settledEdits(edits)) {
    if (span.end > offset) break;
    shift += text.length - (span.end - span.start);
  }
  return offset + shift;
}

const say = ({ text }: Tried, { rule, severity, span, message }: Finding) =>
  `${new LineIndex(text).lineAt(span.start) + 1} ${severity} ${rule}: ${message}`;

/** True of every edit: what was approved is no longer what was read by those who approved it. */
const always: Readonly<Record<string, string>> = { 'approval-stale': 'an approved message or flow was changed' };

/** What is wrong with what the edit brought; empty where it is right. */
function complaints(rule: string, tried: Tried): readonly string[] {
  const { text, mutated, brought } = tried;
  const own = brought.filter((finding) => finding.rule === rule);
  const lines = new LineIndex(text);
  const allowed = linesOf(tried);
  const count = mutated.count ?? 1;
  const astray = own.filter(({ span }) => span.file !== undefined || !allowed.has(lines.lineAt(span.start)));
  const others = brought.filter(
    (finding) =>
      finding.rule !== rule &&
      finding.severity !== 'info' &&
      !Object.hasOwn({ ...always, ...mutated.also }, finding.rule),
  );
  return [
    ...((count < 0 ? own.length === 0 : own.length !== count) ? [`${own.length} findings in place of ${count}`] : []),
    ...astray.map((finding) => `not at the edit: ${say(tried, finding)}`),
    ...others.map((finding) => `follows from it: ${say(tried, finding)}`),
  ];
}

const cases = mutations.flatMap(({ rule, what, edit }) =>
  samples.map((sample) => ({ rule, what, sample, outcome: edit(sample) })),
);

describe('one small edit of a clean plan', () => {
  it.each(mutations)('$rule: a plan that $what', ({ rule, what }) => {
    const found = cases
      .filter((one) => one.rule === rule && one.what === what)
      .flatMap(({ sample, outcome }) =>
        typeof outcome === 'string'
          ? []
          : complaints(rule, tryOn(sample, outcome)).map((complaint) => `${sample.file}: ${complaint}`),
      );
    expect(found).toEqual([]);
  });

  it('provokes every rule, in two plans at least', () => {
    const provoked = (id: string) =>
      new Set(
        cases.flatMap(({ rule, sample, outcome }) => (rule === id && typeof outcome !== 'string' ? sample.file : [])),
      );
    const few = [...built].flatMap((id) => {
      const files = provoked(id).size;
      return files < 2 ? [`${id}: ${files}`] : [];
    });
    expect(few).toEqual([]);
  });

  it('is mended word for word as it was read and approved', async () => {
    const shown = cases.flatMap(({ rule, what, sample, outcome }) => {
      const tried = typeof outcome === 'string' ? undefined : tryOn(sample, outcome);
      const fixed = tried?.brought.filter((finding) => finding.rule === rule && finding.fixes !== undefined) ?? [];
      return tried === undefined ? [] : fixed.slice(0, 1).map((finding) => ({ rule, what, tried, finding }));
    });
    // Two plans for each edit, and not the same two for all.
    const chosen = shown.filter(
      (one, at) => shown.findIndex((other) => other.rule === one.rule && other.what === one.what) >= at - 1,
    );
    const text = chosen.map(({ rule, what, tried, finding }) => {
      const fixes = (finding.fixes ?? []).map(({ title, safe, edits }) => {
        const patch = createTwoFilesPatch('', '', tried.text, applyEdits(tried.text, edits), '', '', { context: 0 });
        return `  ${safe ? 'safe' : 'to choose'}: ${title}\n${patch.split('\n').slice(4, -1).join('\n')}\n`;
      });
      return `${rule}: a plan that ${what} (${tried.sample.file})\n  ${finding.message}\n${fixes.join('')}`;
    });
    await expect(text.join('\n')).toMatchFileSnapshot('../../golden/fixes.txt');
  });

  it('is mended by its safe fix, and nothing else changes', () => {
    const wrong: string[] = [];
    for (const { sample, outcome } of cases) {
      if (typeof outcome === 'string') continue;
      const tried = tryOn(sample, outcome);
      for (const finding of tried.brought) {
        const fix = finding.fixes?.[0];
        if (fix === undefined) continue;
        const after = applyEdits(tried.text, fix.edits);
        const found = lintText(after, { file: sample.file, files: { ...sample.files, [sample.file]: after } });
        const name = `${sample.file} ${say(tried, finding)} [${fix.title}]`;
        if (parseYaml(after).problems.length > 0) wrong.push(`${name}: does not parse`);
        if (!fix.safe) continue;
        const same = found.some((one) => one.rule === finding.rule && one.message === finding.message);
        if (same) wrong.push(`${name}: still found`);
        const brought = broughtBy(
          [...tried.brought, ...sample.checked.findings],
          found.filter(({ rule, severity }) => severity !== 'info' && !Object.hasOwn(always, rule)),
        );
        for (const one of brought) wrong.push(`${name}: brings ${one.rule} ${one.message}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
