import { toCanonical } from '../model/contentHash';
import { toNfc } from '../text/nfc';
import type { YamlMap, YamlNode, YamlScalar } from '../yaml/tree';

/** A value in an entry that is not as it was. */
export interface FieldChange {
  /** Keys, e.g. `switchover.takes`; empty for the entry as a whole. */
  readonly path: readonly string[];
  /** Undefined where there was none. */
  readonly before: YamlNode | undefined;
  readonly after: YamlNode | undefined;
}

/** What differs between two values, as deep as both are maps. `nameNow` says the old one with names as they are now. */
export function fieldChanges(
  before: YamlNode,
  after: YamlNode,
  nameNow: (scalar: YamlScalar, text: string) => string = (_, text) => text,
  path: readonly string[] = [],
): readonly FieldChange[] {
  if (toCanonical(before, nameNow) === toCanonical(after)) return [];
  if (before.kind !== 'map' || after.kind !== 'map') return [{ path, before, after }];
  const [old, now] = [fieldsOf(before, nameNow), fieldsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [one, other] = [old.get(key), now.get(key)];
    const there = [...path, key];
    return one !== undefined && other !== undefined
      ? fieldChanges(one, other, nameNow, there)
      : [{ path: there, before: one, after: other }];
  });
}

function fieldsOf(
  { entries }: YamlMap,
  say: (scalar: YamlScalar, text: string) => string = (_, text) => text,
): ReadonlyMap<string, YamlNode> {
  const fields = new Map<string, YamlNode>();
  for (const { key, value } of entries) {
    const name = say(key, toNfc(key.text));
    if (!fields.has(name)) fields.set(name, value);
  }
  return fields;
}

const longest = 60;

/** A value on a line: a list with commas, an object by its keys. */
export function sayValue(node: YamlNode | undefined): string {
  if (node === undefined) return '—';
  if (node.kind === 'list') return cut(`[${node.items.map(sayValue).join(', ')}]`);
  if (node.kind === 'map') return cut(`{${node.entries.map(({ key }) => key.text).join(', ')}}`);
  return node.text.trim() === '' ? '—' : cut(node.text.trim().replace(/\s+/g, ' '));
}

function cut(text: string): string {
  const letters = [...text];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text;
}
