import type { Part } from './shape';
import { type SchemaError, validate } from './validate.generated';

/** One mistake in the shape of a playbook, however many errors the validator makes of it. */
export type Mistake =
  /** The value at the path is none that may stand there. */
  | { readonly kind: 'value'; readonly path: readonly Part[] }
  /** A key of the map at the path that it can't have. */
  | { readonly kind: 'unknown-key'; readonly path: readonly Part[]; readonly key: string }
  /** A key of the map at the path that is no name for an entry. */
  | { readonly kind: 'name'; readonly path: readonly Part[]; readonly key: string }
  /** Keys that the map at the path needs. */
  | { readonly kind: 'missing'; readonly path: readonly Part[]; readonly keys: readonly string[] };

/** Mistakes in the order of the schema, at most this many; the missing keys of a map are one. */
export function findMistakes(data: unknown, most: number): readonly Mistake[] {
  validate(data);
  const mistakes = new Map<string, Mistake>();
  for (const error of validate.errors ?? []) {
    if (mistakes.size >= most) break;
    const mistake = toMistake(error, data);
    if (mistake === undefined) continue;
    const about = 'key' in mistake ? JSON.stringify(mistake.key) : '';
    const id = `${error.instancePath} ${mistake.kind} ${about}`;
    // The form of a name is an error of the whole map before it is one of the name.
    if (mistake.kind === 'name') mistakes.delete(`${error.instancePath} value `);
    const known = mistakes.get(id);
    if (known?.kind === 'missing' && mistake.kind === 'missing') {
      mistakes.set(id, { ...known, keys: [...known.keys, ...mistake.keys] });
    } else if (known === undefined) mistakes.set(id, mistake);
  }
  return [...mistakes.values()];
}

function toMistake({ instancePath, keyword, params, propertyName }: SchemaError, data: unknown): Mistake | undefined {
  // `if` repeats what its branch said; an error about a key's name is told once more as `propertyNames`.
  if (keyword === 'if' || propertyName !== undefined) return undefined;
  const path = toPath(instancePath, data);
  if (keyword === 'required') return { kind: 'missing', path, keys: [String(params.missingProperty)] };
  if (keyword === 'additionalProperties') return { kind: 'unknown-key', path, key: String(params.additionalProperty) };
  if (keyword === 'propertyNames') return { kind: 'name', path, key: String(params.propertyName) };
  if (keyword !== 'discriminator') return { kind: 'value', path };
  // A missing tag is said by `required`.
  return params.tagValue === undefined ? undefined : { kind: 'value', path: [...path, String(params.tag)] };
}

/** A JSON pointer as keys and, in lists, places. */
function toPath(pointer: string, data: unknown): readonly Part[] {
  const path: Part[] = [];
  let at = data;
  for (const escaped of pointer.split('/').slice(1)) {
    const key = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
    const part = Array.isArray(at) ? Number(key) : key;
    path.push(part);
    at = typeof at === 'object' && at !== null ? (at as Readonly<Record<Part, unknown>>)[part] : undefined;
  }
  return path;
}
