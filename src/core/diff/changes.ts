import type { Playbook } from '../model/playbook';
import { contentOf, type Renames, type Unit, unitsOf } from './units';

export type ChangeKind = 'added' | 'removed' | 'changed' | 'renamed' | 'moved';

/** One thing that is not as it was. */
export interface Change {
  readonly kind: ChangeKind;
  readonly before: Unit | undefined;
  readonly after: Unit | undefined;
}

export interface Changes {
  /** In the order of the new file; what is gone stands where it was. */
  readonly changes: readonly Change[];
  readonly renames: Renames;
  /** Units that say what they said, and are only written differently. */
  readonly rewritten: number;
}

/** What two versions of a playbook say differently. Exchanging them exchanges `added` and `removed`, and nothing else. */
export function findChanges(before: Playbook, after: Playbook): Changes {
  const [old, now] = [unitsOf(before), unitsOf(after)];
  const byKey = (units: readonly Unit[]) => new Map(units.map((unit) => [keyOf(unit), unit]));
  const [oldByKey, nowByKey] = [byKey(old), byKey(now)];
  const gone = old.filter((unit) => !nowByKey.has(keyOf(unit)));
  const come = now.filter((unit) => !oldByKey.has(keyOf(unit)));
  const renames = findRenames(gone, come, before, after);
  const newId = ({ section, id }: Unit) => renames.get(section)?.get(id);
  const partner = (unit: Unit) => {
    const id = newId(unit) ?? id2(unit, renames);
    return nowByKey.get(keyOf({ ...unit, id }));
  };
  const pairs = old.flatMap((unit) => {
    const other = partner(unit);
    return other === undefined ? [] : [[unit, other] as const];
  });
  const paired = new Set(pairs.flat());
  const moved = findMoved(pairs);
  let rewritten = 0;
  const changes: Change[] = [];
  const told = new Map<Unit, Change>();
  for (const [one, other] of pairs) {
    const isSame = contentOf(one, before, renames) === contentOf(other, after);
    // A step of a flow that got another name keeps its own.
    if (nameOf(one) !== nameOf(other)) told.set(other, { kind: 'renamed', before: one, after: other });
    else if (!isSame) told.set(other, { kind: 'changed', before: one, after: other });
    else if (moved.has(one)) told.set(other, { kind: 'moved', before: one, after: other });
    // What holds steps or texts would count theirs again.
    else if (!holders.has(one.section) && slice(one, before) !== slice(other, after)) rewritten++;
  }
  for (const unit of now) {
    const change = told.get(unit);
    if (change !== undefined) changes.push(change);
    else if (!paired.has(unit)) changes.push({ kind: 'added', before: undefined, after: unit });
  }
  for (const unit of old) if (!paired.has(unit)) changes.push({ kind: 'removed', before: unit, after: undefined });
  return { changes, renames, rewritten };
}

const holders: ReadonlySet<string> = new Set(['flows', 'messages']);

const nameOf = ({ section, id }: Unit) =>
  section === 'steps' || section === 'variants' ? id.slice(id.indexOf('.') + 1) : id;

const keyOf = ({ section, id }: Unit) => `${section}\n${id}`;

const slice = ({ span }: Unit, { document }: Playbook) => document.text.slice(span.start, span.end);

/** A step of a flow that got another name, a text of a message that did: the first part of their id. */
function id2({ section, id }: Unit, renames: Renames): string {
  const outer = section === 'steps' ? 'flows' : section === 'variants' ? 'messages' : undefined;
  if (outer === undefined) return id;
  const dot = id.indexOf('.');
  const to = renames.get(outer)?.get(id.slice(0, dot));
  return to === undefined ? id : `${to}${id.slice(dot)}`;
}

/**
 * What is gone and what has come with the same content is the same thing under another name. Of several with the same
 * content none is: nobody could say which. Names inside names are settled round by round.
 */
function findRenames(gone: readonly Unit[], come: readonly Unit[], before: Playbook, after: Playbook): Renames {
  let renames: Map<string, Map<string, string>> = new Map();
  for (let round = 0; round < 3; round++) {
    const next = new Map<string, Map<string, string>>();
    const contents = (units: readonly Unit[], playbook: Playbook, known?: Renames) => {
      const found = new Map<string, Unit[]>();
      for (const unit of units) {
        const own = unit.section === 'steps' || unit.section === 'variants' ? id2(unit, known ?? new Map()) : '';
        // A step stays in its flow, a text in its message.
        const key = `${unit.section}\n${own.slice(0, own.indexOf('.'))}\n${contentOf(unit, playbook, known)}`;
        found.set(key, [...(found.get(key) ?? []), unit]);
      }
      return found;
    };
    const now = contents(come, after);
    for (const [content, [unit, ...others]] of contents(gone, before, renames)) {
      const [other, ...more] = now.get(content) ?? [];
      if (unit === undefined || other === undefined || others.length > 0 || more.length > 0) continue;
      if (unit.parent === '') continue;
      next.set(unit.section, (next.get(unit.section) ?? new Map()).set(unit.id, other.id));
    }
    const same =
      JSON.stringify([...next].map(([section, ids]) => [section, [...ids]])) ===
      JSON.stringify([...renames].map(([section, ids]) => [section, [...ids]]));
    renames = next;
    if (same) break;
  }
  return renames;
}

/** The fewest units that have to be taken out so that the rest stand in the same order, within each parent. */
function findMoved(pairs: readonly (readonly [Unit, Unit])[]): ReadonlySet<Unit> {
  const groups = new Map<string, (readonly [Unit, Unit])[]>();
  for (const pair of pairs) {
    const [, { section, parent }] = pair;
    // The order of the file's own keys means nothing.
    if (parent === '') continue;
    const key = `${section}\n${parent}`;
    groups.set(key, [...(groups.get(key) ?? []), pair]);
  }
  const moved = new Set<Unit>();
  for (const group of groups.values()) {
    const places = [...group].sort(([, a], [, b]) => a.idSpan.start - b.idSpan.start);
    const order = new Map(places.map((pair, at) => [pair, at]));
    const sequence = group.map((pair) => order.get(pair) ?? 0);
    // Of two ways that take out as many, both directions choose the same one.
    const inverse = places.map((pair) => group.indexOf(pair));
    const names = (list: readonly (readonly [Unit, Unit])[]) => list.map(([, { id }]) => id).join('\n');
    const isTurned = names(places) < names(group);
    const kept = longestRise(isTurned ? inverse : sequence);
    for (const [at, pair] of (isTurned ? places : group).entries()) if (!kept.has(at)) moved.add(pair[0]);
  }
  return moved;
}

/** Places of a longest rising part of the numbers. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [at, value] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.push(ends[low - 1] ?? -1);
    ends[low] = at;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at);
  return kept;
}
