import type { Severity } from '../lint/finding';
import type { DrawOptions } from './drawFlow';
import type { Chip } from './face';
import { glyphs } from './glyphs';
import type { Markup } from './markup';
import type { PlacedStep } from './place';
import { round } from './route';
import { innerLines, insetsOf, outlineOf } from './shapes';
import { sizes } from './sizes';
import { textWidth } from './textWidth';
import { phaseWords, shortDuration } from './words';
import { plainText } from './wrapLabel';

/** Where the step stands among the others. */
export interface Surroundings {
  /** Of `count` steps, from 1. */
  readonly place: number;
  readonly count: number;
  readonly ways: readonly { readonly name: string; readonly label: string; readonly to: string }[];
  readonly previous: readonly string[];
}

export function drawStep(placed: PlacedStep, around: Surroundings, options: DrawOptions): Markup {
  const { id, step, kind, unreachable } = placed;
  const problem = step === undefined ? undefined : options.problems?.get(id);
  const name = step === undefined ? placed.face.full : spoken(placed, around, options);
  const light = options.lit === undefined ? '' : options.lit.has(id) ? ' up-lit' : ' up-off';
  const mark = options.marks?.of(id);
  const src = step === undefined ? undefined : `flows.${step.flow.id}.steps.${id}`;
  return {
    tag: 'g',
    key: id,
    attributes: {
      class: `up-step up-${kind}${unreachable ? ' up-unreachable' : ''}${light}${mark === undefined ? '' : ` up-diff-${mark}`}`,
      'data-step': step === undefined ? undefined : id,
      'data-src': src,
      // Ids hold no spaces.
      'data-next': around.ways.length === 0 ? undefined : around.ways.map(({ to }) => to).join(' '),
      'data-previous': around.previous.length === 0 ? undefined : around.previous.join(' '),
      // One stop of the tab key; arrows lead on from there.
      ...(options.still
        ? { role: 'img' }
        : step === undefined
          ? { role: 'img', 'data-unfold': kind === 'fold' ? id.slice(1) : undefined }
          : { role: 'group', 'aria-roledescription': options.t('step'), tabindex: around.place === 1 ? '0' : '-1' }),
      'aria-label': name,
    },
    children: [
      { tag: 'title', key: 'title', children: [tooltip(placed, problem?.messages ?? [], options)] },
      { tag: 'path', key: 'focus', attributes: { class: 'up-focus', d: outlineOf(kind, grown(placed)) } },
      { tag: 'path', key: 'shape', attributes: { class: 'up-shape', d: outlineOf(kind, placed) } },
      // Said by the label of the whole step, with more than fits into the box.
      {
        tag: 'g',
        key: 'face',
        attributes: { 'aria-hidden': 'true' },
        children: [
          ...(mark === undefined ? [] : [diffBadge(placed, mark)]),
          ...inner(placed),
          ...texts(placed, options),
          ...corner(placed, problem?.severity, options),
        ],
      },
    ],
  };
}

/** A sign at the upper left corner: plus, minus or a wave, so that nobody needs the colour. */
function diffBadge({ x, y }: PlacedStep, mark: 'added' | 'removed' | 'changed'): Markup {
  const signs = {
    added: `M${x - 5},${y}h10m-5,-5v10`,
    removed: `M${x - 5},${y}h10`,
    changed: `M${x - 5.5},${y + 1.5}q2.75,-5.5 5.5,-1.5t5.5,-1.5`,
  };
  return {
    tag: 'g',
    key: 'diff',
    attributes: { class: `up-diff-badge up-diff-badge-${mark}` },
    children: [
      { tag: 'circle', key: 'ground', attributes: { cx: round(x), cy: round(y), r: 9 } },
      { tag: 'path', key: 'sign', attributes: { d: signs[mark] } },
    ],
  };
}

/** Around the outline, for the ring of the focus. */
function grown(box: PlacedStep) {
  return { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8 };
}

function inner(placed: PlacedStep): readonly Markup[] {
  const d = innerLines(placed.kind, placed);
  return d === undefined ? [] : [{ tag: 'path', key: 'inner', attributes: { class: 'up-inner', d } }];
}

