import { describe, expect, test } from 'vitest';
import type { Runs } from '../../../src/core/flow/runs';
import type { AnnounceStep, Step } from '../../../src/core/model/playbook';
import { type FlowPlan, flowPlan } from '../../support/flowPlan';
import { checkText } from '../../support/lint';

function runsOf(plan: FlowPlan) {
  const { runs } = checkText(flowPlan(plan));
  const { playbook } = runs;
  const step = (id: string, flow = 'main'): Step => {
    const found = playbook.flows.get(flow)?.steps.get(id);
    if (found === undefined) throw new Error(`no step ${id}`);
    return found;
  };
  const severity = (id: string) => {
    const found = playbook.severities.get(id);
    if (found === undefined) throw new Error(`no class ${id}`);
    return found;
  };
  const scenario = (id: string): Runs => {
    const found = playbook.scenarios.get(id);
    if (found === undefined) throw new Error(`no scenario ${id}`);
    return runs.in(found);
  };
  const classesAt = (id: string, of: Runs = runs) => [...of.severitiesAt(step(id))].map((each) => each?.id ?? 'none');
  return { runs, step, severity, scenario, classesAt };
}

const ladder = `
  major: { title: Major, when_any: [share >= 50%], channels: [status, mail] }
  minor: { title: Minor, when_any: [share >= 10%], channels: [status] }
  small: { title: Small, default: true, announce: false, silence_reason: Small }`;

describe('severity', () => {
  test('a second judgement without a new fact gives the same class; with one, that or a worse', () => {
    const { classesAt } = runsOf({
      severities: ladder,
      steps: `
        find: { kind: gather, collect: [share], then: judge }
        judge: { kind: classify, cases: { major: away, minor: again, small: away } }
        again: { kind: classify, cases: { major: same_worse, minor: same, small: same_less } }
        same: { kind: gather, collect: [share], then: once_more }
        once_more: { kind: classify, cases: { major: worse, minor: kept, small: less } }
        same_worse: { kind: end }
        same_less: { kind: end }
        worse: { kind: end }
        kept: { kind: end }
        less: { kind: end }
        away: { kind: end }`,
    });
    expect(classesAt('same')).toEqual(['minor']);
    expect(classesAt('same_worse')).toEqual([]);
    expect(classesAt('same_less')).toEqual([]);
    expect(classesAt('worse')).toEqual(['major']);
    expect(classesAt('kept')).toEqual(['minor']);
    expect(classesAt('less')).toEqual([]);
  });

  test('a wait frees the facts, and its rise goes to each worse class', () => {
    const { classesAt } = runsOf({
      severities: ladder,
      steps: `
        find: { kind: gather, collect: [share], then: judge }
        judge: { kind: classify, cases: { major: away, minor: away, small: hold } }
        hold: { kind: wait, every: 5m, then: again, on_upgrade: risen }
        again: { kind: classify, cases: { major: now_worse, minor: now_worse, small: now_same } }
        now_worse: { kind: end }
        now_same: { kind: end }
        risen: { kind: end }
        away: { kind: end }`,
    });
    expect(classesAt('risen')).toEqual(['major', 'minor']);
    expect(classesAt('now_worse')).toEqual(['major', 'minor']);
    expect(classesAt('now_same')).toEqual(['small']);
  });

  test('a criterion on a fact that nobody gathered is false', () => {
    const { classesAt } = runsOf({
      severities: ladder,
      steps: `
        judge: { kind: classify, cases: { major: bad, minor: bad, small: fine } }
        bad: { kind: end }
        fine: { kind: end }`,
    });
    expect(classesAt('bad')).toEqual([]);
    expect(classesAt('fine')).toEqual(['small']);
  });
});

