import { nearest } from '../text/nearest';
import type { ChecklistItem, Flow, Message, Playbook, Reference } from './playbook';

/** Comparisons of two ids: a file with thousands of slips gets its first ones explained, in no time. */
const mostComparisons = 50_000;

/** For references that lead nowhere: the id that was probably meant. */
export function findMeant(playbook: Playbook): ReadonlyMap<Reference, string> {
  const meant = new Map<Reference, string>();
  let comparisons = 0;
  for (const reference of playbook.references) {
    if (reference.target !== undefined) continue;
    const ids = [...candidates(reference, playbook)];
    comparisons += ids.length;
    if (comparisons > mostComparisons) break;
    const id = nearest(reference.id, ids);
    if (id !== undefined) meant.set(reference, id);
  }
  return meant;
}

/** All ids that a reference could have. */
export function* candidates({ section, scope }: Reference, playbook: Playbook): Iterable<string> {
  switch (section) {
    case 'variants':
      // A variant can only take over from one that stands for itself.
      for (const { id, sameAs } of (scope as Message | undefined)?.variants.values() ?? [])
        if (sameAs === undefined) yield id;
      return;
    case 'steps':
      yield* (scope as Flow | undefined)?.steps.keys() ?? [];
      return;
    case 'choices':
      yield* (scope as ChecklistItem | undefined)?.choices.keys() ?? [];
      return;
    case 'checklist':
      // The fact of an expression may be a question or something worked out.
      yield* playbook.checklist.keys();
      yield* playbook.impact.keys();
      return;
    default:
      yield* playbook[section].keys();
  }
}
