import { expect, test } from 'vitest';
import { flowPlan } from '../../../support/flowPlan';
import { expectFindings } from '../../../support/lint';

const steps = `
  judge: { kind: classify, cases: { major: first } }
  first: { kind: announce, message: notice, channels: [mail, status], then: hold }
  hold: { kind: wait, then: look }
  look: { kind: ask, fact: back, answers: { "yes": over, "no": more } }
  more: { kind: announce, message: notice, channels: [mail], then: hold }
  over: { kind: announce, message: over, channels: announced, then: done }
  done: { kind: end }`;
const plan = (quota: string, reach = 'reach: 1000, ', flow = steps) =>
  flowPlan({ steps: flow }).replace('mail: { type: email,', `mail: { type: email, ${reach}quota_left: ${quota},`);

test('the path that posts most takes more than is left', () => {
  const [finding] = expectFindings('quota-exceeded', plan('<|2500|>'), [
    'A path posts on "mail" 3 times to 1000 people: that takes 3000 messages, and 2500 are left, enough for 2 posts. Post less often there, or book more.',
  ]);
  expect(finding).toMatchObject({ severity: 'error' });
  expect(finding?.related?.map(({ message }) => message)).toEqual([
    'So many people get each post',
    'Post 1 on this path',
    'Post 2 on this path',
    'Post 3 on this path',
  ]);
});

test('each class posts anew', () => {
  const classes = 'worse: { when_any: [share > 50%], channels: [mail] }\nmajor: { default: true, channels: [mail] }';
  const flow = `
    find: { kind: gather, collect: [share], then: judge }
    judge: { kind: classify, cases: { worse: say, major: say } }
    say: { kind: announce, message: notice, then: hold }
    hold: { kind: wait, then: look, on_upgrade: say }
    look: { kind: ask, fact: back, answers: { "yes": done, "no": hold } }
    done: { kind: end }`;
  const text = (quota: string) =>
    flowPlan({ steps: flow, severities: classes }).replace('mail: {', `mail: { reach: 10, quota_left: ${quota},`);
  expectFindings('quota-exceeded', text('<|19|>'), [/posts on "mail" 2 times .* enough for 1 post\./]);
  expectFindings('quota-exceeded', text('20'), []);
});

test('enough is left, or nothing is known of it', () => {
  expectFindings('quota-exceeded', plan('3000'), []);
  expectFindings('quota-exceeded', plan('1', ''), []);
  expectFindings('quota-exceeded', flowPlan({ steps }), []);
});

test('paths that exclude each other are not added up', () => {
  const flow = `
    judge: { kind: classify, cases: { major: which } }
    which: { kind: ask, question: Which?, answers: { a: one, b: two } }
    one: { kind: announce, message: notice, channels: [mail], then: done }
    two: { kind: announce, message: notice, channels: [mail], then: done }
    done: { kind: end }`;
  expectFindings('quota-exceeded', plan('1000', undefined, flow), []);
  expectFindings('quota-exceeded', plan('<|999|>', undefined, flow), [/1 times|1 time/]);
});
