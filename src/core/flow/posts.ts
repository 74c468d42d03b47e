import type { AnnounceStep } from '../model/playbook';
import { findComponents } from './components';
import { eachTarget, type Links, numberAt, toLinks } from './links';
import type { StepTable } from './stepTable';
import type { States } from './walk';

/** The run that posts most. */
export interface Posts {
  readonly count: number;
  /** The posting steps of such a run, one for each post. */
  readonly steps: readonly AnnounceStep[];
}

/**
 * The most that a run posts, each step once in each class. Runs are counted in two ways, each of which may count too
 * much and never too little: by state, where a step that is passed with other knowledge counts anew, and by step and
 * class, where runs that differ in what they know are mixed. The lesser is taken.
 */
export function findMostPosts(table: StepTable, states: States, posts: (state: number) => boolean): Posts {
  const width = 1 + states.severity.reduce((most, severity) => Math.max(most, severity + 1), 0);
  const pairs = new Int32Array(states.count);
  const posting = new Set<number>();
  for (let state = 0; state < states.count; state++) {
    pairs[state] = numberAt(states.step, state) * width + numberAt(states.severity, state) + 1;
    if (posts(state)) posting.add(numberAt(pairs, state));
  }
  const byState = longest(states.links, states.starts, (state) => (posts(state) ? numberAt(pairs, state) : -1));

  const numbers = new Map<number, number>();
  for (const pair of pairs) if (!numbers.has(pair)) numbers.set(pair, numbers.size);
  const names = [...numbers.keys()];
  const [from, to]: [number[], number[]] = [[], []];
  for (let state = 0; state < states.count; state++) {
    eachTarget(states.links, state, (target) => {
      from.push(numbers.get(numberAt(pairs, state)) ?? 0);
      to.push(numbers.get(numberAt(pairs, target)) ?? 0);
    });
  }
  const begins = states.starts.map((start) => numbers.get(numberAt(pairs, start)) ?? 0);
  const byPair = longest(toLinks(names.length, from, to), begins, (at) => {
    const pair = names[at] ?? -1;
    return posting.has(pair) ? pair : -1;
  });

  const least = byPair.length < byState.length ? byPair : byState;
  const steps = least.flatMap((pair) => {
    const step = table.steps[Math.floor(pair / width)];
    return step?.kind === 'announce' ? [step] : [];
  });
  return { count: steps.length, steps };
}

/** The labels on a way that has most of them, each once in a part that one can go round in. -1 is no label. */
function longest(links: Links, starts: readonly number[], labelOf: (thing: number) => number): readonly number[] {
  const { of, count } = findComponents(links);
  const labels = Array.from({ length: count }, () => new Set<number>());
  const members = Array.from({ length: count }, () => [] as number[]);
  for (let thing = 0; thing < links.count; thing++) {
    const part = numberAt(of, thing);
    members[part]?.push(thing);
    const label = labelOf(thing);
    if (label >= 0) labels[part]?.add(label);
  }
  const most = new Int32Array(count);
  const next = new Int32Array(count).fill(-1);
  // A part has a higher number than all that it leads to.
  for (let part = 0; part < count; part++) {
    let best = 0;
    for (const thing of members[part] ?? []) {
      eachTarget(links, thing, (target) => {
        const other = numberAt(of, target);
        if (other === part || numberAt(most, other) <= best) return;
        best = numberAt(most, other);
        next[part] = other;
      });
    }
    most[part] = best + (labels[part]?.size ?? 0);
  }
  let at = -1;
  for (const start of starts) {
    const part = numberAt(of, start);
    if (at < 0 || numberAt(most, part) > numberAt(most, at)) at = part;
  }
  const found: number[] = [];
  for (; at >= 0; at = numberAt(next, at)) found.push(...(labels[at] ?? []));
  return found;
}
