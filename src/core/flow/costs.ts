import type { Playbook, Step } from '../model/playbook';
import { numberAt } from './links';
import type { StepTable } from './stepTable';
import type { States } from './walk';

/** Seconds that a step takes at worst, in a class (by rank, -1 for none). */
export type Costs = (step: Step, severity: number) => number;

/** Of the update interval where no class holds, as for a class that names none. */
const updateEvery = 30 * 60;

/** Seconds that a state's step takes at worst, in the class that the state is in. */
export function costOfStates(table: StepTable, states: States, costs: Costs): (state: number) => number {
  return (state) => {
    const step = table.steps[numberAt(states.step, state)];
    return step === undefined ? 0 : costs(step, numberAt(states.severity, state));
  };
}

export function buildCosts(playbook: Playbook): Costs {
  const severities = [...playbook.severities.values()];
  const { takes = 0, dnsTtl = 0 } = playbook.sorryPage?.switchover ?? {};
  return (step, severity) => {
    switch (step.kind) {
      case 'escalate':
        return step.takes + step.ackWithin;
      case 'wait': {
        const every = step.every === 'update_every' ? (severities[severity]?.updateEvery ?? updateEvery) : step.every;
        return step.takes + every;
      }
      case 'sorry-page':
        return step.takes + (step.action === 'show' ? takes + dnsTtl : 0);
      default:
        return step.takes;
    }
  };
}
