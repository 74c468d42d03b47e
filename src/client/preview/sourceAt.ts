import type { Source } from '../../protocol/preview';

/** The smallest thing on show around an offset. */
export function sourceAt(sources: readonly Source[], offset: number): Source | undefined {
  let best: Source | undefined;
  for (const source of sources) {
    const [start, end] = source.entry;
    if (offset < start || offset > end) continue;
    if (best === undefined || end - start <= best.entry[1] - best.entry[0]) best = source;
  }
  return best;
}
