import { sectionNames } from '../../src/core/model/sectionNames';

type Data = Readonly<Record<string, unknown>>;
const isMap = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** All names that a playbook gives to its entries and steps. */
export function idsOf(playbook: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  if (!isMap(playbook)) return found;
  for (const section of sectionNames) {
    const entries = playbook[section];
    if (!isMap(entries)) continue;
    for (const [id, entry] of Object.entries(entries)) {
      found.add(id);
      if (isMap(entry) && isMap(entry.steps)) for (const step of Object.keys(entry.steps)) found.add(step);
    }
  }
  return found;
}

/** The playbook with the words behind each of its texts, and in a key that it does not know; nothing else is touched. */
export function withTexts(value: unknown, words: string, ids: ReadonlySet<string>, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => withTexts(item, words, ids, key));
  if (isMap(value)) {
    const entries = Object.entries(value).map(([name, item]) => [name, withTexts(item, words, ids, name)] as const);
    return Object.fromEntries(key === '' || !('kind' in value) ? entries : [...entries, [`x-${words}`, words]]);
  }
  const isText = typeof value === 'string' && !ids.has(value) && /[\s\p{L}]{2}/u.test(value);
  return isText && !fixed.has(key) ? `${value} ${words}`.trim() : value;
}

const fixed: ReadonlySet<string> = new Set(
  'type kind takes then status stage locale update_every first_notice_within formula when_any when_all'.split(' '),
);

/** The playbook with the words behind each of its names, where they are given and where they are used. */
export function withIds(value: unknown, words: string, ids: ReadonlySet<string>, key = ''): unknown {
  const other = (id: string) => (ids.has(id) ? `${id} ${words}` : id);
  if (Array.isArray(value)) return value.map((item) => withIds(item, words, ids, key));
  if (isMap(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        key === '' ? name : other(name),
        withIds(item, words, ids, key === '' ? name : other(name)),
      ]),
    );
  return typeof value === 'string' && !['type', 'kind'].includes(key) ? other(value) : value;
}
