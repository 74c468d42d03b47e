import type { Playbook } from '../model/playbook';
import { contentOf, contentWith, holderOf, idNow, keyOf, kindOf, type Named, type Renames, type Unit } from './units';

/** Each round settles what names what the round before has settled; plans that need more say the same again and again. */
const mostRounds = 16;

/**
 * What is gone and what has come with the same content is the same thing under another name. Of several with the same
 * content none is: nobody could say which. Names of what is gone or has come count as any name at first, so that things
 * that name each other in a circle are found, too; what then does not say the same is let go again.
 */
export function findRenames(gone: readonly Unit[], come: readonly Unit[], before: Playbook, after: Playbook): Renames {
  const unsure = new Set([...gone, ...come].map(keyOf));
  const found = new Map<Unit, Unit>();
  // Steps that say something else, by those that lead to them.
  const led = new Map<Unit, readonly Unit[]>();
  for (let round = 0; round < mostRounds; round++) {
    const renames = renamesOf(found, gone, come);
    const settled = settledNames(renames);
    const isOpen = ({ section, id, parent }: Unit) =>
      parent !== '' && !settled.has(keyOf({ section, id })) && !renames.get(section)?.has(id);
    const [left, right] = [gone.filter(isOpen), come.filter(isOpen)];
    if (left.length === 0 || right.length === 0) break;
    const was = (name: Named) => renames.get(name.section)?.get(name.id) ?? masked(name, unsure);
    const is = (name: Named) => (settled.has(keyOf(name)) ? name.id : masked(name, unsure));
    const size = found.size;
    const now = bySignature(right, after, is);
    for (const [signature, [unit, ...others]] of bySignature(left, before, was)) {
      const [other, ...more] = now.get(signature) ?? [];
      if (unit !== undefined && other !== undefined && others.length === 0 && more.length === 0) found.set(unit, other);
    }
    if (found.size > size) continue;
    for (const { unit, other, by } of ledTo(
      found,
      left,
      right,
      (one) => names(one, before, was),
      (one) => names(one, after, is),
    )) {
      found.set(unit, other);
      led.set(unit, by);
    }
    if (found.size === size) break;
  }
  letGo(found, led, gone, come, before, after);
  return renamesOf(found, gone, come);
}

const masked = (name: Named, unsure: ReadonlySet<string>) => (unsure.has(keyOf(name)) ? anyName : undefined);

/** What a unit names, in the order of its content. */
function names(unit: Unit, playbook: Playbook, say: (name: Named) => string | undefined): readonly Named[] {
  const found: Named[] = [];
  contentWith(unit, playbook, (name) => {
    if (name.section === 'steps') found.push(name);
    return lastOf(say(name));
  });
  return found;
}

/** Steps of one kind to which the same ways lead from all that is found, and to no other. */
function ledTo(
  found: ReadonlyMap<Unit, Unit>,
  left: readonly Unit[],
  right: readonly Unit[],
  namesBefore: (unit: Unit) => readonly Named[],
  namesAfter: (unit: Unit) => readonly Named[],
): readonly { readonly unit: Unit; readonly other: Unit; readonly by: readonly Unit[] }[] {
  const [old, now] = [left, right].map((units) => new Map(units.map((unit) => [keyOf(unit), unit])));
  const there = new Map<Unit, Set<Unit>>();
  const back = new Map<Unit, Set<Unit>>();
  const by = new Map<Unit, Unit[]>();
  for (const [unit, other] of found) {
    if (unit.section !== 'steps') continue;
    const others = namesAfter(other);
    for (const [at, name] of namesBefore(unit).entries()) {
      const [one, to] = [old?.get(keyOf(name)), now?.get(keyOf(others[at] ?? name))];
      if (one === undefined || to === undefined) continue;
      there.set(one, (there.get(one) ?? new Set()).add(to));
      back.set(to, (back.get(to) ?? new Set()).add(one));
      by.set(one, [...(by.get(one) ?? []), unit]);
    }
  }
  return [...there].flatMap(([unit, [other, ...more]]) =>
    other !== undefined && more.length === 0 && back.get(other)?.size === 1 && kindOf(unit) === kindOf(other)
      ? [{ unit, other, by: by.get(unit) ?? [] }]
      : [],
  );
}

