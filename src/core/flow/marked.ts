import { numberAt } from './links';
import type { States } from './walk';

/** Where runs come to with a mark and without it. */
export interface Marked {
  /** Some run comes to the state like this. */
  has(state: number, marked: boolean): boolean;
  /** The states of a shortest such run, the state itself last. */
  wayTo(state: number, marked: boolean): readonly number[];
}

/**
 * Follows one yes-or-no about the past that the states don't hold: `after` says what it is behind a state, on the way to
 * the next one.
 */
export function followMark(
  { count, links, starts }: States,
  begins: boolean,
  after: (state: number, marked: boolean, next: number) => boolean,
): Marked {
  const cameFrom = new Int32Array(2 * count).fill(-2);
  const queue: number[] = [];
  const enter = (state: number, marked: boolean, from: number) => {
    const at = 2 * state + (marked ? 1 : 0);
    if (cameFrom[at] !== -2) return;
    cameFrom[at] = from;
    queue.push(at);
  };
  for (const start of starts) enter(start, begins, -1);
  for (let head = 0; head < queue.length; head++) {
    const at = numberAt(queue, head);
    const state = at >> 1;
    for (let place = numberAt(links.offsets, state); place < numberAt(links.offsets, state + 1); place++) {
      const next = numberAt(links.targets, place);
      enter(next, after(state, (at & 1) === 1, next), at);
    }
  }
  return {
    has: (state, marked) => cameFrom[2 * state + (marked ? 1 : 0)] !== -2,
    wayTo(state, marked) {
      const way: number[] = [];
      for (let at = 2 * state + (marked ? 1 : 0); at >= 0; at = numberAt(cameFrom, at)) way.push(at >> 1);
      return way.reverse();
    },
  };
}
