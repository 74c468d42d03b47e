import type { AnnounceStep, ChecklistItem, Scenario } from '../model/playbook';
import { numberAt } from './links';
import { followMark } from './marked';
import type { Path } from './runs';
import type { StepTable } from './stepTable';
import type { States } from './walk';

export interface Unadvised {
  readonly step: AnnounceStep;
  /** From the start to the step. */
  readonly path: Path;
}

/**
 * Announcements behind the finding that personal data is concerned, with nobody called in between. A gathered fact may
 * turn out "yes"; an asked one does on its own exit. In a scenario of the kind `data-incident` it is so from the start,
 * and whatever is gathered may show more of it. Of a path only the first is told: the rest follows from it.
 */
export function findUnadvised(
  table: StepTable,
  states: States,
  scenario: Scenario | undefined,
  personal: readonly ChecklistItem[],
  speaksOutside: (step: AnnounceStep, state: number) => boolean,
): readonly Unadvised[] {
  const isIncident = isDataIncident(scenario);
  if (personal.length === 0 && !isIncident) return [];
  const stepAt = (state: number) => table.steps[numberAt(states.step, state)];
  const isSpared = (state: number) =>
    !isIncident && personal.every((fact) => !states.mayBe(numberAt(states.knows, state), fact, 'yes'));

  const marked = followMark(states, isIncident, (state, before, next) => {
    const step = stepAt(state);
    switch (step?.kind) {
      case 'escalate':
        return false;
      case 'announce':
        return before && !speaksOutside(step, state);
      case 'gather': {
        const asks = step.collect.some(({ target }) => target !== undefined && personal.includes(target));
        return (before || asks || isIncident) && !isSpared(next);
      }
      case 'ask': {
        const fact = step.fact?.target;
        if (fact === undefined || !personal.includes(fact)) return before;
        const leads = (answer: string) => step.answers.get(answer)?.to.target === stepAt(next);
        if (leads('yes')) return true;
        return before && (isIncident || personal.length > 1);
      }
      default:
        return before && !isSpared(next);
    }
  });

  const found = new Map<AnnounceStep, Path>();
  for (let state = 0; state < states.count; state++) {
    const step = stepAt(state);
    if (step?.kind !== 'announce' || found.has(step) || !marked.has(state, true) || !speaksOutside(step, state))
      continue;
    found.set(
      step,
      marked.wayTo(state, true).flatMap((at) => stepAt(at) ?? []),
    );
  }
  return [...found].map(([step, path]) => ({ step, path }));
}

/** Personal data is concerned from the start. */
export function isDataIncident(scenario: Scenario | undefined): boolean {
  return scenario?.kind?.value === 'data-incident';
}
