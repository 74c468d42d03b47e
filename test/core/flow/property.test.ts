import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRuns } from '../../../src/core/flow/createRuns';
import type { Path, Runs } from '../../../src/core/flow/runs';
import type { AnnounceStep, Playbook, Step } from '../../../src/core/model/playbook';
import { type BruteForce, bruteForce } from './bruteForce';
import { plans, toPlaybook } from './plans';

const numRuns = Number(process.env.RUNS ?? 250);

const ids = (entries: Iterable<{ readonly id: string } | undefined>) =>
  [...entries].map((entry) => entry?.id ?? 'none').sort();
const nameOf = (step: Step) => `${step.flow.id}.${step.id}`;
const stepsOf = (playbook: Playbook) => [...playbook.flows.values()].flatMap((flow) => [...flow.steps.values()]);
const seconds = (worst: number | { readonly seconds: number } | undefined) =>
  typeof worst === 'object' ? worst.seconds : worst;

/** Every answer, as plain data. */
function answersOf(playbook: Playbook, runs: Runs | BruteForce) {
  const of = (step: Step) => ({
    reachable: runs.isReachable(step),
    latest: seconds(runs.reachedAt(step)),
    known: ids(runs.knownBefore(step)),
    severities: ids(runs.severitiesAt(step)),
    owed: ids(runs.owedBefore(step)),
    sendings: step.kind === 'announce' ? sendings(runs, step) : [],
  });
  const classes = [...playbook.severities.values()];
  return {
    steps: Object.fromEntries(stepsOf(playbook).map((step) => [nameOf(step), of(step)])),
    notices: classes.map((severity) => seconds(runs.firstNotice(severity))),
    silent: classes.map((severity) =>
      [...runs.endsWithoutNotice(severity)].map((each) => nameOf('end' in each ? each.end : each)).sort(),
    ),
    owed: [...new Set(owed(runs))].sort(),
  };
}

