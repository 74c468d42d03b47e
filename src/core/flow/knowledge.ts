import type { AskStep, ChecklistItem, GatherStep, Playbook, Scenario, Step } from '../model/playbook';
import { toNfc } from '../text/nfc';
import type { Box, Criteria } from './criteria';
import { unknown } from './factCells';
import { findLiveness, prune } from './liveness';
import type { StepTable } from './stepTable';

/** What runs know of the criterion facts, each state of knowledge with a number. */
export interface Knowledge {
  readonly criteria: Criteria;
  /** Nothing gathered yet. */
  readonly start: number;
  /** `fixed`: the scenario's facts still hold. */
  gather(step: GatherStep, before: number, fixed: boolean): number;
  /** The answers that can be given to a fact; undefined where any exit may be taken. */
  answersTo(step: AskStep, fixed: boolean): readonly string[] | undefined;
  answer(step: AskStep, value: string, before: number): number;
  wait(before: number): number;
  /** The classes that can be taken, by rank, with what is known then. */
  take(before: number, held: number): ReadonlyMap<number, number>;
  /** What of it still matters at a step. */
  at(step: number, knowledge: number): number;
  /** Optional facts that are known for sure: a class was taken that asks for them, or somebody was asked. */
  proven(knowledge: number): readonly ChecklistItem[];
  /** Whether the fact can have the value; true where no criterion asks for it. */
  mayBe(knowledge: number, fact: ChecklistItem, value: string): boolean;
  /** Either of two: what one or the other allows. */
  join(one: number, other: number): number;
}

