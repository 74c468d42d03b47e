import type { UiLocale } from '../text/translate';
import { type Note, type Part, resolved, type Shape, shapeAt } from './shape';

/** What a reader who never saw YAML needs to know about a key or a value. */
export interface Described {
  /** The key or the value as it is written. */
  readonly name: string;
  /** A short name in the reader's language; in English the key itself. */
  readonly title: string;
  readonly description: string;
}

export interface DescribedKey extends Described {
  /** What belongs there, in general: "A length of time: a whole number and one unit …". */
  readonly form: string | undefined;
  /** Of a closed list, and words with a meaning of their own. */
  readonly values: readonly Described[];
  /** The section whose ids may stand here; `steps` are those of the flow, `variants` those of the message. */
  readonly section: string | undefined;
  readonly examples: readonly string[];
  /** What holds where the key is not written. */
  readonly default: string | undefined;
  readonly required: boolean;
}

/**
 * What a key means. `path` leads from the top of the file to the key, list places as numbers: `['channels', 'x', 'mode']`.
 * `kind` is that of the step on the way; without it, any kind's key of that name is described. Undefined for names that
 * the author gave, and where the language has no such key.
 */
export function describeKey(path: readonly Part[], locale: UiLocale, kind?: string): DescribedKey | undefined {
  const name = path.at(-1);
  return keysAt(path.slice(0, -1), locale, kind).find((key) => key.name === name);
}

/** The keys that may stand in the map at the path, in the order of the language. */
export function keysAt(path: readonly Part[], locale: UiLocale, kind?: string): readonly DescribedKey[] {
  const shape = shapeAt(path, () => kind);
  return Object.entries(shape?.properties ?? {}).map(([name, key]) =>
    toKey(name, key, shape?.required?.includes(name) ?? false, locale),
  );
}

/** What a value of a closed list means: `pull` at `['channels', 'x', 'mode']`, `what` at `['messages', 'a', 'covers', 0]`. */
export function describeValue(path: readonly Part[], value: string, locale: UiLocale, kind?: string) {
  return valuesAt(path, locale, kind).find(({ name }) => name === value);
}

/** The values that a closed list has at the path, in the order of the language; empty where anything may be written. */
export function valuesAt(path: readonly Part[], locale: UiLocale, kind?: string): readonly Described[] {
  const shape = shapeAt(path, () => kind);
  return shape === undefined ? [] : valuesOf(shape, locale);
}

/** What an entry is that the author named: the step `notify` by its kind, the text of a channel, a severity class. */
export function describeEntry(path: readonly Part[], locale: UiLocale, kind?: string): Described | undefined {
  const shape = shapeAt(path, () => kind);
  const name = path.at(-1);
  return shape?.description === undefined
    ? undefined
    : { name: String(name ?? ''), ...inLocale(shape, String(name), locale) };
}

function toKey(name: string, shape: Shape, required: boolean, locale: UiLocale): DescribedKey {
  const whole = resolved(shape);
  // The description of the type, where the key has one of its own beside it.
  const type = shape.description !== undefined && shape.$ref !== undefined ? resolved({ $ref: shape.$ref }) : undefined;
  const examples = (locale === 'ja' ? whole['x-ja']?.examples : undefined) ?? whole.examples ?? [];
  return {
    name,
    ...inLocale(whole, name, locale),
    form: type && inLocale(type, name, locale).description,
    values: valuesOf(whole, locale),
    section: whole['x-ref'],
    examples: examples.map((example) => (typeof example === 'object' ? JSON.stringify(example) : String(example))),
    default: whole.default === undefined ? undefined : String(whole.default),
    required,
  };
}

function valuesOf(shape: Shape, locale: UiLocale): readonly Described[] {
  const notes = shape['x-values'] ?? shape.items?.['x-values'] ?? {};
  return Object.entries(notes).map(([name, note]) => ({ name, ...inLocale(note, name, locale) }));
}

function inLocale(noted: { readonly description?: string; readonly 'x-ja'?: Note }, name: string, locale: UiLocale) {
  const japanese = locale === 'ja' ? noted['x-ja'] : undefined;
  return {
    title: japanese?.title ?? name,
    description: japanese?.description ?? noted.description ?? '',
  };
}
