import type { Finding } from '../../../../src/core/lint/finding';

/** What an edit brought. Findings that stood there before may move; they stay as many. */
export function broughtBy(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const known = before.map(({ rule, message }) => `${rule} ${message}`);
  return after.filter(({ rule, message }) => {
    const at = known.indexOf(`${rule} ${message}`);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}
