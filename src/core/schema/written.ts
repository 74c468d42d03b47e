import type { Entry, Keys, Step } from '../model/playbook';
import { meantKey } from './sentences';
import { type Shape, shapeAt } from './shape';

/** Whether the author wrote the key in the entry, rightly or misspelt. What is misspelt is the finding of `schema`. */
export function isWritten(entry: Entry, key: string): boolean {
  return entry.keys.has(key) || isMisspelt(entry, key);
}

export function isMisspelt(entry: Entry, key: string): boolean {
  return !entry.keys.has(key) && isMeant(entry.keys, key, shapeOf(entry));
}

/** The same for the keys of a section that holds no entries, like `sorry_page`, and for those at the top (no section). */
export function isMisspeltIn(keys: Keys, key: string, ...section: readonly string[]): boolean {
  return (
    !keys.has(key) &&
    isMeant(
      keys,
      key,
      shapeAt(section, () => undefined),
    )
  );
}

function isMeant(keys: Keys, key: string, shape: Shape | undefined): boolean {
  const known = shape?.properties ?? {};
  if (shape === undefined || !Object.hasOwn(known, key)) return false;
  for (const written of keys.keys()) {
    if (Object.hasOwn(known, written) || written.startsWith('x-')) continue;
    if (meantKey(written, shape, keys) === key) return true;
  }
  return false;
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
