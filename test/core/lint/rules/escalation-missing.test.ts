import { expect, test } from 'vitest';
import { flowPlan } from '../../../support/flowPlan';
import { expectFindings } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const roles =
  'people: { amina: {}, ben: {} }\nroles:\n  lead: { person: amina }\n  boss: { person: ben }\n  chief: { person: ben }\n';
const plan = (to: string, escalate: string) =>
  flowPlan({
    severities: `<|major|>: { default: true, channels: [status], escalate_to: ${to} }`,
    more: roles,
    steps: `
      look: { kind: ask, question: Sure?, answers: { "yes": ${escalate === '' ? 'judge' : 'call_in'}, "no": judge } }
      ${escalate === '' ? '' : `call_in: { kind: escalate, ${escalate}, ack_within: 5m, then: judge, no_ack: judge }`}
      judge: { kind: classify, cases: { major: done } }
      done: { kind: end }`,
  });
const plain = (text: string) => text.replace(/<\||\|>/g, '');

test('the worst class names nobody; the one who decides is offered', () => {
  const [finding] = expectFindings(
    'escalation-missing',
    smallPlaybook.replace('  major:\n    title', '  <|major|>:\n    title'),
    ['The worst class, "major", does not say who must be told inside. Name their roles in "escalate_to".'],
  );
  expect(finding?.fixes).toMatchObject([
    { title: 'Tell "lead"', safe: false, edits: [{ text: '\n    escalate_to: [lead]' }] },
  ]);
});

test('a path on which one of them is not told', () => {
  const [finding] = expectFindings('escalation-missing', plan('[lead, boss]', ''), [
    'In the class "major" "lead" and "boss" must be told, but a path to the end "done" has no "escalate" step that does. Add one on it.',
  ]);
  expect(finding?.related?.map(({ message }) => message)).toEqual([
    'Step 1 of the path',
    'Step 2 of the path',
    'Step 3 of the path',
  ]);
  expectFindings('escalation-missing', plan('[lead]', 'to: [lead]'), [/"lead" must be told/]);
});

const straight = (to: string, escalate: string) =>
  plain(
    flowPlan({
      severities: `major: { default: true, channels: [status], escalate_to: ${to} }`,
      more: roles,
      steps: `
        judge: { kind: classify, cases: { major: call_in } }
        call_in: { kind: escalate, ${escalate}ack_within: 5m, then: done, no_ack: done }
        done: { kind: end }`,
    }),
  );

test('all are told: by name, by the class, as the same person, or by a step that can not be read', () => {
  expectFindings('escalation-missing', straight('[lead, boss]', 'to: [boss, lead], '), []);
  expectFindings('escalation-missing', straight('[lead, boss]', ''), []);
  expectFindings('escalation-missing', straight('[boss]', 'to: [chief], '), []);
  expectFindings('escalation-missing', straight('[boss]', 'to: [bos], '), []);
  expectFindings('escalation-missing', straight('[boss]', 'too: [boss], '), []);
});

test('a misspelt "escalate_to" is told elsewhere, and whom it names is read', () => {
  expectFindings(
    'escalation-missing',
    smallPlaybook
      .replace('  major:', '  <|major|>:')
      .replace('    first_notice_within: 20m', '    escalate_too: [lead]'),
    [/path to the end "done"/],
  );
});
