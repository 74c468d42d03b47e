import type { Lit } from '../draw/drawFlow';
import { startId } from '../draw/graph';
import type { Flow, Phase, Step } from '../model/playbook';
import type { Play } from './play';

/** What is lit, in boxes instead of steps. */
export function litBoxes({ lit }: Play, flow: Flow, folded: ReadonlySet<Phase>): Lit | undefined {
  if (lit === undefined) return undefined;
  const stepsIn = new Map<string, Step[]>();
  for (const step of flow.steps.values()) {
    const phase = step.phase?.value;
    const box = phase !== undefined && folded.has(phase) ? `#${phase}` : step.id;
    stepsIn.set(box, [...(stepsIn.get(box) ?? []), step]);
  }
  const inside = (box: string) => stepsIn.get(box) ?? [];
  const has = (box: string) =>
    box === startId ? flow.start !== undefined && lit.has(flow.start) : inside(box).some(lit.has);
  return {
    has,
    goes: (from, to) =>
      from === startId ? has(startId) : inside(from).some((one) => inside(to).some((other) => lit.goes(one, other))),
  };
}
