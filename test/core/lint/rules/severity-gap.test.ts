import { expect, test } from 'vitest';
import { expectFindings, lintText } from '../../../support/lint';

const plan = (severities: string, more = '') => `playbook: 1
status: in-review
title: A
checklist:
  share: { ask: How many?, type: percent }
  scope: { ask: Who?, type: choice, choices: { all: All, some: Some } }
${more}${severities}`;

const gaps = (text: string) => lintText(text).filter(({ rule }) => rule === 'severity-gap');

test('no class takes what is left over', () => {
  const [finding] = expectFindings(
    'severity-gap',
    plan('<|severities|>:\n  major:\n    when_any: [share > 50%]\n  minor:\n    when_any: [share > 5%]\n'),
    ['An incident that matches no class is not provided for. Write "default: true" in the last class, "minor".'],
    plan(
      'severities:\n  major:\n    when_any: [share > 50%]\n  minor:\n    when_any: [share > 5%]\n    default: true\n',
    ),
  );
  expect(finding).toMatchObject({ severity: 'error', fixes: [{ safe: true }] });
});

test('the mark is written into braces, and over a false one', () => {
  expectFindings(
    'severity-gap',
    plan('<|severities|>:\n  major: { title: Major }\n'),
    [/no class is not/],
    plan('severities:\n  major: { title: Major, default: true }\n'),
  );
  expectFindings(
    'severity-gap',
    plan('<|severities|>:\n  major:\n    default: false\n    title: Major\n'),
    [/no class is not/],
    plan('severities:\n  major:\n    default: true\n    title: Major\n'),
  );
});

test('the class that takes what is left over is not the last', () => {
  const [finding] = expectFindings(
    'severity-gap',
    plan(`severities:
  <|minor|>:
    default: true
    examples:
      - one # two

  # The worst.
  major:
    when_any: [share > 50%]
# behind
`),
    [
      '"minor" takes what no other class matches, so it belongs behind all others: they go from the worst to the least.',
    ],
    plan(`severities:

  # The worst.
  major:
    when_any: [share > 50%]
  minor:
    default: true
    examples:
      - one # two
# behind
`),
  );
  expect(finding?.fixes?.[0]?.safe).toBe(true);
});

test('moved behind a last line that has no break', () => {
  expectFindings(
    'severity-gap',
    plan('severities:\n  <|minor|>:\n    default: true\n  major:\n    when_any: [share > 50%]'),
    [/belongs behind/],
    plan('severities:\n  major:\n    when_any: [share > 50%]\n  minor:\n    default: true'),
  );
});

test('more than one class takes what is left over', () => {
  expectFindings(
    'severity-gap',
    plan(
      'severities:\n  <|major|>:\n    title: Major\n    default: true\n    when_any: [share > 50%]\n  minor:\n    default: true\n',
    ),
    ['Only one class can take what no other matches, and "minor" does already. Remove "default: true" from "major".'],
    plan('severities:\n  major:\n    title: Major\n    when_any: [share > 50%]\n  minor:\n    default: true\n'),
  );
});

test('a class that those above leave nothing for; the evidence is the one that takes it', () => {
  const text = plan(`severities:
  worst:
    when_any: [scope = all]
  major:
    when_any: [share > 10%]
  <|middle|>:
    when_any: [share > 20%]
  minor:
    default: true
`);
  const [finding] = expectFindings('severity-gap', text, [
    'No incident is ever of the class "middle", because every case is taken first by "major". Narrow the criteria above, or remove this class.',
  ]);
  const source = text.replaceAll('<|', '').replaceAll('|>', '');
  expect(finding?.related?.map(({ span }) => source.slice(span.start, span.end))).toEqual(['major']);
});

test('several classes above can take every case together', () => {
  const found = expectFindings(
    'severity-gap',
    plan(
      'severities:\n  a:\n    when_any: [scope = all]\n  b:\n    when_any: [scope = some]\n  <|c|>:\n    default: true\n',
    ),
    [/because every case is taken first by "a" and "b"/],
  );
  expect(found[0]?.related).toHaveLength(2);
});

test('a class whose own criteria exclude each other, and one without any', () => {
  expectFindings(
    'severity-gap',
    plan(
      'severities:\n  <|a|>:\n    when_all: [share > 50%, share < 20%]\n  <|b|>:\n    announce: false\n  c:\n    default: true\n',
    ),
    [/its criteria can't all hold/, /it has no criteria/],
  );
});

test('what is worked out from other facts can be no more than they allow', () => {
  const findings = gaps(
    plan(
      'severities:\n  a:\n    when_any: [share >= 50%]\n  b:\n    when_all: [lost >= 5000]\n  c:\n    default: true\n',
      'impact: { lost: { formula: share * 10000 } }\n',
    ),
  );
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^No incident is ever of the class "b", because every case is taken first by "?a/),
  ]);
  expect(findings[0]?.related?.map(({ message }) => message)).toEqual([
    'This class comes first',
    '"lost" is worked out here',
  ]);
});

test('in a draft it is a warning', () => {
  const text = plan('severities:\n  a: { title: A }\n').replace('in-review', 'draft');
  expect(gaps(text).map(({ severity }) => severity)).toEqual(['warning']);
});

test('classes that leave nothing out', () => {
  expectFindings('severity-gap', plan('severities:\n  all: { default: true }\n'), []);
  expectFindings(
    'severity-gap',
    plan(
      'severities:\n  a:\n    when_all: [share > 50%, scope = all]\n  b:\n    when_any: [share > 50%, lost > 3]\n  c:\n    default: true\n',
      'impact: { lost: { formula: share * 2 } }\n',
    ),
    [],
  );
  expectFindings('severity-gap', plan(''), []);
});

test("what is misspelt is one finding, and not this rule's", () => {
  expectFindings('severity-gap', plan('severities:\n  a:\n    when_ani: [share > 50%]\n  b:\n    default: true\n'), []);
  expectFindings('severity-gap', plan('severities:\n  a:\n    defualt: true\n'), []);
  expectFindings('severity-gap', plan('severities:\n  a:\n    default: yes\n'), []);
});
