import type { EndStep, Reference, Role, SeverityClass, Step } from '../model/playbook';
import { numberAt } from './links';
import { followMark } from './marked';
import type { Path } from './runs';
import type { StepTable } from './stepTable';
import type { States } from './walk';

/** An end of a run in a class whose people were not all told. */
export interface Untold {
  readonly end: EndStep;
  readonly roles: readonly Reference<Role>[];
  /** A run on which the first of them is not told. */
  readonly path: Path;
}

/** Ends in the class before which no `escalate` told one of its `escalate_to`, or somebody with the same person. */
export function findUntold(
  table: StepTable,
  states: States,
  classes: readonly SeverityClass[],
  severity: SeverityClass,
): readonly Untold[] {
  const rank = classes.indexOf(severity);
  const ends: number[] = [];
  for (let state = 0; state < states.count; state++)
    if (states.ends[state] === 1 && states.severity[state] === rank) ends.push(state);
  const found = new Map<EndStep, { readonly path: Path; readonly roles: Reference<Role>[] }>();
  for (const wanted of ends.length === 0 ? [] : severity.escalateTo) {
    const role = wanted.target;
    if (role === undefined) continue;
    const marked = followMark(
      states,
      false,
      (state, told) =>
        told || tells(table.steps[numberAt(states.step, state)], classes[numberAt(states.severity, state)], role),
    );
    for (const state of ends) {
      const end = table.steps[numberAt(states.step, state)];
      if (end?.kind !== 'end' || !marked.has(state, false)) continue;
      const known = found.get(end);
      if (known === undefined) {
        const path = marked.wayTo(state, false).flatMap((at) => table.steps[numberAt(states.step, at)] ?? []);
        found.set(end, { path, roles: [wanted] });
      } else if (!known.roles.includes(wanted)) known.roles.push(wanted);
    }
  }
  return [...found].map(([end, { path, roles }]) => ({ end, path, roles }));
}

/** Without `to` the class's people are told. Who is named and not found may be anybody. */
function tells(step: Step | undefined, severity: SeverityClass | undefined, role: Role): boolean {
  if (step?.kind !== 'escalate') return false;
  const told = step.to.length > 0 || step.keys.has('to') ? step.to : (severity?.escalateTo ?? []);
  return told.some(({ target }) => target === undefined || target === role || isSamePerson(target, role));
}

function isSamePerson(one: Role, other: Role): boolean {
  return one.person?.target !== undefined && one.person.target === other.person?.target;
}
