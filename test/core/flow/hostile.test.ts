// biome-ignore-all lint/suspicious/noThenProperty: the key of the language that says which step comes next
import { describe, expect, test } from 'vitest';
import { createRuns } from '../../../src/core/flow/createRuns';
import type { Runs } from '../../../src/core/flow/runs';
import { buildPlaybook } from '../../../src/core/model/build';
import { parseYaml } from '../../../src/core/yaml/parse';
import { toPlaybook } from './plans';

/** Milliseconds. Each takes about one second or less; on a busy machine many times that, while paths listed one by one would take years. */
const most = 15_000;

function askAll(runs: Runs): number {
  const { playbook } = runs;
  const begun = performance.now();
  for (const flow of playbook.flows.values()) {
    for (const step of flow.steps.values()) {
      runs.isReachable(step);
      runs.canEnd(step);
      runs.reachedAt(step);
      runs.knownBefore(step);
      runs.severitiesAt(step);
      runs.owedBefore(step);
    }
  }
  for (const severity of playbook.severities.values()) {
    runs.firstNotice(severity);
    runs.endsWithoutNotice(severity);
    runs.canBeTaken(severity);
  }
  runs.owedAtEnds();
  runs.loopsWithoutWait();
  return performance.now() - begun;
}

const steps = (count: number, make: (at: number) => object) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`s${at}`, make(at)]));
const end = { kind: 'end' };
const channels = { mail: { type: 'email' } };
const messages = { bad: { stage: 'investigating' }, over: { stage: 'resolved' } };

describe('answers in time, whatever is asked', () => {
  test('a flow of 10,000 steps in a row', () => {
    const all = steps(10_000, (at) => (at === 9_999 ? end : { kind: 'do', takes: '1m', then: `s${at + 1}` }));
    const runs = createRuns(toPlaybook({ flows: { main: { steps: all } } }));
    expect(askAll(runs)).toBeLessThan(most);
    const last = runs.playbook.flows.get('main')?.steps.get('s9999');
    expect(last && runs.reachedAt(last)?.seconds).toBe(9_999 * 60);
  });

  test('each of 40 flows calls the next one twice', () => {
    const flows = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [
        `f${at}`,
        {
          steps:
            at === 39
              ? { a: { kind: 'announce', message: 'bad', channels: 'mail', then: 'z' }, z: end }
              : {
                  a: { kind: 'call', flow: `f${at + 1}`, takes: '1m', then: 'b' },
                  b: { kind: 'call', flow: `f${at + 1}`, then: 'z' },
                  z: end,
                },
        },
      ]),
    );
    const runs = createRuns(toPlaybook({ channels, messages, flows }));
    expect(askAll(runs)).toBeLessThan(most);
    expect(runs.owedAtEnds().map(({ end: at }) => at.flow.id)).toEqual(['f0']);
  });

  test('100 classes, 100 waits with a rise, 100 judgements', () => {
    const severities = Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [
        `c${at}`,
        at === 99
          ? { default: true, channels: 'mail' }
          : { when_any: [`n >= ${1000 - at}`, `m = ${at}`], channels: 'mail' },
      ]),
    );
    const cases = (to: string) => Object.fromEntries(Object.keys(severities).map((id) => [id, to]));
    const all = steps(301, (at) => {
      if (at === 300) return end;
      if (at % 3 === 0) return { kind: 'gather', collect: ['n', 'm'], then: `s${at + 1}` };
      if (at % 3 === 1) return { kind: 'classify', cases: cases(`s${at + 1}`) };
      return { kind: 'wait', then: `s${at + 1}`, on_upgrade: `s${at - 1}` };
    });
    const checklist = { n: { type: 'number' }, m: { type: 'number' } };
    const runs = createRuns(toPlaybook({ checklist, channels, messages, severities, flows: { main: { steps: all } } }));
    expect(askAll(runs)).toBeLessThan(most);
    const last = runs.playbook.flows.get('main')?.steps.get('s300');
    expect(last && runs.severitiesAt(last).size).toBe(100);
  });

  test('60 facts that may be known or not, each with a class of its own', () => {
    const checklist = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`f${at}`, { type: 'number', optional: true }]),
    );
    const severities = Object.fromEntries(
      Array.from({ length: 61 }, (_, at) => [
        `c${at}`,
        at === 60 ? { default: true } : { when_any: [`f${at} >= ${at}`], channels: 'mail' },
      ]),
    );
    const all = {
      ...Object.fromEntries(
        Array.from({ length: 60 }, (_, at) => [
          `a${at}`,
          { kind: 'ask', question: 'Well?', answers: { x: `g${at}`, y: at === 59 ? 'judge' : `a${at + 1}` } },
        ]),
      ),
      ...Object.fromEntries(
        Array.from({ length: 60 }, (_, at) => [
          `g${at}`,
          { kind: 'gather', collect: `f${at}`, then: at === 59 ? 'judge' : `a${at + 1}` },
        ]),
      ),
      judge: { kind: 'classify', cases: Object.fromEntries(Object.keys(severities).map((id) => [id, 'z'])) },
      z: end,
    };
    const flows = { main: { start: 'a0', steps: all } };
    const runs = createRuns(toPlaybook({ checklist, channels, severities, flows }));
    expect(askAll(runs)).toBeLessThan(most);
    // Taken together is not left out: every class can still be come to.
    const last = runs.playbook.flows.get('main')?.steps.get('z');
    expect(last && runs.severitiesAt(last).size).toBe(61);
  });

  test('200 channels, 200 ends, all told and none told that it is over', () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`ch${at}`, { type: 'email' }]));
    const all = steps(600, (at) => {
      if (at % 3 === 0) return { kind: 'announce', message: 'bad', channels: `ch${at / 3}`, then: `s${at + 1}` };
      if (at % 3 === 1)
        return { kind: 'ask', question: 'Well?', answers: { a: `s${Math.min(at + 2, 599)}`, b: `s${at + 1}` } };
      return end;
    });
    const runs = createRuns(toPlaybook({ channels: many, messages, flows: { main: { steps: all } } }));
    expect(askAll(runs)).toBeLessThan(most);
    expect(new Set(runs.owedAtEnds().map(({ end: at }) => at)).size).toBe(200);
  });

  test('300 scenarios', () => {
    const scenarios = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`x${at}`, { facts: { n: at } }]));
    const all = steps(300, (at) => (at === 299 ? end : { kind: 'gather', collect: 'n', then: `s${at + 1}` }));
    const severities = { a: { when_any: ['n > 3'] }, b: { default: true } };
    const flows = { main: { steps: all } };
    const playbook = toPlaybook({ checklist: { n: { type: 'number' } }, severities, scenarios, flows });
    const runs = createRuns(playbook);
    const begun = performance.now();
    for (const scenario of playbook.scenarios.values()) askAll(runs.in(scenario));
    expect(performance.now() - begun).toBeLessThan(2 * most);
  });
});

