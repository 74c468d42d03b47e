import { numberAt } from './links';
import type { StepTable } from './stepTable';

/**
 * Steps by the chain of calls that leads to them: a flow called from two steps is there twice, so that its end goes
 * back to where it was called from. A flow that comes to call itself is there once, and its ends go back to all callers.
 */
export interface Contexts {
  /** Places are numbered; each is a step in a context. */
  readonly placeCount: number;
  readonly stepAt: Int32Array;
  readonly contextAt: Int32Array;
  /** By context. */
  readonly contexts: readonly Context[];
  /** By place: where the flow that a `call` runs begins; -1 elsewhere. */
  readonly calleeStart: Int32Array;
  /** Where runs begin. */
  readonly starts: readonly number[];
  placeOf(context: number, step: number): number;
}

export interface Context {
  readonly flow: number;
  /** The place of its flow's first step. */
  readonly base: number;
  /** Runs begin here, so its ends are ends of runs. */
  readonly root: boolean;
  /** The places of the `call` steps that lead here. */
  readonly callers: number[];
  readonly parent: number | undefined;
  readonly depth: number;
  /** One for all callers, since a context for each would be too many. */
  readonly shared: boolean;
}

const deepest = 64;

export function buildContexts(table: StepTable, startFlows: readonly number[]): Contexts {
  const contexts: Context[] = [];
  const shared = new Map<number, number>();
  const callees: number[][] = [];
  const limit = 4_000 + 2 * table.steps.length;
  let placeCount = 0;

  const sizeOf = (flow: number) => numberAt(table.firstOf, flow + 1) - numberAt(table.firstOf, flow);
  const add = (context: Omit<Context, 'base' | 'callers'>): number => {
    contexts.push({ ...context, base: placeCount, callers: [] });
    placeCount += sizeOf(context.flow);
    return contexts.length - 1;
  };
  const sharedOf = (flow: number): number => {
    const known = shared.get(flow);
    if (known !== undefined) return known;
    const made = add({ flow, root: false, parent: undefined, depth: 0, shared: true });
    shared.set(flow, made);
    return made;
  };
  const contextFor = (flow: number, caller: number): number => {
    for (let at: number | undefined = caller; at !== undefined; at = contexts[at]?.parent) {
      if (contexts[at]?.flow === flow) return at;
    }
    const from = contexts[caller];
    if (from === undefined || from.shared || from.depth >= deepest || placeCount + sizeOf(flow) > limit) {
      return sharedOf(flow);
    }
    return add({ flow, root: false, parent: caller, depth: from.depth + 1, shared: false });
  };

  const callSteps = table.flows.map(() => [] as number[]);
  for (const [step, callee] of table.callee.entries()) {
    if (callee !== undefined) callSteps[numberAt(table.flowOf, step)]?.push(step);
  }
  for (const flow of startFlows) add({ flow, root: true, parent: undefined, depth: 0, shared: false });
  for (let at = 0; at < contexts.length; at++) {
    const context = contexts[at];
    if (context === undefined) continue;
    for (const step of callSteps[context.flow] ?? []) {
      const callee = contextFor(table.callee[step] ?? 0, at);
      const place = context.base + step - numberAt(table.firstOf, context.flow);
      contexts[callee]?.callers.push(place);
      callees.push([place, callee]);
    }
  }

  const stepAt = new Int32Array(placeCount);
  const contextAt = new Int32Array(placeCount);
  for (const [number, { flow, base }] of contexts.entries()) {
    for (let at = 0; at < sizeOf(flow); at++) {
      stepAt[base + at] = numberAt(table.firstOf, flow) + at;
      contextAt[base + at] = number;
    }
  }
  const placeOf = (context: number, step: number): number => {
    const found = contexts[context];
    return found === undefined ? 0 : found.base + step - numberAt(table.firstOf, found.flow);
  };
  const calleeStart = new Int32Array(placeCount).fill(-1);
  for (const [place = 0, callee = 0] of callees) {
    const start = table.startOf[contexts[callee]?.flow ?? -1];
    if (start !== undefined) calleeStart[place] = placeOf(callee, start);
  }
  const starts = startFlows.flatMap((flow, at) => {
    const start = table.startOf[flow];
    return start === undefined ? [] : [placeOf(at, start)];
  });
  return { placeCount, stepAt, contextAt, contexts, calleeStart, starts, placeOf };
}
