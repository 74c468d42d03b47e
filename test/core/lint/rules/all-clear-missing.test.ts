import { expect, test } from 'vitest';
import { flowPlan } from '../../../support/flowPlan';
import { expectFindings } from '../../../support/lint';

const rule = 'all-clear-missing';

test('an all-clear that leaves somebody out', () => {
  const [finding] = expectFindings(
    rule,
    flowPlan({
      steps: `
        tell: { kind: announce, message: notice, channels: [status, mail], then: hold }
        hold: { kind: wait, every: 5m, then: over }
        over:
          kind: announce
          message: over
          <|channels|>: [status]
          then: done
        done: { kind: end }`,
    }),
    [
      'The all-clear "over" does not go to "mail", which heard of the trouble on a path that leads here. Write "channels: announced": it reaches everyone who was told.',
    ],
    flowPlan({
      steps: `
        tell: { kind: announce, message: notice, channels: [status, mail], then: hold }
        hold: { kind: wait, every: 5m, then: over }
        over:
          kind: announce
          message: over
          channels: announced
          then: done
        done: { kind: end }`,
    }),
  );
  expect(finding?.severity).toBe('error');
  expect(finding?.fixes?.[0]?.safe).toBe(true);
});

test('a list in lines, and one in braces; a warning in a draft', () => {
  const [finding] = expectFindings(
    rule,
    flowPlan({
      status: 'draft',
      steps: `
        tell: { kind: announce, message: notice, channels: [status, mail, chat], then: ask }
        ask: { kind: ask, fact: back, answers: { "yes": over, "no": later } }
        over:
          kind: announce
          message: over
          <|channels|>:
            - status
            - mail
          then: done
        later: { kind: announce, message: over, <|channels|>: status, then: done }
        done: { kind: end }`,
    }),
    [/does not go to "chat"/, /does not go to "mail" and "chat"/],
    flowPlan({
      status: 'draft',
      steps: `
        tell: { kind: announce, message: notice, channels: [status, mail, chat], then: ask }
        ask: { kind: ask, fact: back, answers: { "yes": over, "no": later } }
        over:
          kind: announce
          message: over
          channels: announced
          then: done
        later: { kind: announce, message: over, channels: announced, then: done }
        done: { kind: end }`,
    }),
  );
  expect(finding?.severity).toBe('warning');
});

test('no all-clear at all: at the end', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        tell: { kind: announce, message: notice, channels: [status], then: done }
        <|done|>: { kind: end }`,
    }),
    [
      'A path ends at "done" on which "status" was told of the trouble, and nobody there hears that it is over. Announce a "resolved" message with "channels: announced" before this end.',
    ],
  );
});

test('those who left their address on the sorry page', () => {
  expectFindings(
    rule,
    flowPlan({
      more: 'sorry_page: { lead_capture: { list: mail } }',
      steps: `
        show: { kind: sorry-page, action: show, then: hide }
        hide: { kind: sorry-page, action: hide, then: done }
        <|done|>: { kind: end }`,
    }),
    [/"mail" was told/],
  );
});

test('told again behind the all-clear', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        tell: { kind: announce, message: notice, channels: [status], then: over }
        over: { kind: announce, message: over, <|channels|>: announced, then: again }
        again: { kind: announce, message: notice, channels: [mail], then: done }
        done: { kind: end }`,
    }),
    [/ends at "done" on which "mail"/],
  );
});

test('silent where all are told, and where the incident is handed over', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        judge: { kind: classify, cases: { major: tell } }
        tell: { kind: announce, message: notice, then: ask }
        ask: { kind: ask, fact: back, answers: { "yes": over, "no": more } }
        more: { kind: announce, message: notice, channels: [mail, chat], then: over }
        over: { kind: announce, message: over, channels: announced, then: done }
        done: { kind: end }`,
    }),
    [],
  );
  expectFindings(
    rule,
    flowPlan({
      steps: `
        tell: { kind: announce, message: notice, channels: [status], then: done }
        done: { kind: end, outcome: handed-over }`,
    }),
    [],
  );
});

test('silent where the path that leaves somebody out can not be', () => {
  expectFindings(
    rule,
    flowPlan({
      severities: `
        major: { title: Major, when_any: [share >= 50%], channels: [status, mail] }
        minor: { title: Minor, default: true, channels: [status] }`,
      steps: `
        find: { kind: gather, collect: [share], then: judge }
        judge: { kind: classify, cases: { major: tell, minor: tell } }
        tell: { kind: announce, message: notice, then: over }
        over: { kind: announce, message: over, then: done }
        done: { kind: end }`,
    }),
    [],
  );
});
