import { type Links, numberAt } from './links';

/** What a thing does to a set of bits: some are cleared, then some are set. */
export interface Effect {
  readonly clear: Int32Array;
  readonly set: Int32Array;
}

/** Bits in words of 32, a row for each thing. */
export interface BitRows {
  readonly words: number;
  readonly rows: Int32Array;
}

export function wordsFor(bits: number): number {
  return Math.max(1, Math.ceil(bits / 32));
}

export function setBit(words: Int32Array, bit: number): void {
  words[bit >> 5] = numberAt(words, bit >> 5) | (1 << (bit & 31));
}

export function hasBit(words: Int32Array, bit: number, offset = 0): boolean {
  return (numberAt(words, offset + (bit >> 5)) & (1 << (bit & 31))) !== 0;
}

/**
 * Carries bits along the links from `sources`, where none is set: at each thing, before its own effect, those that are
 * set on `some` way to it or on `every` one. `order` is a good order to begin with. Nothing is carried over a `cut`.
 */
export function carry(
  links: Links,
  order: Int32Array,
  sources: readonly number[],
  words: number,
  effectOf: (thing: number) => Effect | undefined,
  joined: 'some' | 'every',
  cut?: (thing: number, target: number) => boolean,
): BitRows {
  const rows = new Int32Array(links.count * words).fill(joined === 'some' ? 0 : -1);
  const after = new Int32Array(words);
  const waiting = new Uint8Array(links.count).fill(1);
  const queue: number[] = Array.from(order);
  if (joined === 'every') for (const source of sources) rows.fill(0, source * words, (source + 1) * words);

  for (let head = 0; head < queue.length; head++) {
    const thing = numberAt(queue, head);
    waiting[thing] = 0;
    const effect = effectOf(thing);
    for (let word = 0; word < words; word++) {
      const before = numberAt(rows, thing * words + word);
      after[word] =
        effect === undefined ? before : (before & ~numberAt(effect.clear, word)) | numberAt(effect.set, word);
    }
    for (let place = numberAt(links.offsets, thing); place < numberAt(links.offsets, thing + 1); place++) {
      const target = numberAt(links.targets, place);
      if (cut?.(thing, target)) continue;
      let changed = false;
      for (let word = 0; word < words; word++) {
        const at = target * words + word;
        const now = numberAt(rows, at);
        const next = joined === 'some' ? now | numberAt(after, word) : now & numberAt(after, word);
        if (next === now) continue;
        rows[at] = next;
        changed = true;
      }
      if (!changed || waiting[target] === 1) continue;
      waiting[target] = 1;
      queue.push(target);
    }
  }
  return { words, rows };
}
