import { once } from '../text/once';
import { type Costs, costOfStates } from './costs';
import { type Links, numberAt, toLinks } from './links';
import { findLongest, type Longest } from './longest';
import type { Worst } from './runs';
import type { StepTable } from './stepTable';
import type { States } from './walk';

export interface WorstCases {
  /** The latest end of one of the states' steps; undefined where none is ever reached. */
  of(which: readonly number[]): Worst | undefined;
}

/** Seconds from the start of a run. */
export function findWorst(table: StepTable, states: States, costs: Costs): WorstCases {
  return worstOver(table, states, costs, states.links, states.starts);
}

/**
 * Seconds to the first notice: only up to it, and anew from where a run leaves a class with `announce: false`, for
 * nothing was promised before.
 */
export function findWorstUnnoticed(table: StepTable, states: States, costs: Costs): WorstCases {
  const from: number[] = [];
  const to: number[] = [];
  const begins = new Set(states.starts);
  for (let state = 0; state < states.count; state++) {
    if (states.noticed[state] === 1) continue;
    for (let at = numberAt(states.links.offsets, state); at < numberAt(states.links.offsets, state + 1); at++) {
      const target = numberAt(states.links.targets, at);
      if (states.noticed[target] === 1) continue;
      if (states.leavesSilence[at] === 1) begins.add(target);
      else {
        from.push(state);
        to.push(target);
      }
    }
  }
  return worstOver(table, states, costs, toLinks(states.count, from, to), [...begins]);
}

function worstOver(
  table: StepTable,
  states: States,
  costs: Costs,
  links: Links,
  begins: readonly number[],
): WorstCases {
  const cost = costOfStates(table, states, costs);
  const longest = findLongest(links, begins, cost);
  return {
    of(which) {
      let latest: number | undefined;
      let most = Number.NEGATIVE_INFINITY;
      for (const state of which) {
        const seconds = numberAt(longest.before, state) + cost(state);
        if (seconds <= most) continue;
        most = seconds;
        latest = state;
      }
      return latest === undefined ? undefined : toWorst(table, states, longest, latest, most, cost);
    },
  };
}

/** The path is made when it is asked for: most questions are about the seconds alone. */
function toWorst(
  table: StepTable,
  states: States,
  longest: Longest,
  state: number,
  seconds: number,
  cost: (state: number) => number,
): Worst {
  const details = once(() => {
    const way = longest.wayTo(state);
    const path = way.flatMap((at) => table.steps[numberAt(states.step, at)] ?? []);
    const costs = way.map(cost);
    const most = costs.reduce((sum, each) => Math.max(sum, each), 0);
    return { path, costs, slowest: most > 0 ? path[costs.indexOf(most)] : undefined };
  });
  return new Found(seconds, details);
}

/** The way there is worked out when somebody asks. */
class Found implements Worst {
  constructor(
    readonly seconds: number,
    private readonly details: () => Pick<Worst, 'path' | 'costs' | 'slowest'>,
  ) {}

  get path() {
    return this.details().path;
  }

  get costs() {
    return this.details().costs;
  }

  get slowest() {
    return this.details().slowest;
  }
}