function texts({ kind, face, x, y, width }: PlacedStep, { dead }: DrawOptions): readonly Markup[] {
  const { left, top } = insetsOf(kind);
  const centred = kind === 'end' || kind === 'start';
  const at = centred ? x + width / 2 : x + left;
  const found: Markup[] = [];
  let line = y + top;
  const write = (
    className: string,
    text: string,
    baseline: number,
    from = at,
    anchor = centred ? 'middle' : undefined,
  ) =>
    found.push({
      tag: 'text',
      key: `text${found.length}`,
      attributes: { class: className, x: round(from), y: round(baseline), 'text-anchor': anchor },
      children: [text],
    });
  if (face.head !== '') {
    const from = centred ? at - (textWidth(face.head, sizes.small, 'bold') + sizes.glyph + 5) / 2 : at;
    found.push({
      tag: 'path',
      key: 'glyph',
      attributes: { class: 'up-glyph', d: glyphs[kind], transform: `translate(${round(from)},${round(line + 1)})` },
    });
    write('up-head', face.head, line + 12.5, from + sizes.glyph + 5, 'start');
    line += sizes.headLine;
  }
  for (const text of face.title) {
    write(kind === 'start' ? 'up-trigger-text' : 'up-label', text, line + (kind === 'start' ? 13 : 15));
    line += kind === 'start' ? 18 : sizes.titleLine;
  }
  for (const text of face.details) {
    write('up-foot', text, line + 12.5);
    line += sizes.smallLine;
  }
  line += 4;
  for (const row of face.chips) {
    let from = x + left;
    for (const chip of row) {
      const isDead = chip.channel !== undefined && dead?.has(chip.channel) === true;
      found.push(drawChip(chip, isDead, from, line, found.length));
      from += chip.width + sizes.chipGap;
    }
    line += sizes.chipHeight + sizes.chipGap;
  }
  return found;
}

function drawChip({ text, width, channel }: Chip, isDead: boolean, x: number, y: number, at: number): Markup {
  return {
    tag: 'g',
    key: `chip${at}`,
    attributes: {
      class: `up-chip${channel === undefined ? ' up-chip-several' : ''}${isDead ? ' up-chip-dead' : ''}`,
      'data-channel': channel,
    },
    children: [
      {
        tag: 'rect',
        key: 'back',
        attributes: { x: round(x), y: round(y), width, height: sizes.chipHeight, rx: sizes.chipHeight / 2 },
      },
      {
        tag: 'text',
        key: 'text',
        attributes: { class: 'up-chip-text', x: round(x + width / 2), y: round(y + 14), 'text-anchor': 'middle' },
        children: [text],
      },
      ...(isDead
        ? [
            {
              tag: 'path',
              key: 'dead',
              attributes: {
                class: 'up-chip-cross',
                d: `M${round(x + 4)},${round(y + sizes.chipHeight - 4)}L${round(x + width - 4)},${round(y + 4)}`,
              },
            },
          ]
        : []),
    ],
  };
}

/** At the right of the first line: the minute at worst, and the sign of a finding. */
function corner(placed: PlacedStep, severity: Severity | undefined, { t, doneAfter }: DrawOptions): readonly Markup[] {
  const { step, kind, face, x, y, width } = placed;
  if (step === undefined) return [];
  const { right, top } = insetsOf(kind);
  const found: Markup[] = [];
  // A pill is no wider than its words: the sign stands in its round end.
  const badgeAt = kind === 'end' ? x + width - 12 : x + width - right - 6;
  if (severity !== undefined) found.push(badge(badgeAt, y + top + 8, severity));
  const seconds = doneAfter?.(step);
  if (seconds === undefined || seconds === 0 || !Number.isFinite(seconds) || kind === 'end') return found;
  const text = `≤ ${shortDuration(Math.ceil(seconds / 60) * 60, t)}`;
  const end = x + width - right - (severity === undefined ? 0 : 20) - (kind === 'gather' ? 4 : 0);
  const taken = sizes.glyph + 5 + textWidth(face.head, sizes.small, 'bold');
  if (end - textWidth(text, sizes.small) < x + insetsOf(kind).left + taken + 6) return found;
  found.push({
    tag: 'text',
    key: 'clock',
    attributes: { class: 'up-clock', x: round(end), y: round(y + top + 12.5), 'text-anchor': 'end' },
    children: [text],
  });
  return found;
}

