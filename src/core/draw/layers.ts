import type { BandPlan } from './bands';
import type { PlainEdge } from './graph';

/**
 * The row of each step: below all that lead to it, and in the rows of its band. A step stands as high as it can, since
 * it happens then; one that more lines leave than come to is moved down to them.
 */
export function assignRows(bands: readonly BandPlan[], forward: readonly PlainEdge[]): ReadonlyMap<string, number> {
  const before = new Map<string, string[]>();
  const behind = new Map<string, string[]>();
  for (const { from, to } of forward) {
    append(before, to, from);
    append(behind, from, to);
  }
  const rows = new Map<string, number>();
  let first = 0;
  for (const { steps } of bands) {
    for (const id of steps) {
      const above = (before.get(id) ?? []).map((other) => rows.get(other) ?? -1);
      rows.set(id, Math.max(first, ...above.map((row) => row + 1)));
    }
    const last = Math.max(first, ...steps.map((id) => rows.get(id) ?? first));
    for (const id of [...steps].reverse()) {
      const follow = behind.get(id) ?? [];
      if (follow.length <= (before.get(id) ?? []).length) continue;
      const below = follow.map((other) => rows.get(other) ?? last + 1);
      rows.set(id, Math.max(rows.get(id) ?? first, Math.min(last, ...below.map((row) => row - 1))));
    }
    first = last + 1;
  }
  return rows;
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}
