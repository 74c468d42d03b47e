import type { Markup } from '../draw/markup';
import { type Figure, figuresOf } from '../limits/figures';
import type { Limits } from '../limits/limits';
import type { PartName, Playbook, Variant } from '../model/playbook';
import type { Translate } from '../text/translate';

/** How full each part is with every variable at its longest, as its channel counts. */
export function meters(variant: Variant, playbook: Playbook, limits: Limits, t: Translate): readonly Markup[] {
  const figures = figuresOf(variant, playbook, limits, t);
  if (figures.length === 0) return [];
  return [
    {
      tag: 'ul',
      key: 'meters',
      attributes: { class: 'up-meters', 'aria-label': t('Length with every blank at its longest') },
      children: figures.map((figure) => row(figure, t)),
    },
  ];
}

function row({ part, unit, state, text, share, hasBlanks }: Figure, t: Translate): Markup {
  const name = partWords(t)[part];
  return {
    tag: 'li',
    key: `${part}-${unit}`,
    attributes: { class: state === 'over' ? 'up-over' : state === 'fits' ? '' : 'up-tight' },
    children: [
      { tag: 'span', children: [hasBlanks ? t('{0}, at its longest', name) : name] },
      { tag: 'span', children: [text] },
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
              width: Math.min(100, Math.round(share * 100)),
              height: 4,
            },
          },
        ],
      },
    ],
  };
}

export function partWords(t: Translate): Readonly<Record<PartName, string>> {
  return { subject: t('Subject'), title: t('Title'), body: t('Text'), caption: t('Caption'), story: t('Story') };
}
