/** Spaces that YAML does not count as space: full-width, no-break and typographic ones, and those without any width. */
export const wideSpaces = '\\u3000\\u00a0\\u2000-\\u200d\\u202f\\u205f\\u2060\\ufeff';

/** How many narrow spaces stand for wide ones at the start of a line: none for those without width. */
export function narrowed(spaces: string): string {
  return [...spaces].map((space) => (/[\u200b-\u200d\u2060\ufeff]/.test(space) ? '' : '  ')).join('');
}

/**
 * How far a line was meant to be indented that has `narrow` spaces and then `wide` ones: two for each wide space, or as
 * many as are wide, or none for them; the first that a neighbour confirms.
 */
export function meantIndent(narrow: number, wide: string, neighbours: readonly number[]): number {
  const likely = [narrow + narrowed(wide).length, narrow + wide.length, narrow];
  return likely.find((indent) => neighbours.includes(indent)) ?? likely[0] ?? narrow;
}