/** A sign of its own for each severity: a triangle, a diamond, a dot. */
function badge(x: number, y: number, severity: Severity): Markup {
  const shapes: Readonly<Record<Severity, string>> = {
    error: `M${x - 3.3},${y - 8}h6.6l4.7,4.7v6.6l-4.7,4.7h-6.6l-4.7,-4.7v-6.6Z`,
    warning: `M${x},${y - 8}L${x + 8.5},${y + 7}H${x - 8.5}Z`,
    info: `M${x - 7},${y}a7,7 0 1 0 14,0a7,7 0 1 0 -14,0`,
  };
  const marks: Readonly<Record<Severity, string>> = {
    error: `M${x - 3},${y - 3}l6,6m0,-6l-6,6`,
    warning: `M${x},${y - 3}v4.5m0,2.9v.01`,
    info: `M${x},${y - 0.5}v3.7m0,-6.6v.01`,
  };
  return {
    tag: 'g',
    key: 'badge',
    attributes: { class: `up-badge up-badge-${severity}` },
    children: [
      { tag: 'path', key: 'shape', attributes: { class: 'up-badge-shape', d: shapes[severity] } },
      { tag: 'path', key: 'mark', attributes: { class: 'up-badge-mark', d: marks[severity] } },
    ],
  };
}

const longest = 600;

/** All that the box had no room for. */
function tooltip(
  { step, face, unreachable }: PlacedStep,
  messages: readonly string[],
  { t, doneAfter, isRepeated }: DrawOptions,
): string {
  if (step === undefined) return [face.full, ...face.details].join('\n');
  const seconds = doneAfter?.(step);
  const lines = [
    face.full === step.id ? step.id : `${face.full} (${step.id})`,
    ...(unreachable ? [t('No path from the start leads here.')] : []),
    ...(step.phase === undefined ? [] : [t('phase: {0}', phaseWords(t)[step.phase.value])]),
    ...(step.kind === 'do' && step.task !== undefined ? [plainText(step.task.value)] : []),
    ...(step.note === undefined ? [] : [plainText(step.note.value)]),
    ...(seconds === undefined
      ? []
      : Number.isFinite(seconds)
        ? [
            isRepeated?.(step)
              ? t('Done for the first time after {0} at worst', shortDuration(seconds, t))
              : t('Done after {0} at worst', shortDuration(seconds, t)),
          ]
        : [t('A loop leads here: there is no worst time')]),
    ...messages,
  ];
  return lines.map((line) => (line.length > longest ? `${line.slice(0, longest)}…` : line)).join('\n');
}

/** What a screen reader says: place, kind, name, where it leads, what is wrong. */
function spoken(
  { id, step, face, unreachable }: PlacedStep,
  around: Surroundings,
  { t, problems, dead, lit, marks, classesOf }: DrawOptions,
): string {
  const mark = marks?.of(id);
  const classes = step === undefined ? [] : (classesOf?.(step) ?? []);
  const next = around.ways.map(({ name, label }) => (label === '' ? short(name) : `${label}: ${short(name)}`));
  return [
    t('{0} of {1}', around.place, around.count),
    ...(mark === undefined ? [] : [{ added: t('new'), removed: t('gone'), changed: t('changed') }[mark]]),
    face.head,
    short(face.full),
    ...face.facts.map(short),
    ...(classes.length === 0 ? [] : [t('severity: {0}', classes.map(short).join(t(', ')))]),
    ...face.chips
      .flat()
      .map(({ text, channel }) => (channel !== undefined && dead?.has(channel) ? t('{0} (down)', text) : text)),
    ...(lit !== undefined && !lit.has(id) ? [t('not on this way')] : []),
    ...(unreachable ? [t('No path from the start leads here.')] : []),
    ...(next.length === 0 ? [] : [t('next: {0}', next.join(t(', ')))]),
    ...(problems?.get(id)?.messages ?? []),
  ].join(t(', '));
}

const short = (name: string) => (name.length > 120 ? `${name.slice(0, 120)}…` : name);
