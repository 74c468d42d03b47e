import playbookSchema from '../../../schemas/playbook.schema.json';

export type Part = string | number;

export interface Note {
  readonly title: string;
  readonly description: string;
  readonly examples?: readonly unknown[];
}

export interface ValueNote {
  readonly description: string;
  readonly 'x-ja': Note;
}

/** A part of `playbook.schema.json`: what may stand at one place of a playbook, and what it means. */
export interface Shape {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  /** The same in Japanese, with a short name for the key. */
  readonly 'x-ja'?: Note;
  /** What each value of a closed list means. */
  readonly 'x-values'?: Readonly<Record<string, ValueNote>>;
  /** The section whose ids may stand here. */
  readonly 'x-ref'?: string;
  /** Of a map whose keys are ids of another section; `answers` are those of the question that a step asks. */
  readonly 'x-keys'?: string;
  /** The language's name for the type, e.g. `duration`. */
  readonly 'x-type'?: string;
  /** What a new entry begins with: lines below the key. */
  readonly 'x-skeleton'?: string;
  /** Of steps: what is said about the key `kind` itself. */
  readonly 'x-kind'?: { readonly description: string; readonly 'x-ja': Note };
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly const?: string | number;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: boolean | Shape;
  readonly items?: Shape;
  readonly required?: readonly string[];
  readonly discriminator?: { readonly propertyName: string };
}

interface Root extends Shape {
  readonly $defs: Readonly<Record<string, Shape>>;
}
const root = playbookSchema as unknown as Root;

/** With what it refers to; what is said here goes before what is said there. */
export function resolved(shape: Shape): Shape {
  if (shape.$ref === undefined) return shape;
  const { $ref, ...own } = shape;
  const target = root.$defs[$ref.slice('#/$defs/'.length)];
  return target === undefined ? own : { ...resolved(target), ...own };
}

export function stepKindsOf(shape: Shape): readonly string[] {
  return Object.keys(shape['x-values'] ?? {});
}

/** The shape of a step of this kind; without a kind that there is, all keys that some kind has. */
function branch(shape: Shape, kind: string | undefined): Shape {
  const own = kind === undefined ? undefined : root.$defs[`step-${kind}`];
  const properties =
    own?.properties ??
    Object.assign({}, ...stepKindsOf(shape).map((name) => root.$defs[`step-${name}`]?.properties ?? {}));
  const values = shape['x-values'];
  const kindShape = {
    ...shape['x-kind'],
    type: 'string',
    enum: stepKindsOf(shape),
    ...(values && { 'x-values': values }),
  };
  return {
    ...(own ?? shape),
    required: own?.required ?? ['kind'],
    properties: { ...properties, kind: kindShape },
  };
}

/**
 * What may stand at the end of a path of keys and list places; undefined where the language has nothing there. The keys
 * of a step depend on its `kind`: `kindAt` is asked with the length of the path to the step.
 */
export function shapeAt(path: readonly Part[], kindAt: (length: number) => string | undefined): Shape | undefined {
  let shape: Shape = root;
  for (let at = 0; at <= path.length; at++) {
    shape = resolved(shape);
    if (shape.discriminator !== undefined) shape = branch(shape, kindAt(at));
    const part = path[at];
    if (part === undefined) return shape;
    const next = typeof part === 'number' ? entryOf(shape) : below(shape, part);
    if (next === undefined) return undefined;
    shape = next;
  }
  return shape;
}

/** An entry of a list: an id of the section that the list's ids are of. */
export function entryOf({ items, 'x-ref': section }: Shape): Shape | undefined {
  return items && section !== undefined ? { ...items, 'x-ref': section } : items;
}

function below(shape: Shape, key: string): Shape | undefined {
  if (shape.properties !== undefined && Object.hasOwn(shape.properties, key)) return shape.properties[key];
  if (key.startsWith('x-') || typeof shape.additionalProperties !== 'object') return undefined;
  return shape.additionalProperties;
}

/** The kinds of steps that have the key. */
export function stepKindsWith(key: string): readonly string[] {
  const step = root.$defs.step;
  if (step === undefined) return [];
  return stepKindsOf(step).filter((kind) => Object.hasOwn(root.$defs[`step-${kind}`]?.properties ?? {}, key));
}
