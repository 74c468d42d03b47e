import { expect, test } from 'vitest';
import { flowPlan } from '../../../support/flowPlan';
import { expectFindings } from '../../../support/lint';

const rule = 'first-notice-too-late';
const within = (promise: string) =>
  `major: { title: Major, default: true, channels: [status], first_notice_within: ${promise} }`;

test('names the minutes, the path and the slowest step', () => {
  const [finding] = expectFindings(
    rule,
    flowPlan({
      severities: within('<|20m|>'),
      steps: `
        ask_boss: { kind: escalate, ack_within: 12m, then: find, no_ack: judge }
        find: { kind: gather, collect: [share], takes: 10m, then: judge }
        judge: { kind: classify, takes: 1m, cases: { major: tell } }
        tell: { kind: announce, takes: 3m, message: notice, then: done }
        done: { kind: end }`,
    }),
    [
      'At worst the first notice of "major" is out after 26 minutes, but the class promises 20 minutes. The way is ask_boss → find → judge → tell, and "ask_boss" takes longest. Save 6 minutes on it, or promise less.',
    ],
  );
  expect(finding?.severity).toBe('error');
  expect(finding?.related?.map(({ message }) => message)).toEqual([
    '12 minutes',
    '10 minutes',
    '1 minute',
    '3 minutes',
  ]);
});

test('a loop before the notice is endless; a warning in a draft', () => {
  const [finding] = expectFindings(
    rule,
    flowPlan({
      status: 'draft',
      severities: within('<|20m|>'),
      steps: `
        judge: { kind: classify, takes: 1m, cases: { major: ask } }
        ask: { kind: ask, fact: back, answers: { "yes": tell, "no": hold } }
        hold: { kind: wait, every: 1m, then: ask }
        tell: { kind: announce, takes: 3m, message: notice, then: done }
        done: { kind: end }`,
    }),
    [/no limit.*judge → ask → hold → tell/],
  );
  expect(finding?.severity).toBe('warning');
});

test('counted anew from the rise out of a class that is not announced', () => {
  const plan = (promise: string) =>
    flowPlan({
      severities: `
        major: { title: Major, when_any: [share >= 50%], channels: [status], first_notice_within: ${promise} }
        minor: { title: Minor, default: true, announce: false, silence_reason: Small }`,
      steps: `
        find: { kind: gather, collect: [share], takes: 1m, then: judge }
        judge: { kind: classify, takes: 1m, cases: { major: tell, minor: hold } }
        hold: { kind: wait, every: 5h, then: done, on_upgrade: call }
        call: { kind: do, task: Call, takes: 7m, then: tell }
        tell: { kind: announce, takes: 2m, message: notice, then: done }
        done: { kind: end }`,
    });
  expectFindings(rule, plan('9m'), []);
  expectFindings(rule, plan('<|8m|>'), [/after 9 minutes.*The way is call → tell/]);
});

test('showing the sorry page takes the switch-over', () => {
  const plan = (promise: string) =>
    flowPlan({
      severities: within(promise),
      more: 'sorry_page: { switchover: { takes: 4m, dns_ttl: 90s } }',
      steps: `
        judge: { kind: classify, takes: 0m, cases: { major: show } }
        show: { kind: sorry-page, action: show, takes: 1m, then: tell }
        tell: { kind: announce, takes: 1m, message: notice, then: done }
        done: { kind: end }`,
    });
  expectFindings(rule, plan('8m'), []);
  expectFindings(rule, plan('<|7m|>'), [/after 7 min 30 s.*"show" takes longest/]);
});

test('a step on the way that does not say how long it takes', () => {
  const [finding] = expectFindings(
    rule,
    flowPlan({
      severities: within('20m'),
      steps: `
        <|find|>: { kind: gather, collect: [share], then: judge }
        judge: { kind: classify, takes: 1m, cases: { major: tell } }
        tell: { kind: announce, takes: 3m, message: notice, then: learn }
        learn: { kind: gather, collect: [share], then: done }
        done: { kind: end }`,
    }),
    [/"find" is on the way to the first notice/],
  );
  expect(finding?.severity).toBe('info');
});

test('silent in time, and where nothing is promised', () => {
  const steps = `
    find: { kind: gather, collect: [share], takes: 10m, then: judge }
    judge: { kind: classify, takes: 1m, cases: { major: tell } }
    tell: { kind: announce, takes: 9m, message: notice, then: hold }
    hold: { kind: wait, every: 5h, then: tell }`;
  expectFindings(rule, flowPlan({ severities: within('20m'), steps }), []);
  expectFindings(rule, flowPlan({ severities: 'major: { default: true, channels: [status] }', steps }), []);
});