/** The pairs, and what keeps its name in a flow or a message that got another one. */
function renamesOf(found: ReadonlyMap<Unit, Unit>, gone: readonly Unit[], come: readonly Unit[]): Renames {
  const renames = new Map<string, Map<string, string>>();
  const add = (section: string, id: string, to: string) =>
    renames.set(section, (renames.get(section) ?? new Map()).set(id, to));
  for (const [{ section, id }, to] of found) add(section, id, to.id);
  const there = new Set(come.map(keyOf));
  for (const unit of gone) {
    if (found.has(unit) || holderOf[unit.section] === undefined) continue;
    const id = idNow(unit, renames);
    if (id !== unit.id && there.has(keyOf({ section: unit.section, id }))) add(unit.section, unit.id, id);
  }
  return renames;
}

const settledNames = (renames: Renames): ReadonlySet<string> =>
  new Set([...renames].flatMap(([section, ids]) => [...ids.values()].map((id) => keyOf({ section, id }))));

/** In a place where any name that is not settled yet may stand. */
const anyName = '\u0000';

const lastOf = (id: string | undefined) => id?.slice(id.lastIndexOf('.') + 1);

function bySignature(
  units: readonly Unit[],
  playbook: Playbook,
  say: (name: Named) => string | undefined,
): ReadonlyMap<string, readonly Unit[]> {
  const found = new Map<string, Unit[]>();
  for (const unit of units) {
    const holder = holderOf[unit.section];
    // A step stays in its flow, a text in its message.
    const place = holder === undefined ? '' : (say({ section: holder, id: unit.parent }) ?? unit.parent);
    const key = `${unit.section}\n${place}\n${contentWith(unit, playbook, (name) => lastOf(say(name)))}`;
    found.set(key, [...(found.get(key) ?? []), unit]);
  }
  return found;
}

/** Pairs that do not say the same under their new names, and those that name one of them. */
function letGo(
  found: Map<Unit, Unit>,
  led: ReadonlyMap<Unit, readonly Unit[]>,
  gone: readonly Unit[],
  come: readonly Unit[],
  before: Playbook,
  after: Playbook,
): void {
  const renames = renamesOf(found, gone, come);
  const naming = new Map<string, Unit[]>();
  const namedNow = new Map<Unit, ReadonlySet<string>>();
  for (const [unit, other] of found) {
    for (const key of namesOf(unit, before)) naming.set(key, [...(naming.get(key) ?? []), unit]);
    namedNow.set(unit, namesOf(other, after));
  }
  const wrong: Unit[] = [];
  const held = new Map(led);
  for (const [unit, other] of found) {
    const holder = holderOf[unit.section];
    const isHeld = holder === undefined || idNow({ section: holder, id: unit.parent }, renames) === other.parent;
    const isSame = led.has(unit) || contentOf(unit, before, renames) === contentOf(other, after);
    if (isHeld && isSame) continue;
    // A step that leads elsewhere now is still the one to which others lead.
    const by = (naming.get(keyOf(unit)) ?? []).filter((one) => one !== unit && namedNow.get(one)?.has(keyOf(other)));
    if (isHeld && unit.section === 'steps' && by.length > 0) held.set(unit, by);
    else wrong.push(unit);
  }
  const leading = new Map<Unit, Unit[]>();
  for (const [unit, by] of held) for (const one of by) leading.set(one, [...(leading.get(one) ?? []), unit]);
  for (const unit of wrong) {
    if (!found.delete(unit)) continue;
    // What it leads to may still be named by another; a step that says something else may name what it likes.
    wrong.push(...(naming.get(keyOf(unit)) ?? []).filter((one) => !held.has(one) || one.parent === unit.id));
    wrong.push(...(leading.get(unit) ?? []).filter((one) => !held.get(one)?.some((by) => found.has(by))));
  }
}

/** All that a unit names, and what holds it. */
function namesOf(unit: Unit, playbook: Playbook): ReadonlySet<string> {
  const found = new Set<string>();
  contentWith(unit, playbook, (name) => {
    found.add(keyOf(name));
    return undefined;
  });
  const holder = holderOf[unit.section];
  if (holder !== undefined) found.add(keyOf({ section: holder, id: unit.parent }));
  return found;
}