describe('half-written playbooks have answers too', () => {
  const texts = {
    nothing: '',
    'a word': 'hello',
    'flows without steps': 'flows:\n  main:\n',
    'a step without a kind': 'flows:\n  main:\n    steps:\n      a:\n      b: { kind: end }',
    'references to nothing':
      'flows: { main: { start: gone, steps: { a: { kind: call, flow: gone, then: gone }, b: { kind: announce, message: gone, channels: [gone], then: a } } } }',
    'no severities': 'flows: { main: { steps: { a: { kind: classify, cases: { big: b } }, b: { kind: end } } } }',
    'criteria that can’t be read':
      'severities: { a: { when_any: ["what?", gone > 3] }, b: { default: true } }\nflows: { main: { steps: { a: { kind: classify, cases: { a: c, b: c } }, c: { kind: end } } } }',
    'wrong types everywhere':
      'channels: 3\nseverities: [a]\nflows: { main: { steps: { a: 3, b: [c], c: { kind: [] } } } }',
    'a scenario of a flow that is not there': 'scenarios: { x: { flow: gone, facts: { gone: 3 } } }\nflows: 7',
  };
  for (const [name, text] of Object.entries(texts)) {
    test(name, () => {
      const playbook = buildPlaybook('t.incident.yaml', new Map([['t.incident.yaml', parseYaml(text)]]));
      const runs = createRuns(playbook);
      askAll(runs);
      for (const scenario of playbook.scenarios.values()) askAll(runs.in(scenario));
    });
  }

  test('what can not be read is held against nobody', () => {
    const text = texts['criteria that can’t be read'];
    const playbook = buildPlaybook('t.incident.yaml', new Map([['t.incident.yaml', parseYaml(text)]]));
    const runs = createRuns(playbook);
    for (const severity of playbook.severities.values()) expect(runs.canBeTaken(severity)).toBe(true);
    for (const step of playbook.flows.get('main')?.steps.values() ?? []) expect(runs.isReachable(step)).toBe(true);
  });
});
