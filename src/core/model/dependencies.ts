import type { Channel, Playbook, Reference, Scenario, System } from './playbook';

/** Why a system is down: it fails, or through a `depends_on` it needs one that is down. */
export interface Down {
  readonly system: System;
  /** The reference through which it is down, and what that is down for; undefined where the system itself fails. */
  readonly through?: { readonly reference: Reference<System>; readonly cause: Down };
  /** In the scenario's `fails`. */
  readonly fails: Reference<System>;
}

export type SystemsDown = ReadonlyMap<System, Down>;

/** Every system that fails in the scenario, and all that depend on one, directly or through others; the shortest way. */
export function systemsDown(scenario: Scenario, playbook: Playbook): SystemsDown {
  const down = new Map<System, Down>();
  for (const fails of scenario.fails) {
    if (fails.target !== undefined && !down.has(fails.target)) down.set(fails.target, { system: fails.target, fails });
  }
  if (down.size === 0) return down;
  const dependants = dependantsOf(playbook);
  // A map is walked in the order of adding, and meets what is added on the way.
  for (const [failed, cause] of down) {
    for (const { system, reference } of dependants.get(failed) ?? []) {
      if (!down.has(system)) down.set(system, { system, through: { reference, cause }, fails: cause.fails });
    }
  }
  return down;
}

/** The references from a system to the one that fails, one `depends_on` after another. */
export function chainOf(down: Down): readonly Reference<System>[] {
  const chain: Reference<System>[] = [];
  for (let at = down.through; at !== undefined; at = at.cause.through) chain.push(at.reference);
  return chain;
}

interface Dependant {
  readonly system: System;
  readonly reference: Reference<System>;
}

function dependantsOf(playbook: Playbook): ReadonlyMap<System, readonly Dependant[]> {
  const dependants = new Map<System, Dependant[]>();
  for (const system of playbook.systems.values()) {
    for (const reference of system.dependsOn) {
      if (reference.target === undefined) continue;
      const known = dependants.get(reference.target);
      if (known === undefined) dependants.set(reference.target, [{ system, reference }]);
      else known.push({ system, reference });
    }
  }
  return dependants;
}

/** The systems a channel stands on directly: its `depends_on`, and for a sorry page its `hosted_on`. */
export function systemsOf(channel: Channel, playbook: Playbook): readonly Reference<System>[] {
  const hostedOn = channel.type === 'sorry-page' ? playbook.sorryPage?.hostedOn : undefined;
  return hostedOn === undefined ? channel.dependsOn : [...channel.dependsOn, hostedOn];
}

/** Why a channel is dead: the system it stands on, and why that is down. */
export interface DeadChannel {
  readonly reference: Reference<System>;
  readonly cause: Down;
}

/** The first system of the channel that is down; undefined while the channel lives. */
export function channelDown(channel: Channel, down: SystemsDown, playbook: Playbook): DeadChannel | undefined {
  for (const reference of systemsOf(channel, playbook)) {
    const cause = reference.target && down.get(reference.target);
    if (cause !== undefined) return { reference, cause };
  }
  return undefined;
}

/** All systems that these stand on, directly or through `depends_on`, with themselves. */
export function reliesOn(systems: Iterable<Reference<System>>): ReadonlySet<System> {
  const all = new Set<System>();
  for (const { target } of systems) if (target !== undefined) all.add(target);
  for (const system of all) {
    for (const { target } of system.dependsOn) if (target !== undefined) all.add(target);
  }
  return all;
}
