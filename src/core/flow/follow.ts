import type { SeverityClass, Step } from '../model/playbook';
import type { Contexts } from './contexts';
import type { Knowledge } from './knowledge';
import { numberAt } from './links';
import type { StepTable } from './stepTable';
import { page, type Telling } from './telling';

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

/** What of a run's past matters beside its severity and its knowledge, in the bits of one number. */
export const flag = { noticed: 1, page: 2, fixed: 8 } as const;

/** Whether somebody outside was told by an `announce` before. */
export function isNoticed(flags: number): boolean {
  return (flags & flag.noticed) !== 0;
}

/** How the sorry page stands, see `page`. */
export function pageOf(flags: number): number {
  return (flags >> 1) & 3;
}

/** The facts that the scenario names still hold. */
export function isFixed(flags: number): boolean {
  return (flags & flag.fixed) !== 0;
}

function withPage(flags: number, stands: number): number {
  return (flags & ~6) | (stands << 1);
}

/** Told one by one and not as an object: there may be many thousands. `knows` is a number of the knowledge. */
export type Emit = (place: number, severity: number, flags: number, knows: number) => void;

/** The step speaks to somebody outside, and nobody did before. */
export function isFirstNotice(telling: Telling, step: Step | undefined, severity: number, flags: number): boolean {
  return step?.kind === 'announce' && !isNoticed(flags) && telling.isFirstNotice(step, severity, pageOf(flags));
}

/** Every state that a step can lead to from one. */
export function follow(
  ground: Ground,
  place: number,
  severity: number,
  flags: number,
  knows: number,
  emit: Emit,
): void {
  const { table, contexts, telling, rankOf, knowledge } = ground;
  const number = numberAt(contexts.stepAt, place);
  const step = table.steps[number];
  const ways = table.ways[number] ?? [];
  if (step === undefined) return;
  // A step and those it leads to are in one context, so their places are as far apart as their numbers.
  const shift = place - number;
  const all = (nextFlags: number, nextKnows: number) => {
    for (const { to } of ways) emit(to + shift, severity, nextFlags, nextKnows);
  };

  switch (step.kind) {
    case 'end':
      for (const caller of contexts.contexts[numberAt(contexts.contextAt, place)]?.callers ?? []) {
        const call = numberAt(contexts.stepAt, caller);
        for (const { to } of table.ways[call] ?? []) emit(caller + to - call, severity, flags, knows);
      }
      return;
    case 'call': {
      const start = numberAt(contexts.calleeStart, place);
      if (start < 0) all(flags, knows);
      else emit(start, severity, flags, knows);
      return;
    }
    case 'gather':
      all(flags, knowledge?.gather(step, knows, isFixed(flags)) ?? 0);
      return;
    case 'ask': {
      const possible = knowledge?.answersTo(step, isFixed(flags));
      for (const { value, to } of ways) {
        if (possible !== undefined && !possible.includes(value)) continue;
        emit(to + shift, severity, flags, knowledge?.answer(step, value, knows) ?? 0);
      }
      return;
    }
    case 'classify': {
      const taken = knowledge?.take(knows, severity) ?? noOutcomes;
      for (const { value, to } of ways) {
        const wanted = rankOf.get(value);
        const after = wanted === undefined ? undefined : taken.get(wanted);
        // What a case for a class that is not defined leads to can't be judged, so nothing is held against it.
        if (wanted === undefined) emit(to + shift, severity, flags, knows);
        else if (after !== undefined) emit(to + shift, wanted, flags, after);
      }
      return;
    }
    case 'wait': {
      const after = knowledge?.wait(knows) ?? 0;
      const free = flags & ~flag.fixed;
      for (const { exit, to } of ways) {
        if (exit.via !== 'on_upgrade' || knowledge === undefined) emit(to + shift, severity, free, after);
        else for (let worse = 0; worse < severity; worse++) emit(to + shift, worse, free, after);
      }
      return;
    }
    case 'announce': {
      const told = isFirstNotice(telling, step, severity, flags) ? flags | flag.noticed : flags;
      const after = telling.pageAfter(step, severity, pageOf(flags));
      // Once somebody was told it makes no difference whether the page was ever shown.
      all(withPage(told, isNoticed(told) && after === page.never ? page.hidden : after), knows);
      return;
    }
    case 'sorry-page':
      all(withPage(flags, telling.pageAfter(step, severity, pageOf(flags))), knows);
      return;
    default:
      all(flags, knows);
  }
}

const noOutcomes: ReadonlyMap<number, number> = new Map();
