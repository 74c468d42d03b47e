import type { Severity } from '../lint/finding';
import type { Step } from '../model/playbook';
import type { Translate } from '../text/translate';
import { type DrawnStep, kindWords, phaseWords, sizes } from './graph';
import type { Point } from './layout';
import type { Markup } from './markup';
import { labelHeight, type PlacedEdge, type PlacedFlow, type PlacedStep } from './place';
import { glyph, inset, outline } from './shapes';
import { textWidth } from './textWidth';

export interface DrawOptions {
  readonly t: Translate;
  /** Of the playbook: the language of what is written in the boxes. */
  readonly locale: string;
  /** The worst finding on a step, shown as a sign on it. */
  readonly problems?: ReadonlyMap<string, { readonly severity: Severity; readonly messages: readonly string[] }>;
  /** Seconds until the step is done on its worst path; nothing is shown behind a loop, where there is no worst. */
  readonly doneAfter?: (step: Step) => number | undefined;
}

/** Around the picture, and the column in which phases are named. */
const margin = 28;
const phaseColumn = 92;

/** The flow as an SVG tree. Colours are the page's (`--up-…`); a file brings its own (`standaloneStyle`). */
export function drawFlow(placed: PlacedFlow, options: DrawOptions): Markup {
  const { t, locale } = options;
  const left = placed.bands.length > 0 ? phaseColumn : margin;
  const clearance = placed.steps.length > 0 ? 22 : 0;
  const width = Math.ceil(placed.width + left + margin);
  const height = Math.ceil(placed.height + 2 * clearance + 8);
  const { flow } = placed.graph;
  const title = flow.title?.value ?? flow.id;
  const words = phaseWords(t);
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
      role: 'group',
      'aria-label': t('Flow "{0}", {1} steps', title, placed.steps.length),
      'data-flow': flow.id,
    },
    children: [
      { tag: 'title', key: 'title', children: [title] },
      {
        tag: 'g',
        key: 'bands',
        attributes: { class: 'up-bands', 'aria-hidden': 'true' },
        children: placed.bands.map(({ phase, y, height: bandHeight }, index) => ({
          tag: 'g',
          key: phase,
          children: [
            {
              tag: 'rect',
              attributes: {
                class: index % 2 === 0 ? 'up-band' : 'up-band up-band-odd',
                x: 0,
                y: y + clearance,
                width,
                height: bandHeight,
              },
            },
            { tag: 'text', attributes: { class: 'up-phase', x: 14, y: y + clearance + 22 }, children: [words[phase]] },
          ],
        })),
      },
      {
        tag: 'g',
        key: 'edges',
        attributes: { class: 'up-edges', transform: `translate(${left},${clearance})`, 'aria-hidden': 'true' },
        children: placed.edges.map((edge) => drawEdge(edge, placed)),
      },
      {
        tag: 'g',
        key: 'steps',
        attributes: { transform: `translate(${left},${clearance})` },
        children: placed.steps.map((step, index) => drawStep(step, index, placed, options)),
      },
      {
        tag: 'g',
        key: 'labels',
        attributes: { class: 'up-labels', transform: `translate(${left},${clearance})`, 'aria-hidden': 'true' },
        children: placed.edges.flatMap((edge) => (edge.labelAt === undefined ? [] : [drawLabel(edge, edge.labelAt)])),
      },
    ],
  };
}

function drawStep(step: PlacedStep, index: number, placed: PlacedFlow, options: DrawOptions): Markup {
  const { t, problems, doneAfter } = options;
  const centre = step.x + step.width / 2;
  const hasHead = step.head !== '';
  let y = step.y + sizes.padY;
  const texts: Markup[] = [];
  if (hasHead) {
    const from = centre - (textWidth(step.head, sizes.small) + 16) / 2;
    texts.push(glyph(step.kind, from, y), line('up-head', from + 16, y + 10.5, step.head, 'start'));
    y += sizes.smallLine + 2;
  }
  for (const label of step.lines) {
    texts.push(line('up-label', centre, y + 13, label));
    y += sizes.line;
  }
  y += 2;
  for (const foot of step.foot) {
    texts.push(line('up-foot', centre, y + 10, foot));
    y += sizes.smallLine;
  }
  const problem = problems?.get(step.id);
  const seconds = step.step === undefined ? undefined : doneAfter?.(step.step);
  const { flow } = placed.graph;
  return {
    tag: 'g',
    key: step.id,
    attributes: {
      class: `up-step up-${step.kind}`,
      'data-step': step.id,
      'data-src': step.step === undefined ? undefined : `flows.${flow.id}.steps.${step.id}`,
      role: 'button',
      tabindex: '-1',
      'aria-label': describe(step, index, placed, options),
    },
    children: [
      { tag: 'title', key: 'title', children: [tooltip(step, problem?.messages ?? [])] },
      ...outline(step).map((shape, at) => ({ ...shape, key: `shape${at}` })),
      ...texts.map((text, at) => ({ ...text, key: `text${at}` })),
      ...(seconds === undefined || seconds === 0 || !Number.isFinite(seconds) ? [] : [clock(step, seconds, t)]),
      ...(problem === undefined ? [] : [badge(step, problem.severity)]),
    ],
  };
}

function line(className: string, x: number, y: number, text: string, anchor = 'middle'): Markup {
  return {
    tag: 'text',
    attributes: { class: className, x: round(x), y: round(y), 'text-anchor': anchor },
    children: [text],
  };
}

