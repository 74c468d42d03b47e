import { toCanonical } from '../model/contentHash';
import type { Playbook } from '../model/playbook';
import { sectionNames } from '../model/sectionNames';
import { toNfc } from '../text/nfc';
import type { Span } from '../text/span';
import { entryOf } from '../yaml/data';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../yaml/tree';

/** The smallest thing that is told as changed: an entry of a section, a step, a text of a message, a key of the file. */
export interface Unit {
  /** As in the file: `severities`, `steps`, `variants`; of what has no entries the key itself, e.g. `sorry_page`. */
  readonly section: string;
  /** `x`, `main.judge`, `first_notice.x`; of what has no entries the key itself. */
  readonly id: string;
  readonly node: YamlNode;
  readonly idSpan: Span;
  /** From the key to the end of the value. */
  readonly span: Span;
  /** Of what it stands in: order means nothing across. */
  readonly parent: string;
}

const sections: ReadonlySet<string> = new Set(sectionNames);
const nested: Readonly<Record<string, string>> = { flows: 'steps', messages: 'variants' };

/** All units of the file itself, in its order; a key that stands twice counts once. */
export function unitsOf({ document }: Playbook): readonly Unit[] {
  if (document.root?.kind !== 'map') return [];
  const units: Unit[] = [];
  for (const entry of unique(document.root)) {
    const section = toNfc(entry.key.text);
    if (!sections.has(section) || entry.value.kind !== 'map') {
      units.push(unit(section, section, entry, entry.value, ''));
      continue;
    }
    for (const one of unique(entry.value)) addEntry(units, section, one);
  }
  return units;
}

function addEntry(units: Unit[], section: string, entry: YamlEntry): void {
  const id = toNfc(entry.key.text);
  const inner = nested[section];
  if (inner === undefined || entry.value.kind !== 'map') {
    units.push(unit(section, id, entry, entry.value, section));
    return;
  }
  const isInner = ({ key, value }: YamlEntry) => key.text === inner && value.kind === 'map';
  const own: YamlMap = { ...entry.value, entries: entry.value.entries.filter((one) => !isInner(one)) };
  units.push(unit(section, id, entry, own, section));
  for (const { value } of unique(entry.value).filter(isInner))
    if (value.kind === 'map')
      for (const one of unique(value)) units.push(unit(inner, `${id}.${toNfc(one.key.text)}`, one, one.value, id));
}

function unit(section: string, id: string, entry: YamlEntry, node: YamlNode, parent: string): Unit {
  const { key, value } = entry;
  return { section, id, node, idSpan: key.span, span: { start: key.span.start, end: value.span.end }, parent };
}

function unique({ entries }: YamlMap): readonly YamlEntry[] {
  const known = new Set<string>();
  return entries.filter(({ key }) => {
    const name = toNfc(key.text);
    if (known.has(name)) return false;
    known.add(name);
    return true;
  });
}

/** Old id → new id of what got another name, by section. */
export type Renames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What the unit says, with names as they are after the renames. */
export function contentOf(unit: Unit, playbook: Playbook, renames?: Renames): string {
  if (renames === undefined || renames.size === 0) return toCanonical(unit.node);
  return toCanonical(unit.node, nameNow(playbook, renames));
}

/** A key or a value, as it is after the renames where it names something. */
export function nameNow(playbook: Playbook, renames: Renames): (scalar: YamlScalar, text: string) => string {
  const named = referencesAt(playbook);
  return (scalar, text) => renamed(named, scalar, renames) ?? text;
}

/** Another unit, where it is named. */
export type Named = Pick<Unit, 'section' | 'id'>;

const cache = new WeakMap<Playbook, ReadonlyMap<number, Named>>();

/** Where an id of another entry stands in the file. */
function referencesAt(playbook: Playbook) {
  const known = cache.get(playbook);
  if (known !== undefined) return known;
  const made = new Map(
    playbook.references
      .filter(({ span }) => span.file === undefined)
      .map(({ span, section, scope, id }) => [
        span.start,
        { section, id: scope === undefined || section === 'choices' ? id : `${scope.id}.${id}` },
      ]),
  );
  cache.set(playbook, made);
  return made;
}

