import type { Entry, Step } from '../model/playbook';
import { meantKey } from './sentences';
import { type Shape, shapeAt } from './shape';

/** Whether the author wrote the key in the entry, rightly or misspelt. What is misspelt is the finding of `schema`. */
export function isWritten(entry: Entry, key: string): boolean {
  return entry.keys.has(key) || isMisspelt(entry, key);
}

export function isMisspelt(entry: Entry, key: string): boolean {
  if (entry.keys.has(key)) return false;
  const shape = shapeOf(entry);
  const known = shape?.properties ?? {};
  if (shape === undefined || !Object.hasOwn(known, key)) return false;
  return [...entry.keys.keys()].some(
    (written) =>
      !Object.hasOwn(known, written) && !written.startsWith('x-') && meantKey(written, shape, entry.keys) === key,
  );
}

function shapeOf(entry: Entry): Shape | undefined {
  switch (entry.section) {
    case 'steps':
      return shapeAt(['flows', '', 'steps', ''], () => (entry as Step).kind);
    case 'variants':
      return shapeAt(['messages', '', 'variants', ''], () => undefined);
    case 'choices':
      return undefined;
    default:
      return shapeAt([entry.section, ''], () => undefined);
  }
}
