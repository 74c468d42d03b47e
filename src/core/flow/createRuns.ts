import type {
  AnnounceStep,
  Channel,
  EndStep,
  Fact,
  Flow,
  Playbook,
  Scenario,
  SeverityClass,
  Step,
  WaitStep,
} from '../model/playbook';
import { once } from '../text/once';
import { findComponents } from './components';
import { buildCosts } from './costs';
import { buildCriteria, type Criteria, partsOf } from './criteria';
import { findFirstTimes } from './firstTimes';
import { findKnown, surelyLearned } from './known';
import { eachTarget, numberAt, shortestWay, shortestWays } from './links';
import { followMark } from './marked';
import { findNotices } from './notices';
import { findMostPosts } from './posts';
import { findRepeats } from './repeats';
import type { Path, Runs, Sending } from './runs';
import { buildStepTable, type StepTable } from './stepTable';
import { findEnding, findLoopsWithoutWait } from './structure';
import { buildTelling, page, type Telling } from './telling';
import { findTold } from './told';
import { findUnadvised, isDataIncident } from './unadvised';
import { findUntold } from './untold';
import { type Budget, walk } from './walk';
import { findWorst } from './worst';

/** States that all walks of one playbook may have together. A plan of 1,000 steps in five classes has about 10,000. */
const mostStates = 300_000;

export function createRuns(playbook: Playbook): Runs {
  const shared: Shared = {
    playbook,
    table: once(() => buildStepTable(playbook)),
    criteria: once(() => buildCriteria(playbook)),
    telling: once(() => buildTelling(playbook)),
    ending: once(() => findEnding(shared.table())),
    loops: once(() => findLoopsWithoutWait(shared.table())),
    budget: { left: mostStates },
    ofScenario: new Map(),
    ofKind: new Map(),
  };
  return runsOf(shared, undefined);
}

/** What holds for all runs of a playbook, whatever the scenario. */
interface Shared {
  readonly playbook: Playbook;
  readonly table: () => StepTable;
  readonly criteria: () => Criteria;
  readonly telling: () => Telling;
  readonly ending: () => Uint8Array;
  readonly loops: () => readonly (readonly number[])[];
  readonly budget: Budget;
  readonly ofScenario: Map<Scenario, Runs>;
  /** By what the runs of a scenario differ in, see `kindOfRuns`. */
  readonly ofKind: Map<string, Runs>;
}

/** Scenarios of one kind have the same runs; undefined where the scenario's own facts set them apart from all others. */
function kindOfRuns(starts: readonly Flow[], scenario: Scenario | undefined): string | undefined {
  if (scenario !== undefined && scenario.facts.length > 0) return undefined;
  return JSON.stringify([isDataIncident(scenario), ...starts.map(({ id }) => id)]);
}

function runsOf(shared: Shared, scenario: Scenario | undefined): Runs {
  const starts = startFlows(shared.playbook, scenario);
  const kind = kindOfRuns(starts, scenario);
  const same = kind === undefined ? undefined : shared.ofKind.get(kind);
  const runs = same === undefined ? newRuns(shared, starts, scenario) : { ...same, scenario };
  if (kind !== undefined && same === undefined) shared.ofKind.set(kind, runs);
  return runs;
}

