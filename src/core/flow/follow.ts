import type { SeverityClass, Step } from '../model/playbook';
import type { Contexts } from './contexts';
import type { Knowledge } from './knowledge';
import { numberAt } from './links';
import type { StepTable } from './stepTable';
import type { Telling } from './telling';

/** What a walk goes over. */
export interface Ground {
  readonly table: StepTable;
  readonly contexts: Contexts;
  readonly telling: Telling;
  /** Worst first. */
  readonly severities: readonly SeverityClass[];
  readonly rankOf: ReadonlyMap<string, number>;
  /** Undefined: every exit can be taken, and no severity is ever held. */
  readonly knowledge: Knowledge | undefined;
  /** Runs begin with facts that a scenario names. */
  readonly fixed: boolean;
  readonly limit: number;
}

/** One state while the walk is on. `fixed` is 1 while the facts of the scenario hold. */
export interface State {
  readonly place: number;
  readonly severity: number;
  readonly noticed: number;
  readonly page: number;
  readonly fixed: number;
  readonly knows: number;
}

export function isFirstNotice(telling: Telling, step: Step | undefined, state: State): boolean {
  return step?.kind === 'announce' && state.noticed === 0 && telling.isFirstNotice(step, state.severity, state.page);
}

/** Every state that the step can lead to. */
export function follow(ground: Ground, state: State, emit: (next: State) => void): void {
  const { table, contexts, telling, rankOf, knowledge } = ground;
  const number = numberAt(contexts.stepAt, state.place);
  const step = table.steps[number];
  const ways = table.ways[number] ?? [];
  const context = contexts.contexts[numberAt(contexts.contextAt, state.place)];
  if (step === undefined || context === undefined) return;
  const go = (target: number, change: Partial<State> = {}) =>
    emit({ ...state, ...change, place: state.place + target - number });
  const all = (change: Partial<State> = {}) => {
    for (const { to } of ways) go(to, change);
  };

  switch (step.kind) {
    case 'end':
      for (const caller of context.callers) {
        const call = numberAt(contexts.stepAt, caller);
        for (const { to } of table.ways[call] ?? []) emit({ ...state, place: caller + to - call });
      }
      return;
    case 'call': {
      const start = numberAt(contexts.calleeStart, state.place);
      if (start < 0) all();
      else emit({ ...state, place: start });
      return;
    }
    case 'gather':
      all({ knows: knowledge?.gather(step, state.knows, state.fixed === 1) ?? 0 });
      return;
    case 'ask': {
      const possible = knowledge?.answersTo(step, state.fixed === 1);
      for (const { exit, to } of ways) {
        const value = (exit.value ?? '').normalize('NFC');
        if (possible !== undefined && !possible.includes(value)) continue;
        go(to, { knows: knowledge?.answer(step, value, state.knows) ?? 0 });
      }
      return;
    }
    case 'classify': {
      const taken = knowledge?.take(state.knows, state.severity) ?? [];
      for (const { exit, to } of ways) {
        const wanted = rankOf.get((exit.value ?? '').normalize('NFC'));
        // What a case for a class that is not defined leads to can't be judged, so nothing is held against it.
        if (wanted === undefined) go(to);
        for (const { severity, after } of taken) if (severity === wanted) go(to, { severity, knows: after });
      }
      return;
    }
    case 'wait': {
      const after = { knows: knowledge?.wait(state.knows) ?? 0, fixed: 0 };
      for (const { exit, to } of ways) {
        if (exit.via !== 'on_upgrade') go(to, after);
        else if (knowledge === undefined) go(to);
        else for (let severity = 0; severity < state.severity; severity++) go(to, { ...after, severity });
      }
      return;
    }
    case 'announce': {
      const noticed = state.noticed === 1 || isFirstNotice(telling, step, state) ? 1 : 0;
      all({ noticed, page: telling.pageAfter(step, state.severity, state.page) });
      return;
    }
    case 'sorry-page':
      all({ page: telling.pageAfter(step, state.severity, state.page) });
      return;
    default:
      all();
  }
}
