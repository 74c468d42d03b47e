import type { YamlNode } from './tree';

/** Every node once, parents first; what an alias repeats is not met again. */
export function* walk(root: YamlNode | undefined): Iterable<YamlNode> {
  const seen = new Set<YamlNode>();
  const waiting = root === undefined ? [] : [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    yield node;
    const children =
      node.kind === 'map' ? node.entries.map(({ value }) => value) : node.kind === 'list' ? node.items : [];
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at];
      if (child !== undefined) waiting.push(child);
    }
  }
}
