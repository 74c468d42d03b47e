import { expect, test } from 'vitest';
import { flowPlan } from '../../../support/flowPlan';
import { expectFindings } from '../../../support/lint';

const rule = 'loop-without-wait';

test('a cycle without a wait, at its first step in the file; in a draft too', () => {
  for (const status of ['in-review', 'draft'] as const) {
    const [finding] = expectFindings(
      rule,
      flowPlan({
        status,
        steps: `
          start: { kind: do, task: Start, then: check }
          <|tell|>: { kind: announce, message: notice, then: check }
          check: { kind: ask, fact: back, answers: { "yes": done, "no": tell } }
          done: { kind: end }`,
      }),
      [
        'These steps go round in a circle without a pause: tell → check → tell. Put a step of the kind "wait" on the way back.',
      ],
    );
    expect(finding?.severity).toBe('error');
    expect(finding?.related).toHaveLength(1);
  }
});

test('a step that leads to itself', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        <|check|>: { kind: ask, fact: back, answers: { "yes": done, "no": check } }
        done: { kind: end }`,
    }),
    ['The step "check" leads back to itself without a pause. Put a step of the kind "wait" on the way back.'],
  );
});

test('a flow that calls itself, and a way round through a called flow', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        ask: { kind: ask, fact: back, answers: { "yes": done, "no": part } }
        part: { kind: call, flow: other, then: done }
        done: { kind: end }`,
      flows: `
        other:
          title: Other
          steps:
            <|again|>: { kind: call, flow: other, then: out }
            out: { kind: end }`,
    })
      .replace('<|part|>', 'part')
      .replace('again:', '<|again|>:'),
    [/"again" leads back to itself/],
  );
  expectFindings(
    rule,
    flowPlan({
      steps: `
        <|part|>: { kind: call, flow: other, then: ask }
        ask: { kind: ask, fact: back, answers: { "yes": done, "no": part } }
        done: { kind: end }`,
      flows: 'other: { title: Other, steps: { x: { kind: do, task: X, then: out }, out: { kind: end } } }',
    }),
    [/part → ask → part/],
  );
});

test('silent with a wait on every way round', () => {
  expectFindings(
    rule,
    flowPlan({
      steps: `
        tell: { kind: announce, message: notice, then: hold }
        hold: { kind: wait, every: 5m, then: ask }
        ask: { kind: ask, fact: back, answers: { "yes": done, "no": tell } }
        done: { kind: end }`,
    }),
    [],
  );
  // The called flow waits on each of its paths.
  expectFindings(
    rule,
    flowPlan({
      steps: `
        part: { kind: call, flow: other, then: ask }
        ask: { kind: ask, fact: back, answers: { "yes": done, "no": part } }
        done: { kind: end }`,
      flows: 'other: { title: Other, steps: { x: { kind: wait, every: 5m, then: out }, out: { kind: end } } }',
    }),
    [],
  );
});
