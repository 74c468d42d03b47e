import type { YamlNode } from './tree';

/** Every node once, parents first; what an alias repeats is not met again. */
export function* walk(root: YamlNode | undefined): Iterable<YamlNode> {
  // An alias is a node of its own place, with the very entries that it repeats.
  const seen = new Set<unknown>();
  const waiting = root === undefined ? [] : [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const own = node.kind === 'map' ? node.entries : node.kind === 'list' ? node.items : node;
    if (seen.has(own)) continue;
    seen.add(own);
    yield node;
    const children =
      node.kind === 'map' ? node.entries.map(({ value }) => value) : node.kind === 'list' ? node.items : [];
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at];
      if (child !== undefined) waiting.push(child);
    }
  }
}
