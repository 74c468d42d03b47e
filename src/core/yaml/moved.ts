import type { Span } from '../text/span';
import type { YamlNode, YamlScalar } from './tree';

/** The same tree with other places. */
export function movedTree(node: YamlNode, move: (span: Span) => Span): YamlNode {
  if (node.kind === 'scalar') return movedScalar(node, move);
  if (node.kind === 'list')
    return { ...node, span: move(node.span), items: node.items.map((item) => movedTree(item, move)) };
  return {
    ...node,
    span: move(node.span),
    entries: node.entries.map(({ key, value }) => ({ key: movedScalar(key, move), value: movedTree(value, move) })),
  };
}

function movedScalar(scalar: YamlScalar, move: (span: Span) => Span): YamlScalar {
  return { ...scalar, span: move(scalar.span) };
}
