import type { PartName, Playbook, Variant } from '../model/playbook';
import type { Translate } from '../text/translate';
import type { Limits } from './limits';
import { longest } from './longest';
import { type Measure, measures } from './measure';

const parts: readonly PartName[] = ['subject', 'title', 'body', 'caption', 'story'];

/** How full a part of a text is with every variable at its longest, as its channel counts. */
export interface Figure {
  readonly part: PartName;
  readonly unit: Measure['unit'];
  readonly state: FigureState;
  /** `132 / 140`, with a sign and words where it does not fit. */
  readonly text: string;
  /** Of the limit, from 0; above 1 it does not fit. */
  readonly share: number;
  readonly hasBlanks: boolean;
}

export type FigureState = 'fits' | 'in-pieces' | 'cut' | 'over';

/** Of each part what its writers count, and what goes wrong. Empty where the channel has no limit. */
export function figuresOf(variant: Variant, playbook: Playbook, limits: Limits, t: Translate): readonly Figure[] {
  const type = variant.channel.target?.type;
  if (type === undefined) return [];
  const { locale } = variant.message;
  return parts.flatMap((part) => {
    const text = variant.parts[part];
    if (text === undefined) return [];
    return measures(type, part, longest(text, playbook, locale), limits)
      .filter((measure, index) => index === 0 || stateOf(measure) !== 'fits')
      .flatMap((measure) => toFigure(measure, locale, t) ?? [])
      .map((figure) => ({ ...figure, part, hasBlanks: text.placeholders.length > 0 }));
  });
}

function stateOf({ count, limit, shown, pieces = 1 }: Measure): FigureState {
  if (limit !== undefined && count > limit) return 'over';
  if (pieces > 1) return 'in-pieces';
  return shown !== undefined && count > shown ? 'cut' : 'fits';
}

/** Those who write in full-width characters count them: X takes 140 of them, a subject shows 20. */
const fullWidth: Partial<Record<Measure['unit'], number>> = { weighted: 2, columns: 2, subject: 2.5 };

function toFigure(measure: Measure, locale: string, t: Translate): Omit<Figure, 'part' | 'hasBlanks'> | undefined {
  const { unit, count, limit, shown, pieces = 1 } = measure;
  const state = stateOf(measure);
  const most = state === 'cut' ? shown : (limit ?? shown);
  if (most === undefined) return undefined;
  const words: Readonly<Record<FigureState, string>> = {
    fits: '',
    'in-pieces': t('in {0} parts', pieces),
    cut: t('partly shown'),
    over: t('too long'),
  };
  const divisor = (/^(?:ja|zh|ko)\b/i.test(locale) ? fullWidth[unit] : undefined) ?? 1;
  const room = Math.floor(most / divisor);
  // What is too much is never rounded to what fits.
  const least = state === 'over' || state === 'cut' ? room + 1 : 0;
  const figure = t('{0} / {1}', Math.max(least, Math.round(count / divisor)), room);
  const sign = state === 'over' ? '▲ ' : state === 'fits' ? '' : '◆ ';
  const text = [`${sign}${figure}`, ...(unit === 'bytes' ? [t('bytes')] : []), words[state]].join(' ').trim();
  return { unit, state, text, share: count / most };
}
