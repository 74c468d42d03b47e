export interface Hashtag {
  readonly from: number;
  readonly to: number;
}

const hashtag = /(?<![\p{L}\p{N}&/_])[#＃][\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*/gu;

/** Words behind a `#`, half- or full-width, that are not only digits. */
export function hashtagsIn(text: string): readonly Hashtag[] {
  if (!/[#＃]/.test(text)) return [];
  return [...text.matchAll(hashtag)].map(({ index, 0: word }) => ({ from: index, to: index + word.length }));
}
