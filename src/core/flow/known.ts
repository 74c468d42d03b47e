import type { ChecklistItem, Fact, Playbook, Step } from '../model/playbook';
import { type BitRows, carry, type Effect, hasBit, setBit, wordsFor } from './bits';
import { partsOf } from './criteria';
import { numberAt } from './links';
import type { StepTable } from './stepTable';
import type { States } from './walk';

/** Facts that are known, asked for by state. */
export interface Known {
  /** On every path to every one of the states; all facts where there are none. */
  atAll(states: readonly number[]): ReadonlySet<Fact>;
  /** On some path to one of the states. */
  atAny(states: readonly number[]): ReadonlySet<Fact>;
}

/** Beyond this many words nothing is held against a playbook. */
const mostWords = 20_000_000;

export function findKnown(playbook: Playbook, table: StepTable, states: States, order: Int32Array): Known {
  const items = [...playbook.checklist.values()];
  const numberOf = new Map(items.map((item, number) => [item, number]));
  const impacts = [...playbook.impact.values()].map((impact) => ({ impact, parts: [...partsOf(impact)] }));
  const words = wordsFor(items.length);
  const carryBy = (learn: typeof surelyLearned, joined: 'some' | 'every'): BitRows | undefined => {
    const effects = table.steps.map((step) => toEffect(learn(step), numberOf, words));
    if (states.count * words > mostWords) return undefined;
    return carry(states.links, order, states.starts, words, (state) => effects[numberAt(states.step, state)], joined);
  };
  const surely = carryBy(surelyLearned, 'every');
  let perhaps: BitRows | undefined;

  const proofs = new Map<number, Int32Array>();
  const provenBy = (knows: number): Int32Array => {
    const found = proofs.get(knows) ?? toEffect(states.proven(knows), numberOf, words)?.set ?? new Int32Array(words);
    proofs.set(knows, found);
    return found;
  };

  const toFacts = (bits: Int32Array): ReadonlySet<Fact> => {
    const known = new Set<Fact>();
    for (const [item, number] of numberOf) if (hasBit(bits, number)) known.add(item);
    for (const { impact, parts } of impacts) if (parts.every((part) => known.has(part))) known.add(impact);
    return known;
  };
  return {
    atAll(which) {
      const every = new Int32Array(words).fill(-1);
      for (const state of surely === undefined ? [] : which) {
        const proven = provenBy(numberAt(states.knows, state));
        for (let word = 0; word < words; word++) {
          const known = numberAt(surely?.rows ?? every, state * words + word) | numberAt(proven, word);
          every[word] = numberAt(every, word) & known;
        }
      }
      return toFacts(every);
    },
    atAny(which) {
      perhaps ??= carryBy(perhapsLearned, 'some');
      if (perhaps === undefined) return toFacts(new Int32Array(words).fill(-1));
      const some = new Int32Array(words);
      for (const state of which) {
        for (let word = 0; word < words; word++) {
          some[word] = numberAt(some, word) | numberAt(perhaps.rows, state * words + word);
        }
      }
      return toFacts(some);
    },
  };
}

/** An `optional` fact may stay unknown when it is gathered; whoever follows an exit of an `ask` knows the answer. */
export function surelyLearned(step: Step): readonly ChecklistItem[] {
  return perhapsLearned(step).filter((item) => step.kind === 'ask' || !item.optional);
}

function perhapsLearned(step: Step): readonly ChecklistItem[] {
  if (step.kind === 'gather') return step.collect.flatMap(({ target }) => target ?? []);
  return step.kind === 'ask' && step.fact?.target !== undefined ? [step.fact.target] : [];
}

function toEffect(
  learned: readonly ChecklistItem[],
  numberOf: ReadonlyMap<ChecklistItem, number>,
  words: number,
): Effect | undefined {
  if (learned.length === 0) return undefined;
  const set = new Int32Array(words);
  for (const item of learned) {
    const number = numberOf.get(item);
    if (number !== undefined) setBit(set, number);
  }
  return { clear: new Int32Array(words), set };
}
