import type { Playbook, Step } from '../model/playbook';

/** Seconds that a step takes at worst, in a class (by rank, -1 for none). */
export type Costs = (step: Step, severity: number) => number;

/** Of the update interval where no class holds, as for a class that names none. */
const updateEvery = 30 * 60;

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
