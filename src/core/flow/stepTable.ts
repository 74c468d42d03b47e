import type { Exit, Flow, Playbook, Step } from '../model/playbook';
import { toNfc } from '../text/nfc';

/** A way out of a step that leads somewhere. */
export interface Way {
  readonly exit: Exit;
  /** Of an answer or a case; '' elsewhere. */
  readonly value: string;
  /** The number of the step it leads to. */
  readonly to: number;
}

/** All steps of all flows, numbered in the order of the file; those of one flow stand together. */
export interface StepTable {
  readonly steps: readonly Step[];
  readonly numberOf: ReadonlyMap<Step, number>;
  readonly flows: readonly Flow[];
  readonly flowNumberOf: ReadonlyMap<Flow, number>;
  /** By flow: the number of its first step; one more at the end. */
  readonly firstOf: readonly number[];
  /** By flow: the number of the step where it starts; undefined where it has no steps. */
  readonly startOf: readonly (number | undefined)[];
  /** By step: its flow. */
  readonly flowOf: readonly number[];
  /** By step. An `end` has none. */
  readonly ways: readonly (readonly Way[])[];
  /** By step: for a `call`, the flow that it runs, where that can start. */
  readonly callee: readonly (number | undefined)[];
}

export function buildStepTable(playbook: Playbook): StepTable {
  const flows = [...playbook.flows.values()];
  const flowNumberOf = new Map(flows.map((flow, number) => [flow, number]));
  const steps: Step[] = [];
  const firstOf: number[] = [];
  const flowOf: number[] = [];
  for (const [number, flow] of flows.entries()) {
    firstOf.push(steps.length);
    for (const step of flow.steps.values()) {
      steps.push(step);
      flowOf.push(number);
    }
  }
  firstOf.push(steps.length);
  const numberOf = new Map(steps.map((step, number) => [step, number]));
  const startOf = flows.map((flow) => (flow.start === undefined ? undefined : numberOf.get(flow.start)));

  const ways = steps.map((step): readonly Way[] => {
    if (step.kind === 'end') return [];
    return step.exits.flatMap((exit) => {
      const to = exit.to.target === undefined ? undefined : numberOf.get(exit.to.target);
      return to === undefined || flowOf[to] !== flowNumberOf.get(step.flow)
        ? []
        : [{ exit, value: toNfc(exit.value ?? ''), to }];
    });
  });
  const callee = steps.map((step) => {
    const flow = step.kind === 'call' ? step.calls?.target : undefined;
    const number = flow === undefined ? undefined : flowNumberOf.get(flow);
    return number === undefined || startOf[number] === undefined ? undefined : number;
  });
  return { steps, numberOf, flows, flowNumberOf, firstOf, startOf, flowOf, ways, callee };
}
