import { once } from '../text/once';
import { type Costs, costOfStates } from './costs';
import { type Links, numberAt, toLinks } from './links';
import { findLongest } from './longest';
import type { StepTable } from './stepTable';
import type { States } from './walk';

/** States looked at for all steps together: beyond, nobody waits for the answer while typing. */
const mostLooks = 1_000_000;

export interface FirstTimes {
  /** Seconds to the end of the first of these states, at worst; undefined where a run may have waited before. */
  of(which: readonly number[]): number | undefined;
}

/**
 * Round a loop there is no worst case, but there may be one for the first time: where no run can come to a step after a
 * `wait` that has not been there before, the way to it is that of the runs which have not waited.
 */
export function findFirstTimes(table: StepTable, states: States, costs: Costs): FirstTimes {
  const { count, links, starts } = states;
  const cost = costOfStates(table, states, costs);
  const waits = Uint8Array.from({ length: count }, (_, state) =>
    table.steps[numberAt(states.step, state)]?.kind === 'wait' ? 1 : 0,
  );
  const before = once(() => findLongest(without(links, waits), starts, cost).before);
  const isTooMuch = count * table.steps.length > mostLooks;

  const waitedBefore = (goals: ReadonlySet<number>): boolean => {
    // By state: 1 where a run comes to it, 2 where one does that has waited.
    const seen = new Uint8Array(count);
    const open: (readonly [state: number, mark: number])[] = starts.map((start) => [start, 1]);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [state, mark] = next;
      if (numberAt(seen, state) >= mark) continue;
      if (goals.has(state)) {
        if (mark === 2) return true;
        continue;
      }
      seen[state] = mark;
      const after = waits[state] === 1 ? 2 : mark;
      for (let at = numberAt(links.offsets, state); at < numberAt(links.offsets, state + 1); at++)
        open.push([numberAt(links.targets, at), after]);
    }
    return false;
  };

  return {
    of(which) {
      if (isTooMuch || which.length === 0 || waitedBefore(new Set(which))) return undefined;
      const seconds = Math.max(...which.map((state) => numberAt(before(), state) + cost(state)));
      return Number.isFinite(seconds) ? seconds : undefined;
    },
  };
}

function without(links: Links, closed: Uint8Array): Links {
  const from: number[] = [];
  const to: number[] = [];
  for (let state = 0; state < links.count; state++) {
    if (closed[state] === 1) continue;
    for (let at = numberAt(links.offsets, state); at < numberAt(links.offsets, state + 1); at++) {
      from.push(state);
      to.push(numberAt(links.targets, at));
    }
  }
  return toLinks(links.count, from, to);
}
