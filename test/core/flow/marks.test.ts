import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRuns } from '../../../src/core/flow/createRuns';
import type { Runs } from '../../../src/core/flow/runs';
import type { Channel, Playbook, Step } from '../../../src/core/model/playbook';
import { type BruteForce, bruteForce, type Moment } from './bruteForce';
import { plans, toPlaybook } from './plans';

const numRuns = Number(process.env.RUNS ?? 250);
const nameOf = (step: Step) => `${step.flow.id}.${step.id}`;

/** Each moment that some run comes to with the mark and without it, told apart. */
function marks(truth: BruteForce, begins: boolean, after: (moment: Moment, marked: boolean, next: Moment) => boolean) {
  const seen = new Set<string>();
  const open = truth.starts.map((start): readonly [number, boolean] => [start, begins]);
  const found: { readonly moment: Moment; readonly marked: boolean }[] = [];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    const [at, marked] = each;
    if (seen.has(`${at} ${marked}`)) continue;
    seen.add(`${at} ${marked}`);
    const moment = truth.moments[at] as Moment;
    found.push({ moment, marked });
    for (const to of truth.next[at] ?? []) open.push([to, after(moment, marked, truth.moments[to] as Moment)]);
  }
  return found;
}

const isOutside = (channels: readonly Channel[]) => channels.some(({ external }) => external);

function silentWaits({ moments }: BruteForce, { channels }: Playbook): ReadonlySet<string> {
  const sorry = [...channels.values()].find(({ type }) => type === 'sorry-page') as Channel;
  return new Set(
    moments.flatMap(({ step, noticed, shown, owed, severity }) => {
      const isTold = noticed || (shown && owed.has(sorry)) || severity?.announce === false;
      return step.kind === 'wait' && !isTold ? [nameOf(step)] : [];
    }),
  );
}

function untold(truth: BruteForce, playbook: Playbook): ReadonlySet<string> {
  const found = new Set<string>();
  for (const severity of playbook.severities.values()) {
    for (const { id, target: role } of severity.escalateTo) {
      const tells = ({ step, severity: held }: Moment) =>
        step.kind === 'escalate' &&
        (step.to.length > 0 ? step.to : (held?.escalateTo ?? [])).some(({ target }) => target === role);
      for (const { moment, marked } of marks(truth, false, (moment, told) => told || tells(moment))) {
        const isEnd = moment.step.kind === 'end' && moment.calls.length === 0;
        if (isEnd && !marked && moment.severity === severity) found.add(`${severity.id} ${id} ${nameOf(moment.step)}`);
      }
    }
  }
  return found;
}

function repeats(truth: BruteForce, playbook: Playbook): ReadonlySet<string> {
  const found = new Set<string>();
  for (const channel of playbook.channels.values()) {
    for (const message of playbook.messages.values()) {
      const sends = (moment: Moment) =>
        moment.step.kind === 'announce' &&
        moment.step.channels !== 'announced' &&
        moment.step.message?.target === message &&
        truth.channelsAt(moment).includes(channel);
      const rises = (before: Moment, after: Moment) =>
        before.severity !== undefined && (after.severity?.rank ?? 0) < before.severity.rank;
      const all = marks(truth, false, (moment, sent, next) => !rises(moment, next) && (sent || sends(moment)));
      for (const { moment, marked } of all)
        if (marked && sends(moment)) found.add(`${nameOf(moment.step)} ${message.id}`);
    }
  }
  return found;
}

/** Only the fact `hurt` is about personal data. */
function unadvised(truth: BruteForce, playbook: Playbook): ReadonlySet<string> {
  const hurt = playbook.checklist.get('hurt');
  const after = (moment: Moment, marked: boolean, next: Moment): boolean => {
    const { step } = moment;
    if (step.kind === 'escalate') return false;
    if (step.kind === 'announce' && isOutside(truth.channelsAt(moment))) return false;
    const asks =
      (step.kind === 'gather' && step.collect.some(({ target }) => target === hurt)) ||
      (step.kind === 'ask' && step.fact?.target === hurt);
    return (marked || asks) && (hurt === undefined || next.values.get(hurt) !== 'no');
  };
  return new Set(
    marks(truth, false, after).flatMap(({ moment, marked }) =>
      marked && isOutside(truth.channelsAt(moment)) ? [nameOf(moment.step)] : [],
    ),
  );
}