function sendings(runs: Runs | BruteForce, step: AnnounceStep): readonly string[] {
  const found = runs.sendings(step);
  const all = found instanceof Map ? [...found].map(([severity, channels]) => ({ severity, channels })) : found;
  return [...(all as ReturnType<Runs['sendings']>)]
    .flatMap(({ severity, channels }) =>
      ['nobody', ...ids(channels)].map((channel) => `${severity?.id ?? 'none'}: ${channel}`),
    )
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

/** The runs of the playbook and of each scenario, beside those that are walked one by one. */
function* compared(data: unknown) {
  const playbook = toPlaybook(data);
  const runs = createRuns(playbook);
  for (const scenario of [undefined, ...playbook.scenarios.values()]) {
    const truth = bruteForce(playbook, scenario);
    if (truth !== undefined) yield { playbook, runs: scenario === undefined ? runs : runs.in(scenario), truth };
  }
}

describe('every answer is that of the runs, one by one', () => {
  test('where each class asks for one fact', () => {
    let judged = 0;
    fc.assert(
      fc.property(fc.noBias(plans({ exact: true, scenarios: true, recursive: false })), (data) => {
        for (const { playbook, runs, truth } of compared(data)) {
          judged++;
          expect(answersOf(playbook, runs)).toEqual(answersOf(playbook, truth));
        }
      }),
      { numRuns },
    );
    expect(judged).toBeGreaterThan(numRuns);
  });

  // A class that asks for two facts, an impact of optional parts or a flow that calls itself is answered for more runs
  // than there are, never for fewer.
  test('and never leaves a run out where they can not be told apart', () => {
    fc.assert(
      fc.property(fc.noBias(plans({ exact: false, scenarios: true, recursive: true })), (data) => {
        for (const { playbook, runs, truth } of compared(data)) {
          const [answers, real] = [answersOf(playbook, runs), answersOf(playbook, truth)];
          for (const [name, step] of Object.entries(real.steps)) {
            const answered = answers.steps[name];
            if (!step.reachable) continue;
            expect(answered?.reachable).toBe(true);
            expect(answered?.latest).toBeGreaterThanOrEqual(step.latest ?? 0);
            expect(step.known).toEqual(expect.arrayContaining(answered?.known ?? []));
            for (const list of ['severities', 'owed', 'sendings'] as const) {
              expect(answered?.[list]).toEqual(expect.arrayContaining([...step[list]]));
            }
          }
          for (const [at, latest] of real.notices.entries()) {
            if (latest !== undefined) expect(answers.notices[at]).toBeGreaterThanOrEqual(latest);
            expect(answers.silent[at]).toEqual(expect.arrayContaining(real.silent[at] ?? []));
          }
          expect(ends(answers.owed)).toEqual(expect.arrayContaining(ends(real.owed)));
        }
      }),
      { numRuns },
    );
  });
});

const ends = (owed: readonly string[]) => [...new Set(owed.map((each) => each.replace(/ \/ .* \/ /, ' / ')))];

describe('a path is a walk that can be gone', () => {
  test('from a start to what it is evidence for, and its seconds add up', () => {
    fc.assert(
      fc.property(fc.noBias(plans({ exact: true, scenarios: true, recursive: false })), (data) => {
        const playbook = toPlaybook(data);
        const runs = createRuns(playbook);
        for (const step of stepsOf(playbook)) {
          const worst = runs.reachedAt(step);
          if (worst === undefined) continue;
          expectWalk(worst.path, runs);
          expect(worst.path.at(-1)).toBe(step);
          expect(runs.starts.map(({ start }) => start)).toContain(worst.path[0]);
          expect(worst.costs).toHaveLength(worst.path.length);
          const sum = worst.costs.reduce((all, each) => all + each, 0);
          if (worst.seconds !== Number.POSITIVE_INFINITY) expect(sum).toBe(worst.seconds);
          else expect(new Set(worst.path).size).toBeLessThan(worst.path.length);
          if (worst.slowest !== undefined) expect(worst.path).toContain(worst.slowest);
          const unknown = [...playbook.checklist.values()].filter((fact) => !runs.knownBefore(step).has(fact));
          for (const fact of unknown) {
            const path = runs.pathWithout(step, fact) ?? [];
            expectWalk(path, runs);
            expect(path.at(-1)).toBe(step);
            const asked = path.slice(0, -1).some((each) => each.kind === 'ask' && each.fact?.target === fact);
            expect(asked).toBe(false);
          }
        }
        for (const severity of playbook.severities.values()) {
          const notice = runs.firstNotice(severity);
          if (notice !== undefined) {
            expectWalk(notice.path, runs);
            expect(notice.path.at(-1)?.kind).toBe('announce');
          }
          for (const { end, path } of runs.endsWithoutNotice(severity)) {
            expectWalk(path, runs);
            expect(path.at(-1)).toBe(end);
          }
        }
        for (const { end, path, lastAllClear, toldAfter } of runs.owedAtEnds()) {
          expectWalk(path, runs);
          expect(path.at(-1)).toBe(end);
          if (lastAllClear !== undefined) expect(path).toContain(lastAllClear);
          if (!toldAfter) continue;
          const told = path.findLastIndex(({ kind }) => kind === 'announce' || kind === 'sorry-page');
          expect(told).toBeGreaterThan(path.lastIndexOf(lastAllClear as Step));
        }
        for (const loop of runs.loopsWithoutWait()) {
          expect(new Set(loop).size).toBe(loop.length);
          expect(loop.some(({ kind }) => kind === 'wait')).toBe(false);
        }
      }),
      { numRuns },
    );
  });
});

/** Each step leads to the next: by an exit, into a called flow, or out of one. */
function expectWalk(path: Path, runs: Runs) {
  const leads = (from: Step, to: Step): boolean => {
    if (from.kind === 'call') return from.calls?.target?.start === to;
    if (from.kind !== 'end') return from.exits.some((exit) => exit.to.target === to);
    return stepsOf(runs.playbook).some(
      (call) =>
        call.kind === 'call' && call.calls?.target === from.flow && call.exits.some((exit) => exit.to.target === to),
    );
  };
  for (const [at, step] of path.entries()) {
    const next = path[at + 1];
    if (next !== undefined && !leads(step, next)) expect.fail(`${nameOf(step)} does not lead to ${nameOf(next)}`);
  }
}
