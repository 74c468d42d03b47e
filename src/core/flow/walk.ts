import type { ChecklistItem, Playbook, Scenario, Step } from '../model/playbook';
import { buildContexts } from './contexts';
import { follow, type Ground, isFirstNotice, type State } from './follow';
import { buildKnowledge } from './knowledge';
import { type Links, numberAt, toLinks } from './links';
import type { StepTable } from './stepTable';
import { buildTelling, page } from './telling';

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
  readonly starts: readonly number[];
  readonly links: Links;
  /** By place in `links.targets`: 1 where the run leaves a class with `announce: false` for a worse one. */
  readonly leavesSilence: Uint8Array;
}

/** How many states all walks of a playbook may have together; beyond, severity and facts are left out. */
export interface Budget {
  left: number;
}

/** States that differ in their knowledge alone, at most, before they are taken together. */
const mostPerGroup = 64;

export function walk(
  playbook: Playbook,
  table: StepTable,
  startFlows: readonly number[],
  scenario: Scenario | undefined,
  budget: Budget,
): States {
  const contexts = buildContexts(table, startFlows);
  const telling = buildTelling(playbook);
  const severities = [...playbook.severities.values()];
  const fine = walkIn({
    table,
    contexts,
    telling,
    severities,
    rankOf: new Map(severities.map(({ id }, rank) => [id, rank])),
    knowledge: buildKnowledge(playbook, table, scenario),
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
  const { table, contexts, telling, severities, knowledge, limit } = ground;
  const states: State[] = [];
  const groups = new Map<number, number[]>();
  const joined = new Map<number, number>();
  const open: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const raised: number[] = [];

  const enter = (state: State): number => {
    const knows = knowledge?.at(numberAt(contexts.stepAt, state.place), state.knows) ?? 0;
    const key =
      (((state.place * (severities.length + 1) + state.severity + 1) * 2 + state.noticed) * 4 + state.page) * 2 +
      state.fixed;
    const group = groups.get(key);
    const known = group?.find((at) => states[at]?.knows === knows);
    if (known !== undefined) return known;
    const add = (): number => {
      states.push(state.knows === knows ? state : { ...state, knows });
      open.push(states.length - 1);
      return states.length - 1;
    };
    if (group === undefined) {
      const made = add();
      groups.set(key, [made]);
      return made;
    }
    if (group.length < mostPerGroup) {
      const made = add();
      group.push(made);
      return made;
    }
    const together = joined.get(key);
    const before = together === undefined ? undefined : states[together];
    if (together === undefined || before === undefined) {
      const made = add();
      joined.set(key, made);
      return made;
    }
    const either = knowledge?.join(before.knows, knows) ?? 0;
    if (either !== before.knows) {
      states[together] = { ...before, knows: either };
      open.push(together);
    }
    return together;
  };

  const starts = contexts.starts.map((place) =>
    enter({
      place,
      severity: -1,
      noticed: 0,
      page: page.never,
      fixed: ground.fixed ? 1 : 0,
      knows: knowledge?.start ?? 0,
    }),
  );
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const state = states[at];
    if (state === undefined) continue;
    if (states.length > limit) return undefined;
    const source = at;
    follow(ground, state, (next) => {
      from.push(source);
      to.push(enter(next));
      const left = severities[state.severity];
      raised.push(left !== undefined && !left.announce && next.severity < state.severity ? 1 : 0);
    });
  }

  const links = toLinks(states.length, from, to);
  const kindAt = (state: State): Step | undefined => table.steps[numberAt(contexts.stepAt, state.place)];
  return {
    count: states.length,
    step: Int32Array.from(states, ({ place }) => numberAt(contexts.stepAt, place)),
    severity: Int32Array.from(states, ({ severity }) => severity),
    noticed: Uint8Array.from(states, ({ noticed }) => noticed),
    page: Uint8Array.from(states, (state) => state.page),
    ends: Uint8Array.from(states, (state) =>
      kindAt(state)?.kind === 'end' && contexts.contexts[numberAt(contexts.contextAt, state.place)]?.root ? 1 : 0,
    ),
    firstNotice: Uint8Array.from(states, (state) => (isFirstNotice(telling, kindAt(state), state) ? 1 : 0)),
    knows: Int32Array.from(states, ({ knows }) => knows),
    proven: (knows) => knowledge?.proven(knows) ?? [],
    starts,
    links,
    leavesSilence: Uint8Array.from(links.origin, (origin) => numberAt(raised, origin)),
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
  starts: [],
  links: toLinks(0, [], []),
  leavesSilence: new Uint8Array(0),
};
