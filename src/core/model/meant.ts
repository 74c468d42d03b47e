import { nearest } from '../text/nearest';
import type { Kind, Message, Playbook, Reference } from './playbook';

/** Comparisons of two ids: a file with thousands of slips gets its first ones explained, in no time. */
const mostComparisons = 50_000;

/** For references that lead nowhere: the id that was probably meant. */
export function findMeant(playbook: Playbook): ReadonlyMap<Reference, string> {
  const meant = new Map<Reference, string>();
  let comparisons = 0;
  for (const reference of playbook.references) {
    if (reference.target !== undefined) continue;
    const ids = candidates(reference, playbook);
    comparisons += ids.length;
    if (comparisons > mostComparisons) break;
    const id = nearest(reference.id, ids);
    if (id !== undefined) meant.set(reference, id);
  }
  return meant;
}

/** All ids that a reference could have. */
export function candidates({ section, scope }: Reference, playbook: Playbook): readonly string[] {
  switch (section) {
    case 'variants':
      // A variant can only take over from one that stands for itself.
      return [...((scope as Message | undefined)?.variants.values() ?? [])]
        .filter(({ sameAs }) => sameAs === undefined)
        .map(({ id }) => id);
    case 'steps':
    case 'choices':
      return scope === undefined ? [] : idsIn(scope, section);
    case 'checklist':
      // The fact of an expression may be a question or something worked out.
      return [...playbook.checklist.keys(), ...playbook.impact.keys()];
    default:
      return [...playbook[section].keys()];
  }
}

function idsIn(scope: object, map: Kind): readonly string[] {
  const ids: unknown = map in scope ? scope[map as never] : undefined;
  return ids instanceof Map ? [...ids.keys()] : [];
}
