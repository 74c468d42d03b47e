import { expect, test } from 'vitest';
import { flowPlan } from '../../../support/flowPlan';
import { expectFindings } from '../../../support/lint';

const rule = 'answer-missing';

test('an answer without an exit', () => {
  const [finding] = expectFindings(
    rule,
    flowPlan({
      steps: `
        ask:
          kind: ask
          fact: back
          <|answers|>:
            "yes": done
        done: { kind: end }`,
    }),
    ['"ask" has no next step for the answer "no". Add one.'],
    flowPlan({
      steps: `
        ask:
          kind: ask
          fact: back
          answers:
            "yes": done
            "no": ask_no
        ask_no:
          kind: end
          title: "To do: what comes after \\"ask\\" with \\"no\\""
          outcome: handed-over
        done: { kind: end }`,
    }),
  );
  expect(finding?.severity).toBe('error');
  expect(finding?.fixes?.[0]?.safe).toBe(true);
});

test('several choices in braces; a warning in a draft', () => {
  const [finding] = expectFindings(
    rule,
    flowPlan({
      status: 'draft',
      checklist: 'size: { type: choice, choices: { small: S, medium: M, large: L } }',
      steps: `
        ask: { kind: ask, fact: size, <|answers|>: { small: done } }
        done: { kind: end }`,
    }),
    ['"ask" has no next step for the answer "medium" and "large". Add one.'],
    flowPlan({
      status: 'draft',
      checklist: 'size: { type: choice, choices: { small: S, medium: M, large: L } }',
      steps: `
        ask: { kind: ask, fact: size, answers: { small: done, medium: ask_medium, large: ask_medium } }
        ask_medium:
          kind: end
          title: "To do: what comes after \\"ask\\" with \\"medium\\" and \\"large\\""
          outcome: handed-over
        done: { kind: end }`,
    }),
  );
  expect(finding?.severity).toBe('warning');
});

test('a class without a case', () => {
  expectFindings(
    rule,
    flowPlan({
      severities: `
        major: { title: Major, when_any: [share >= 50%], channels: [status] }
        minor: { title: Minor, default: true, channels: [status] }`,
      steps: `
        find: { kind: gather, collect: [share], then: judge }
        judge:
          kind: classify
          <|cases|>:
            major: done
        done: { kind: end }`,
    }),
    ['"judge" has no case for the class "minor": an incident as bad as that has no next step. Add one.'],
    flowPlan({
      severities: `
        major: { title: Major, when_any: [share >= 50%], channels: [status] }
        minor: { title: Minor, default: true, channels: [status] }`,
      steps: `
        find: { kind: gather, collect: [share], then: judge }
        judge:
          kind: classify
          cases:
            major: done
            minor: judge_minor
        judge_minor:
          kind: end
          title: "To do: what comes after \\"judge\\" with \\"minor\\""
          outcome: handed-over
        done: { kind: end }`,
    }),
  );
});

test('no answers at all', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        <|ask|>: { kind: ask, fact: back }
        done: { kind: end }`,
    }),
    [/no next step for the answer "yes" and "no"/],
    flowPlan({
      steps: `
        ask: { kind: ask, fact: back, answers: { "yes": ask_yes, "no": ask_yes } }
        ask_yes:
          kind: end
          title: "To do: what comes after \\"ask\\" with \\"yes\\" and \\"no\\""
          outcome: handed-over
        done: { kind: end }`,
    }),
  );
});

test('an answer that can not be', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        ask: { kind: ask, fact: back, <|answers|>: { "yes": done, "no": done, maybe: done } }
        done: { kind: end }`,
    }),
    ['Nobody can answer "maybe" to "ask". Remove this answer, or make it a choice of the fact.'],
  );
});

test('a misspelt answer is one mistake', () => {
  const [finding] = expectFindings(
    rule,
    flowPlan({
      steps: `
        ask: { kind: ask, fact: back, <|answers|>: { Yes: done, "no": done } }
        done: { kind: end }`,
    }),
    ['"ask" has a next step for "Yes", which nobody can answer, and none for "yes".'],
    flowPlan({
      steps: `
        ask: { kind: ask, fact: back, answers: { "yes": done, "no": done } }
        done: { kind: end }`,
    }),
  );
  expect(finding?.fixes?.[0]?.safe).toBe(true);
});

test('a question needs two answers', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        ask: { kind: ask, question: Well?, <|answers|>: { a: done } }
        done: { kind: end }`,
    }),
    ['The question "ask" needs at least two answers, each with its next step.'],
  );
});

test('a fact that has no fixed answers', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        ask: { kind: ask, fact: share, <|answers|>: { much: done, little: done } }
        done: { kind: end }`,
    }),
    [/^"share" can be anything, so "ask" can’t offer fixed answers/],
  );
});

test('silent where all is answered, and where another rule speaks', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        ask: { kind: ask, fact: back, answers: { yes: judge, no: choose } }
        choose: { kind: ask, fact: scope, answers: { all: judge, some: well } }
        well: { kind: ask, question: Well?, answers: { a: judge, b: judge } }
        judge: { kind: classify, cases: { major: done } }
        done: { kind: end }`,
    }),
    [],
  );
  expectFindings(
    rule,
    flowPlan({
      steps: `
        ask: { kind: ask, fact: gone, answers: { a: judge } }
        judge: { kind: classify, cases: { majr: done } }
        done: { kind: end }`,
    }),
    [],
  );
  // `schema` says that nothing is written, and that a key is misspelt.
  expectFindings(
    rule,
    flowPlan({
      steps: `
        ask:
          kind: ask
          fact: back
          answers:
        choose: { kind: ask, fact: scope, answer: { all: nothing, some: nothing } }
        nothing: { kind: ask }
        done: { kind: end }`,
    }),
    [],
  );
});