function newRuns(shared: Shared, starts: readonly Flow[], scenario: Scenario | undefined): Runs {
  const { playbook, table, telling } = shared;
  const states = once(() => {
    const flows = starts.flatMap((flow) => table().flowNumberOf.get(flow) ?? []);
    const terrain = { playbook, table: table(), criteria: shared.criteria(), telling: telling() };
    return walk(terrain, flows, scenario, shared.budget);
  });
  const costs = once(() => buildCosts(playbook));
  const statesOf = once(() => {
    const byStep: number[][] = table().steps.map(() => []);
    const { count, step } = states();
    for (let state = 0; state < count; state++) byStep[numberAt(step, state)]?.push(state);
    return byStep;
  });
  const statesAt = (step: Step): readonly number[] => statesOf()[table().numberOf.get(step) ?? -1] ?? [];
  const components = once(() => findComponents(states().links));
  const ways = once(() => shortestWays(states().links, states().starts));
  const stepsAt = (way: readonly number[]): Path =>
    way.flatMap((state) => table().steps[numberAt(states().step, state)] ?? []);
  const gone = once(() => {
    const { count, step, links } = states();
    const known = new Set<number>();
    for (let state = 0; state < count; state++)
      eachTarget(links, state, (target) => known.add(pairOf(numberAt(step, state), numberAt(step, target))));
    return known;
  });
  const pairOf = (from: number, to: number) => from * table().steps.length + to;
  const goes = (from: Step, to: Step): boolean => {
    const [first, second] = [table().numberOf.get(from), table().numberOf.get(to)];
    if (first === undefined || second === undefined) return false;
    if (gone().has(pairOf(first, second))) return true;
    if (from.kind !== 'call' || statesAt(from).length === 0) return false;
    const ends = [...(from.calls?.target?.steps.values() ?? [])].filter(({ kind }) => kind === 'end');
    return ends.some((end) => gone().has(pairOf(table().numberOf.get(end) ?? -1, second)));
  };
  const worst = once(() => findWorst(table(), states(), costs()));
  const firstTimes = once(() => findFirstTimes(table(), states(), costs()));
  const notices = once(() => findNotices(table(), states(), costs()));
  const known = once(() => findKnown(playbook, table(), states(), components().order));
  const told = once(() => findTold(table(), telling(), states(), components().order));
  const owedAtEnds = once(() => told().owedAtEnds((state) => ways().to(state)));
  const classes = [...playbook.severities.values()];
  const rankOf = new Map(classes.map((severity, rank) => [severity, rank]));
  const rank = (severity: SeverityClass) => rankOf.get(severity) ?? -2;

  const severitiesAt = (step: Step): ReadonlySet<SeverityClass | undefined> => {
    const ranks = new Set(statesAt(step).map((state) => numberAt(states().severity, state)));
    return new Set([...ranks].sort((a, b) => a - b).map((found) => classes[found]));
  };

  const sendings = (step: AnnounceStep): readonly Sending[] => {
    const bySeverity = new Map<number, number[]>();
    for (const state of statesAt(step)) {
      const severity = numberAt(states().severity, state);
      bySeverity.set(severity, [...(bySeverity.get(severity) ?? []), state]);
    }
    return [...bySeverity]
      .sort(([a], [b]) => a - b)
      .map(([severity, which]) => ({ step, severity: classes[severity], channels: sentTo(step, severity, which) }));
  };
  const sentTo = (step: AnnounceStep, severity: number, which: readonly number[]): readonly Channel[] => {
    const channels = telling().channelsOf(step, severity);
    if (channels === 'announced') return [...told().owedBefore(which)];
    return channels.flatMap((channel) => telling().channels[channel] ?? []);
  };

  const sentAt = (step: AnnounceStep, state: number): readonly Channel[] =>
    sentTo(step, numberAt(states().severity, state), [state]);
  const personal = [...playbook.checklist.values()].filter((item) => item.personalData);

  const firstNotices = once(() => {
    const found = new Set<number>();
    const { count, step, firstNotice } = states();
    for (let state = 0; state < count; state++) if (firstNotice[state] === 1) found.add(numberAt(step, state));
    const steps = [...found].sort((a, b) => a - b).map((number) => table().steps[number]);
    return steps.filter((each) => each?.kind === 'announce');
  });

  const noticesAlone = () => {
    const { step, firstNotice, count } = states();
    const marked = followMark(
      states(),
      false,
      (state, called) => called || table().steps[numberAt(step, state)]?.kind === 'escalate',
    );
    const found = new Map<AnnounceStep, Path>();
    for (let state = 0; state < count; state++) {
      const notice = table().steps[numberAt(step, state)];
      if (firstNotice[state] !== 1 || notice?.kind !== 'announce' || found.has(notice) || !marked.has(state, false))
        continue;
      found.set(notice, stepsAt(marked.wayTo(state, false)));
    }
    return [...found].map(([notice, path]) => ({ step: notice, path }));
  };

  const waitsBeforeNotice = () => {
    const found = new Map<WaitStep, Path>();
    const { count, step, noticed, page: stands, severity } = states();
    for (let state = 0; state < count; state++) {
      const wait = table().steps[numberAt(step, state)];
      // A page that is shown tells visitors, too.
      if (wait?.kind !== 'wait' || noticed[state] === 1 || stands[state] === page.telling) continue;
      if (classes[numberAt(severity, state)]?.announce === false || found.has(wait)) continue;
      found.set(wait, stepsAt(ways().to(state)));
    }
    return [...found].map(([wait, path]) => ({ step: wait, path }));
  };

  const endsWithoutNotice = (severity: SeverityClass) => {
    const found = new Map<EndStep, Path>();
    const { count, ends, noticed, severity: held } = states();
    const wanted = rank(severity);
    for (let state = 0; state < count; state++) {
      if (ends[state] !== 1 || noticed[state] === 1 || held[state] !== wanted) continue;
      const path = stepsAt(ways().to(state));
      const end = path.at(-1);
      if (end?.kind === 'end' && !found.has(end)) found.set(end, path);
    }
    return [...found].map(([end, path]) => ({ end, path }));
  };

  const pathWithout = (wanted: Step, fact: Fact): Path | undefined => {
    const { links, starts: begins, step, knows, proven } = states();
    for (const part of fact.section === 'impact' ? partsOf(fact) : [fact]) {
      const learns = table().steps.map((each) => surelyLearned(each).includes(part));
      const goals = new Set(statesAt(wanted).filter((state) => !proven(numberAt(knows, state)).includes(part)));
      // Nothing leads on from a step that learns it, but the step itself may be the wanted one.
      const way = shortestWay(
        links,
        begins,
        (state) => goals.has(state),
        undefined,
        (state) => !learns[numberAt(step, state)],
      );
      if (way !== undefined) return stepsAt(way);
    }
    return undefined;
  };

  return {
    playbook,
    scenario,
    starts,
    in(wanted) {
      const known = shared.ofScenario.get(wanted) ?? runsOf(shared, wanted);
      shared.ofScenario.set(wanted, known);
      return known;
    },
    isReachable: (step) => statesAt(step).length > 0,
    canEnd: (step) => shared.ending()[table().numberOf.get(step) ?? -1] === 1,
    loopsWithoutWait: () => shared.loops().map((loop) => loop.flatMap((step) => table().steps[step] ?? [])),
    goes,
    reachedAt: (step) => worst().of(statesAt(step)),
    firstReachedAt: (step) => firstTimes().of(statesAt(step)),
    firstNotice: (severity) => notices().of(rank(severity)),
    endsWithoutNotice,
    knownBefore: (step) => known().atAll(statesAt(step)),
    canBeKnownBefore: (step) => known().atAny(statesAt(step)),
    pathWithout,
    severitiesAt,
    sendings,
    owedBefore: (step) => told().owedBefore(statesAt(step)),
    owedAtEnds,
    firstNotices,
    noticesAlone,
    waitsBeforeNotice,
    untoldAtEnds: (severity) => findUntold(table(), states(), classes, severity),
    mostPosts(channel) {
      const posts = (state: number) => {
        const step = table().steps[numberAt(states().step, state)];
        return step?.kind === 'announce' && sentAt(step, state).includes(channel);
      };
      return findMostPosts(table(), states(), posts);
    },
    repeats: (channels) => findRepeats(table(), states(), components().order, channels, sentAt),
    unadvised: () =>
      findUnadvised(table(), states(), scenario, personal, (step, state) =>
        sentAt(step, state).some(({ external }) => external),
      ),
    canBeTaken: (severity) => shared.criteria().canBeTaken(rank(severity), shared.criteria().gathered),
  };
}

/** The first flow and those that scenarios name, each once. */
function startFlows(playbook: Playbook, scenario: Scenario | undefined): readonly Flow[] {
  const [first] = playbook.flows.values();
  const own = (of: Scenario) => of.flow?.target ?? first;
  const wanted = scenario === undefined ? [first, ...[...playbook.scenarios.values()].map(own)] : [own(scenario)];
  return [...new Set(wanted.flatMap((flow) => (flow === undefined ? [] : [flow])))];
}
