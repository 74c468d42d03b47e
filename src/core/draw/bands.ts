import type { Phase } from '../model/playbook';
import type { PlainEdge } from './graph';

/** A stretch of the flow in one phase. */
export interface BandPlan {
  /** Undefined where no step names a phase. */
  readonly phase: Phase | undefined;
  /** In the order in which they follow each other. */
  readonly steps: readonly string[];
}

/** A step that stands in the band of another phase costs more than a band of its own opens, and less than two do. */
const strayCost = 1.5;
/** What customers hear stands where it belongs. */
const strayNoticeCost = 2.5;

/**
 * Cuts the flow into bands. Time runs down the page: a phase that comes again later is a band again, but a single step
 * of another phase stays where it happens and says its phase itself. No edge leads up but those that lead back.
 */
export function planBands(
  ids: readonly string[],
  edges: ReadonlyMap<string, PlainEdge>,
  back: ReadonlySet<string>,
  phaseOf: (id: string) => Phase | undefined,
  isNotice: (id: string) => boolean,
): readonly BandPlan[] {
  const forward = [...edges.values()].filter(({ id, from }) => !back.has(id) && from !== '>');
  const order = inOrder(ids, forward, phaseOf);
  const named = [...new Set(order.map(phaseOf).filter((phase) => phase !== undefined))];
  if (named.length === 0) return [{ phase: undefined, steps: order }];

  // For each place and phase: the least cost when the step there stands in a band of that phase.
  const costs: Map<Phase, { readonly cost: number; readonly before: Phase }>[] = [];
  for (const [at, id] of order.entries()) {
    const own = phaseOf(id);
    const strays = isNotice(id) ? strayNoticeCost : strayCost;
    const row = new Map<Phase, { cost: number; before: Phase }>();
    const cheapest = at === 0 ? undefined : least(costs[at - 1]);
    for (const phase of named) {
      const stay = costs[at - 1]?.get(phase)?.cost;
      const stray = own === undefined || own === phase ? 0 : strays;
      const opens = cheapest === undefined ? 0 : cheapest.cost + 1;
      if (stay !== undefined && stay < opens) row.set(phase, { cost: stay + stray, before: phase });
      else row.set(phase, { cost: opens + stray, before: cheapest?.phase ?? phase });
    }
    costs.push(row);
  }

  const bands: { phase: Phase; steps: string[] }[] = [];
  let phase = least(costs.at(-1))?.phase;
  for (let at = order.length - 1; at >= 0 && phase !== undefined; at--) {
    const id = order[at];
    if (id === undefined) break;
    const [band] = bands;
    if (band?.phase === phase) band.steps.unshift(id);
    else bands.unshift({ phase, steps: [id] });
    phase = costs[at]?.get(phase)?.before;
  }
  return bands;
}

function least(row: ReadonlyMap<Phase, { readonly cost: number }> | undefined) {
  let best: { phase: Phase; cost: number } | undefined;
  for (const [phase, { cost }] of row ?? []) if (best === undefined || cost < best.cost) best = { phase, cost };
  return best;
}

/** Each step behind all that lead to it; of those that may come next, one of the phase at hand, else the first in the file. */
function inOrder(
  ids: readonly string[],
  forward: readonly PlainEdge[],
  phaseOf: (id: string) => Phase | undefined,
): readonly string[] {
  const waitsFor = new Map<string, number>();
  const behind = new Map<string, string[]>();
  for (const { from, to } of forward) {
    waitsFor.set(to, (waitsFor.get(to) ?? 0) + 1);
    const known = behind.get(from);
    if (known === undefined) behind.set(from, [to]);
    else known.push(to);
  }
  const place = new Map(ids.map((id, at) => [id, at]));
  const ready = ids.filter((id) => !waitsFor.has(id));
  const order: string[] = [];
  let current: Phase | undefined;
  while (ready.length > 0) {
    let best = 0;
    for (let at = 1; at < ready.length; at++) if (rank(ready[at]) < rank(ready[best])) best = at;
    const [id] = ready.splice(best, 1);
    if (id === undefined) break;
    order.push(id);
    current = phaseOf(id) ?? current;
    for (const to of behind.get(id) ?? []) {
      const left = (waitsFor.get(to) ?? 0) - 1;
      waitsFor.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return order;

  function rank(id: string | undefined): number {
    if (id === undefined) return Number.POSITIVE_INFINITY;
    const phase = phaseOf(id);
    return (place.get(id) ?? 0) + (phase === undefined || phase === current ? 0 : ids.length);
  }
}
