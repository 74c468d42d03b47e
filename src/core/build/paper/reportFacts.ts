import type { ChecklistItem } from '../../model/playbook';
import type { Paper } from './file';

/** Facts of the main flow: those learned while it lasts, and those asked for afterwards as the cause. */
export function askedIn({ playbook }: Paper): ReadonlyMap<ChecklistItem, 'while it lasts' | 'the cause'> {
  const found = new Map<ChecklistItem, 'while it lasts' | 'the cause'>();
  for (const flow of playbook.flows.values()) {
    const isMain = flow === [...playbook.flows.values()][0];
    for (const step of flow.steps.values()) {
      const facts =
        step.kind === 'gather' ? step.collect : step.kind === 'ask' && step.fact !== undefined ? [step.fact] : [];
      for (const { target } of facts) {
        if (target === undefined || found.has(target)) continue;
        if (step.kind === 'gather' && step.phase?.value === 'cause') found.set(target, 'the cause');
        else if (isMain && target.type !== 'yes-no') found.set(target, 'while it lasts');
      }
    }
  }
  return found;
}

export function usedInFormulas({ playbook }: Paper): ReadonlySet<ChecklistItem> {
  const names = new Set([...playbook.impact.values()].flatMap(({ formula }) => wordsOf(formula?.value ?? '')));
  return new Set([...playbook.checklist.values()].filter(({ id }) => names.has(id)));
}

export const wordsOf = (formula: string) => formula.normalize('NFC').split(/([\s()]+)/);
