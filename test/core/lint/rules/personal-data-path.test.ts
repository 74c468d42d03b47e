import { expect, test } from 'vitest';
import { flowPlan } from '../../../support/flowPlan';
import { expectFindings, lintText } from '../../../support/lint';

const leak = 'leak: { ask: Was data seen?, type: yes-no, about: personal-data }';
const plan = (steps: string, more = '', severities?: string) =>
  flowPlan({ checklist: leak, steps, more, ...(severities && { severities }) });
const ways = (yes: string, no: string) => `
  judge: { kind: classify, cases: { major: ask } }
  ask: { kind: ask, fact: leak, answers: { "yes": ${yes}, "no": ${no} } }
  counsel: { kind: escalate, ack_within: 30m, then: say, no_ack: say }
  `;
const say = 'say: { kind: announce, message: notice, then: done }\n  done: { kind: end }';

test('whoever found that data was seen announces at once', () => {
  const [finding] = expectFindings(
    'personal-data-path',
    plan(ways('say', 'counsel') + say.replace('say:', '<|say|>:')),
    [
      'On some path personal data may be concerned, and "say" announces before anybody was called. Put an "escalate" step before it, and check with counsel who has to be told, and by when.',
    ],
  );
  expect(finding).toMatchObject({ severity: 'error' });
  expect(finding?.related?.map(({ message }) => message)).toEqual(['Step 1 of the path', 'Step 2 of the path']);
});

test('what is gathered may be so; only the first announcement is told', () => {
  expectFindings(
    'personal-data-path',
    plan(`
      find: { kind: gather, collect: [leak], then: judge }
      judge: { kind: classify, cases: { major: say } }
      <|say|>: { kind: announce, message: notice, then: again }
      again: { kind: announce, message: notice, then: done }
      done: { kind: end }`),
    [/"say" announces/],
  );
});

test('in a data incident, from what was gathered last', () => {
  const steps = (second: string) => `
    call_in: { kind: escalate, ack_within: 30m, then: judge, no_ack: judge }
    judge: { kind: classify, cases: { major: ${second} } }
    find: { kind: gather, collect: [share], then: <|say|> }
    ${say.replace('\n  ', '\n    ')}`;
  const incident = 'scenarios: { theft: { kind: data-incident } }';
  const marked = steps('find').replace('then: <|say|>', 'then: say').replace('    say:', '    <|say|>:');
  expectFindings('personal-data-path', plan(marked, incident), [/"say" announces/]);
  expectFindings('personal-data-path', plan(steps('say').replace(/<\||\|>/g, ''), incident), []);
  expectFindings(
    'personal-data-path',
    plan(steps('find').replace(/<\||\|>/g, ''), 'scenarios: { crowd: { kind: overload } }'),
    [],
  );
});

test('somebody is called, nobody was concerned, or only the team is told', () => {
  expectFindings('personal-data-path', plan(ways('counsel', 'say') + say), []);
  expectFindings(
    'personal-data-path',
    plan(ways('say', 'counsel') + say.replace('notice,', 'notice, channels: [chat],')),
    [],
  );
});

test('a class that asks for it leaves the others free of it', () => {
  const steps = `
    find: { kind: gather, collect: [leak], then: judge }
    judge: { kind: classify, cases: { data: counsel, rest: say } }
    counsel: { kind: escalate, ack_within: 30m, then: say, no_ack: say }
    ${say.replace('\n  ', '\n    ')}`;
  const classes = 'data: { when_any: [leak = yes], channels: [status] }\nrest: { default: true, channels: [status] }';
  expectFindings('personal-data-path', plan(steps, '', classes), []);
  const others = classes.replace('leak = yes', 'share > 50%');
  const found = lintText(plan(steps, '', others)).filter(({ rule }) => rule === 'personal-data-path');
  expect(found).toHaveLength(1);
});
