import type { YamlNode } from './tree';

/** Every node once, parents first; of a map or a list that an alias repeats, what is in it is not met again. */
export function nodesIn(root: YamlNode | undefined): readonly YamlNode[] {
  const nodes: YamlNode[] = [];
  // An alias is a node of its own place, with the very entries that it repeats.
  const seen = new Set<unknown>();
  const waiting = root === undefined ? [] : [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind !== 'scalar') {
      const own = node.kind === 'map' ? node.entries : node.items;
      if (seen.has(own)) continue;
      seen.add(own);
      for (let at = own.length - 1; at >= 0; at--) {
        const child = node.kind === 'map' ? node.entries[at]?.value : node.items[at];
        if (child !== undefined) waiting.push(child);
      }
    }
    nodes.push(node);
  }
  return nodes;
}
