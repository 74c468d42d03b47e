import { once } from '../text/once';
import type { WordingLocale } from './judged';
import { hideOpaque } from './phrase';

export interface Sentence {
  /** Offsets into the text, without the white space around. */
  readonly from: number;
  readonly to: number;
  /** In one line. */
  readonly text: string;
  /** Of a list, where style is freer. */
  readonly isItem: boolean;
}

const segmenters = {
  ja: once(() => new Intl.Segmenter('ja', { granularity: 'sentence' })),
  en: once(() => new Intl.Segmenter('en', { granularity: 'sentence' })),
};

/** A line that names the reader: no sentence of the message. */
const salutationLine = {
  ja: /^.{0,30}(?:様|さま|各位|御中|殿|の皆さま|の皆様|のみなさま|のみなさん)(?:へ)?[、。,：:]?$|^(?:拝啓|敬具|前略|草々)$/,
  en: /^(?:(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\b[^.!?\n]{0,40}|to (?:all|our) [^.!?\n]{0,40})[,:!.]?$/i,
};

/** A sentence that greets, thanks for calling, or says who speaks. */
const greeting = {
  ja: /^(?:平素|日頃|日ごろ|いつも|毎度|このたびは|この度は|お電話|ご利用|ご来店).{0,40}(?:ありがとうございます|お世話になって(?:おり|い)ます|御礼申し上げます|感謝(?:申し上げ|いたし|し)ます)。?$|^[^はがをにで、。]{1,24}の(?!お?知らせ|ご?報告|ご?案内|お詫び|件|状況)[^はがをに、。の]{1,10}(?:です|でございます|と申します)。$/,
  en: /^thank you for (?:calling|contacting|reaching|being)\b[^.!?]{0,40}\.$/i,
};

/** A heading: a Markdown heading, or a name in brackets that stands alone on its line. */
const headingLine = /^(?:#|【[^】\n]*】$|[■◆●▼▽◇□][^。]{0,40}$)/;
const itemLead = /^\s*(?:[-*+・●※○◯]\s*|\d+[.)．]\s*|[①-⑳]\s*)/;

/** The sentences of a text. Headings and salutations are left out, a list item is cut for itself. */
export function sentencesOf(text: string, locale: WordingLocale): readonly Sentence[] {
  const hidden = hideOpaque(text, 'X');
  const sentences: Sentence[] = [];
  for (const { from, to, isItem } of blocksOf(hidden, locale)) {
    for (const piece of piecesOf(hidden.slice(from, to), locale)) {
      const start = from + piece.from;
      const end = from + piece.to;
      const said = text.slice(start, end).replaceAll('\n', ' ');
      if (end > start && !greeting[locale].test(said)) sentences.push({ from: start, to: end, text: said, isItem });
    }
  }
  return sentences;
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly isItem: boolean;
}

/** Lines that hold sentences. A line broken in the middle of a sentence goes on in the next. */
function blocksOf(text: string, locale: WordingLocale): readonly Block[] {
  const blocks: Block[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const said = line.trim();
    if (said === '' || headingLine.test(said)) continue;
    const end = index + line.length;
    const last = blocks.at(-1);
    if (salutationLine[locale].test(said) || isTitle(text, said, end, locale, last === undefined)) continue;
    const lead = itemLead.exec(line)?.[0].length ?? 0;
    if (
      last !== undefined &&
      lead === 0 &&
      goesOn(text.slice(Math.max(last.from, last.to - 40), last.to), text.slice(last.to, index), said, locale)
    ) {
      blocks[blocks.length - 1] = { ...last, to: end };
    } else blocks.push({ from: index + lead, to: end, isItem: lead > 0 });
  }
  return blocks;
}

/** The first line of a statement: no sentence's end, and an empty line below. */
function isTitle(text: string, line: string, end: number, locale: WordingLocale, isFirst: boolean): boolean {
  if (!isFirst || !/^\n[ \t]*\n/.test(text.slice(end, end + 40))) return false;
  return locale === 'ja' ? /(?:について|こと|お詫び|お知らせ|ご?報告|件)$/.test(line) : /^[^.!?:,]{1,80}$/.test(line);
}

/** Only a line break between, and the line before is not done: a comma in Japanese, a small letter behind in English. */
function goesOn(before: string, between: string, line: string, locale: WordingLocale): boolean {
  if (between.trim() !== '' || between.indexOf('\n') !== between.lastIndexOf('\n')) return false;
  return locale === 'ja'
    ? /、$/.test(before.trimEnd())
    : /[\p{L}\p{N},;–—-]$/u.test(before.trimEnd()) && /^\p{Ll}/u.test(line);
}

interface Piece {
  readonly from: number;
  readonly to: number;
}

const ends = /[。.!?！？…‥．｡]/;
const closers = /[\s。.!?！？…‥．｡」』）)”"']/;
/** What the segmenter is asked about; at every other end the cut is sure. */
const doubtful = {
  ja: /[.!?！？…‥．｡]|。[」』）)]/,
  en: /[.!?]["')]*\s+[^A-Z]|[^\x00-\x7F’‘“”–—£€]|\.[A-Z]|[.!?][!?.]/,
};
const sure = { ja: /[^。]*。?\s*/g, en: /[^.!?]*(?:[.!?](?!["')]*(?:\s|$))[^.!?]*)*[.!?]*["')]*\s*/g };
/** The segmenter takes the full stop of an abbreviation for an end. */
const abbreviation =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|St|Fig|No|Nos|Inc|Ltd|Co|Corp|Jr|Sr|vs|etc|approx|e\.g|i\.e|a\.m|p\.m|U\.S|U\.K|[A-Z])\.\s*$/;
/** A sentence in quotes is part of the one around it where a particle follows. */
const quoted = /[。！？!?][」』）)]$/;
const particle = /^(?:と|という|の|が|を|は|に|も|で|や|など|って|、)/;

/** A block with nothing that ends a sentence in its middle is one: asking the segmenter is much slower. */
function piecesOf(block: string, locale: WordingLocale): readonly Piece[] {
  let end = block.length;
  while (end > 0 && closers.test(block[end - 1] ?? '')) end--;
  const whole = block.trimEnd().length;
  if (!ends.test(block.slice(0, end))) return [{ from: block.length - block.trimStart().length, to: whole }];
  const pieces: Piece[] = [];
  let open: number | undefined;
  for (const { segment, index } of segmentsOf(block, locale)) {
    open ??= index + segment.length - segment.trimStart().length;
    const to = index + segment.trimEnd().length;
    const rest = block.slice(index + segment.length, index + segment.length + 4);
    const joins =
      locale === 'en'
        ? /[a-z0-9A-Z]/.test(rest) && abbreviation.test(segment)
        : quoted.test(segment) && particle.test(rest);
    if (joins) continue;
    if (to > open) pieces.push({ from: open, to });
    open = undefined;
  }
  if (open !== undefined && whole > open) pieces.push({ from: open, to: whole });
  return pieces;
}

/** The segmenter takes time with the square of the length; nobody writes such a line. */
const longestLine = 2000;

/** Each with the space behind it. The segmenter is right, and ten times slower than looking for a full stop. */
function segmentsOf(block: string, locale: WordingLocale): Iterable<{ segment: string; index: number }> {
  // A line break inside would end a sentence for the segmenter.
  const line = block.includes('\n') ? block.replaceAll('\n', ' ') : block;
  if (line.length <= longestLine && doubtful[locale].test(line)) return segmenters[locale]().segment(line);
  return [...line.matchAll(sure[locale])].flatMap(({ 0: segment, index }) =>
    segment === '' ? [] : [{ segment, index }],
  );
}
