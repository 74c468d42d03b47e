import type { Markup } from '../../draw/markup';
import type { ChecklistItem, Text } from '../../model/playbook';
import { make, withAttributes } from '../../pages/build';
import { factName } from '../../pages/criteria';
import { targetsOf } from '../../pages/fill';
import { toNfc } from '../../text/nfc';
import type { Translate, UiLocale } from '../../text/translate';
import type { Paper } from './file';

/** A place that is filled in on the day, or one answer of several to tick. */
export type Piece =
  | string
  | { readonly blank: 'short' | 'usual' | 'long'; readonly label?: string }
  | { readonly tick: string }
  /** On one line. */
  | { readonly together: readonly Piece[] };

export const blank = (size: 'short' | 'usual' | 'long' = 'usual', label?: string): Piece => ({
  blank: size,
  ...(label !== undefined && { label }),
});

/** Stand for the blanks of a sentence: `fillIn(t('{0} of {1}', ...slots), [blank(), blank()])`. */
export const slots: readonly string[] = Array.from({ length: 10 }, (_, at) => `\ue000${at}\ue001`);

export function fillIn(filled: string, blanks: readonly (Piece | readonly Piece[])[]): readonly Piece[] {
  return filled
    .split(/\ue000(\d)\ue001/)
    .flatMap((part, at) => (at % 2 === 0 ? (part === '' ? [] : [part]) : (blanks[Number(part)] ?? [])));
}

export function toMarkup(pieces: readonly Piece[]): readonly (Markup | string)[] {
  return pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    if ('together' in piece) return make('span', 'pp-together', ...toMarkup(piece.together));
    if ('tick' in piece) return make('span', 'pp-choice', make('span', 'pp-box'), piece.tick);
    const size = piece.blank === 'usual' ? '' : ` pp-blank-${piece.blank}`;
    return piece.label === undefined
      ? make('span', `pp-blank${size}`)
      : make('span', 'pp-blank pp-blank-label', piece.label);
  });
}

/** An element around them; there may be more of them than a call can have arguments. */
export function filled(tag: string, className: string, pieces: readonly Piece[]): Markup {
  return { ...make(tag, className), children: toMarkup(pieces) };
}

/** How an answer to a question is written down. */
export function answerOf(item: ChecklistItem, t: Translate, locale: UiLocale): readonly Piece[] {
  switch (item.type) {
    case 'choice':
      return [...item.choices.values()].map(({ label }) => ({ tick: label }));
    case 'yes-no':
      return [{ tick: t('yes') }, { tick: t('no') }];
    case 'datetime':
      return moment(locale);
    case 'date':
      return day(locale);
    case 'time':
      return clock(locale);
    case 'percent':
      return [blank('short'), ' %'];
    case 'minutes':
      return fillIn(t('{0} min', ...slots), [blank('short')]);
    default:
      return [blank('long')];
  }
}

/** A time of day. */
export function clock(locale: UiLocale): readonly Piece[] {
  const pieces =
    locale === 'ja' ? [blank('short'), '時', blank('short'), '分'] : [blank('short'), ' : ', blank('short')];
  return [{ together: pieces }];
}

/** A day as it is filled in by hand. */
export function day(locale: UiLocale): readonly Piece[] {
  return locale === 'ja' ? [blank('short'), '月', blank('short'), '日'] : [blank('usual')];
}

export const moment = (locale: UiLocale): readonly Piece[] => [
  ...day(locale),
  ...(locale === 'ja' ? [] : [', ']),
  ...clock(locale),
];

/** A text of the plan: what the brand says for itself is filled in, what is known on the day only is a blank with its name. */
export function textPieces({ value }: Text, { playbook }: Pick<Paper, 'playbook'>): readonly Piece[] {
  const targets = targetsOf(playbook);
  return value
    .trim()
    .split(/(\{\{[^{}\n]*\}\})/)
    .flatMap((piece, at): readonly Piece[] => {
      if (at % 2 === 0) return piece === '' ? [] : [piece];
      const name = toNfc(piece.slice(2, -2).trim());
      const target = targets.get(name);
      if (target?.kind === 'built-in') return [target.text?.value.trim() || name];
      const label =
        target?.kind === 'checklist' || target?.kind === 'impact'
          ? factName(target.entry)
          : target?.kind === 'variable'
            ? (target.entry.title?.value ?? name)
            : name;
      return [blank('usual', label)];
    });
}

/** Lines stay lines. */
export function lines(pieces: readonly Piece[]): Markup {
  const paragraphs: Piece[][] = [[]];
  for (const piece of pieces) {
    if (typeof piece !== 'string') paragraphs.at(-1)?.push(piece);
    else
      for (const [at, line] of piece.split(/\r\n?|\n/).entries()) {
        if (at > 0) paragraphs.push([]);
        if (line !== '') paragraphs.at(-1)?.push(line);
      }
  }
  return {
    ...make('div', 'pp-say'),
    children: paragraphs.filter((paragraph) => paragraph.length > 0).map((paragraph) => filled('p', '', paragraph)),
  };
}

/** The first row of a table: what each column is. */
export const head = (heads: readonly string[]): Markup =>
  make('thead', '', make('tr', '', ...heads.map((text) => withAttributes(make('th', '', text), { scope: 'col' }))));
