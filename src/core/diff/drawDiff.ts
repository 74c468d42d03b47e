import { type DrawOptions, drawFlow } from '../draw/drawFlow';
import { toGraph } from '../draw/graph';
import type { LayoutEngine } from '../draw/layout';
import type { Markup } from '../draw/markup';
import { placeFlow } from '../draw/place';
import type { Exit, Flow, Playbook, Step } from '../model/playbook';
import type { Comparison } from './compare';

/** How a box or a line of a drawing of two versions stands. */
export type Mark = 'added' | 'removed' | 'changed';

export interface DiffFlow {
  readonly before: Flow | undefined;
  readonly after: Flow | undefined;
}

/** Both versions of a flow in one drawing: what is new, what is gone and what was changed, by sign, line and colour. */
export async function drawDiff(
  flows: DiffFlow,
  comparison: Comparison,
  playbook: Playbook,
  engine: LayoutEngine,
  options: Pick<DrawOptions, 't' | 'locale'>,
): Promise<Markup | undefined> {
  const { flow, marks, lines } = unite(flows, comparison);
  if (flow === undefined) return undefined;
  const placed = await placeFlow(toGraph(flow, playbook, options.t), engine);
  return drawFlow(placed, {
    ...options,
    still: true,
    marks: { of: (box) => marks.get(box), between: (from, to) => lines.get(`${from}\n${to}`) },
  });
}

/** One flow with the steps and ways of both; a step that was renamed is one, under its new name. */
function unite({ before, after }: DiffFlow, { changes }: Comparison) {
  const whole = after ?? before;
  const marks = new Map<string, Mark>();
  const lines = new Map<string, Mark>();
  if (whole === undefined) return { flow: undefined, marks, lines };
  const renamed = new Map(
    changes.flatMap(({ section, id, to }) =>
      section === 'steps' && to !== undefined && id.startsWith(`${before?.id}.`)
        ? [[lastOf(id), lastOf(to)] as const]
        : [],
    ),
  );
  const nameNow = (id: string) => renamed.get(id) ?? id;
  const changed = new Set(
    changes.flatMap(({ section, after: unit, kind }) =>
      section === 'steps' && (kind === 'changed' || kind === 'renamed') && unit?.id.startsWith(`${after?.id}.`)
        ? [lastOf(unit.id)]
        : [],
    ),
  );
  const old = new Map([...(before?.steps.values() ?? [])].map((step) => [nameNow(step.id), step]));
  const now = after?.steps ?? new Map<string, Step>();
  for (const id of now.keys()) {
    if (!old.has(id)) marks.set(id, 'added');
    else if (changed.has(id)) marks.set(id, 'changed');
  }
  for (const id of old.keys()) if (!now.has(id)) marks.set(id, 'removed');

  // Where a step that is gone stood among the others, it stands again.
  const steps = new Map<string, Step>();
  const gone = [...old.keys()].filter((id) => !now.has(id));
  const place = (id: string, step: Step) => steps.set(id, { ...step, id });
  for (const [id, step] of now) {
    place(id, step);
    let at = [...old.keys()].indexOf(id) + 1;
    for (
      let next = [...old.keys()][at];
      at > 0 && next !== undefined && gone.includes(next);
      next = [...old.keys()][++at]
    )
      place(next, old.get(next) ?? step);
  }
  for (const id of gone) {
    const step = old.get(id);
    if (step !== undefined && !steps.has(id)) place(id, step);
  }
  const flow = { ...whole, steps, start: steps.get((after?.start ?? before?.start)?.id ?? '') };
  for (const [id, step] of steps) {
    const was = waysOf(old.get(id), nameNow);
    const is = waysOf(now.get(id), (target) => target);
    const exits: Exit[] = [];
    for (const [target, way] of [...is, ...was]) {
      if (is.has(target) && was.has(target) && exits.some(({ to }) => to.id === target)) continue;
      if (!was.has(target)) lines.set(`${id}\n${target}`, 'added');
      if (!is.has(target)) lines.set(`${id}\n${target}`, 'removed');
      for (const exit of way) exits.push({ ...exit, to: { ...exit.to, id: target, target: steps.get(target) } });
    }
    steps.set(id, Object.assign(step, { exits, flow }));
  }
  return { flow, marks, lines };
}

const lastOf = (id: string) => id.slice(id.indexOf('.') + 1);

/** Its ways out by where they lead. */
function waysOf(step: Step | undefined, name: (id: string) => string): ReadonlyMap<string, readonly Exit[]> {
  const ways = new Map<string, Exit[]>();
  for (const exit of step?.exits ?? []) {
    const target = name(exit.to.target?.id ?? exit.to.id);
    ways.set(target, [...(ways.get(target) ?? []), exit]);
  }
  return ways;
}
