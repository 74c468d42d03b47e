import { expect, test } from 'vitest';
import { flowPlan } from '../../../support/flowPlan';
import { expectFindings, lintText } from '../../../support/lint';

const phases = (last: string) => `
  call_in: { kind: escalate, phase: assess, ack_within: 5m, then: judge, no_ack: judge }
  judge: { kind: classify, phase: impact, cases: { major: look } }
  look: { kind: do, phase: cause, task: Look, then: say }
  say: { kind: announce, phase: respond, message: notice, then: done }
  done: { kind: end${last} }`;
const marked = (text: string) => text.replace('  main:\n', '  <|main|>:\n');

test('a phase that no step belongs to, also none of a called flow', () => {
  expectFindings('five-steps-missing', marked(flowPlan({ steps: phases('') })), [
    'No step of "main" belongs to: prevent (what changes). Add one with this "phase".',
  ]);
  const called = phases('').replace(
    'then: done }\n  done',
    'then: learn }\n  learn: { kind: call, flow: after, then: done }\n  done',
  );
  const after = (phase: string) => `after: { steps: { learn: { kind: end, phase: ${phase} } } }`;
  expectFindings('five-steps-missing', flowPlan({ steps: called, flows: after('prevent') }), []);
  expectFindings('five-steps-missing', marked(flowPlan({ steps: called, flows: after('cause') })), [/prevent/]);
});

test('a path that tells customers before anybody inside', () => {
  const steps = `
    look: { kind: ask, phase: assess, question: Sure?, answers: { "yes": judge, "no": call_in } }
    call_in: { kind: escalate, phase: cause, ack_within: 5m, then: judge, no_ack: judge }
    judge: { kind: classify, phase: impact, cases: { major: say } }
    say: { kind: announce, phase: respond, message: notice, then: done }
    done: { kind: end, phase: prevent }`;
  const [finding] = expectFindings('five-steps-missing', marked(flowPlan({ steps })), [
    /^A path in "main" tells customers with "say" before anybody inside was called\./,
  ]);
  expect(finding).toMatchObject({ severity: 'warning' });
  expect(finding?.related?.map(({ message }) => message)).toEqual([1, 2, 3].map((at) => `Step ${at} of the path`));
  const draft = lintText(flowPlan({ steps, status: 'draft' })).filter(({ rule }) => rule === 'five-steps-missing');
  expect(draft).toMatchObject([{ severity: 'info' }]);
});

test('all phases with somebody called first, and a word to the team alone', () => {
  expectFindings('five-steps-missing', flowPlan({ steps: phases(', phase: prevent') }), []);
  const inside = `
    tell: { kind: announce, phase: assess, message: notice, channels: [chat], then: judge }
    judge: { kind: classify, phase: impact, cases: { major: look } }
    look: { kind: do, phase: cause, task: Look, then: learn }
    learn: { kind: do, phase: respond, task: Learn, then: done }
    done: { kind: end, phase: prevent }`;
  expectFindings('five-steps-missing', flowPlan({ steps: inside }), []);
});
