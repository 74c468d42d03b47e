import { expect, test } from 'vitest';
import { flowPlan } from '../../../support/flowPlan';
import { expectFindings } from '../../../support/lint';

const rule = 'dead-end';

test('a step with no way out', () => {
  const [finding] = expectFindings(
    rule,
    flowPlan({
      steps: `
        <|work|>:
          kind: do
          task: Work
        done:
          kind: end`,
    }),
    ['The step "work" leads nowhere: whoever gets here has no next step. Add "then", or make it an "end".'],
    flowPlan({
      steps: `
        work:
          kind: do
          task: Work
          then: after_work
        after_work:
          kind: end
          title: "To do: what comes after \\"work\\""
          outcome: handed-over
        done:
          kind: end`,
    }),
  );
  expect(finding?.severity).toBe('error');
});

test('in braces too; a warning in a draft', () => {
  const [finding] = expectFindings(
    rule,
    flowPlan({
      status: 'draft',
      steps: `
        <|tell|>: { kind: announce, message: notice }`,
    }),
    [/"tell" leads nowhere/],
    flowPlan({
      status: 'draft',
      steps: `
        tell: { kind: announce, message: notice, then: after_tell }
        after_tell:
          kind: end
          title: "To do: what comes after \\"tell\\""
          outcome: handed-over`,
    }),
  );
  expect(finding?.severity).toBe('warning');
});

test('an escalation that nobody answers', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        <|ask_boss|>:
          kind: escalate
          ack_within: 5m
          then: done
        done: { kind: end }`,
    }),
    [/"ask_boss" does not say what happens when nobody answers/],
    flowPlan({
      steps: `
        ask_boss:
          kind: escalate
          ack_within: 5m
          then: done
          no_ack: done
        done: { kind: end }`,
    }),
  );
});

test('a rise alone is no way on', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        judge: { kind: classify, cases: { major: hold } }
        <|hold|>: { kind: wait, every: 5m, on_upgrade: done }
        done: { kind: end }`,
    }),
    [/"hold" leads nowhere/],
  );
});

test('the first step from which no end can be reached', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        ask: { kind: ask, fact: back, answers: { "yes": done, "no": try } }
        <|try|>: { kind: do, task: Try, then: hold }
        hold: { kind: wait, every: 5m, then: try }
        done: { kind: end }`,
    }),
    [
      'From the step "try" on no path comes to an "end", so nobody ever knows that the incident is over. Lead one of the steps behind it to an end.',
    ],
  );
});

test('a flow that only ever calls itself', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        <|hold|>: { kind: wait, every: 5m, then: again }
        again: { kind: call, flow: main, then: done }
        done: { kind: end }`,
    }),
    [/"hold"/],
  );
});

test('said once: at the called flow, at the misspelt reference, at the loop, at the missing answer', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        work: { kind: call, flow: part, then: done }
        done: { kind: end }`,
      flows: `
        part: { title: Part, steps: { <|a|>: { kind: wait, every: 5m, then: b }, b: { kind: wait, every: 5m, then: a } } }`,
    }),
    [/"a"/],
  );
  expectFindings(rule, flowPlan({ steps: 'work: { kind: do, task: Work, then: gone }' }), []);
  expectFindings(rule, flowPlan({ steps: 'a: { kind: do, task: A, then: b }\nb: { kind: do, task: B, then: a }' }), []);
  expectFindings(rule, flowPlan({ steps: 'a: { kind: ask, fact: back, answers: { "yes": a } }' }), []);
});

test('a key with nothing behind it leads nowhere, a misspelt one is another finding', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        <|work|>:
          kind: do
          task: Work
          then:
        more: { kind: do, task: Work, thn: done }
        done: { kind: end }`,
    }),
    [/"work" leads nowhere/],
  );
});

test('silent where every path can end', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        judge: { kind: classify, cases: { major: hold } }
        hold: { kind: wait, then: ask, on_upgrade: judge }
        ask: { kind: ask, fact: back, answers: { "yes": done, "no": hold } }
        done: { kind: end }`,
    }),
    [],
  );
  expectFindings(
    rule,
    flowPlan({
      steps: `
        tell: { kind: escalate, ack_within: 5m, then: part, no_ack: part }
        part: { kind: call, flow: part, then: done }
        done: { kind: end }`,
      flows: 'part: { title: Part, steps: { a: { kind: end } } }',
    }),
    [],
  );
});
