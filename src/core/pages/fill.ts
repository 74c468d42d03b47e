import type { Markup } from '../draw/markup';
import type { FactType, PlaceholderTarget, Playbook, Stage } from '../model/playbook';
import { toNfc } from '../text/nfc';
import type { Translate, UiLocale } from '../text/translate';
import { sampleImpact } from './sampleImpact';
import { asShown, isKanjiLocale, sampleTimes, showTime } from './sampleTimes';

/** Turns a run of text into what is shown; this is where placeholders are marked and addresses become links. */
export type ShowText = (text: string, where?: 'in-link') => readonly (Markup | string)[];

/** The message that a text belongs to, as far as its samples depend on it. */
export interface Saying {
  readonly locale: string;
  readonly stage?: Stage | undefined;
  /** Whether an address can be tapped where it is said. */
  readonly links: boolean;
}

/** What each `{{name}}` of a playbook stands for. */
export type Targets = ReadonlyMap<string, PlaceholderTarget | undefined>;

export function targetsOf(playbook: Playbook): Targets {
  const targets = new Map<string, PlaceholderTarget | undefined>();
  for (const { placeholders } of playbook.texts) for (const { name, target } of placeholders) targets.set(name, target);
  return targets;
}

const braces = /(\{\{[^{}\n]*\}\})/;

/** How a `{{name}}` is shown before the day: a sample in its place, marked; or the braces where nothing is called so. */
export function showText(playbook: Playbook, targets: Targets, saying: Saying, t: Translate): ShowText {
  return (text, where) =>
    text.split(braces).flatMap((piece): readonly (Markup | string)[] => {
      if (piece === '') return [];
      if (!braces.test(piece)) return saying.links && where !== 'in-link' ? withLinks(piece) : [piece];
      const name = toNfc(piece.slice(2, -2).trim());
      const target = targets.get(name);
      if (target === undefined) return [unknown(piece, t('Nothing is called "{0}".', name))];
      const sample = sampleOf(name, target, playbook, saying);
      // The brand's own words are known before the day.
      if (isKnown(target)) return [sample];
      const className = sample.length <= 16 ? 'up-filled up-short' : 'up-filled';
      return [{ tag: 'mark', attributes: { class: className, title: piece }, children: [sample] }];
    });
}

const isKnown = (target: PlaceholderTarget) => target.kind === 'built-in' && (target.text?.value.trim() ?? '') !== '';

/** What is copied out of the plan: blanks stay blanks, for a sample must never be sent. */
export interface Blanks {
  readonly text: string;
  /** How many names are to be filled in on the day. */
  readonly open: number;
  /** Names that nothing is called by. */
  readonly unknown: readonly string[];
}

export function keepBlanks(text: string, targets: Targets): Blanks {
  const open = new Set<string>();
  const unknown = new Set<string>();
  const kept = text.replace(/\{\{[^{}\n]*\}\}/g, (piece) => {
    const name = toNfc(piece.slice(2, -2).trim());
    const target = targets.get(name);
    if (target?.kind === 'built-in' && isKnown(target)) return target.text?.value.trim() ?? piece;
    (target === undefined ? unknown : open).add(name);
    return piece;
  });
  return { text: kept, open: open.size, unknown: [...unknown] };
}

/** Says what the marked words are; undefined where none are marked. */
export function sampleNote(texts: Playbook['texts'], t: Translate, uiLocale: UiLocale): Markup | undefined {
  const isMarked = texts.some(({ placeholders }) => placeholders.some(({ target }) => target && !isKnown(target)));
  if (!isMarked) return undefined;
  return {
    tag: 'p',
    key: 'samples',
    attributes: { class: 'up-sample-note', lang: uiLocale },
    children: [
      { tag: 'mark', attributes: { class: 'up-sample' }, children: [t('sample')] },
      ` ${t('Words marked like this are filled in on the day.')}`,
    ],
  };
}

/** The same as words alone, as people will read it. */
export function fillText(text: string, playbook: Playbook, saying: Omit<Saying, 'links'>): string {
  const targets = targetsOf(playbook);
  return text.replace(/\{\{[^{}\n]*\}\}/g, (piece) => {
    const name = toNfc(piece.slice(2, -2).trim());
    const target = targets.get(name);
    return target === undefined ? piece : sampleOf(name, target, playbook, saying);
  });
}

/** Told by a sign and a word, not by colour alone. */
function unknown(piece: string, why: string): Markup {
  return {
    tag: 'mark',
    attributes: { class: 'up-unknown', title: why },
    children: [piece, { tag: 'span', attributes: { class: 'up-unseen' }, children: [` (${why})`] }],
  };
}

/** An address with its scheme, in letters that also end where Japanese goes on without a space. */
const address = /(https?:\/\/[!-~]*[^\s!"'),.:;>?\]}`\u0080-\uffff])/i;

function withLinks(text: string): readonly (Markup | string)[] {
  return text
    .split(address)
    .filter((piece) => piece !== '')
    .map((piece) => (address.test(piece) ? { tag: 'a', attributes: { href: piece }, children: [piece] } : piece));
}

/** A sample of the author's, else the default, else one that shows the kind of value. */
export function sampleOf(
  name: string,
  target: PlaceholderTarget,
  playbook: Playbook,
  { locale, stage }: Omit<Saying, 'links'>,
): string {
  switch (target.kind) {
    case 'time':
      return showTime(sampleTimes(playbook, stage)[target.name], locale);
    case 'built-in':
      return target.text?.value.trim() || name;
    // The unit is the author's to write, before or behind it.
    case 'impact':
      return sampleImpact(target.entry.expression);
    default: {
      const { entry } = target;
      const own = entry.sample?.value.trim() || entry.default?.value.trim();
      if (own !== undefined && own !== '') return asShown(own, locale, playbook.timezone);
      const [choice] = 'choices' in entry ? entry.choices.values() : [];
      return choice?.label ?? sampleOfType(entry.type, locale, entry.title?.value ?? name, playbook);
    }
  }
}

function sampleOfType(type: FactType, locale: string, name: string, playbook: Playbook): string {
  const isKanji = isKanjiLocale(locale);
  switch (type) {
    case 'datetime':
      return showTime(sampleTimes(playbook, undefined).posted_at, locale);
    case 'date':
      return isKanji ? '12月26日' : '26 Dec';
    case 'time':
      return '10:05';
    case 'percent':
      return '30%';
    case 'minutes':
      return isKanji ? '45分' : '45 minutes';
    case 'number':
      return '120';
    case 'money':
      return isKanji ? '12,000円' : '12,000';
    case 'yes-no':
      return isKanji ? 'はい' : 'yes';
    default:
      return name;
  }
}
