import type { WordingLocale } from './judged';

export interface Sentence {
  /** Offsets into the text, without the white space around. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const segmenters = {
  ja: new Intl.Segmenter('ja', { granularity: 'sentence' }),
  en: new Intl.Segmenter('en', { granularity: 'sentence' }),
};

/** `{{name}}` and URLs hold full stops that end nothing: hidden by letters of the same length. */
const opaque = /\{\{[^{}\n]*\}\}|https?:\/\/[^\s<>、。）」]+/g;

/** A line that greets the reader, and a line that signs: no sentence of the message. */
const salutation = {
  ja: /^(?:.{0,20}(?:様|さま|各位|の皆さま|の皆様|のみなさま|のみなさん)[、。,]?|拝啓|敬具|平素(?:は|より).*|いつも.*(?:ありがとうございます|お世話になって(?:おります|います))。?)$/,
  en: /^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\b[^.!?]{0,40}[,:!.]?$/i,
};

/** The sentences of a text. Each line is cut for itself, as are list items; headings and salutation lines are left out. */
export function sentencesOf(text: string, locale: WordingLocale): readonly Sentence[] {
  const hidden = text.replace(opaque, (match) => 'x'.repeat(match.length));
  const sentences: Sentence[] = [];
  for (const line of hidden.matchAll(/[^\n]+/g)) {
    if (/^\s*(?:#|$)/.test(line[0]) || salutation[locale].test(line[0].trim())) continue;
    for (const { segment, index } of segmentsOf(line[0], locale)) {
      const lead = /^\s*(?:[-*・●]\s*|\d+[.)]\s+)?/.exec(segment)?.[0].length ?? 0;
      const from = line.index + index + lead;
      const to = line.index + index + segment.trimEnd().length;
      if (to > from) sentences.push({ from, to, text: text.slice(from, to) });
    }
  }
  return sentences;
}

const ends = /[。.!?！？…‥．｡]/;
const closers = /[\s。.!?！？…‥．｡」』）)”"']/;

/** A line with nothing that ends a sentence in its middle is one: asking the segmenter is much slower. */
function segmentsOf(
  line: string,
  locale: WordingLocale,
): Iterable<{ readonly segment: string; readonly index: number }> {
  let end = line.length;
  while (end > 0 && closers.test(line[end - 1] ?? '')) end--;
  return ends.test(line.slice(0, end)) ? segmenters[locale].segment(line) : [{ segment: line, index: 0 }];
}
