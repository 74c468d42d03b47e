import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, Scalar } from 'yaml';
import { toSpan } from '../text/span';
import type { YamlDocument, YamlEntry, YamlNode, YamlScalar } from './tree';

/** The slow way, for text that is half typed: what can be kept is kept, and each slip is a problem. */
export function recover(text: string): YamlDocument {
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const problems = document.errors.map(({ code, pos }) => ({
    code: code.toLowerCase(),
    span: toSpan(pos[0], Math.max(pos[0], pos[1])),
  }));
  const root = document.contents === null ? undefined : toNode(document.contents, 0);
  return {
    text,
    root,
    comments: [],
    problems: problems.length > 0 ? problems : [{ code: 'unreadable', span: toSpan(0, 0) }],
  };
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
  if (isScalar(node)) {
    const value = typeof node.value === 'bigint' ? Number(node.value) : node.value;
    const style =
      node.source === undefined || (start === end && value === null) ? 'missing' : (styles[node.type ?? ''] ?? 'plain');
    return {
      kind: 'scalar',
      span,
      style,
      text: style === 'plain' ? (node.source ?? '') : String(value ?? ''),
      value: isValue(value) ? value : String(value),
    };
  }
  return { kind: 'scalar', span, value: '', text: isAlias(node) ? node.source : '', style: 'missing' };
}

function toEntry({ key, value }: Pair<Node, Node | null>): readonly YamlEntry[] {
  if (!isScalar(key)) return [];
  const name = toNode(key, 0) as YamlScalar;
  const end = name.span.end;
  return [
    {
      key: name,
      value:
        value === null
          ? { kind: 'scalar', span: toSpan(end, end), value: null, text: '', style: 'missing' }
          : toNode(value, end),
    },
  ];
}

function isValue(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
