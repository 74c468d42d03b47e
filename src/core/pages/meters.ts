import type { Markup } from '../draw/markup';
import { longest } from '../limits/longest';
import { type Measure, measures } from '../limits/measure';
import type { PartName, Playbook, Variant } from '../model/playbook';
import type { Translate } from '../text/translate';

const parts: readonly PartName[] = ['subject', 'title', 'body', 'caption', 'story'];

/** How full each part is with every variable at its longest, as its channel counts. */
export function meters(variant: Variant, playbook: Playbook, t: Translate): readonly Markup[] {
  const type = variant.channel.target?.type;
  if (type === undefined) return [];
  const rows = parts.flatMap((part) => {
    const text = variant.parts[part];
    if (text === undefined) return [];
    return measures(type, part, longest(text, playbook, variant.message.locale)).map((measure) =>
      row(part, measure, { locale: variant.message.locale, hasBlanks: text.placeholders.length > 0, t }),
    );
  });
  const known = rows.filter((found) => found !== undefined);
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

interface RowInput {
  readonly locale: string;
  readonly hasBlanks: boolean;
  readonly t: Translate;
}

function row(
  part: PartName,
  { unit, count, limit, shown }: Measure,
  { locale, hasBlanks, t }: RowInput,
): Markup | undefined {
  const most = limit ?? shown;
  if (most === undefined) return undefined;
  const isOver = limit !== undefined && count > limit;
  const isCut = !isOver && shown !== undefined && count > shown;
  const state = isOver ? t('too long') : isCut ? t('partly shown') : '';
  // X counts a full-width character as two; those who write in them count characters: 140.
  const divisor = unit === 'weighted' && /^(?:ja|zh|ko)\b/i.test(locale) ? 2 : 1;
  const figure = t(
    '{0} / {1}',
    Math.ceil(count / divisor),
    Math.floor((isCut && shown !== undefined ? shown : most) / divisor),
  );
  return {
    tag: 'li',
    key: `${part}-${unit}-${most}`,
    attributes: { class: isOver ? 'up-over' : isCut ? 'up-tight' : '' },
    children: [
      {
        tag: 'span',
        children: [hasBlanks ? t('{0}, at its longest', partWords(t)[part]) : partWords(t)[part]],
      },
      {
        tag: 'span',
        children: [
          `${isOver ? '▲ ' : isCut ? '◆ ' : ''}${figure}${unit === 'bytes' ? ` ${t('bytes')}` : ''}${state === '' ? '' : ` ${state}`}`,
        ],
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
