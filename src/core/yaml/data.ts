import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './tree';

/** The entry of a key; of two with the same key, the first. */
export function entryOf(map: YamlMap, key: string): YamlEntry | undefined {
  return map.entries.find((entry) => entry.key.text === key);
}

/** Plain values, as a validator wants them. Of two keys the first counts; `__proto__` is a key like any other. */
export function toData(node: YamlNode | undefined): unknown {
  if (node === undefined) return null;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toData);
  const data: Record<string, unknown> = {};
  for (const { key, value } of node.entries) {
    if (data[key.text] !== undefined && Object.hasOwn(data, key.text)) continue;
    if (key.text === '__proto__') Object.defineProperty(data, key.text, { value: toData(value), enumerable: true });
    else data[key.text] = toData(value);
  }
  return data;
}

export interface Found {
  readonly key: YamlScalar | undefined;
  readonly node: YamlNode;
}

/** The node at a path of keys and list places; undefined where the path leaves the tree. */
export function nodeAt(root: YamlNode | undefined, path: readonly (string | number)[]): Found | undefined {
  if (root === undefined) return undefined;
  let found: Found = { key: undefined, node: root };
  for (const part of path) {
    const { node } = found;
    if (node.kind === 'map') {
      const entry = entryOf(node, String(part));
      if (entry === undefined) return undefined;
      found = { key: entry.key, node: entry.value };
    } else if (node.kind === 'list') {
      const item = node.items[Number(part)];
      if (item === undefined) return undefined;
      found = { key: found.key, node: item };
    } else return undefined;
  }
  return found;
}
