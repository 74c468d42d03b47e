import type { Text } from '../model/playbook';
import { toSpan } from '../text/span';
import type { Fix } from './finding';

/** Words as they must be written in the scalar they go into; undefined where they can't be, or its file is another. */
export function writtenIn(words: string, { scalar }: Text): string | undefined {
  switch (scalar.style) {
    case 'double':
      return JSON.stringify(words).slice(1, -1);
    case 'single':
      return words.replaceAll("'", "''");
    case 'plain':
      return /^[^\p{L}\p{N}]|: | #|[[\]{},\n]|:$/u.test(words) ? undefined : words;
    default:
      return words.includes('\n') ? undefined : words;
  }
}

/** Puts other words in the place of some. */
export function replaceWords(
  { text, from, to, words, safe }: { text: Text; from: number; to: number; words: string; safe: boolean },
  title: string,
): readonly Fix[] {
  const span = text.spanOf(from, to);
  const written = writtenIn(words, text);
  if (span.file !== undefined || written === undefined) return [];
  return [{ title, safe, edits: [{ span, text: written }] }];
}

/** On its own line at the end, by name. */
const signature = /\n\s*\{\{\s*brand\.signature\s*\}\}\s*$/;

/** Writes a sentence behind the last one, and before the signature. */
export function addSentence(text: Text, sentence: string, title: string, safe: boolean): readonly Fix[] {
  const said = text.value.replace(signature, '').trimEnd();
  // Behind the last character, not before the line break and what it leads to.
  const { end: at, file } = text.spanOf(said.length - 1, said.length);
  const gap = /[。！？」）]$/.test(said) && !/^[!-~]/.test(sentence) ? '' : ' ';
  const written = writtenIn(sentence, text);
  if (file !== undefined || written === undefined || said === '') return [];
  return [{ title, safe, edits: [{ span: toSpan(at, at), text: gap + written }] }];
}

/** With a capital where a sentence begins. */
export function inPlace(words: string, { value }: Text, from: number): string {
  const isFirst = /(?:^|[.!?]\s|\n)\s*$/.test(value.slice(Math.max(0, from - 20), from));
  return isFirst ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
