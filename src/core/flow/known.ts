import type { ChecklistItem, Fact, Playbook, Step } from '../model/playbook';
import { type BitRows, carry, type Effect, hasBit, setBit, wordsFor } from './bits';
import { partsOf } from './criteria';
import { numberAt } from './links';
import type { StepTable } from './stepTable';
import type { States } from './walk';

/** Facts that are known on every path, asked for by state. */
export interface Known {
  /** Before every one of the states; all facts where there are none. */
  atAll(states: readonly number[]): ReadonlySet<Fact>;
}

/** Beyond this many words nothing is held against a playbook. */
const mostWords = 20_000_000;

export function findKnown(playbook: Playbook, table: StepTable, states: States, order: Int32Array): Known {
  const items = [...playbook.checklist.values()];
  const numberOf = new Map(items.map((item, number) => [item, number]));
  const impacts = [...playbook.impact.values()].map((impact) => ({ impact, parts: partsOf(impact) }));
  const words = wordsFor(items.length);
  const effects = table.steps.map((step) => effectOf(step, numberOf, words));
  const carried: BitRows | undefined =
    states.count * words > mostWords
      ? undefined
      : carry(states.links, order, states.starts, words, (state) => effects[numberAt(states.step, state)], 'every');

  return {
    atAll(which) {
      const every = new Int32Array(words).fill(-1);
      for (const state of carried === undefined ? [] : which) {
        for (let word = 0; word < words; word++) {
          every[word] = numberAt(every, word) & numberAt(carried?.rows ?? every, state * words + word);
        }
      }
      const known = new Set<Fact>(items.filter((_, number) => hasBit(every, number)));
      for (const { impact, parts } of impacts) if ([...parts].every((part) => known.has(part))) known.add(impact);
      return known;
    },
  };
}

/** An `optional` fact may stay unknown when it is gathered; whoever follows an exit of an `ask` knows the answer. */
function effectOf(step: Step, numberOf: ReadonlyMap<ChecklistItem, number>, words: number): Effect | undefined {
  const learned =
    step.kind === 'gather'
      ? step.collect.flatMap(({ target }) => (target === undefined || target.optional ? [] : [target]))
      : step.kind === 'ask' && step.fact?.target !== undefined
        ? [step.fact.target]
        : [];
  if (learned.length === 0) return undefined;
  const set = new Int32Array(words);
  for (const item of learned) {
    const number = numberOf.get(item);
    if (number !== undefined) setBit(set, number);
  }
  return { clear: new Int32Array(words), set };
}
