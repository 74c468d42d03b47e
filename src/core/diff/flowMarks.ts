import type { Marks } from '../draw/drawFlow';
import { startId } from '../draw/graph';
import type { Exit, Flow, Step } from '../model/playbook';
import type { ToldChange } from './compare';

/** A flow in two versions; undefined where there is none. */
export interface DiffFlow {
  readonly before: Flow | undefined;
  readonly after: Flow | undefined;
}

const noMarks: Marks = { of: () => undefined, between: () => undefined };

/** For both versions side by side: what the other one has not, or has otherwise. Of a flow that is in one only nothing is. */
export function flowMarks(flows: DiffFlow, changes: readonly ToldChange[]): { before: Marks; after: Marks } {
  const { before, after } = flows;
  if (before === undefined || after === undefined) return { before: noMarks, after: noMarks };
  const nameNow = namesNow(flows, changes);
  const changed = changedSteps(flows, changes);
  const old = new Map([...before.steps.values()].map((step) => [nameNow(step.id), step]));
  const classNow = classesNow(changes);
  const was = waysOfFlow(before, nameNow, classNow);
  const is = waysOfFlow(after, asItIs, asItIs);
  const between = (key: string, other: ReadonlyMap<string, string>, alone: 'added' | 'removed') =>
    !other.has(key) ? alone : was.get(key) === is.get(key) ? undefined : 'changed';
  return {
    before: {
      of: (box) => {
        if (!before.steps.has(box)) return undefined;
        const id = nameNow(box);
        return !after.steps.has(id) ? 'removed' : changed.has(id) ? 'changed' : undefined;
      },
      between: (from, to) => between(way(nameNow(from), nameNow(idOf(to))), is, 'removed'),
    },
    after: {
      of: (box) => {
        if (!after.steps.has(box)) return undefined;
        return !old.has(box) ? 'added' : changed.has(box) ? 'changed' : undefined;
      },
      between: (from, to) => between(way(from, idOf(to)), was, 'added'),
    },
  };
}

/** The id of a step as it is after the change. */
export function namesNow({ before, after }: DiffFlow, changes: readonly ToldChange[]): (id: string) => string {
  const renamed = new Map(
    changes.flatMap(({ section, id, to }) =>
      section === 'steps' && to !== undefined && id.startsWith(`${before?.id}.`)
        ? [[stepOf(id, before), stepOf(to, after)] as const]
        : [],
    ),
  );
  return (id) => renamed.get(id) ?? id;
}

/** Steps that are in both versions and not the same, by their new ids. */
export function changedSteps({ after }: DiffFlow, changes: readonly ToldChange[]): ReadonlySet<string> {
  return new Set(
    changes.flatMap(({ section, after: unit, kind }) =>
      section === 'steps' && (kind === 'changed' || kind === 'renamed') && unit?.id.startsWith(`${after?.id}.`)
        ? [stepOf(unit.id, after)]
        : [],
    ),
  );
}

/** The ways out of a step by where they lead. */
export function waysOf(step: Step | undefined, name: (id: string) => string): ReadonlyMap<string, readonly Exit[]> {
  const ways = new Map<string, Exit[]>();
  for (const exit of step?.exits ?? []) {
    const target = name(exit.to.target?.id ?? exit.to.id);
    ways.set(target, [...(ways.get(target) ?? []), exit]);
  }
  return ways;
}

/** When one goes that way, in words for comparing: answers and classes that lead to the same step share its line. */
export function takenWhen(exits: readonly Exit[], className: (id: string) => string): string {
  const when = ({ via, value = '' }: Exit) => `${via} ${via === 'case' ? className(value) : value}`;
  return exits.map(when).sort().join('\n');
}

/** The id of a class as it is after the change. */
export function classesNow(changes: readonly ToldChange[]): (id: string) => string {
  const renamed = new Map(
    changes.flatMap(({ section, id, to }) => (section === 'severities' && to !== undefined ? [[id, to]] : [])),
  );
  return (id) => renamed.get(id) ?? id;
}

export const asItIs = (id: string): string => id;

/** From where to where the flow leads, and when. */
function waysOfFlow(
  flow: Flow,
  name: (id: string) => string,
  className: (id: string) => string,
): ReadonlyMap<string, string> {
  const steps = [...flow.steps.values()].flatMap((step) =>
    [...waysOf(step, name)].map(([to, exits]) => [way(name(step.id), to), takenWhen(exits, className)] as const),
  );
  return new Map([...steps, ...(flow.start === undefined ? [] : [[way(startId, name(flow.start.id)), ''] as const])]);
}

const way = (from: string, to: string) => `${from}\n${to}`;

/** A box of a step that is named and not there has its id behind a sign. */
const idOf = (box: string) => (box.startsWith('?') ? box.slice(1) : box);

const stepOf = (id: string, flow: Flow | undefined) => id.slice((flow?.id.length ?? 0) + 1);
