import type { Playbook } from '../model/playbook';
import { contentOf, contentWith, holderOf, idNow, keyOf, type Named, type Renames, type Unit } from './units';

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
  for (let round = 0; round < mostRounds; round++) {
    const renames = renamesOf(found, gone, come);
    const settled = settledNames(renames);
    const taken = new Set(settled);
    const open = (units: readonly Unit[]) =>
      units.filter((unit) => unit.parent !== '' && !taken.has(keyOf(unit)) && !renames.get(unit.section)?.has(unit.id));
    const old = bySignature(open(gone), before, unsure, (name) => renames.get(name.section)?.get(name.id));
    const now = bySignature(open(come), after, unsure, (name) => (settled.has(keyOf(name)) ? name.id : undefined));
    const size = found.size;
    for (const [signature, [unit, ...others]] of old) {
      const [other, ...more] = now.get(signature) ?? [];
      if (unit !== undefined && other !== undefined && others.length === 0 && more.length === 0) found.set(unit, other);
    }
    if (found.size === size) break;
  }
  letGo(found, gone, come, before, after);
  return renamesOf(found, gone, come);
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

function bySignature(
  units: readonly Unit[],
  playbook: Playbook,
  unsure: ReadonlySet<string>,
  nameOf: (name: Named) => string | undefined,
): ReadonlyMap<string, readonly Unit[]> {
  const say = (name: Named) => nameOf(name) ?? (unsure.has(keyOf(name)) ? anyName : undefined);
  const last = (id: string | undefined) => id?.slice(id.lastIndexOf('.') + 1);
  const found = new Map<string, Unit[]>();
  for (const unit of units) {
    const holder = holderOf[unit.section];
    // A step stays in its flow, a text in its message.
    const place = holder === undefined ? '' : (say({ section: holder, id: unit.parent }) ?? unit.parent);
    const key = `${unit.section}\n${place}\n${contentWith(unit, playbook, (name) => last(say(name)))}`;
    found.set(key, [...(found.get(key) ?? []), unit]);
  }
  return found;
}

/** Pairs that do not say the same under their new names, and those that name one of them. */
function letGo(
  found: Map<Unit, Unit>,
  gone: readonly Unit[],
  come: readonly Unit[],
  before: Playbook,
  after: Playbook,
): void {
  const renames = renamesOf(found, gone, come);
  const naming = new Map<string, Unit[]>();
  const wrong: Unit[] = [];
  for (const [unit, other] of found) {
    const add = (name: Named) => naming.set(keyOf(name), [...(naming.get(keyOf(name)) ?? []), unit]);
    contentWith(unit, before, (name) => {
      add(name);
      return undefined;
    });
    const holder = holderOf[unit.section];
    if (holder !== undefined) add({ section: holder, id: unit.parent });
    const isHeld = holder === undefined || idNow({ section: holder, id: unit.parent }, renames) === other.parent;
    if (!isHeld || contentOf(unit, before, renames) !== contentOf(other, after)) wrong.push(unit);
  }
  for (const unit of wrong) if (found.delete(unit)) wrong.push(...(naming.get(keyOf(unit)) ?? []));
}
