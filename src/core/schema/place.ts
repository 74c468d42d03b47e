import { type Span, toSpan } from '../text/span';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../yaml/tree';
import type { Part } from './shape';

/** Where a path of keys and list places leads. */
export interface Place {
  /** The nearest key on the way; undefined at the top. */
  readonly key: YamlScalar | undefined;
  readonly node: YamlNode;
}

export type Keys = ReadonlyMap<string, YamlEntry>;

/** Finds places by path. Remembers the keys of the maps it has passed, so that many questions take no longer than few. */
export class Places {
  private readonly known = new Map<YamlMap, Keys>();

  constructor(private readonly root: YamlNode) {}

  at(path: readonly Part[]): Place | undefined {
    let place: Place = { key: undefined, node: this.root };
    for (const part of path) {
      const { node } = place;
      if (node.kind === 'scalar') return undefined;
      const entry = node.kind === 'map' ? this.keysOf(node).get(String(part)) : undefined;
      const next = node.kind === 'list' ? node.items[Number(part)] : entry?.value;
      if (next === undefined) return undefined;
      place = { key: entry?.key ?? place.key, node: next };
    }
    return place;
  }

  /** Of two equal keys, the first. */
  keysOf(map: YamlMap): Keys {
    let keys = this.known.get(map);
    if (keys === undefined) {
      keys = new Map(map.entries.toReversed().map((entry) => [entry.key.text, entry]));
      this.known.set(map, keys);
    }
    return keys;
  }

  /** The `kind` of the step at the path. */
  kindAt(path: readonly Part[]): string | undefined {
    const node = this.at([...path, 'kind'])?.node;
    return node?.kind === 'scalar' ? node.text : undefined;
  }
}

/** On one line: the value where something is written on its line, else its key. */
export function spanOf({ key, node }: Place, text: string): Span {
  const isShort = node.kind === 'scalar' ? node.span.end > node.span.start : node.flow;
  return firstLine(isShort || key === undefined ? node.span : key.span, text);
}

export function firstLine(span: Span, text: string): Span {
  const length = text.slice(span.start, span.end).search(/[\r\n]/);
  return length < 0 ? span : toSpan(span.start, span.start + length, span.file);
}
