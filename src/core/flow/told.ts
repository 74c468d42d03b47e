import type { AnnounceStep, Channel, EndStep } from '../model/playbook';
import { carry, type Effect, hasBit, setBit, wordsFor } from './bits';
import { eachTarget, type Links, numberAt, reversed } from './links';
import type { Owed } from './runs';
import type { StepTable } from './stepTable';
import { page, stageOf, type Telling, tellsOfTheEnd, tellsOfTrouble } from './telling';
import type { States } from './walk';

/** Who was told of trouble and not yet of its end, by state. */
export interface Told {
  /** Owed the all-clear before the state, on some path to it. */
  owes(state: number, channel: number): boolean;
  owedBefore(states: readonly number[]): ReadonlySet<Channel>;
  owedAtEnds(wayTo: (state: number) => readonly number[]): readonly Owed[];
}

/** Beyond this many words the answer is left out; beyond this many searches the path is any that leads to the end. */
const mostWords = 20_000_000;
const mostSearches = 300;

export function findTold(table: StepTable, telling: Telling, states: States, order: Int32Array): Told {
  const { channels, pageChannel } = telling;
  const words = wordsFor(channels.length);
  const effectOf = rememberEffects(table, telling, states, words);
  const tooMany = states.count * words > mostWords;
  const { rows } = tooMany
    ? { rows: new Int32Array(0) }
    : carry(states.links, order, states.starts, words, effectOf, 'some');

  // Whether the page tells is part of the state; all other channels are bits.
  const owes = (state: number, channel: number): boolean =>
    channel === pageChannel ? states.page[state] === page.telling : !tooMany && hasBit(rows, channel, state * words);
  const owedBefore = (which: readonly number[]) =>
    new Set(channels.filter((_, channel) => which.some((state) => owes(state, channel))));

  const owedAtEnds = (wayTo: (state: number) => readonly number[]): readonly Owed[] => {
    const found = new Map<string, { owed: Omit<Owed, 'channels'>; channels: Set<Channel> }>();
    const back = reversed(states.links);
    let searches = 0;
    for (const [end, ended] of endsByStep(table, states)) {
      for (const [channel, owed] of channels.entries()) {
        const open = ended.filter((state) => owes(state, channel));
        const [first] = open;
        if (first === undefined) continue;
        const ways =
          searches++ < mostSearches ? waysFrom(open, channel, back, wayTo) : [{ way: wayTo(first), told: -1 }];
        for (const { way, told } of ways) {
          const path = way.flatMap((state) => table.steps[numberAt(states.step, state)] ?? []);
          const clearAt = path.findLastIndex(isAllClear);
          const clear = path[clearAt];
          const lastAllClear = isAllClear(clear) ? clear : undefined;
          const toldAfter = lastAllClear !== undefined && clearAt < told;
          const key = [end, lastAllClear].map((step) => step && table.numberOf.get(step)).join() + toldAfter;
          const known = found.get(key);
          if (known === undefined)
            found.set(key, { owed: { end, path, lastAllClear, toldAfter }, channels: new Set([owed]) });
          else known.channels.add(owed);
        }
      }
    }
    return [...found.values()].map(({ owed, channels: all }) => ({
      ...owed,
      channels: channels.filter((channel) => all.has(channel)),
    }));
  };

  /** With the place on the way where the channel is told. For each all-clear that can be the last before these ends without settling the channel: a path of a run in which it is. */
  function* waysFrom(
    ends: readonly number[],
    channel: number,
    back: Links,
    wayTo: (state: number) => readonly number[],
  ): Generator<{ readonly way: readonly number[]; readonly told: number }> {
    const later = search(ends, channel, back, (state) => isAllClear(stepAt(state)));
    if (later.told !== undefined) {
      const into = wayTo(later.told).slice(0, -1);
      yield { way: [...into, ...later.from(later.told)], told: into.length };
    }
    const seen = new Set<number>();
    for (const clear of later.stopped) {
      if (seen.has(numberAt(states.step, clear))) continue;
      const sooner = search([clear], channel, back, () => false);
      if (sooner.told === undefined) continue;
      seen.add(numberAt(states.step, clear));
      const into = wayTo(sooner.told).slice(0, -1);
      yield { way: [...into, ...sooner.from(sooner.told).slice(0, -1), ...later.from(clear)], told: into.length };
    }
  }

  const stepAt = (state: number) => table.steps[numberAt(states.step, state)];

  /** Backwards while the channel is owed, up to the step that told it of trouble; not beyond where `stop` holds. */
  const search = (from: readonly number[], channel: number, back: Links, stop: (state: number) => boolean) => {
    const next = new Map<number, number>();
    const queue = [...from];
    for (const state of from) next.set(state, -1);
    const stopped: number[] = [];
    let told: number | undefined;
    for (let head = 0; head < queue.length; head++) {
      const state = numberAt(queue, head);
      eachTarget(back, state, (before) => {
        if (next.has(before)) return;
        const change = changeOf(before, channel);
        if (change === 'settled') return;
        if (change === undefined && !owes(before, channel)) return;
        next.set(before, state);
        if (change === 'told') told ??= before;
        else if (stop(before)) stopped.push(before);
        else queue.push(before);
      });
    }
    const wayFrom = (state: number): number[] => {
      const way: number[] = [];
      for (let at = state; at >= 0; at = next.get(at) ?? -1) way.push(at);
      return way;
    };
    return { told, stopped, from: wayFrom };
  };

  /** What the state's step does to what the channel is owed. */
  const changeOf = (state: number, channel: number): 'told' | 'settled' | undefined => {
    if (channel === pageChannel) return changeOfPage(state);
    const effect = effectOf(state);
    if (effect === undefined) return undefined;
    if (hasBit(effect.set, channel)) return 'told';
    return hasBit(effect.clear, channel) ? 'settled' : undefined;
  };

  const changeOfPage = (state: number): 'told' | 'settled' | undefined => {
    const step = stepAt(state);
    if (step === undefined) return undefined;
    const before = numberAt(states.page, state);
    const after = telling.pageAfter(step, numberAt(states.severity, state), before);
    if (after !== page.telling) return before === page.telling ? 'settled' : undefined;
    if (before !== page.telling || (step.kind === 'sorry-page' && step.action === 'show')) return 'told';
    if (step.kind !== 'announce' || !tellsOfTrouble(stageOf(step.message?.target))) return undefined;
    const channels = telling.channelsOf(step, numberAt(states.severity, state));
    return channels !== 'announced' && channels.includes(pageChannel) ? 'told' : undefined;
  };

  return { owes, owedBefore, owedAtEnds };
}

