import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRuns } from '../../../src/core/flow/createRuns';
import type { Runs } from '../../../src/core/flow/runs';
import type { AnnounceStep, Playbook, Step } from '../../../src/core/model/playbook';
import { type BruteForce, bruteForce } from './bruteForce';
import { plans, toPlaybook } from './plans';

const ids = (entries: Iterable<{ readonly id: string } | undefined>) =>
  [...entries].map((entry) => entry?.id ?? 'none').sort();

/** Every answer, as plain data. */
function answersOf(playbook: Playbook, runs: Runs | BruteForce) {
  const steps = [...playbook.flows.values()].flatMap((flow) => [...flow.steps.values()]);
  const of = (step: Step) => ({
    reachable: runs.isReachable(step),
    latest: seconds(runs.reachedAt(step)),
    known: ids(runs.knownBefore(step)),
    severities: ids(runs.severitiesAt(step)),
    owed: ids(runs.owedBefore(step)),
    sendings: step.kind === 'announce' ? sendings(runs, step) : [],
  });
  return {
    steps: Object.fromEntries(steps.map((step) => [`${step.flow.id}.${step.id}`, of(step)])),
    notices: [...playbook.severities.values()].map((severity) => seconds(runs.firstNotice(severity))),
    silent: [...playbook.severities.values()].map((severity) =>
      [...runs.endsWithoutNotice(severity)].map((each) => nameOf('end' in each ? each.end : each)).sort(),
    ),
    owed: [...owed(runs)].sort(),
  };
}

const seconds = (worst: number | { readonly seconds: number } | undefined) =>
  typeof worst === 'object' ? worst.seconds : worst;
const nameOf = (step: Step) => `${step.flow.id}.${step.id}`;

function sendings(runs: Runs | BruteForce, step: AnnounceStep): readonly string[] {
  const found = runs.sendings(step);
  const all = found instanceof Map ? [...found].map(([severity, channels]) => ({ severity, channels })) : found;
  return [...(all as ReturnType<Runs['sendings']>)]
    .map(({ severity, channels }) => `${severity?.id ?? 'none'}: ${ids(channels)}`)
    .sort();
}

function owed(runs: Runs | BruteForce): Iterable<string> {
  const found = runs.owedAtEnds();
  if (found instanceof Set) return found;
  return (found as ReturnType<Runs['owedAtEnds']>).flatMap(({ end, lastAllClear, toldAfter, channels }) => {
    const clear = toldAfter ? 'none' : (lastAllClear?.id ?? 'none');
    return channels.map(({ id }) => `${nameOf(end)} / ${clear} / ${id}`);
  });
}

describe('every answer is that of the runs, one by one', () => {
  test('where criteria ask for one fact at a time', () => {
    let judged = 0;
    fc.assert(
      fc.property(plans({ exact: true, scenarios: true }), (data) => {
        const playbook = toPlaybook(data);
        const runs = createRuns(playbook);
        for (const scenario of [undefined, ...playbook.scenarios.values()]) {
          const truth = bruteForce(playbook, scenario);
          if (truth === undefined) continue;
          judged++;
          const answers = answersOf(playbook, scenario === undefined ? runs : runs.in(scenario));
          expect(answers).toEqual(answersOf(playbook, truth));
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
    expect(judged).toBeGreaterThan(200);
  });
});
