import type { Exit, Playbook, Step } from '../model/playbook';
import { nearest } from '../text/nearest';
import { possibleAnswers } from './knowledge';

/** The keys that a step of the kind needs to lead on, and that say nothing. Answers and cases are not among them. */
export function missingWays(step: Step): readonly ('then' | 'no_ack')[] {
  switch (step.kind) {
    case 'end':
    case 'ask':
    case 'classify':
    case 'unknown':
      return [];
    case 'escalate':
      return (['then', 'no_ack'] as const).filter((key) => lacks(step, key));
    default:
      return lacks(step, 'then') ? ['then'] : [];
  }
}

function lacks(step: Step, key: 'then' | 'no_ack'): boolean {
  return !step.exits.some(({ via }) => via === key) && !isMisspelt(step, key);
}

/** The key is there, only its name is wrong, which is a finding of its own. */
function isMisspelt(step: Step, key: string): boolean {
  return !step.keys.has(key) && [...step.keys.keys()].some((other) => nearest(other, [key]) !== undefined);
}

export interface AnswerGaps {
  /** Answers or classes without an exit. */
  readonly missing: readonly string[];
  /** Exits for what can't be. */
  readonly impossible: readonly Exit[];
}

/** Undefined where nothing can be said: a fact that is not there or can't be asked, a case for a class that is not there. */
export function answerGaps(step: Step, playbook: Playbook): AnswerGaps | undefined {
  if (step.kind !== 'classify' && step.kind !== 'ask') return undefined;
  if (isMisspelt(step, step.kind === 'classify' ? 'cases' : 'answers')) return undefined;
  if (step.kind === 'classify') {
    const given = [...step.cases.values()];
    const missing = [...playbook.severities.keys()].filter(
      (id) => !given.some(({ severity }) => severity.target?.id === id),
    );
    // A misspelt class is the mistake, and the class that it stands for is not missing.
    const misspelt = given.filter(({ severity }) => severity.target === undefined).length;
    return { missing: misspelt >= missing.length ? [] : missing, impossible: [] };
  }
  const possible = possibleAnswers(step);
  if (possible === undefined) return undefined;
  return {
    missing: possible.filter((value) => !step.answers.has(value)),
    impossible: [...step.answers].flatMap(([value, exit]) => (possible.includes(value) ? [] : [exit])),
  };
}

/** Some `classify` has a case for a class that is not there, or none for one that is: in which class runs go on is not clear. */
export function hasUnclearCases(playbook: Playbook): boolean {
  for (const flow of playbook.flows.values()) {
    for (const step of flow.steps.values()) {
      if (step.kind !== 'classify') continue;
      if ([...step.cases.values()].some(({ severity }) => severity.target === undefined)) return true;
      if ((answerGaps(step, playbook)?.missing.length ?? 0) > 0) return true;
    }
  }
  return false;
}

/** An `ask` of a question in words that has fewer than two answers. */
export function lacksChoice(step: Step): boolean {
  return (
    step.kind === 'ask' &&
    step.fact === undefined &&
    step.question !== undefined &&
    step.answers.size < 2 &&
    !isMisspelt(step, 'answers')
  );
}

/** An `ask` of a fact that has no fixed answers. */
export function asksForAnything(step: Step): boolean {
  const fact = step.kind === 'ask' ? step.fact?.target : undefined;
  return fact !== undefined && fact.type !== 'yes-no' && fact.type !== 'choice';
}
