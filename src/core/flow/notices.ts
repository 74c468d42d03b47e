import type { Costs } from './costs';
import type { Worst } from './runs';
import type { StepTable } from './stepTable';
import type { States } from './walk';
import { findWorstUnnoticed } from './worst';

export interface Notices {
  /** The latest first notice of a run that is in the class of this rank when it is sent. */
  of(rank: number): Worst | undefined;
}

export function findNotices(table: StepTable, states: States, costs: Costs): Notices {
  const worst = findWorstUnnoticed(table, states, costs);
  const byRank = new Map<number, number[]>();
  for (let state = 0; state < states.count; state++) {
    const rank = states.severity[state];
    if (states.firstNotice[state] !== 1 || rank === undefined) continue;
    const known = byRank.get(rank);
    if (known === undefined) byRank.set(rank, [state]);
    else known.push(state);
  }
  return { of: (rank) => worst.of(byRank.get(rank) ?? []) };
}