function isAllClear(step: { readonly kind: string } | undefined): step is AnnounceStep {
  return step?.kind === 'announce' && tellsOfTheEnd(stageOf((step as AnnounceStep).message?.target));
}

function endsByStep(table: StepTable, states: States): ReadonlyMap<EndStep, readonly number[]> {
  const byStep = new Map<EndStep, number[]>();
  for (let state = 0; state < states.count; state++) {
    const step = table.steps[numberAt(states.step, state)];
    if (states.ends[state] !== 1 || step?.kind !== 'end' || step.outcome === 'handed-over') continue;
    const known = byStep.get(step);
    if (known === undefined) byStep.set(step, [state]);
    else known.push(state);
  }
  return byStep;
}

/** What a step does to what is owed, once for each class that it is reached in. */
function rememberEffects(table: StepTable, telling: Telling, states: States, words: number) {
  const known = new Map<number, Effect | undefined>();
  const compute = (number: number, severity: number): Effect | undefined => {
    const step = table.steps[number];
    const clear = new Int32Array(words);
    const set = new Int32Array(words);
    if (step?.kind === 'sorry-page' && step.action === 'show' && telling.listChannel >= 0) {
      setBit(set, telling.listChannel);
      return { clear, set };
    }
    if (step?.kind !== 'announce') return undefined;
    const stage = stageOf(step.message?.target);
    const told = telling.channelsOf(step, severity);
    if (tellsOfTheEnd(stage)) {
      if (told === 'announced') clear.fill(-1);
      else for (const channel of told) setBit(clear, channel);
      return { clear, set };
    }
    if (!tellsOfTrouble(stage) || told === 'announced') return undefined;
    for (const channel of told) if (channel !== telling.pageChannel) setBit(set, channel);
    return { clear, set };
  };
  return (state: number): Effect | undefined => {
    const number = numberAt(states.step, state);
    const severity = numberAt(states.severity, state);
    const key = number * 65_536 + severity + 1;
    if (known.has(key)) return known.get(key);
    const made = compute(number, severity);
    known.set(key, made);
    return made;
  };
}
