import { expect, test } from 'vitest';
import { flowPlan } from '../../../support/flowPlan';
import { expectFindings } from '../../../support/lint';

const rule = 'unreachable-step';

test('a step that nothing leads to, with its removal', () => {
  const [finding] = expectFindings(
    rule,
    flowPlan({
      steps: `
        work: { kind: do, task: Work, then: done }
        <|left_over|>:
          kind: do
          task: Something old
          then: done
        done: { kind: end }`,
    }),
    [
      'No path from "work" leads to the step "left_over", so nobody who follows the flow ever sees it. Lead a step here, or remove it.',
    ],
    flowPlan({
      steps: `
        work: { kind: do, task: Work, then: done }
        done: { kind: end }`,
    }),
  );
  expect(finding?.severity).toBe('error');
  expect(finding?.fixes?.[0]?.safe).toBe(false);
});

test('each step of a branch that is left over; a warning in a draft', () => {
  const [finding] = expectFindings(
    rule,
    flowPlan({
      status: 'draft',
      steps: `
        work: { kind: do, task: Work, then: done }
        <|one|>: { kind: do, task: Something old, then: two }
        <|two|>: { kind: do, task: Something older, then: done }
        done: { kind: end }`,
    }),
    [/"one"/, /"two"/],
  );
  expect(finding?.severity).toBe('warning');
});

test('a case that no run takes, since severity never falls', () => {
  expectFindings(
    rule,
    flowPlan({
      severities: `
        major: { title: Major, when_any: [share >= 50%], channels: [status] }
        minor: { title: Minor, default: true, channels: [status] }`,
      steps: `
        find: { kind: gather, collect: [share], then: judge }
        judge: { kind: classify, cases: { major: again, minor: done } }
        again: { kind: gather, collect: [share], then: judge_again }
        judge_again: { kind: classify, cases: { major: done, minor: calm } }
        <|calm|>: { kind: do, task: Relax, then: done }
        done: { kind: end }`,
    }),
    [/"calm"/],
  );
});

test('a rise from the worst class can not be', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        judge: { kind: classify, cases: { major: hold } }
        hold: { kind: wait, then: done, on_upgrade: worse }
        <|worse|>: { kind: do, task: Shout, then: done }
        done: { kind: end }`,
    }),
    [/"worse"/],
  );
});

test('another flow has its own start, and flows that are called are reached through the call', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        work: { kind: call, flow: part, then: done }
        done: { kind: end }`,
      flows: `
        part: { title: Part, steps: { a: { kind: do, task: A, then: b }, b: { kind: end } } }
        unused: { title: Unused, start: d, steps: { <|c|>: { kind: do, task: C, then: d }, d: { kind: end } } }`,
    }),
    [/"c"/],
  );
});

test('silent where all steps are reached', () => {
  expectFindings(
    rule,
    flowPlan({
      severities: `
        major: { title: Major, when_any: [share >= 50%], channels: [status] }
        minor: { title: Minor, default: true, channels: [status] }`,
      steps: `
        find: { kind: gather, collect: [share], then: judge }
        judge: { kind: classify, cases: { major: tell, minor: hold } }
        tell: { kind: announce, message: notice, then: done }
        hold: { kind: wait, then: done, on_upgrade: tell }
        done: { kind: end }`,
    }),
    [],
  );
});

test('silent where another rule says why nothing leads there', () => {
  // A reference that is misspelt, a step without a way on, an answer without an exit.
  expectFindings(
    rule,
    flowPlan({
      steps: `
        work: { kind: do, task: Work, then: asks }
        ask: { kind: ask, fact: back, answers: { "yes": no_way } }
        no_way: { kind: do, task: Nothing }
        next: { kind: do, task: More, then: done }
        forgotten: { kind: do, task: Even more, then: done }
        done: { kind: end }`,
    }),
    [],
  );
  // An end that leads on, a step that can't be read, a key with nothing behind it.
  for (const first of ['{ kind: end, then: next }', '', '{ kind: do, task: Work, thn: next }']) {
    expectFindings(
      rule,
      flowPlan({ steps: `first: ${first}\nnext: { kind: do, task: More, then: done }\ndone: { kind: end }` }),
      [],
    );
  }
  // A class that never matches, since the one above takes every case.
  expectFindings(
    rule,
    flowPlan({
      severities: `
        all: { title: All, when_any: [share >= 0%], channels: [status] }
        none: { title: None, default: true, channels: [status] }`,
      steps: `
        find: { kind: gather, collect: [share], then: judge }
        judge: { kind: classify, cases: { all: done, none: never } }
        never: { kind: do, task: Relax, then: done }
        done: { kind: end }`,
    }),
    [],
  );
  // A criterion on a fact that nobody gathers.
  expectFindings(
    rule,
    flowPlan({
      severities: `
        major: { title: Major, when_any: [share >= 50%], channels: [status] }
        minor: { title: Minor, default: true, channels: [status] }`,
      steps: `
        judge: { kind: classify, cases: { major: tell, minor: done } }
        tell: { kind: announce, message: notice, then: done }
        done: { kind: end }`,
    }),
    [],
  );
});
