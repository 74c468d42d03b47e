import type { FromDiffPage } from '../../protocol/diff';

/** A message of the page, checked; undefined where it is none that we know. */
export function toFromDiffPage(message: unknown): FromDiffPage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, place, focus, side, line } = message as Readonly<Record<string, unknown>>;
  switch (type) {
    case 'ready':
    case 'textDiff':
      return { type };
    case 'reveal':
      return typeof place === 'string' ? { type, place, focus: focus === true } : undefined;
    case 'revealLine':
      return (side === 'before' || side === 'after') && Number.isSafeInteger(line) && Number(line) >= 0
        ? { type, side, line: Number(line) }
        : undefined;
    default:
      return undefined;
  }
}
