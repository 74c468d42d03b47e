import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, Scalar } from 'yaml';
import { toSpan } from '../text/span';
import type { YamlEntry, YamlNode, YamlScalar } from './tree';

/** Where nothing can be mended line by line: what a parser that forgives much keeps of the text. */
export function recoverLoosely(text: string): YamlNode | undefined {
  try {
    const { contents } = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
    return contents === null ? undefined : toNode(contents, 0);
  } catch (error) {
    // Nesting that is too deep for a parser that calls itself.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const styles: Readonly<Record<string, YamlScalar['style']>> = {
  [Scalar.QUOTE_SINGLE]: 'single',
  [Scalar.QUOTE_DOUBLE]: 'double',
  [Scalar.BLOCK_LITERAL]: 'literal',
  [Scalar.BLOCK_FOLDED]: 'folded',
};

function toNode(node: Node, at: number): YamlNode {
  const [start, end] = node.range ?? [at, at, at];
  const span = toSpan(start, end);
  if (isMap(node)) {
    return {
      kind: 'map',
      span,
      flow: node.flow === true,
      entries: node.items.flatMap((pair) => toEntry(pair as Pair<Node, Node | null>)),
    };
  }
  if (isSeq(node))
    return { kind: 'list', span, flow: node.flow === true, items: node.items.map((item) => toNode(item as Node, end)) };
  if (!isScalar(node))
    return { kind: 'scalar', span, value: '', text: isAlias(node) ? node.source : '', style: 'missing' };
  const { value } = node;
  if (start === end && value === null) return missing(start);
  const style = styles[node.type ?? ''] ?? 'plain';
  const known = value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return {
    kind: 'scalar',
    span,
    style,
    text: style === 'plain' ? (node.source ?? '') : String(value),
    value: known ? value : String(value),
  };
}

function toEntry({ key, value }: Pair<Node, Node | null>): readonly YamlEntry[] {
  if (!isScalar(key)) return [];
  const name = toNode(key, 0) as YamlScalar;
  return [{ key: name, value: value === null ? missing(name.span.end) : toNode(value, name.span.end) }];
}

function missing(at: number): YamlScalar {
  return { kind: 'scalar', span: toSpan(at, at), value: null, text: '', style: 'missing' };
}
