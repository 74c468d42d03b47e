import { toData } from '../yaml/data';
import type { YamlDocument, YamlNode } from '../yaml/tree';
import { findMistakes, type Mistake } from './mistakes';
import { type Place, Places } from './place';
import { repairOf } from './repair';
import { meantKey } from './sentences';
import { type Part, type Shape, shapeAt } from './shape';

/** Slips that are put right: of a file with more than this, the rest stays as it is written. */
const mostSlips = 50;
/** Of closed lists; a number or a yes would have to be read first. */
const plainWord = /^(?!(?:true|false|null)$)[a-z]+(?:[-_][a-z]+)*$/;

/** What is meant by the unknown keys of each map. */
export type MeantKeys = ReadonlyMap<YamlNode, ReadonlyMap<string, string>>;

/** A mistake with the place and the shape of the map or value that it is in. */
export interface Found {
  readonly mistake: Mistake;
  readonly place: Place;
  readonly shape: Shape;
}

/** Mistakes in the order of the schema, at most this many. */
export function findInPlace(root: YamlNode, places: Places, most: number): readonly Found[] {
  return findMistakes(toData(root), most).flatMap((mistake) => {
    const place = places.at(mistake.path);
    const shape = shapeAt(mistake.path, (length) => places.kindAt(mistake.path.slice(0, length)));
    if (place === undefined || shape === undefined) return [];
    return { mistake: misspeltKind(mistake, place, shape) ?? mistake, place, shape };
  });
}

export function meantKeys(found: readonly Found[], places: Places): MeantKeys {
  const all = new Map<YamlNode, Map<string, string>>();
  for (const { mistake, place, shape } of found) {
    if (mistake.kind !== 'unknown-key' || place.node.kind !== 'map') continue;
    const meant = all.get(place.node) ?? new Map<string, string>();
    all.set(place.node, meant);
    const key = meantKey(mistake.key, shape, places.keysOf(place.node));
    // Two keys can't both become the same one.
    if (key !== undefined && ![...meant.values()].includes(key)) meant.set(mistake.key, key);
  }
  return all;
}

/**
 * The document as its author means it: misspelt keys, and words of a closed list that are misspelt, are what was meant,
 * at the places of those that are written. `undefined` where nothing is misspelt. It is a finding already; nothing shall
 * follow from it.
 */
export function asMeant(document: YamlDocument): YamlDocument | undefined {
  let { root } = document;
  // A step shows its other slips only once its kind is right.
  for (let round = 0; round < 2 && root !== undefined; round++) {
    const places = new Places(root);
    const found = findInPlace(root, places, mostSlips);
    const meant = meantKeys(found, places);
    let mended = root;
    // Deeper places first, while the keys above them are still those that are written.
    for (const { mistake, place, shape } of found.toSorted((a, b) => b.mistake.path.length - a.mistake.path.length)) {
      const keys = meant.get(place.node);
      const word =
        mistake.kind === 'value' && place.node.kind === 'scalar' ? repairOf(shape, place.node.text) : undefined;
      if (mistake.kind === 'unknown-key' && keys !== undefined) {
        mended = replaceAt(mended, mistake.path, (node) => withKeys(node, keys));
      } else if (word?.safe && plainWord.test(word.text)) {
        mended = replaceAt(mended, mistake.path, (node) => withText(node, word.text));
      }
    }
    if (mended === root) break;
    root = mended;
  }
  return root === document.root ? undefined : { ...document, root };
}

/** Without a kind the validator looks at no other key of a step: one that is meant to be `kind` is found here. */
function misspeltKind(mistake: Mistake, { node }: Place, shape: Shape): Mistake | undefined {
  if (mistake.kind !== 'missing' || mistake.keys[0] !== 'kind' || node.kind !== 'map') return undefined;
  const unknown = node.entries.filter(({ key }) => shape.properties?.[key.text] === undefined);
  const key = unknown.find((entry) => meantKey(entry.key.text, shape, new Map()) === 'kind')?.key.text;
  return key === undefined ? undefined : { kind: 'unknown-key', path: mistake.path, key };
}

function withText(node: YamlNode, text: string): YamlNode {
  return node.kind === 'scalar' ? { ...node, text, value: text } : node;
}

function withKeys(map: YamlNode, meant: ReadonlyMap<string, string>): YamlNode {
  if (map.kind !== 'map' || !map.entries.some(({ key }) => meant.has(key.text))) return map;
  const entries = map.entries.map((entry) => {
    const name = meant.get(entry.key.text);
    return name === undefined ? entry : { ...entry, key: { ...entry.key, text: name, value: name } };
  });
  return { ...map, entries };
}

/** The tree with another node at the end of the path; nothing else is copied than what leads there. */
function replaceAt(node: YamlNode, path: readonly Part[], change: (node: YamlNode) => YamlNode): YamlNode {
  const [part, ...rest] = path;
  if (part === undefined) return change(node);
  if (node.kind === 'list') {
    return { ...node, items: node.items.map((item, at) => (at === part ? replaceAt(item, rest, change) : item)) };
  }
  if (node.kind !== 'map') return node;
  const at = node.entries.findIndex(({ key }) => key.text === part);
  const entries = node.entries.map((entry, place) =>
    place === at ? { ...entry, value: replaceAt(entry.value, rest, change) } : entry,
  );
  return { ...node, entries };
}
