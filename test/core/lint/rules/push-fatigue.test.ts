import { expect, test } from 'vitest';
import { flowPlan } from '../../../support/flowPlan';
import { expectFindings } from '../../../support/lint';

const loop = (second: string) => `
  judge: { kind: classify, cases: { major: first } }
  first: { kind: announce, message: notice, channels: [mail], then: hold }
  hold: { kind: wait, then: look }
  look: { kind: ask, fact: back, answers: { "yes": done, "no": more } }
  ${second}
  done: { kind: end }`;

test('the same message is pushed again, by another step or by the same', () => {
  const [finding] = expectFindings(
    'push-fatigue',
    flowPlan({ steps: loop('<|more|>: { kind: announce, message: notice, channels: [mail], then: done }') }),
    [
      'On some path "more" sends "notice" to "mail" for the second time, though nothing has got worse. Send the repeat only where people come to look, or write another message.',
    ],
  );
  expect(finding).toMatchObject({ severity: 'info' });
  expect(finding?.related).toHaveLength(4);
  const again = loop('more: { kind: do, task: Look, then: first }').replace('  first:', '  <|first|>:');
  expectFindings('push-fatigue', flowPlan({ steps: again }), [/"first" sends "notice"/]);
});

test('another message, a page that people come to, the team, an all-clear for those who wait', () => {
  const quiet = (step: string) => expectFindings('push-fatigue', flowPlan({ steps: loop(step) }), []);
  quiet('more: { kind: announce, message: over, channels: [mail], then: done }');
  quiet('more: { kind: announce, message: notice, channels: [status], then: done }');
  quiet('more: { kind: announce, message: notice, channels: [chat], then: hold }');
  quiet('more: { kind: announce, message: over, channels: announced, then: hold }');
});

test('when it has got worse it is news', () => {
  const classes = 'worse: { when_any: [share > 50%], channels: [mail] }\nmajor: { default: true, channels: [mail] }';
  const flow = `
    find: { kind: gather, collect: [share], then: judge }
    judge: { kind: classify, cases: { worse: say, major: say } }
    say: { kind: announce, message: notice, then: hold }
    hold: { kind: wait, then: done, on_upgrade: say }
    done: { kind: end }`;
  expectFindings('push-fatigue', flowPlan({ steps: flow, severities: classes }), []);
});
