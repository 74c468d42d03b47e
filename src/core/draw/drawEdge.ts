import type { DrawOptions } from './drawFlow';
import { markWidth } from './edgeLabel';
import { impactShape } from './glyphs';
import type { Point } from './layout';
import type { Markup } from './markup';
import type { PlacedEdge } from './place';
import { arrowOf, pathOf, round } from './route';
import { sizes } from './sizes';

const arrowLength = 9;

/** Lines to one step are drawn together, so that none hides where another joins it. */
export function drawEdges(edges: readonly PlacedEdge[], light: Light): readonly Markup[] {
  const groups = new Map<string, PlacedEdge[]>();
  for (const edge of edges) groups.set(edge.to, [...(groups.get(edge.to) ?? []), edge]);
  return [...groups].map(([to, group]) => ({
    tag: 'g',
    key: to,
    children: [
      // Where lines to different steps cross, the later one passes over.
      ...group.map(({ id, points }) => ({
        tag: 'path',
        key: `halo-${id}`,
        attributes: { class: 'up-halo', d: pathOf(points, arrowLength + 4) },
      })),
      ...group.map((edge) => drawEdge(edge, light)),
    ],
  }));
}

type Light = Pick<DrawOptions, 'lit' | 'marks'>;

/** What is not lit steps back, and what is comes forward; of two versions, what is new and what is gone. */
function lightOf({ lit, marks }: Light, from: string, to: string): string {
  const mark = marks?.between(from, to);
  const light = lit === undefined ? '' : lit.goes(from, to) ? ' up-lit' : ' up-off';
  return mark === undefined ? light : `${light} up-diff-${mark}`;
}

function drawEdge(edge: PlacedEdge, light: Light): Markup {
  const line = pathOf(edge.points, arrowLength - 2);
  return {
    tag: 'g',
    key: edge.id,
    attributes: {
      class: `up-edge up-via-${edge.via}${edge.back ? ' up-back' : ''}${lightOf(light, edge.from, edge.to)}`,
      'data-from': edge.from,
      'data-to': edge.to,
    },
    children: [
      { tag: 'path', key: 'line', attributes: { class: 'up-line', d: line } },
      { tag: 'path', key: 'arrow', attributes: { class: 'up-arrow', d: arrowOf(edge.points, arrowLength) } },
    ],
  };
}

export function drawLabel({ id, from, to, via, label }: PlacedEdge, { x, y }: Point, light: Light): readonly Markup[] {
  if (label === undefined) return [];
  return [
    {
      tag: 'g',
      key: id,
      attributes: { class: `up-answer up-via-${via}${lightOf(light, from, to)}`, 'data-from': from, 'data-to': to },
      children: [
        { tag: 'title', key: 'title', children: [label.full] },
        {
          tag: 'rect',
          key: 'back',
          attributes: { x: round(x), y: round(y), width: label.width, height: label.height, rx: 4 },
        },
        ...label.lines.flatMap((line, at): Markup[] => {
          const baseline = y + 2 + at * sizes.edgeLine + 12.5;
          return [
            ...(line.impact === undefined
              ? []
              : [
                  {
                    tag: 'path',
                    key: `mark${at}`,
                    attributes: {
                      class: `up-impact up-impact-${line.impact}`,
                      d: impactShape(line.impact, round(x + 13), round(baseline - 4.5)),
                    },
                  },
                ]),
            {
              tag: 'text',
              key: `text${at}`,
              attributes: { class: 'up-answer-text', x: round(x + 6 + markWidth(line)), y: round(baseline) },
              children: [line.text],
            },
          ];
        }),
      ],
    },
  ];
}
