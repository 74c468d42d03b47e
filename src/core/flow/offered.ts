import type { Exit, Flow, SeverityClass, Step } from '../model/playbook';
import { nearest } from '../text/nearest';
import { answerGaps, lacksChoice, missingWays } from './exits';
import type { Runs } from './runs';

/** Steps that a missing exit is looked for among. */
const farthest = 50;

/**
 * The steps of a flow that runs come to, and those that they would come to if what other rules report were mended: a
 * reference that is misspelt, a step without a way on, an answer or a class without an exit, a class that never matches.
 */
export function findOffered(flow: Flow, runs: Runs): ReadonlySet<Step> {
  const steps = [...flow.steps.values()];
  const offered = new Set<Step>();
  const open: Step[] = [];
  const offer = (step: Step | undefined) => {
    if (step === undefined || step.flow !== flow || offered.has(step)) return;
    offered.add(step);
    open.push(step);
  };
  const isRun = flow.start !== undefined && runs.isReachable(flow.start);
  for (const step of steps) if (runs.isReachable(step)) offer(step);
  if (!isRun) offer(flow.start);

  const placeOf = new Map(steps.map((step, place) => [step, place]));
  const gaps: Step[] = [];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    // Of a step that no run comes to, all ways count: why nobody comes there is said at the first such step.
    const judged = runs.isReachable(step);
    for (const exit of step.exits) {
      if (exit.to.target === undefined) {
        const meant = flow.steps.get(nearest(exit.to.id, flow.steps.keys()) ?? '');
        if (meant === undefined) gaps.push(step);
        else offer(meant);
      }
      if (!judged || isBlockedElsewhere(step, exit, runs)) offer(exit.to.target);
    }
    if (lacksExit(step, runs) && !gaps.includes(step)) gaps.push(step);
    if (open.length === 0) fillGap();
  }

  /** Where an exit is missing, the next step in the file that nothing else leads to is most likely meant. */
  function fillGap(): void {
    for (let gap = gaps.shift(); gap !== undefined; gap = gaps.shift()) {
      const behind = (placeOf.get(gap) ?? 0) + 1;
      const meant = steps.slice(behind, behind + farthest).find((step) => !offered.has(step));
      if (meant === undefined) continue;
      offer(meant);
      return;
    }
  }
  return offered;
}

function lacksExit(step: Step, { playbook }: Runs): boolean {
  const gaps = answerGaps(step, playbook);
  // An "end" that leads on is a mistake of its own.
  if (step.kind === 'end') return step.keys.has('then');
  if (step.exits.length === 0) return true;
  return missingWays(step).length > 0 || lacksChoice(step) || (gaps?.missing.length ?? 0) > 0;
}

/** The exit is closed for a reason that has a rule of its own: the class never matches, the called flow never ends. */
function isBlockedElsewhere(step: Step, exit: Exit, runs: Runs): boolean {
  if (step.kind === 'call') {
    const start = step.calls?.target?.start;
    return start === undefined || !runs.canEnd(start);
  }
  if (step.kind !== 'classify') return false;
  const severity = step.cases.get(exit.value ?? '')?.severity.target;
  return severity === undefined || !runs.canBeTaken(severity) || asksForUnknown(step, severity, runs);
}

function asksForUnknown(step: Step, { whenAny, whenAll }: SeverityClass, runs: Runs): boolean {
  const known = runs.canBeKnownBefore(step);
  return [...whenAny, ...whenAll].some(({ fact }) => fact.target !== undefined && !known.has(fact.target));
}
