import type { Severity } from '../lint/finding';
import type { Step } from '../model/playbook';
import type { Translate } from '../text/translate';
import { drawEdges, drawLabel } from './drawEdge';
import { drawStep } from './drawStep';
import type { Markup } from './markup';
import type { Band, PlacedFlow } from './place';
import { round } from './route';
import { sizes } from './sizes';
import { fileStyles } from './styles.generated';
import { textWidth } from './textWidth';
import { toSvg } from './toHtml';
import { phaseWords } from './words';
import { plainText } from './wrapLabel';

export interface DrawOptions {
  readonly t: Translate;
  /** Of the playbook: the language of what is written in the boxes. */
  readonly locale: string;
  /** The findings on a step by its id, shown as a sign of the worst. */
  readonly problems?: ReadonlyMap<string, { readonly severity: Severity; readonly messages: readonly string[] }>;
  /** Seconds until the step is done on its worst path; nothing is shown behind a loop, where there is no worst. */
  readonly doneAfter?: (step: Step) => number | undefined;
  /** A loop leads to the step: that time is the one of the first time. */
  readonly isRepeated?: (step: Step) => boolean;
  /** Names of the classes in which an announcement is made; empty where no class tells anything about it. */
  readonly classesOf?: (step: Step) => readonly string[];
  /** For a file: no focus, no buttons, its own styles. */
  readonly still?: boolean;
  /** What a scenario or a way leads through; the rest steps back. Default: everything. */
  readonly lit?: Lit | undefined;
  /** Two versions in one drawing. */
  readonly marks?: Marks | undefined;
  /** Channels that can't be used. */
  readonly dead?: ReadonlySet<string> | undefined;
}

/** What is not as it was, by the ids of boxes. */
export interface Marks {
  readonly of: (box: string) => 'added' | 'removed' | 'changed' | undefined;
  readonly between: (from: string, to: string) => 'added' | 'removed' | 'changed' | undefined;
}

/** By the ids of boxes; a line is lit where one of its ways is gone. */
export interface Lit {
  readonly has: (box: string) => boolean;
  readonly goes: (from: string, to: string) => boolean;
}

/** Around the picture. */
const margin = 24;

/** The flow as an SVG tree. Colours are the page's, through `--up-…`; see `drawing.css`. */
export function drawFlow(placed: PlacedFlow, options: DrawOptions): Markup {
  const { t, locale } = options;
  const { flow } = placed.graph;
  const words = phaseWords(t);
  const names = placed.bands.map(({ phase }) => (phase === undefined ? '' : words[phase]));
  const column = placed.bands.length === 0 ? 0 : Math.ceil(Math.max(...names.map(phaseWidth))) + 28;
  const left = column + margin;
  const width = Math.ceil(placed.width + left + margin);
  const height = Math.ceil(placed.height + 2 * margin);
  const title = plainText(flow.title?.value ?? flow.id);
  const count = placed.steps.filter(({ step }) => step !== undefined).length;
  const move = `translate(${left},${margin})`;
  return {
    tag: 'svg',
    key: `flow-${flow.id}`,
    attributes: {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'up-flow',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      lang: locale,
      role: options.still ? 'img' : 'group',
      'aria-label': count === 1 ? t('Flow "{0}", 1 step', title) : t('Flow "{0}", {1} steps', title, count),
      'data-flow': flow.id,
    },
    children: [
      { tag: 'title', key: 'title', children: [title] },
      ...(flow.trigger === undefined
        ? []
        : [{ tag: 'desc', key: 'desc', children: [t('Begins when: {0}', plainText(flow.trigger.value))] }]),
      ...(options.still
        ? [
            { tag: 'style', key: 'style', children: [fileStyles] },
            { tag: 'rect', key: 'paper', attributes: { class: 'up-paper', width, height } },
          ]
        : []),
      {
        tag: 'g',
        key: 'bands',
        attributes: { class: 'up-bands', 'aria-hidden': 'true' },
        children: placed.bands.map((band, at) =>
          drawBand(band, at, names[at] ?? '', placed, { column, width, height }),
        ),
      },
      {
        tag: 'g',
        key: 'edges',
        attributes: { class: 'up-edges', transform: move, 'aria-hidden': 'true' },
        children: drawEdges(placed.edges, options),
      },
      {
        tag: 'g',
        key: 'labels',
        attributes: { class: 'up-labels', transform: move, 'aria-hidden': 'true' },
        children: placed.edges.flatMap((edge) =>
          edge.labelAt === undefined ? [] : drawLabel(edge, edge.labelAt, options),
        ),
      },
      {
        tag: 'g',
        key: 'steps',
        attributes: { class: 'up-steps', transform: move },
        children: drawSteps(placed, options),
      },
    ],
  };
}

/** The drawing as an SVG file in the light theme, with all that it needs. */
export function placedToSvgText(placed: PlacedFlow, options: Omit<DrawOptions, 'still'>): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toSvg(drawFlow(placed, { ...options, still: true }))}\n`;
}

function drawSteps(placed: PlacedFlow, options: DrawOptions): readonly Markup[] {
  const byId = new Map(placed.steps.map((step) => [step.id, step]));
  const ways = new Map<string, { name: string; label: string; to: string }[]>();
  const previous = new Map<string, string[]>();
  for (const { from, to, label } of placed.edges) {
    ways.set(from, [...(ways.get(from) ?? []), { name: byId.get(to)?.face.full ?? to, label: label?.full ?? '', to }]);
    previous.set(to, [...(previous.get(to) ?? []), from]);
  }
  const count = placed.steps.filter(({ step }) => step !== undefined).length;
  let place = 0;
  return placed.steps.map((step) => {
    if (step.step !== undefined) place++;
    return drawStep(
      step,
      { place, count, ways: ways.get(step.id) ?? [], previous: previous.get(step.id) ?? [] },
      options,
    );
  });
}

const phaseWidth = (name: string) => textWidth(name, sizes.edge, 'bold');

/** A phase: its name at the left, and a fine line where the next begins. */
function drawBand(
  band: Band,
  at: number,
  name: string,
  placed: PlacedFlow,
  { column, width, height }: { readonly column: number; readonly width: number; readonly height: number },
): Markup {
  const last = at === placed.bands.length - 1;
  const top = at === 0 ? 0 : round(band.y + margin);
  const bottom = last ? height : round(band.y + margin + band.height);
  return {
    tag: 'g',
    key: `band-${at}`,
    attributes: { class: 'up-phase-band', 'data-phase': band.phase },
    children: [
      {
        tag: 'rect',
        key: 'column',
        attributes: { class: 'up-phase-column', x: 0, y: top, width: column, height: round(bottom - top) },
      },
      ...(at === 0
        ? []
        : [{ tag: 'path', key: 'line', attributes: { class: 'up-band-line', d: `M0,${top}H${width}` } }]),
      {
        tag: 'text',
        key: 'name',
        attributes: { class: 'up-phase', x: 14, y: round((at === 0 ? 0 : top) + 26) },
        children: [name],
      },
    ],
  };
}
