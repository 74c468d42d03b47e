import type { ChecklistItem } from '../model/playbook';
import type { Criteria } from './criteria';
import { unknown } from './factCells';
import { eachTarget, reversed, toLinks } from './links';
import type { StepTable } from './stepTable';

/** Which criterion facts a `classify` behind a step may still ask for, before they are learned anew. A bit per fact. */
export interface Liveness {
  /** By step: facts whose value of now matters. */
  readonly value: readonly bigint[];
  /** By step: facts of which it matters whether they are known; of those that may stay unknown it always does. */
  readonly known: readonly bigint[];
}

/** Backwards over all steps; calls are followed in and out without regard to who called. */
export function findLiveness(table: StepTable, criteria: Criteria): Liveness {
  const from: number[] = [];
  const to: number[] = [];
  const link = (step: number, target: number) => {
    from.push(step);
    to.push(target);
  };
  const returns = table.flows.map(() => [] as number[]);
  for (const [step, ways] of table.ways.entries()) {
    for (const way of ways) link(step, way.to);
    const callee = table.callee[step];
    const start = callee === undefined ? undefined : table.startOf[callee];
    if (callee === undefined || start === undefined) continue;
    link(step, start);
    returns[callee]?.push(...ways.map((way) => way.to));
  }
  for (const [step, { kind }] of table.steps.entries()) {
    if (kind === 'end') for (const target of returns[table.flowOf[step] ?? -1] ?? []) link(step, target);
  }
  const back = reversed(toLinks(table.steps.length, from, to));

  const every = (1n << BigInt(criteria.facts.length)) - 1n;
  const learned = table.steps.map((step) => learnedAt(step, criteria));
  const spread = (kept: (step: number) => bigint): bigint[] => {
    const live = table.steps.map(({ kind }) => (kind === 'classify' ? every : 0n));
    const open = live.flatMap((mask, step) => (mask === 0n ? [] : [step]));
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      eachTarget(back, step, (before) => {
        const now = live[before] ?? 0n;
        const after = now | ((live[step] ?? 0n) & kept(before));
        if (after === now) return;
        live[before] = after;
        open.push(before);
      });
    }
    return live;
  };
  // A class that asks for a fact proves that it is known, which messages behind it may rely on.
  const optional = maskOf(criteria, (fact) => fact.optional);
  // Whether personal data leaked matters for what is announced, however the incident was judged.
  const personal = maskOf(criteria, (fact) => fact.personalData);
  return {
    value: spread((step) => (table.steps[step]?.kind === 'wait' ? 0n : every & ~(learned[step]?.anew ?? 0n))).map(
      (mask) => mask | personal,
    ),
    known: spread((step) => every & ~(learned[step]?.surely ?? 0n)).map((mask) => mask | optional | personal),
  };
}

function maskOf(criteria: Criteria, wanted: (fact: ChecklistItem) => boolean): bigint {
  return criteria.facts.reduce(
    (mask, { fact }, at) => (fact?.section === 'checklist' && wanted(fact) ? mask | (1n << BigInt(at)) : mask),
    0n,
  );
}

/** Facts that have a new value behind the step, and those of which it is settled there whether they are known. */
function learnedAt(step: StepTable['steps'][number], criteria: Criteria): { anew: bigint; surely: bigint } {
  let anew = 0n;
  let surely = 0n;
  const facts =
    step.kind === 'gather' ? step.collect : step.kind === 'ask' && step.fact !== undefined ? [step.fact] : [];
  for (const { target } of facts) {
    const index = target === undefined ? undefined : criteria.indexOf.get(target);
    if (target === undefined || index === undefined) continue;
    anew |= 1n << BigInt(index);
    if (step.kind === 'ask' || !target.optional) surely |= 1n << BigInt(index);
    for (const whole of criteria.wholesOf(index)) {
      anew |= 1n << BigInt(whole);
      surely |= 1n << BigInt(whole);
    }
  }
  return { anew, surely };
}

/** The box without what no `classify` behind the step asks for, so that runs that differ in nothing else are one. */
export function prune(box: readonly bigint[], value: bigint, known: bigint, criteria: Criteria): readonly bigint[] {
  return criteria.facts.map(({ fact, cells }, at) => {
    const mask = box[at] ?? 0n;
    const bit = 1n << BigInt(at);
    if (fact === undefined) return cells.all;
    const isImpact = fact.section === 'impact';
    if ((known & bit) === 0n) return isImpact ? cells.all : cells.all | unknown;
    if ((value & bit) !== 0n) return mask;
    if (isImpact) return mask === 0n ? mask : cells.all;
    return (mask & ~unknown) === 0n ? mask : cells.all | (mask & unknown);
  });
}
