import { expect, test } from 'vitest';
import { expectFindings, lintText } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const withClass = (lines: string) =>
  smallPlaybook
    .replace('    title: Major\n', `    title: Major\n    when_any: ["back = no"]\n`)
    .replace('    default: true\n', '')
    .replace('flows:\n', `  minor:\n${lines}    default: true\nflows:\n`);

test('a class in which nothing is said, and nobody can see why', () => {
  const [finding] = expectFindings(
    'silence-without-reason',
    withClass('    <|announce|>: false # nothing\n'),
    ['Nothing is announced in the class "minor", and nobody can see why. Write the reason at "silence_reason".'],
    withClass('    announce: false # nothing\n    silence_reason: "To do: why nothing is said"\n'),
  );
  expect(finding).toMatchObject({ severity: 'error', fixes: [{ safe: false }] });
});

test('an empty reason is none', () => {
  expectFindings('silence-without-reason', withClass('    <|announce|>: false\n    silence_reason: " "\n'), [
    /^Nothing is/,
  ]);
});

test('in a draft it is a warning', () => {
  const text = withClass('    announce: false\n').replace('in-review', 'draft');
  const found = lintText(text).filter(({ rule }) => rule === 'silence-without-reason');
  expect(found.map(({ severity }) => severity)).toEqual(['warning']);
});

test('a class that is announced, one with a reason, and a policy that asks for none', () => {
  expectFindings('silence-without-reason', smallPlaybook, []);
  expectFindings('silence-without-reason', withClass('    announce: true\n'), []);
  expectFindings('silence-without-reason', withClass('    announce: false\n    silence_reason: Nobody sees it\n'), []);
  expectFindings(
    'silence-without-reason',
    withClass('    announce: false\n').replace('people:\n', 'policy: { silence: allowed }\npeople:\n'),
    [],
  );
});
