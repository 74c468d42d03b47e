import type { Span } from '../core/text/span';
import { entryOf } from '../core/yaml/data';
import type { YamlNode } from '../core/yaml/tree';

export interface PathAt {
  /** Keys and list places from the top to the thing under the caret. */
  readonly path: readonly (string | number)[];
  /** The key or the value that the caret touches. */
  readonly span: Span;
  readonly on: 'key' | 'value';
  readonly text: string;
  /** `kind` of the map that the path ends in, or of the one above. */
  readonly kind: string | undefined;
}

/** The key or value at an offset of the tree. */
export function pathAt(root: YamlNode | undefined, offset: number): PathAt | undefined {
  const path: (string | number)[] = [];
  let kind: string | undefined;
  let node = root;
  while (node !== undefined) {
    if (node.kind === 'scalar') {
      return offset < node.span.start || offset > node.span.end
        ? undefined
        : { path, span: node.span, on: 'value', text: node.text, kind };
    }
    if (node.kind === 'list') {
      const place: number = node.items.findIndex(({ span }) => span.start <= offset && offset <= span.end);
      if (place < 0) return undefined;
      path.push(place);
      node = node.items[place];
      continue;
    }
    const own = entryOf(node, 'kind')?.value;
    if (own?.kind === 'scalar') kind = own.text;
    const entry = node.entries.findLast(
      ({ key, value }) => key.span.start <= offset && offset <= Math.max(key.span.end, value.span.end),
    );
    if (entry === undefined) return undefined;
    path.push(entry.key.text);
    if (offset <= entry.key.span.end) return { path, span: entry.key.span, on: 'key', text: entry.key.text, kind };
    node = entry.value;
  }
  return undefined;
}
