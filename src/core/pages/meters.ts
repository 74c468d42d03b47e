import type { Markup } from '../draw/markup';
import type { Limits } from '../limits/limits';
import { longest } from '../limits/longest';
import { type Measure, measures } from '../limits/measure';
import type { PartName, Playbook, Variant } from '../model/playbook';
import type { Translate } from '../text/translate';

const parts: readonly PartName[] = ['subject', 'title', 'body', 'caption', 'story'];

/** How full each part is with every variable at its longest, as its channel counts. */
export function meters(variant: Variant, playbook: Playbook, limits: Limits, t: Translate): readonly Markup[] {
  const type = variant.channel.target?.type;
  if (type === undefined) return [];
  const known = parts.flatMap((part) => {
    const text = variant.parts[part];
    if (text === undefined) return [];
    const found = measures(type, part, longest(text, playbook, variant.message.locale), limits);
    const input = { part, locale: variant.message.locale, hasBlanks: text.placeholders.length > 0, t };
    // The first is what its writers count; of the others only what goes wrong is worth a line.
    return found
      .filter((measure, index) => index === 0 || stateOf(measure) !== 'fits')
      .flatMap((measure) => row(measure, input) ?? []);
  });
  if (known.length === 0) return [];
  return [
    {
      tag: 'ul',
      key: 'meters',
      attributes: { class: 'up-meters', 'aria-label': t('Length with every blank at its longest') },
      children: known,
    },
  ];
}

type State = 'fits' | 'in-pieces' | 'cut' | 'over';

function stateOf({ count, limit, shown, pieces = 1 }: Measure): State {
  if (limit !== undefined && count > limit) return 'over';
  if (pieces > 1) return 'in-pieces';
  return shown !== undefined && count > shown ? 'cut' : 'fits';
}

/** Those who write in full-width characters count them: X takes 140 of them, a subject shows 20. */
const fullWidth: Partial<Record<Measure['unit'], number>> = { weighted: 2, columns: 2, subject: 2.5 };

interface RowInput {
  readonly part: PartName;
  readonly locale: string;
  readonly hasBlanks: boolean;
  readonly t: Translate;
}

function row(measure: Measure, { part, locale, hasBlanks, t }: RowInput): Markup | undefined {
  const { unit, count, limit, shown, pieces = 1 } = measure;
  const state = stateOf(measure);
  const most = state === 'cut' ? shown : (limit ?? shown);
  if (most === undefined) return undefined;
  const words: Readonly<Record<State, string>> = {
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
  const name = partWords(t)[part];
  return {
    tag: 'li',
    key: `${part}-${unit}`,
    attributes: { class: state === 'over' ? 'up-over' : state === 'fits' ? '' : 'up-tight' },
    children: [
      { tag: 'span', children: [hasBlanks ? t('{0}, at its longest', name) : name] },
      {
        tag: 'span',
        children: [[`${sign}${figure}`, ...(unit === 'bytes' ? [t('bytes')] : []), words[state]].join(' ').trim()],
      },
      {
        tag: 'svg',
        attributes: { class: 'up-track', viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
        children: [
          { tag: 'rect', attributes: { class: 'up-track-back', x: 0, y: 0, width: 100, height: 4 } },
          {
            tag: 'rect',
            attributes: {
              class: 'up-track-fill',
              x: 0,
              y: 0,
              width: Math.min(100, Math.round((count / most) * 100)),
              height: 4,
            },
          },
        ],
      },
    ],
  };
}

function partWords(t: Translate): Readonly<Record<PartName, string>> {
  return { subject: t('Subject'), title: t('Title'), body: t('Text'), caption: t('Caption'), story: t('Story') };
}
