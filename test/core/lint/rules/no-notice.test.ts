import { expect, test } from 'vitest';
import { flowPlan } from '../../../support/flowPlan';
import { expectFindings } from '../../../support/lint';

const rule = 'no-notice';
const severities = `
  major: { title: Major, when_any: [share >= 50%], channels: [status] }
  minor: { title: Minor, default: true, announce: false, silence_reason: Small }`;

test('a path to an end on which customers hear nothing', () => {
  const [finding] = expectFindings(
    rule,
    flowPlan({
      severities,
      steps: `
        find: { kind: gather, collect: [share], then: judge }
        judge: { kind: classify, cases: { major: ask, minor: quiet } }
        ask: { kind: ask, fact: back, answers: { "yes": done, "no": tell } }
        tell: { kind: announce, message: notice, then: quiet }
        <|done|>: { kind: end }
        quiet: { kind: end }`,
    }),
    [
      'An incident of the class "major" can come to the end "done" without any word to customers. Put an "announce" step on this path, or set "announce: false" for the class.',
    ],
  );
  expect(finding?.severity).toBe('error');
  expect(finding?.related).toHaveLength(3);
});

test('a rise that nobody is told of; a warning in a draft', () => {
  const [finding] = expectFindings(
    rule,
    flowPlan({
      status: 'draft',
      severities,
      steps: `
        find: { kind: gather, collect: [share], then: judge }
        judge: { kind: classify, cases: { major: tell, minor: hold } }
        tell: { kind: announce, message: notice, then: quiet }
        hold: { kind: wait, every: 5m, then: quiet, on_upgrade: done }
        <|done|>: { kind: end }
        quiet: { kind: end }`,
    }),
    [/"major".*"done"/],
  );
  expect(finding?.severity).toBe('warning');
});

test('word to the team alone is none to customers; two classes are one finding', () => {
  expectFindings(
    rule,
    flowPlan({
      severities: `
        major: { title: Major, when_any: [share >= 50%], channels: [status] }
        minor: { title: Minor, default: true, channels: [mail] }`,
      steps: `
        find: { kind: gather, collect: [share], then: judge }
        judge: { kind: classify, cases: { major: tell, minor: tell } }
        tell: { kind: announce, message: notice, channels: chat, then: done }
        <|done|>: { kind: end }`,
    }),
    [/"major" or "minor"/],
  );
});

test('silent where everyone hears in time, or nothing was promised', () => {
  expectFindings(
    rule,
    flowPlan({
      severities,
      steps: `
        find: { kind: gather, collect: [share], then: judge }
        judge: { kind: classify, cases: { major: tell, minor: hold } }
        tell: { kind: announce, message: notice, then: done }
        hold: { kind: wait, every: 5m, then: done, on_upgrade: tell }
        done: { kind: end }`,
    }),
    [],
  );
  // No severity is held, so no class has promised anything.
  expectFindings(rule, flowPlan({ steps: 'work: { kind: do, task: Work, then: done }\ndone: { kind: end }' }), []);
  // Told before anybody judged how bad it is.
  expectFindings(
    rule,
    flowPlan({
      steps: `
        tell: { kind: announce, message: notice, channels: mail, then: judge }
        judge: { kind: classify, cases: { major: done } }
        done: { kind: end }`,
    }),
    [],
  );
});

test('silent where another rule speaks', () => {
  expectFindings(
    rule,
    flowPlan({
      severities: 'major: { title: Major, default: true }',
      steps: `
        judge: { kind: classify, cases: { major: tell } }
        tell: { kind: announce, message: notice, then: done }
        done: { kind: end }`,
    }),
    [],
  );
  expectFindings(
    rule,
    flowPlan({
      steps: `
        judge: { kind: classify, cases: { major: tell } }
        tell: { kind: anounce, message: notice, then: done }
        done: { kind: end }`,
    }),
    [],
  );
});
