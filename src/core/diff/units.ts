import { toCanonical } from '../model/contentHash';
import type { Playbook } from '../model/playbook';
import { sectionNames } from '../model/sectionNames';
import { toNfc } from '../text/nfc';
import type { Span } from '../text/span';
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
  const named = referencesAt(playbook);
  return toCanonical(unit.node, (scalar, text) => renamed(named, scalar, renames) ?? text);
}

const cache = new WeakMap<Playbook, ReadonlyMap<number, { readonly section: string; readonly id: string }>>();

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

function renamed(
  named: ReadonlyMap<number, { readonly section: string; readonly id: string }>,
  { span }: YamlScalar,
  renames: Renames,
): string | undefined {
  const reference = named.get(span.start);
  const to = reference && renames.get(reference.section)?.get(reference.id);
  return to === undefined ? undefined : to.slice(to.lastIndexOf('.') + 1);
}
