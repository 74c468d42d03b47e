import { toNfc } from '../text/nfc';
import type { Span } from '../text/span';
import type { YamlDocument, YamlEntry, YamlMap, YamlNode, YamlScalar } from '../yaml/tree';
import type { Entry, Keys, Kind, Located, Reference, Text } from './playbook';
import { AuthorText, inFile } from './texts';
import { toNumber, toSeconds } from './values';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A thing that was read inside an entry of a section; it counts only while that entry does. */
export interface Owned<T> {
  readonly owner: object | undefined;
  readonly thing: T;
}

/** Reads one file, and remembers every reference and text on the way. */
export class FileReader {
  readonly references: Owned<Mutable<Reference>>[] = [];
  readonly texts: Owned<AuthorText>[] = [];
  /** What is being read: the entry of a section, by its map. */
  owner: object | undefined;
  /** The keys at the top of the file. */
  readonly root: Fields;

  constructor(
    readonly document: YamlDocument,
    /** Undefined for the file at hand. */
    readonly file: string | undefined,
  ) {
    const { root } = document;
    this.root = new Fields(this, root?.kind === 'map' ? root : undefined, this.span({ start: 0, end: 0 }));
  }

  span(span: Span): Span {
    return inFile(span, this.file);
  }

  reference<E extends Entry>(scalar: YamlScalar, section: Kind, scope?: Entry): Reference<E> {
    return this.referenceTo<E>(toNfc(scalar.text), scalar.span, section, scope);
  }

  referenceTo<E extends Entry>(id: string, span: Span, section: Kind, scope?: Entry): Reference<E> {
    const reference: Mutable<Reference> = {
      id,
      span: this.span(span),
      section,
      ...(scope && { scope }),
      target: undefined,
    };
    this.references.push({ owner: this.owner, thing: reference });
    return reference as Reference<E>;
  }

  text(scalar: YamlScalar, keySpan: Span): AuthorText {
    const text = new AuthorText(this.document.text, this.file, scalar, this.span(keySpan));
    this.texts.push({ owner: this.owner, thing: text });
    return text;
  }
}

/** In so few keys looking through them is faster than a table. */
const fewKeys = 16;

/** The entry of a key, of two equal ones the first. */
function entryIn(map: YamlMap | undefined, name: string): YamlEntry | undefined {
  for (const entry of map?.entries ?? []) if (entry.key.text === name) return entry;
  return undefined;
}

/** The places of the keys in a map, of two equal ones the first. Put in a table only where there are many. */
class KeySpans implements Keys {
  private table: ReadonlyMap<string, Span> | undefined;

  constructor(
    private readonly reader: FileReader,
    private readonly map: YamlMap | undefined,
  ) {}

  get(name: string): Span | undefined {
    if (this.hasMany()) return this.known().get(name);
    const entry = entryIn(this.map, name);
    return entry && this.reader.span(entry.key.span);
  }

  has(name: string): boolean {
    return this.hasMany() ? this.known().has(name) : entryIn(this.map, name) !== undefined;
  }

  keys(): Iterable<string> {
    return this.known().keys();
  }

  values(): Iterable<Span> {
    return this.known().values();
  }

  get size(): number {
    return this.known().size;
  }

  private hasMany(): boolean {
    return (this.map?.entries.length ?? 0) > fewKeys;
  }

  private known(): ReadonlyMap<string, Span> {
    if (this.table !== undefined) return this.table;
    const table = new Map<string, Span>();
    for (const { key } of this.map?.entries ?? [])
      if (!table.has(key.text)) table.set(key.text, this.reader.span(key.span));
    this.table = table;
    return table;
  }
}

/** The keys of one map, each read as what it should be; a value of another kind is as if it were not there. */
export class Fields {
  readonly keys: Keys;

  constructor(
    readonly reader: FileReader,
    readonly map: YamlMap | undefined,
    readonly keySpan: Span,
  ) {
    this.keys = new KeySpans(reader, map);
  }

  has(name: string): boolean {
    return this.entry(name) !== undefined;
  }

  /** Of two with the same key, the first. */
  entry(name: string): YamlEntry | undefined {
    return entryIn(this.map, name);
  }

  /** A value that is written, whatever it is. */
  scalar(name: string): YamlScalar | undefined {
    return written(this.entry(name)?.value);
  }