function tooltip({ step, lines, id }: DrawnStep, messages: readonly string[]): string {
  const title = step?.title?.value ?? lines.join('');
  const note = step?.note?.value.trim() ?? (step?.kind === 'do' ? step.task?.value.trim() : undefined);
  return [title === id ? id : `${title} (${id})`, ...(note === undefined ? [] : [note]), ...messages].join('\n');
}

/** What a screen reader says: place, kind, name, where it leads. */
function describe(
  { step, kind, lines, id }: PlacedStep,
  index: number,
  { steps, edges }: PlacedFlow,
  { t, problems }: DrawOptions,
): string {
  const word = kind === 'ghost' ? t('not defined') : kind === 'unknown' ? t('unknown kind') : kindWords(t)[kind];
  const next = edges
    .filter(({ from }) => from === id)
    .map(({ to, label }) => {
      const target = steps.find((other) => other.id === to);
      const name = target?.step?.title?.value ?? to;
      return label === '' ? name : `${label}: ${name}`;
    });
  return [
    t('{0} of {1}', index + 1, steps.length),
    word,
    step?.title?.value ?? lines.join(''),
    ...(next.length === 0 ? [] : [t('next: {0}', next.join(t(', ')))]),
    ...(problems?.get(id)?.messages ?? []),
  ].join(t(', '));
}

/** The minute at which the step is done at worst, at its upper right corner. */
function clock(step: PlacedStep, seconds: number, t: Translate): Markup {
  const text = t('≤ {0} min', Math.ceil(seconds / 60));
  return { ...line('up-clock', step.x + step.width - 4, step.y - 5, text, 'end'), key: 'clock' };
}

/** A sign of its own for each severity: a triangle, a diamond, a dot. */
function badge({ x, y, width }: PlacedStep, severity: Severity): Markup {
  const cx = x + width - 2;
  const cy = y + 2;
  const shapes: Readonly<Record<Severity, string>> = {
    error: `M${cx},${cy - 9}L${cx + 9},${cy + 7}H${cx - 9}Z`,
    warning: `M${cx},${cy - 8}L${cx + 8},${cy}L${cx},${cy + 8}L${cx - 8},${cy}Z`,
    info: `M${cx - 6},${cy}A6,6 0 1 1 ${cx + 6},${cy}A6,6 0 1 1 ${cx - 6},${cy}Z`,
  };
  return {
    tag: 'g',
    key: 'badge',
    attributes: { class: `up-badge up-badge-${severity}` },
    children: [
      { tag: 'path', attributes: { d: shapes[severity] } },
      {
        tag: 'text',
        attributes: { x: cx, y: cy + (severity === 'error' ? 5 : 4), 'text-anchor': 'middle' },
        children: [severity === 'info' ? 'i' : '!'],
      },
    ],
  };
}

function drawEdge(edge: PlacedEdge, { steps }: PlacedFlow): Markup {
  const points = attach(edge, steps);
  const end = points.at(-1);
  const before = points.at(-2);
  const children: Markup[] = [{ tag: 'path', attributes: { class: 'up-line', d: rounded(points) } }];
  if (end !== undefined && before !== undefined)
    children.push({ tag: 'path', attributes: { class: 'up-arrow', d: arrow(before, end) } });
  return {
    tag: 'g',
    key: edge.id,
    attributes: { class: `up-edge up-via-${edge.via}`, 'data-from': edge.from, 'data-to': edge.to },
    children,
  };
}

/** ELK ends lines at the box; they go on to the outline. */
function attach({ points, from, to }: PlacedEdge, steps: readonly PlacedStep[]): readonly Point[] {
  const source = steps.find(({ id }) => id === from);
  const target = steps.find(({ id }) => id === to);
  return points.map((point, index) => {
    if (index === 0 && source !== undefined) return onOutline(point, source);
    if (index === points.length - 1 && target !== undefined) return onOutline(point, target);
    return point;
  });
}

function onOutline({ x, y }: Point, step: PlacedStep): Point {
  const away = inset(step, x);
  return { x, y: Math.abs(y - step.y) < 1 ? y + away : Math.abs(y - step.y - step.height) < 1 ? y - away : y };
}

/** Right angles with small round corners. */
function rounded(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let d = `M${round(first.x)},${round(first.y)}`;
  let at = first;
  for (const [index, point] of rest.entries()) {
    const next = rest[index + 1];
    if (next === undefined) {
      d += `L${round(point.x)},${round(point.y)}`;
      break;
    }
    const radius = Math.min(7, distance(at, point) / 2, distance(point, next) / 2);
    const enter = toward(point, at, radius);
    const leave = toward(point, next, radius);
    d += `L${round(enter.x)},${round(enter.y)}Q${round(point.x)},${round(point.y)} ${round(leave.x)},${round(leave.y)}`;
    at = point;
  }
  return d;
}

function arrow(before: Point, end: Point): string {
  const back = toward(end, before, 8);
  const dx = ((end.y - before.y) / (distance(before, end) || 1)) * 4;
  const dy = ((before.x - end.x) / (distance(before, end) || 1)) * 4;
  return `M${round(end.x)},${round(end.y)}L${round(back.x + dx)},${round(back.y + dy)}L${round(back.x - dx)},${round(back.y - dy)}Z`;
}

function drawLabel({ id, from, to, label, labelWidth }: PlacedEdge, { x, y }: Point): Markup {
  return {
    tag: 'g',
    key: id,
    attributes: { class: 'up-answer', 'data-from': from, 'data-to': to },
    children: [
      {
        tag: 'rect',
        attributes: {
          x: round(x - labelWidth / 2),
          y: round(y - labelHeight / 2),
          width: round(labelWidth),
          height: labelHeight,
          rx: 4,
        },
      },
      line('up-answer-text', x, y + 4, label),
    ],
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function toward(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
