import type { Channel, Playbook, Reference, Scenario, System } from './playbook';

/** Why a system is down: from it, one `depends_on` after another, to the one that fails. */
export interface Down {
  readonly system: System;
  /** References in `depends_on`, in order; empty where the system itself fails. */
  readonly chain: readonly Reference<System>[];
  /** In the scenario's `fails`. */
  readonly fails: Reference<System>;
}

export type SystemsDown = ReadonlyMap<System, Down>;

/** Every system that fails in the scenario, and all that depend on one, directly or through others. Shortest chains. */
export function systemsDown(scenario: Scenario, playbook: Playbook): SystemsDown {
  const down = new Map<System, Down>();
  const waiting: Down[] = [];
  const add = (found: Down) => {
    if (down.has(found.system)) return;
    down.set(found.system, found);
    waiting.push(found);
  };
  for (const fails of scenario.fails) if (fails.target !== undefined) add({ system: fails.target, chain: [], fails });
  if (waiting.length === 0) return down;
  const dependants = dependantsOf(playbook);
  for (let at = 0; at < waiting.length; at++) {
    const cause = waiting[at] as Down;
    for (const { system, reference } of dependants.get(cause.system) ?? []) {
      add({ system, chain: [reference, ...cause.chain], fails: cause.fails });
    }
  }
  return down;
}

type Dependant = { readonly system: System; readonly reference: Reference<System> };

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

/** Why a channel is dead where these systems are down: its first system that is. `chain` begins with the channel's own. */
export function channelDown(channel: Channel, down: SystemsDown, playbook: Playbook): Down | undefined {
  for (const reference of systemsOf(channel, playbook)) {
    const found = reference.target && down.get(reference.target);
    if (found !== undefined) return { ...found, chain: [reference, ...found.chain] };
  }
  return undefined;
}

/** All systems that these stand on, directly or through `depends_on`, with themselves. */
export function reliesOn(systems: Iterable<Reference<System>>): ReadonlySet<System> {
  const all = new Set<System>();
  for (const { target } of systems) if (target !== undefined) all.add(target);
  // A set is walked in the order of adding, and meets what is added on the way.
  for (const system of all) {
    for (const { target } of system.dependsOn) if (target !== undefined) all.add(target);
  }
  return all;
}
