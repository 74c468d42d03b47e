import { findComponents } from './components';
import { eachTarget, type Links, numberAt, reversed, shortestWay, toLinks } from './links';
import type { StepTable } from './stepTable';

/** By step: 1 where its ways lead to an `end` of its flow. A call leads on only where the flow that it runs can end. */
export function findEnding(table: StepTable): Uint8Array {
  return leadToEnd(table, () => true);
}

/**
 * Cycles that no `wait` is on, as step numbers: one for each knot of steps, from its first step in the file. A called
 * flow that can be run through without a `wait` is on a cycle with its `call` alone.
 */
export function findLoopsWithoutWait(table: StepTable): readonly (readonly number[])[] {
  const isFree = (step: number) => table.steps[step]?.kind !== 'wait';
  const passes = leadToEnd(table, isFree);
  const from: number[] = [];
  const to: number[] = [];
  const link = (step: number, target: number | undefined) => {
    if (target === undefined || !isFree(target)) return;
    from.push(step);
    to.push(target);
  };
  for (const [step, ways] of table.ways.entries()) {
    if (!isFree(step)) continue;
    const callee = table.callee[step];
    const start = callee === undefined ? undefined : table.startOf[callee];
    link(step, start);
    if (start === undefined || passes[start] === 1) for (const way of ways) link(step, way.to);
  }
  const links = toLinks(table.steps.length, from, to);
  const { of, cyclic, count } = findComponents(links);

  const first = new Int32Array(count).fill(-1);
  for (let step = table.steps.length - 1; step >= 0; step--) first[numberAt(of, step)] = step;
  const knots = [...first].filter((step, part) => cyclic[part] === 1 && step >= 0).sort((a, b) => a - b);
  return knots.map((step) => cycleThrough(links, step, (target) => of[target] === of[step]));
}

/** A shortest way round through the thing, which stands first. */
export function cycleThrough(links: Links, thing: number, inside: (target: number) => boolean): readonly number[] {
  const behind: number[] = [];
  eachTarget(links, thing, (target) => {
    if (inside(target)) behind.push(target);
  });
  if (behind.includes(thing)) return [thing];
  const way = shortestWay(links, behind, (at) => at === thing, inside) ?? [];
  return [thing, ...way.slice(0, -1)];
}

/** By step: 1 where an `end` of its flow can be reached over steps that are `allowed`, and calls of flows that let through. */
function leadToEnd(table: StepTable, allowed: (step: number) => boolean): Uint8Array {
  const from: number[] = [];
  const to: number[] = [];
  for (const [step, ways] of table.ways.entries()) {
    for (const way of ways) {
      from.push(step);
      to.push(way.to);
    }
  }
  const back = reversed(toLinks(table.steps.length, from, to));
  const callers = table.flows.map(() => [] as number[]);
  for (const [step, callee] of table.callee.entries()) if (callee !== undefined) callers[callee]?.push(step);

  const leads = new Uint8Array(table.steps.length);
  const open: number[] = [];
  const mark = (step: number) => {
    if (leads[step] === 1 || !allowed(step)) return;
    leads[step] = 1;
    open.push(step);
  };
  const lets = (flow: number | undefined) => flow === undefined || leads[table.startOf[flow] ?? -1] === 1;
  for (const [step, { kind }] of table.steps.entries()) if (kind === 'end') mark(step);
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    eachTarget(back, step, (before) => {
      if (lets(table.callee[before])) mark(before);
    });
    const flow = numberAt(table.flowOf, step);
    if (table.startOf[flow] !== step) continue;
    for (const call of callers[flow] ?? []) {
      if ((table.ways[call] ?? []).some((way) => leads[way.to] === 1)) mark(call);
    }
  }
  return leads;
}