function compared(data: unknown, check: (playbook: Playbook, runs: Runs, truth: BruteForce) => void): void {
  const playbook = toPlaybook(data);
  const runs = createRuns(playbook);
  for (const scenario of [undefined, ...playbook.scenarios.values()]) {
    const truth = bruteForce(playbook, scenario);
    if (truth !== undefined) check(playbook, scenario === undefined ? runs : runs.in(scenario), truth);
  }
}

const ofRuns = {
  silentWaits: (runs: Runs) => new Set(runs.waitsBeforeNotice().map(({ step }) => nameOf(step))),
  untold: (runs: Runs, { severities }: Playbook) =>
    new Set(
      [...severities.values()].flatMap((severity) =>
        runs
          .untoldAtEnds(severity)
          .flatMap(({ end, roles }) => roles.map(({ id }) => `${severity.id} ${id} ${nameOf(end)}`)),
      ),
    ),
  repeats: (runs: Runs, { channels }: Playbook) =>
    new Set(runs.repeats([...channels.values()]).map(({ step, message }) => `${nameOf(step)} ${message.id}`)),
  unadvised: (runs: Runs) => new Set(runs.unadvised().map(({ step }) => nameOf(step))),
};

test('waits in silence, people who are not told, repeats and personal data are those of the runs, one by one', () => {
  let judged = 0;
  fc.assert(
    fc.property(fc.noBias(plans({ exact: true, scenarios: true, recursive: false })), (data) => {
      compared(data, (playbook, runs, truth) => {
        judged++;
        expect(ofRuns.silentWaits(runs)).toEqual(silentWaits(truth, playbook));
        expect(ofRuns.untold(runs, playbook)).toEqual(untold(truth, playbook));
        expect(ofRuns.repeats(runs, playbook)).toEqual(repeats(truth, playbook));
        // What a scenario says of a fact that no criterion asks for is not followed.
        const isNamed = runs.scenario?.facts.some(({ fact }) => fact.id === 'hurt');
        if (!isNamed) expect(ofRuns.unadvised(runs)).toEqual(unadvised(truth, playbook));
      });
    }),
    { numRuns: Math.ceil(numRuns / 2) },
  );
  expect(judged).toBeGreaterThan(numRuns / 2);
});

test('and none is left out where runs can not be told apart', () => {
  fc.assert(
    fc.property(fc.noBias(plans({ exact: false, scenarios: true, recursive: true })), (data) => {
      compared(data, (playbook, runs, truth) => {
        expect([...ofRuns.silentWaits(runs)]).toEqual(expect.arrayContaining([...silentWaits(truth, playbook)]));
        expect([...ofRuns.untold(runs, playbook)]).toEqual(expect.arrayContaining([...untold(truth, playbook)]));
        expect([...ofRuns.repeats(runs, playbook)]).toEqual(expect.arrayContaining([...repeats(truth, playbook)]));
        expect([...ofRuns.unadvised(runs)]).toEqual(expect.arrayContaining([...unadvised(truth, playbook)]));
      });
    }),
    { numRuns: Math.ceil(numRuns / 2) },
  );
});

test('no run posts more often than the most', () => {
  fc.assert(
    fc.property(
      fc.noBias(plans({ exact: true, scenarios: false, recursive: false })),
      fc.infiniteStream(fc.nat(1000)),
      (data, stream) => {
        compared(data, (playbook, runs, truth) => {
          const choices = stream[Symbol.iterator]();
          for (const channel of playbook.channels.values()) {
            const most = runs.mostPosts(channel).count;
            for (let walk = 0; walk < 20; walk++) {
              const posted = new Set<string>();
              let at = truth.starts[0];
              for (let moves = 0; at !== undefined && moves < 60; moves++) {
                const moment = truth.moments[at] as Moment;
                if (truth.channelsAt(moment).includes(channel))
                  posted.add(`${nameOf(moment.step)} ${moment.severity?.id}`);
                const out: readonly number[] = truth.next[at] ?? [];
                at = out[(choices.next().value ?? 0) % Math.max(1, out.length)];
              }
              expect(posted.size).toBeLessThanOrEqual(most);
            }
          }
        });
      },
    ),
    { numRuns: Math.ceil(numRuns / 2) },
  );
});
