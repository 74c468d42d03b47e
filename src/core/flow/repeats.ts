import type { AnnounceStep, Channel, Message } from '../model/playbook';
import { carry, type Effect, hasBit, setBit, wordsFor } from './bits';
import { numberAt } from './links';
import { followMark } from './marked';
import type { Path } from './runs';
import type { StepTable } from './stepTable';
import type { States } from './walk';

/** A message that goes out on a channel for the second time in the same class. */
export interface Repeat {
  /** The second time. */
  readonly step: AnnounceStep;
  /** The first of them, where there are several. */
  readonly channel: Channel;
  readonly message: Message;
  readonly path: Path;
}

/** Beyond this many words nothing is said; of more repeats than this, the first. */
const mostWords = 5_000_000;
const mostFound = 200;

/** Repeats on the channels, none where the class has risen in between. `sentAt` gives the channels of an announcement. */
export function findRepeats(
  table: StepTable,
  states: States,
  order: Int32Array,
  channels: readonly Channel[],
  sentAt: (step: AnnounceStep, state: number) => readonly Channel[],
): readonly Repeat[] {
  const pairs: Pair[] = [];
  const sentIn = sendings(table, states, channels, sentAt, pairs);
  const words = wordsFor(pairs.length);
  if (pairs.length === 0 || states.count * words > mostWords) return [];
  const rises = (state: number, next: number) =>
    numberAt(states.severity, state) >= 0 && numberAt(states.severity, next) < numberAt(states.severity, state);
  const effects = sentIn.map((sent): Effect | undefined => {
    if (sent === undefined) return undefined;
    const set = new Int32Array(words);
    for (const pair of sent) setBit(set, pair);
    return { clear: new Int32Array(words), set };
  });
  const { rows } = carry(states.links, order, states.starts, words, (state) => effects[state], 'some', rises);

  const found: Repeat[] = [];
  const told = new Set<string>();
  for (const [state, sent] of sentIn.entries()) {
    const step = table.steps[numberAt(states.step, state)];
    for (const number of step?.kind === 'announce' ? (sent ?? []) : []) {
      const pair = pairs[number];
      if (step?.kind !== 'announce' || pair === undefined || found.length >= mostFound) continue;
      const key = `${numberAt(states.step, state)} ${pair.message.id}`;
      if (told.has(key) || !hasBit(rows, number, state * words)) continue;
      told.add(key);
      const sends = (at: number) => sentIn[at]?.includes(number) === true;
      const marked = followMark(states, false, (at, before, next) => !rises(at, next) && (before || sends(at)));
      const path = marked.wayTo(state, true).flatMap((at) => table.steps[numberAt(states.step, at)] ?? []);
      found.push({ step, ...pair, path });
    }
  }
  return found;
}

interface Pair {
  readonly channel: Channel;
  readonly message: Message;
}

/** By state, the numbers of what it sends where; what is new is added to `pairs`. `announced` tells only those who wait. */
function sendings(
  table: StepTable,
  states: States,
  channels: readonly Channel[],
  sentAt: (step: AnnounceStep, state: number) => readonly Channel[],
  pairs: Pair[],
): readonly (readonly number[] | undefined)[] {
  const wanted = new Set(channels);
  const numbers = new Map<Message, Map<Channel, number>>();
  const numberOf = (message: Message, channel: Channel): number => {
    const ofMessage = numbers.get(message) ?? new Map<Channel, number>();
    numbers.set(message, ofMessage);
    const known = ofMessage.get(channel);
    if (known !== undefined) return known;
    ofMessage.set(channel, pairs.length);
    pairs.push({ channel, message });
    return pairs.length - 1;
  };
  return Array.from({ length: states.count }, (_, state) => {
    const step = table.steps[numberAt(states.step, state)];
    const message = step?.kind === 'announce' ? step.message?.target : undefined;
    if (step?.kind !== 'announce' || step.channels === 'announced' || message === undefined) return undefined;
    const sent = sentAt(step, state).filter((channel) => wanted.has(channel));
    return sent.length === 0 ? undefined : sent.map((channel) => numberOf(message, channel));
  });
}
