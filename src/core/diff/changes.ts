import type { Playbook } from '../model/playbook';
import { findRenames } from './renames';
import { followsOther, variantOf } from './texts';
import { contentOf, idNow, keyOf, ownName, type Renames, type Unit, unitsOf, writtenAs } from './units';

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
  const partner = (unit: Unit) => nowByKey.get(keyOf({ ...unit, id: idNow(unit, renames) }));
  const pairs = old.flatMap((unit) => {
    const other = partner(unit);
    return other === undefined ? [] : [[unit, other] as const];
  });
  const paired = new Set(pairs.flat());
  const moved = findMoved(pairs);
  // A name that is another everywhere is told once, where it is given.
  const isRewritten = (one: Unit, other: Unit) =>
    slice(one, before) !== slice(other, after) && writtenAs(one, before, renames) !== slice(other, after);
  let rewritten = 0;
  const changes: Change[] = [];
  const told = new Map<Unit, Change>();
  for (const [one, other] of pairs) {
    const isSame =
      contentOf(one, before, renames) === contentOf(other, after) &&
      !followsOther(variantOf(one, before), variantOf(other, after));
    // A step of a flow that got another name keeps its own.
    if (ownName(one) !== ownName(other)) told.set(other, { kind: 'renamed', before: one, after: other });
    else if (!isSame) told.set(other, { kind: 'changed', before: one, after: other });
    else if (moved.has(one)) told.set(other, { kind: 'moved', before: one, after: other });
    // What holds steps or texts would count theirs again.
    else if (!holders.has(one.section) && isRewritten(one, other)) rewritten++;
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

const slice = ({ span }: Unit, { document }: Playbook) => document.text.slice(span.start, span.end);

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