export const keyOf = ({ section, id }: Named): string => `${section}\n${id}`;

/** The id of a unit as it is after the renames, also where only what holds it got another name. */
export function idNow({ section, id }: Named, renames: Renames): string {
  const own = renames.get(section)?.get(id);
  const outer = holderOf[section];
  if (own !== undefined || outer === undefined) return own ?? id;
  const dot = id.indexOf('.');
  const to = renames.get(outer)?.get(id.slice(0, dot));
  return to === undefined ? id : `${to}${id.slice(dot)}`;
}

/** Whose entries hold the units of a section. */
export const holderOf: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  Object.entries(nested).map(([holder, held]) => [held, holder]),
);

/** The name that the author gave it, without that of what holds it. */
export function ownName({ section, id }: Named): string {
  return holderOf[section] === undefined ? id : id.slice(id.indexOf('.') + 1);
}

/** The keys from the top of the file to a unit: `flows`, `main`, `steps`, `judge`. */
export function keysTo(unit: Unit): readonly string[] {
  const { section, id, parent } = unit;
  const holder = holderOf[section];
  if (parent === '') return [section];
  return holder === undefined ? [section, id] : [holder, parent, section, ownName(unit)];
}

/** Of a step: its kind, as it is written. */
export function kindOf({ node }: Unit): string | undefined {
  const kind = node.kind === 'map' ? entryOf(node, 'kind')?.value : undefined;
  return kind?.kind === 'scalar' ? kind.text : undefined;
}

/** What a unit says, with another text for each name of another unit; undefined leaves it. */
export function contentWith(unit: Unit, playbook: Playbook, say: (name: Named) => string | undefined): string {
  const named = referencesAt(playbook);
  return toCanonical(unit.node, ({ span }, text) => {
    const name = named.get(span.start);
    return (name && say(name)) ?? text;
  });
}

/** How a unit is written, comments and layout included, with names as they are after the renames. */
export function writtenAs(unit: Unit, playbook: Playbook, renames: Renames): string {
  const named = referencesAt(playbook);
  const edits: { readonly span: Span; readonly text: string }[] = [];
  toCanonical(unit.node, (scalar, text) => {
    const to = renamed(named, scalar, renames);
    const written = playbook.document.text.slice(scalar.span.start, scalar.span.end);
    if (to !== undefined && to !== text) edits.push({ span: scalar.span, text: written.replace(text, () => to) });
    return text;
  });
  const { start, end } = unit.span;
  let [at, all] = [start, ''];
  for (const { span, text } of edits.sort((a, b) => a.span.start - b.span.start)) {
    all += playbook.document.text.slice(at, span.start) + text;
    at = span.end;
  }
  return all + playbook.document.text.slice(at, end);
}

/** The keys from a unit down to a place in it; of a list only items that name something count apart. */
export function pathIn({ node }: Unit, at: number, playbook: Playbook, renames: Renames): string {
  const named = referencesAt(playbook);
  const path: string[] = [];
  const holds = ({ start, end }: Span) => start <= at && at <= end;
  for (let inside: YamlNode | undefined = node; inside !== undefined; ) {
    if (inside.kind === 'scalar') {
      if (path.at(-1) === '[]' && named.has(inside.span.start))
        path.push(renamed(named, inside, renames) ?? inside.text);
      break;
    }
    if (inside.kind === 'list') {
      inside = inside.items.find(({ span }) => holds(span));
      if (inside !== undefined) path.push('[]');
      continue;
    }
    const entry: YamlEntry | undefined = inside.entries.find(({ key, value }) => holds(key.span) || holds(value.span));
    if (entry !== undefined) path.push(renamed(named, entry.key, renames) ?? toNfc(entry.key.text));
    inside = entry?.value;
  }
  return path.join('\n');
}

function renamed(named: ReadonlyMap<number, Named>, { span }: YamlScalar, renames: Renames): string | undefined {
  const reference = named.get(span.start);
  const to = reference && renames.get(reference.section)?.get(reference.id);
  return to === undefined ? undefined : to.slice(to.lastIndexOf('.') + 1);
}