describe('what can be proved fact by fact', () => {
  const takeable = (severities: string) => {
    const { runs } = runsOf({
      checklist: `
        count: { type: number }
        day: { type: date }
        moment: { type: datetime }
        maybe: { type: number, optional: true }`,
      more: 'impact: { loss: { formula: share * count } }',
      severities,
      steps: 'a: { kind: end }',
    });
    return [...runs.playbook.severities.values()].filter((severity) => runs.canBeTaken(severity)).map(({ id }) => id);
  };

  test('a class that those above take every case of', () => {
    expect(takeable('a: { when_any: [share >= 10%] }\nb: { when_any: [share >= 20%] }\nc: { default: true }')).toEqual([
      'a',
      'c',
    ]);
    expect(takeable('a: { when_any: [share >= 10%] }\nb: { when_any: [share < 10%] }\nc: { default: true }')).toEqual([
      'a',
      'b',
    ]);
    expect(
      takeable('a: { when_any: [share > 0%, count > 3] }\nb: { when_all: [count > 5] }\nc: { default: true }'),
    ).toEqual(['a', 'c']);
    expect(takeable('a: { when_any: [back = yes, back = no] }\nb: { default: true }')).toEqual(['a']);
  });

  test('a percentage is from 0 to 1, a day is whole, a date among moments is a whole day', () => {
    expect(takeable('a: { when_any: [share > 100%] }\nb: { default: true }')).toEqual(['b']);
    expect(
      takeable(
        'a: { when_any: [day <= 2026-01-01] }\nb: { when_all: [day < 2026-01-02] }\nc: { when_any: [day = 2026-01-02] }\nd: { default: true }',
      ),
    ).toEqual(['a', 'c', 'd']);
    expect(
      takeable(
        'a: { when_any: [moment < 2026-01-02] }\nb: { when_any: ["moment < 2026-01-01T23:59"] }\nc: { when_all: ["moment >= 2026-01-02T00:00"] }\nd: { default: true }',
      ),
    ).toEqual(['a', 'c']);
  });

  test('not known is a case of its own where the fact may stay so', () => {
    expect(takeable('a: { when_any: [maybe >= 0] }\nb: { when_any: [maybe < 0] }\nc: { default: true }')).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  test('what an impact can be follows from its formula, and what its facts can be from the impact', () => {
    const classes = (criteria: string) =>
      takeable(`${criteria}\nlast: { default: true }`).filter((id) => id !== 'last');
    // There is no loss without a share.
    expect(classes('a: { when_any: [share > 0%] }\nb: { when_all: [loss > 0] }')).toEqual(['a']);
    // 50 % of fewer than 10 are fewer than 5, and just 5 where there are 10.
    expect(classes('a: { when_any: [count >= 10, share > 50%] }\nb: { when_all: [loss >= 5] }')).toEqual(['a']);
    expect(classes('a: { when_any: [count > 10, share > 50%] }\nb: { when_all: [loss >= 5] }')).toEqual(['a', 'b']);
    expect(classes('a: { when_any: [count > 10, share > 50%] }\nb: { when_all: [loss > 5] }')).toEqual(['a']);
    // A loss of more than the count would take more than all.
    expect(classes('a: { when_any: [count > 10] }\nb: { when_all: [loss > 10] }')).toEqual(['a']);
    expect(classes('a: { when_all: [count >= 0, loss < 0] }\nb: { when_any: [count < 0] }')).toEqual(['b']);
  });

  test('what only two facts together exclude is not proved', () => {
    expect(
      takeable(
        'a: { when_all: [share >= 50%, count >= 5] }\nb: { when_all: [share >= 60%, count >= 6] }\nc: { default: true }',
      ),
    ).toEqual(['a', 'b', 'c']);
  });
});

describe('scenarios', () => {
  test('their facts hold until the first wait', () => {
    const { classesAt, scenario } = runsOf({
      severities: ladder,
      more: 'scenarios: { crowd: { facts: { share: 100%, back: "no" } }, drop: { facts: { share: 20% }, flow: main } }',
      steps: `
        find: { kind: gather, collect: [share], then: judge }
        judge: { kind: classify, cases: { major: ask, minor: ask, small: ask } }
        ask: { kind: ask, fact: back, answers: { "yes": over, "no": hold } }
        hold: { kind: wait, every: 5m, then: ask_again }
        ask_again: { kind: ask, fact: back, answers: { "yes": later, "no": hold } }
        over: { kind: end }
        later: { kind: end }`,
    });
    expect(classesAt('ask', scenario('crowd'))).toEqual(['major']);
    expect(classesAt('over', scenario('crowd'))).toEqual([]);
    expect(classesAt('later', scenario('crowd'))).toEqual(['major']);
    expect(classesAt('over', scenario('drop'))).toEqual(['minor']);
    expect(classesAt('ask')).toEqual(['major', 'minor', 'small']);
  });

  test('start in the flow that they name', () => {
    const { runs, scenario, step } = runsOf({
      more: 'scenarios: { other: { flow: other } }',
      steps: 'a: { kind: end }',
      flows: 'other: { title: Other, steps: { b: { kind: end } } }',
    });
    expect(runs.isReachable(step('a'))).toBe(true);
    expect(runs.isReachable(step('b', 'other'))).toBe(true);
    expect(scenario('other').isReachable(step('a'))).toBe(false);
    expect(scenario('other').starts.map(({ id }) => id)).toEqual(['other']);
  });
});

describe('calls', () => {
  test('come back with what the run knows, has told and has taken', () => {
    const { runs, step } = runsOf({
      steps: `
        one: { kind: call, flow: part, then: two }
        two: { kind: do, task: Work, takes: 1m, then: three }
        three: { kind: call, flow: part, then: done }
        done: { kind: end }`,
      flows: `
        part:
          title: Part
          steps:
            find: { kind: gather, collect: [share], takes: 2m, then: tell }
            tell: { kind: announce, message: notice, channels: [mail], then: out }
            out: { kind: end }`,
    });
    expect([...runs.knownBefore(step('two'))].map(({ id }) => id)).toEqual(['share']);
    expect([...runs.owedBefore(step('two'))].map(({ id }) => id)).toEqual(['mail']);
    expect(runs.reachedAt(step('two'))?.seconds).toBe(180);
    expect(runs.reachedAt(step('done'))?.seconds).toBe(300);
    expect(runs.reachedAt(step('done'))?.path.map(({ id }) => id)).toEqual([
      'one',
      'find',
      'tell',
      'out',
      'two',
      'three',
      'find',
      'tell',
      'out',
      'done',
    ]);
    expect(runs.owedAtEnds().map(({ end }) => end.id)).toEqual(['done']);
  });

  test('a flow that never ends lets nobody back', () => {
    const { runs, step } = runsOf({
      steps: 'a: { kind: call, flow: part, then: b }\nb: { kind: end }',
      flows: 'part: { title: Part, steps: { x: { kind: wait, every: 1m, then: x } } }',
    });
    expect(runs.isReachable(step('b'))).toBe(false);
    expect(runs.canEnd(step('a'))).toBe(false);
  });
});

describe('who is told', () => {
  test('a class’s own channels, none where it is not announced, and all who are owed', () => {
    const { runs, step } = runsOf({
      severities: ladder,
      steps: `
        early: { kind: announce, message: notice, then: find }
        find: { kind: gather, collect: [share], then: judge }
        judge: { kind: classify, cases: { major: tell, minor: tell, small: tell } }
        tell: { kind: announce, message: notice, then: over }
        over: { kind: announce, message: over, channels: announced, then: done }
        done: { kind: end }`,
    });
    const sent = (id: string) =>
      runs
        .sendings(step(id) as AnnounceStep)
        .map(({ severity, channels }) => `${severity?.id ?? 'none'}: ${channels.map((channel) => channel.id)}`);
    expect(sent('early')).toEqual(['none: ']);
    expect(sent('tell')).toEqual(['major: status,mail', 'minor: status', 'small: ']);
    expect(sent('over')).toEqual(['major: status,mail', 'minor: status', 'small: ']);
    expect(runs.owedAtEnds()).toEqual([]);
  });
});
