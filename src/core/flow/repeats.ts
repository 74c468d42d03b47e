import type { AnnounceStep, Channel, Message } from '../model/playbook';
import type { Components } from './components';
import { numberAt } from './links';
import { followMark } from './marked';
import type { Path } from './runs';
import type { StepTable } from './stepTable';
import type { States } from './walk';

/** A message that goes out on a channel for the second time in the same class. */
export interface Repeat {
  /** The second time. */
  readonly step: AnnounceStep;
  readonly channel: Channel;
  readonly message: Message;
  readonly path: Path;
}

/** Beyond this many searches nothing more is said. */
const mostSearches = 200;

/** Repeats on the channels, none where the class has risen in between. `sentAt` gives the channels of an announcement. */
export function findRepeats(
  table: StepTable,
  states: States,
  components: Components,
  channels: readonly Channel[],
  sentAt: (step: AnnounceStep, state: number) => readonly Channel[],
): readonly Repeat[] {
  const found: Repeat[] = [];
  let searches = 0;
  for (const { channel, message, sending } of pairs(table, states, channels, sentAt)) {
    if (!canRepeat(sending, components) || searches++ >= mostSearches) continue;
    const rises = (state: number, next: number) =>
      numberAt(states.severity, state) >= 0 && numberAt(states.severity, next) < numberAt(states.severity, state);
    const marked = followMark(
      states,
      false,
      (state, before, next) => !rises(state, next) && (before || sending.has(state)),
    );
    const told = new Set<AnnounceStep>();
    for (const state of sending) {
      const step = table.steps[numberAt(states.step, state)];
      if (step?.kind !== 'announce' || told.has(step) || !marked.has(state, true)) continue;
      told.add(step);
      const path = marked.wayTo(state, true).flatMap((at) => table.steps[numberAt(states.step, at)] ?? []);
      found.push({ step, channel, message, path });
    }
  }
  return found;
}

interface Pair {
  readonly channel: Channel;
  readonly message: Message;
  /** The states in which the message goes out there. */
  readonly sending: ReadonlySet<number>;
}

function pairs(
  table: StepTable,
  states: States,
  channels: readonly Channel[],
  sentAt: (step: AnnounceStep, state: number) => readonly Channel[],
): readonly Pair[] {
  const wanted = new Set(channels);
  const byMessage = new Map<Message, Map<Channel, Set<number>>>();
  for (let state = 0; state < states.count; state++) {
    const step = table.steps[numberAt(states.step, state)];
    const message = step?.kind === 'announce' ? step.message?.target : undefined;
    // `announced` tells only those who wait for it.
    if (step?.kind !== 'announce' || step.channels === 'announced' || message === undefined) continue;
    const ofMessage = byMessage.get(message) ?? new Map<Channel, Set<number>>();
    byMessage.set(message, ofMessage);
    for (const channel of sentAt(step, state)) {
      if (!wanted.has(channel)) continue;
      const sending = ofMessage.get(channel) ?? new Set<number>();
      ofMessage.set(channel, sending);
      sending.add(state);
    }
  }
  return [...byMessage].flatMap(([message, ofMessage]) =>
    [...ofMessage].map(([channel, sending]) => ({ channel, message, sending })),
  );
}

/** A run can pass two of these, or come back to one. */
function canRepeat(sending: ReadonlySet<number>, components: Components): boolean {
  return sending.size > 1 || [...sending].some((state) => components.cyclic[numberAt(components.of, state)] === 1);
}
