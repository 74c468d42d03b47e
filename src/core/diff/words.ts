/** A run of a text that is in both versions, or in one. */
export interface Run {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** More words are compared as one: a table of both would not fit. */
const mostWords = 3000;

/** Two texts word by word, as their language parts them: Japanese has no spaces. */
export function diffWords(before: string, after: string, locale: string): readonly Run[] {
  const [old, now] = [segments(before, locale), segments(after, locale)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const [a, b] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const middle: Run[] =
    a.length > mostWords || b.length > mostWords
      ? [
          { kind: 'removed', text: a.join('') },
          { kind: 'added', text: b.join('') },
        ]
      : align(a, b);
  return join([
    { kind: 'same', text: old.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ]);
}

function segments(text: string, locale: string): readonly string[] {
  return [...segmenterOf(locale).segment(text)].map(({ segment }) => segment);
}

function segmenterOf(locale: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(locale, { granularity: 'word' });
  } catch {
    // A language that nobody knows.
    return new Intl.Segmenter('en', { granularity: 'word' });
  }
}

/** By the longest common part; what goes is told before what comes. */
function align(a: readonly string[], b: readonly string[]): Run[] {
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.push({ kind: 'same', text: a[i] ?? '' });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1)))
      runs.push({ kind: 'removed', text: a[i++] ?? '' });
    else runs.push({ kind: 'added', text: b[j++] ?? '' });
  }
  return runs;
}

function join(runs: readonly Run[]): readonly Run[] {
  const joined: { kind: Run['kind']; text: string }[] = [];
  for (const { kind, text } of runs) {
    if (text === '') continue;
    const last = joined.at(-1);
    if (last?.kind === kind) last.text += text;
    else joined.push({ kind, text });
  }
  return joined;
}