  text(name: string): Text | undefined {
    const entry = this.entry(name);
    if (entry?.value.kind !== 'scalar') return undefined;
    const text = this.reader.text(entry.value, entry.key.span);
    return entry.value.style === 'missing' ? undefined : text;
  }

  texts(name: string): readonly Text[] {
    const entry = this.entry(name);
    return this.items(name).flatMap((item) =>
      item.kind === 'scalar' && entry !== undefined ? [this.reader.text(item, entry.key.span)] : [],
    );
  }

  string(name: string): Located<string> | undefined {
    return this.located(name, (scalar) => scalar.text);
  }

  strings(name: string): readonly Located<string>[] {
    const entry = this.entry(name);
    if (entry === undefined) return [];
    return this.scalars(name).map((scalar) => this.locate(scalar.text, scalar, entry));
  }

  oneOf<T extends string>(name: string, values: readonly T[]): Located<T> | undefined {
    return this.located(name, ({ text }) => values.find((value) => value === text));
  }

  boolean(name: string): boolean | undefined {
    const value = this.scalar(name)?.value;
    return typeof value === 'boolean' ? value : undefined;
  }

  /** Percents are fractions of 1. */
  number(name: string): Located<number> | undefined {
    return this.located(name, ({ text, value }) => (typeof value === 'number' ? value : toNumber(text)));
  }

  /** Seconds. */
  duration(name: string): Located<number> | undefined {
    return this.located(name, ({ text }) => toSeconds(text));
  }

  reference<E extends Entry>(name: string, section: Kind, scope?: Entry): Reference<E> | undefined {
    const scalar = this.scalar(name);
    return scalar && this.reader.reference<E>(scalar, section, scope);
  }

  references<E extends Entry>(name: string, section: Kind): readonly Reference<E>[] {
    return this.scalars(name).map((scalar) => this.reader.reference<E>(scalar, section));
  }

  /** The keys below a key; undefined where it is no map. */
  child(name: string): Fields | undefined {
    const entry = this.entry(name);
    if (entry?.value.kind !== 'map') return undefined;
    return new Fields(this.reader, entry.value, this.reader.span(entry.key.span));
  }

  /** A section that may be written and still empty. */
  childOrEmpty(name: string): Fields | undefined {
    const entry = this.entry(name);
    return entry && (this.child(name) ?? new Fields(this.reader, undefined, this.reader.span(entry.key.span)));
  }

  /** The entries of the map below a key, the first of each id. */
  entries(name: string): readonly YamlEntry[] {
    const value = this.entry(name)?.value;
    if (value?.kind !== 'map') return [];
    const seen = new Set<string>();
    return value.entries.filter(({ key }) => {
      const id = toNfc(key.text);
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    });
  }

  /** Of a list, or of one that is written without brackets. */
  items(name: string): readonly YamlNode[] {
    const value = this.entry(name)?.value;
    if (value === undefined || (value.kind === 'scalar' && value.style === 'missing')) return [];
    return value.kind === 'list' ? value.items : [value];
  }

  scalars(name: string): readonly YamlScalar[] {
    return this.items(name).flatMap((item) => written(item) ?? []);
  }

  private located<T>(name: string, read: (scalar: YamlScalar) => T | undefined): Located<T> | undefined {
    const entry = this.entry(name);
    const scalar = written(entry?.value);
    const value = scalar && read(scalar);
    return entry === undefined || scalar === undefined || value === undefined
      ? undefined
      : this.locate(value, scalar, entry);
  }

  private locate<T>(value: T, scalar: YamlScalar, entry: YamlEntry): Located<T> {
    return { value, span: this.reader.span(scalar.span), keySpan: this.reader.span(entry.key.span) };
  }
}

function written(node: YamlNode | undefined): YamlScalar | undefined {
  return node?.kind === 'scalar' && node.style !== 'missing' ? node : undefined;
}

/** What every entry of a map has. Its id is the key. */
export function entryBase<K extends Kind>(reader: FileReader, { key, value }: YamlEntry, section: K) {
  const fields = new Fields(reader, value.kind === 'map' ? value : undefined, reader.span(key.span));
  const title = fields.text('title');
  return {
    fields,
    base: {
      section,
      id: toNfc(key.text),
      idSpan: reader.span(key.span),
      span: reader.span({ start: key.span.start, end: Math.max(key.span.end, value.span.end) }),
      keys: fields.keys,
      node: value,
      ...(title && { title }),
    },
  };
}
