import type { Runs, Worst } from '../flow/runs';
import { channelDown, systemsDown } from '../model/dependencies';
import type { Channel, Playbook, Scenario, SeverityClass, Step } from '../model/playbook';

/** What a reader asked to see of a plan; ids that don't exist ask for nothing. */
export interface Wish {
  /** Only what can happen in it. */
  readonly scenario?: string | undefined;
  /** The slowest way to the first notice in this class. */
  readonly severity?: string | undefined;
  /** Phases that are drawn as one box each. */
  readonly folded?: readonly string[] | undefined;
}

/** A wish as far as the plan can answer it. */
export interface Play {
  readonly scenario: Scenario | undefined;
  readonly severity: SeverityClass | undefined;
  /** Those of the scenario, else all. */
  readonly runs: Runs;
  /** With a severity: its slowest way; undefined where no run announces in it. */
  readonly slowest: Worst | undefined;
  /** What can be used no more in the scenario, in the order of the file. */
  readonly dead: ReadonlySet<Channel>;
  /** What is lit in a drawing; undefined where everything is. */
  readonly lit: Lit | undefined;
  /**
   * Seconds until a step is done: on the slowest way where there is one, else on the step's own worst way; round a loop
   * until it is done for the first time.
   */
  readonly doneAfter: (step: Step) => number | undefined;
  /** A loop leads to it: its time is that of the first time. */
  readonly isRepeated: (step: Step) => boolean;
}

export interface Lit {
  readonly has: (step: Step) => boolean;
  readonly goes: (from: Step, to: Step) => boolean;
}

export function play(playbook: Playbook, all: Runs, wish: Wish = {}): Play {
  const scenario = wish.scenario === undefined ? undefined : playbook.scenarios.get(wish.scenario);
  const severity = wish.severity === undefined ? undefined : playbook.severities.get(wish.severity);
  const runs = scenario === undefined ? all : all.in(scenario);
  const slowest = severity === undefined ? undefined : runs.firstNotice(severity);
  return {
    scenario,
    severity,
    runs,
    slowest,
    dead: scenario === undefined ? new Set() : deadChannels(scenario, playbook),
    lit:
      severity !== undefined
        ? litBy(slowest)
        : scenario === undefined
          ? undefined
          : { has: (step) => runs.isReachable(step), goes: (from, to) => runs.goes(from, to) },
    doneAfter: slowest === undefined ? worstClock(runs) : clockOf(slowest),
    isRepeated: (step) => slowest === undefined && runs.reachedAt(step)?.seconds === Number.POSITIVE_INFINITY,
  };
}

export function deadChannels(scenario: Scenario, playbook: Playbook): ReadonlySet<Channel> {
  const down = systemsDown(scenario, playbook);
  return new Set(
    [...playbook.channels.values()].filter((channel) => channelDown(channel, down, playbook) !== undefined),
  );
}

function litBy(worst: Worst | undefined): Lit {
  const path = worst?.path ?? [];
  const steps = new Set(path);
  const next = new Map<Step, Set<Step>>();
  const link = (from: Step, to: Step) => {
    const known = next.get(from);
    if (known === undefined) next.set(from, new Set([to]));
    else known.add(to);
  };
  const calls: Step[] = [];
  for (const [at, from] of path.entries()) {
    const to = path[at + 1];
    if (to === undefined) break;
    link(from, to);
    if (from.kind === 'call') calls.push(from);
    else if (from.kind === 'end') {
      // Its flow was called: in the drawing the line goes on from the call.
      const caller = calls.pop();
      if (caller !== undefined) link(caller, to);
    }
  }
  return { has: (step) => steps.has(step), goes: (from, to) => next.get(from)?.has(to) === true };
}

function worstClock(runs: Runs): (step: Step) => number | undefined {
  return (step) => {
    const seconds = runs.reachedAt(step)?.seconds;
    return seconds === Number.POSITIVE_INFINITY ? (runs.firstReachedAt(step) ?? seconds) : seconds;
  };
}

/** The classes in which an announcement is made, by name; none where all of them or no class at all leads there. */
export function classesOf({ playbook, severitiesAt }: Runs): (step: Step) => readonly string[] {
  return (step) => {
    if (step.kind !== 'announce') return [];
    const classes = [...severitiesAt(step)].filter((one) => one !== undefined);
    return classes.length === playbook.severities.size ? [] : classes.map(({ title, id }) => title?.value ?? id);
  };
}

/** A step that is passed twice shows when it is done at last. */
function clockOf({ path, costs }: Worst): (step: Step) => number | undefined {
  const done = new Map<Step, number>();
  let seconds = 0;
  for (const [at, step] of path.entries()) {
    seconds += costs[at] ?? 0;
    done.set(step, seconds);
  }
  return (step) => done.get(step);
}
