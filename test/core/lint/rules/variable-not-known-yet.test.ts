import { expect, test } from 'vitest';
import { flowPlan } from '../../../support/flowPlan';
import { expectFindings } from '../../../support/lint';

const rule = 'variable-not-known-yet';
const told = (body: string) => `told:
  stage: investigating
  variants:
    status: { title: Broken, body: "${body}" }`;

test('a fact that one of the paths does not know', () => {
  const [finding] = expectFindings(
    rule,
    flowPlan({
      messages: told('It hits <|{{share}}|> of you.'),
      steps: `
        ask: { kind: ask, fact: back, answers: { "yes": find, "no": tell } }
        find: { kind: gather, collect: [share], then: tell }
        tell: { kind: announce, message: told, channels: [status], then: done }
        done: { kind: end, outcome: handed-over }`,
    }),
    [
      'On some path "share" is not known yet when "tell" needs it. Gather it before, give it a "default", or leave it out.',
    ],
  );
  expect(finding?.severity).toBe('error');
  expect(finding?.related).toHaveLength(2);
});

test('an optional fact may stay unknown; a warning in a draft', () => {
  const [finding] = expectFindings(
    rule,
    flowPlan({
      status: 'draft',
      checklist: 'until: { type: text, optional: true }',
      messages: told('Until <|{{until}}|>.'),
      steps: `
        find: { kind: gather, collect: [until], then: tell }
        tell: { kind: announce, message: told, channels: [status], then: done }
        done: { kind: end, outcome: handed-over }`,
    }),
    [/"until" may still be unknown when "tell" needs it/],
  );
  expect(finding?.severity).toBe('warning');
});

test('an impact fact is known when all its parts are', () => {
  const plan = (collect: string, name: string) =>
    flowPlan({
      checklist: 'count: { type: number }',
      more: 'impact: { loss: { formula: share * count } }',
      messages: told(`We lose ${name}.`),
      steps: `
        find: { kind: gather, collect: [${collect}], then: tell }
        tell: { kind: announce, message: told, channels: [status], then: done }
        done: { kind: end, outcome: handed-over }`,
    });
  expectFindings(rule, plan('share', '<|{{loss}}|>'), [/"loss"/]);
  expectFindings(rule, plan('share, count', '{{loss}}'), []);
});

test('on the sorry page, and through same_as', () => {
  expectFindings(
    rule,
    flowPlan({
      messages: `
        page:
          stage: investigating
          variants:
            sorry: { title: Sorry, body: "It hits <|{{share}}|>." }`,
      more: 'sorry_page: { message: page }',
      steps: `
        show: { kind: sorry-page, action: show, then: done }
        done: { kind: end, outcome: handed-over }`,
    }).replace('  chat:', '  sorry: { type: sorry-page }\n  chat:'),
    [/"share"/],
  );
  expectFindings(
    rule,
    flowPlan({
      messages: `
        told:
          stage: investigating
          variants:
            status: { title: Broken, body: "It hits {{share}} of you." }
            mail: { subject: Broken, same_as: <|status|> }`,
      steps: `
        tell: { kind: announce, message: told, channels: [mail], then: done }
        done: { kind: end, outcome: handed-over }`,
    }),
    [/"share"/],
  );
});

test('a criterion that nobody can judge', () => {
  expectFindings(
    rule,
    flowPlan({
      severities: `
        major: { title: Major, when_any: [<|share >= 50%|>], channels: [status] }
        minor: { title: Minor, default: true, channels: [status] }`,
      steps: `
        judge: { kind: classify, cases: { major: tell, minor: tell } }
        tell: { kind: announce, message: notice, then: done }
        done: { kind: end, outcome: handed-over }`,
    }),
    [
      'Nobody knows "share" yet when "judge" judges how bad it is, so this criterion never holds there. Gather it on the way to that step.',
    ],
  );
});

test('silent where it is known, has a default, or is not sent', () => {
  const steps = `
    find: { kind: gather, collect: [share], then: ask }
    ask: { kind: ask, fact: scope, answers: { all: tell, some: tell } }
    tell: { kind: announce, message: told, channels: [status], then: done }
    done: { kind: end, outcome: handed-over }`;
  expectFindings(rule, flowPlan({ messages: told('{{share}} {{scope}}'), steps }), []);
  expectFindings(
    rule,
    flowPlan({
      checklist: 'until: { type: text, optional: true, default: soon }',
      messages: told('{{until}}'),
      steps,
    }),
    [],
  );
  expectFindings(
    rule,
    flowPlan({ messages: `${told('Broken')}\n    mail: { subject: Broken, body: "{{back}}" }`, steps }),
    [],
  );
});

test('silent where the class itself proves that the fact is known', () => {
  expectFindings(
    rule,
    flowPlan({
      checklist: 'hit: { type: percent, optional: true }',
      severities: `
        major: { title: Major, when_any: [hit >= 50%], channels: [status] }
        minor: { title: Minor, default: true, channels: [status] }`,
      messages: told('{{hit}}'),
      steps: `
        find: { kind: gather, collect: [hit], then: judge }
        judge: { kind: classify, cases: { major: tell, minor: done } }
        tell: { kind: announce, message: told, then: done }
        done: { kind: end, outcome: handed-over }`,
    }),
    [],
  );
});
