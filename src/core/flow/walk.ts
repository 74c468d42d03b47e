import type { ChecklistItem, Playbook, Scenario } from '../model/playbook';
import { buildContexts } from './contexts';
import type { Criteria } from './criteria';
import { type Emit, flag, follow, type Ground, isFirstNotice, isNoticed, pageOf } from './follow';
import { buildKnowledge } from './knowledge';
import { type Links, numberAt, toLinks } from './links';
import { StateList } from './stateList';
import type { StepTable } from './stepTable';
import type { Telling } from './telling';

/**
 * All that runs can come to: a state is a step with what of the past still matters there. Each list is by state.
 * A run is a way through these; ways are never listed.
 */
export interface States {
  readonly count: number;
  /** The number of the step. */
  readonly step: Int32Array;
  /** The rank of the class that holds at the start of the step; -1 before any `classify`. */
  readonly severity: Int32Array;
  /** 1 where somebody outside was told by an `announce` before. */
  readonly noticed: Uint8Array;
  /** How the sorry page stands, see `page`. */
  readonly page: Uint8Array;
  /** 1 where the step is an `end` of the run, not of a called flow. */
  readonly ends: Uint8Array;
  /** 1 where the step is the run's first notice. */
  readonly firstNotice: Uint8Array;
  /** What its run knows of the facts that criteria ask for: equal numbers, equal knowledge. */
  readonly knows: Int32Array;
  /** Optional facts that are known wherever the run knows so much, without being asked for. */
  proven(knows: number): readonly ChecklistItem[];
  /** Whether a fact can have the value in a run that knows so much. */
  mayBe(knows: number, fact: ChecklistItem, value: string): boolean;
  readonly starts: readonly number[];
  readonly links: Links;
  /** By place in `links.targets`: 1 where the run leaves a class with `announce: false` for a worse one. */
  readonly leavesSilence: Uint8Array;
}

/** How many states all walks of a playbook may have together; beyond, severity and facts are left out. */
export interface Budget {
  left: number;
}

/** Ways from one state to the next that the limit allows for, on average. */
const mostPerState = 8;

/** What holds in every walk of a playbook. */
export interface Terrain {
  readonly playbook: Playbook;
  readonly table: StepTable;
  readonly criteria: Criteria;
  readonly telling: Telling;
}

export function walk(
  { playbook, table, criteria, telling }: Terrain,
  startFlows: readonly number[],
  scenario: Scenario | undefined,
  budget: Budget,
): States {
  const contexts = buildContexts(table, startFlows);
  const severities = [...playbook.severities.values()];
  const fine = walkIn({
    table,
    contexts,
    telling,
    severities,
    rankOf: new Map(severities.map(({ id }, rank) => [id, rank])),
    knowledge: buildKnowledge(playbook, table, criteria, scenario),
    fixed: (scenario?.facts.length ?? 0) > 0,
    limit: budget.left,
  });
  if (fine !== undefined) {
    budget.left -= fine.count;
    return fine;
  }
  budget.left = 0;
  const coarse = walkIn({
    table,
    contexts,
    telling,
    severities: [],
    rankOf: new Map(),
    knowledge: undefined,
    fixed: false,
    limit: Number.POSITIVE_INFINITY,
  });
  return coarse ?? emptyStates;
}

/** Undefined where there are more states than the limit. */
function walkIn(ground: Ground): States | undefined {
  const { contexts, severities, knowledge, limit } = ground;
  const found = new StateList(severities.length, (one, other) => knowledge?.join(one, other) ?? 0);
  const from: number[] = [];
  const to: number[] = [];
  const raised: number[] = [];
  const enter = (place: number, severity: number, flags: number, knows: number): number =>
    found.enter(place, severity, flags, knowledge?.at(numberAt(contexts.stepAt, place), knows) ?? 0);

  const flags = ground.fixed ? flag.fixed : 0;
  const starts = contexts.starts.map((place) => enter(place, -1, flags, knowledge?.start ?? 0));
  for (let at = found.next(); at !== undefined; at = found.next()) {
    if (found.count > limit || from.length > limit * mostPerState) return undefined;
    const source = at;
    const held = numberAt(found.severity, source);
    const silent = severities[held]?.announce === false;
    const emit: Emit = (place, severity, nextFlags, knows) => {
      from.push(source);
      to.push(enter(place, severity, nextFlags, knows));
      raised.push(silent && severity < held ? 1 : 0);
    };
    follow(ground, numberAt(found.place, at), held, numberAt(found.flags, at), numberAt(found.knows, at), emit);
  }

  return toStates(ground, found, starts, toLinks(found.count, from, to), raised);
}

function toStates(
  { table, contexts, telling, knowledge }: Ground,
  { count, place, severity, flags, knows }: StateList,
  starts: readonly number[],
  links: Links,
  raised: readonly number[],
): States {
  const step = new Int32Array(count);
  const noticed = new Uint8Array(count);
  const page = new Uint8Array(count);
  const ends = new Uint8Array(count);
  const firstNotice = new Uint8Array(count);
  for (let state = 0; state < count; state++) {
    const at = numberAt(place, state);
    const number = numberAt(contexts.stepAt, at);
    const found = table.steps[number];
    const of = numberAt(flags, state);
    step[state] = number;
    noticed[state] = isNoticed(of) ? 1 : 0;
    page[state] = pageOf(of);
    ends[state] = found?.kind === 'end' && contexts.contexts[numberAt(contexts.contextAt, at)]?.root ? 1 : 0;
    firstNotice[state] = isFirstNotice(telling, found, numberAt(severity, state), of) ? 1 : 0;
  }
  const leavesSilence = new Uint8Array(links.origin.length);
  for (let at = 0; at < leavesSilence.length; at++) leavesSilence[at] = numberAt(raised, numberAt(links.origin, at));
  return {
    count,
    step,
    severity: Int32Array.from(severity),
    noticed,
    page,
    ends,
    firstNotice,
    knows: Int32Array.from(knows),
    proven: (of) => knowledge?.proven(of) ?? [],
    mayBe: (of, fact, value) => knowledge?.mayBe(of, fact, value) ?? true,
    starts,
    links,
    leavesSilence,
  };
}

const emptyStates: States = {
  count: 0,
  step: new Int32Array(0),
  severity: new Int32Array(0),
  noticed: new Uint8Array(0),
  page: new Uint8Array(0),
  ends: new Uint8Array(0),
  firstNotice: new Uint8Array(0),
  knows: new Int32Array(0),
  proven: () => [],
  mayBe: () => true,
  starts: [],
  links: toLinks(0, [], []),
  leavesSilence: new Uint8Array(0),
};