export function buildKnowledge(
  playbook: Playbook,
  table: StepTable,
  criteria: Criteria,
  scenario: Scenario | undefined,
): Knowledge {
  const live = findLiveness(table, criteria);
  const boxes: Box[] = [];
  const numbers = new Map<string, number>();
  const toNumber = (box: Box): number => {
    const key = box.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, boxes.length);
    boxes.push(box);
    return boxes.length - 1;
  };
  const toBox = (knowledge: number): Box => boxes[knowledge] ?? [];

  const named = new Map(
    (scenario?.facts ?? []).flatMap(({ fact, value }) =>
      fact.target === undefined ? [] : [[fact.target, value.value] as const],
    ),
  );
  const learn = (box: Box, index: number, mask: bigint): Box => {
    const after = [...box];
    after[index] = mask;
    for (const whole of criteria.wholesOf(index)) after[whole] = criteria.facts[whole]?.cells.all ?? 0n;
    return after;
  };

  const gather = remember((step: GatherStep, before: number, fixed: boolean) => {
    let box = toBox(before);
    for (const { target } of step.collect) {
      const index = target === undefined ? undefined : criteria.indexOf.get(target);
      if (target === undefined || index === undefined) continue;
      const { cells } = criteria.facts[index] ?? {};
      const value = fixed ? named.get(target) : undefined;
      const values = (value === undefined ? undefined : cells?.cellOf(value)) ?? cells?.all ?? 0n;
      box = learn(box, index, target.optional ? values | ((box[index] ?? 0n) & unknown) : values);
    }
    return toNumber(box);
  });

  const answered = new Map<string, Map<number, number>>();
  const answer = (step: AskStep, value: string, before: number): number => {
    const index = step.fact?.target === undefined ? undefined : criteria.indexOf.get(step.fact.target);
    if (index === undefined) return before;
    const key = `${index} ${value}`;
    const ofAnswer = answered.get(key) ?? new Map<number, number>();
    answered.set(key, ofAnswer);
    const known = ofAnswer.get(before);
    if (known !== undefined) return known;
    const { cells } = criteria.facts[index] ?? {};
    const after = toNumber(learn(toBox(before), index, cells?.cellOf(value) ?? cells?.all ?? 0n));
    ofAnswer.set(before, after);
    return after;
  };

  const wait = rememberOne((before: number) =>
    toNumber(
      criteria.facts.map(({ fact, cells }, at) => {
        const mask = toBox(before)[at] ?? 0n;
        const values = fact?.section === 'checklist' ? mask & ~unknown : mask;
        return values === 0n ? mask : cells.all | (mask & unknown);
      }),
    ),
  );

  const taken = new Map<number, ReadonlyMap<number, number>>();
  const take = (before: number, held: number) => {
    const key = before * (playbook.severities.size + 1) + held + 1;
    const known = taken.get(key);
    if (known !== undefined) return known;
    const outcomes = criteria.take(toBox(before), held);
    const found = new Map(outcomes.map(({ severity, box }) => [severity, toNumber(box)]));
    taken.set(key, found);
    return found;
  };

  const kinds = new Map<string, Map<number, number>>();
  const prunings = table.steps.map((_, step) => {
    const key = `${live.value[step]} ${live.known[step]}`;
    const known = kinds.get(key);
    if (known !== undefined) return known;
    const made = new Map<number, number>();
    kinds.set(key, made);
    return made;
  });
  const at = (step: number, knowledge: number): number => {
    const pruned = prunings[step]?.get(knowledge);
    if (pruned !== undefined) return pruned;
    const made = toNumber(prune(toBox(knowledge), live.value[step] ?? 0n, live.known[step] ?? 0n, criteria));
    prunings[step]?.set(knowledge, made);
    return made;
  };

  const join = (one: number, other: number) => {
    const box = toBox(other);
    return one === other ? one : toNumber(toBox(one).map((mask, fact) => mask | (box[fact] ?? 0n)));
  };

  const proven = (knowledge: number): readonly ChecklistItem[] =>
    criteria.facts.flatMap(({ fact }, at) => {
      const mask = toBox(knowledge)[at] ?? unknown;
      return fact?.section === 'checklist' && fact.optional && (mask & unknown) === 0n ? [fact] : [];
    });

  const mayBe = (knowledge: number, fact: ChecklistItem, value: string): boolean => {
    const index = criteria.indexOf.get(fact);
    if (index === undefined) return true;
    return ((criteria.facts[index]?.cells.cellOf(value) ?? 0n) & (toBox(knowledge)[index] ?? 0n)) !== 0n;
  };

  const answersTo = (step: AskStep, fixed: boolean): readonly string[] | undefined => {
    const possible = possibleAnswers(step);
    const fact = step.fact?.target;
    if (possible === undefined || fact === undefined || !fixed) return undefined;
    const value = toNfc(String(named.get(fact) ?? ''));
    return possible.includes(value) ? [value] : undefined;
  };

  return { criteria, start: toNumber(criteria.start), gather, answersTo, answer, wait, take, at, proven, mayBe, join };
}

/** Every answer that an `ask` on a fact must have an exit for; undefined where that can't be said. */
export function possibleAnswers(step: Step): readonly string[] | undefined {
  const fact = step.kind === 'ask' ? step.fact?.target : undefined;
  if (fact?.type === 'yes-no') return ['yes', 'no'];
  return fact?.type === 'choice' && fact.choices.size > 0 ? [...fact.choices.keys()] : undefined;
}

function rememberOne(compute: (before: number) => number): (before: number) => number {
  const known = new Map<number, number>();
  return (before) => {
    const found = known.get(before);
    if (found !== undefined) return found;
    const made = compute(before);
    known.set(before, made);
    return made;
  };
}

function remember<S>(compute: (step: S, before: number, fixed: boolean) => number) {
  const known = new Map<S, Map<number, number>>();
  return (step: S, before: number, fixed: boolean): number => {
    const ofStep = known.get(step) ?? new Map<number, number>();
    known.set(step, ofStep);
    const key = before * 2 + (fixed ? 1 : 0);
    const found = ofStep.get(key);
    if (found !== undefined) return found;
    const made = compute(step, before, fixed);
    ofStep.set(key, made);
    return made;
  };
}
