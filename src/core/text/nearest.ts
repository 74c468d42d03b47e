/**
 * The candidate that was probably meant: at most a third of its letters away, and nearer than any other. Case, `-` and
 * `_`, and the width of characters (`ｘ`, `ﾒｰﾙ`) make no difference; two letters that changed places count once.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(word);
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  let tied = false;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, folded.length) / 3));
    if (Math.abs(wanted.length - folded.length) > limit || folded.length > 100) continue;
    const distance = editDistance(wanted, folded);
    if (distance > limit || distance >= Math.max(wanted.length, folded.length)) continue;
    if (distance === bestDistance) tied = true;
    if (distance >= bestDistance) continue;
    best = candidate;
    bestDistance = distance;
    tied = false;
  }
  return tied ? undefined : best;
}

function fold(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-_\s]/g, '');
}

/** Optimal string alignment: insert, delete, replace, or swap two neighbours, each 1. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      current.push(least);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
