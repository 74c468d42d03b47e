import { impactShape } from '../draw/glyphs';
import type { Markup } from '../draw/markup';
import { shortDuration } from '../draw/words';
import type { Fact, SeverityClass } from '../model/playbook';
import { type Child, emptyState, make, nameButton, withAttributes } from './build';
import { factName, sayCriterion, showNumber } from './criteria';
import { type End, type NumberLine, numberLines, type Stretch } from './numberLines';
import { ours, type Scene, sourced } from './scene';

/** The classes, worst first: what each is judged by, who hears of it how soon, and what every number leads to. */
export function severitiesPage(scene: Scene): Markup {
  const { playbook, t, uiLocale } = scene;
  const classes = [...playbook.severities.values()];
  if (classes.length === 0) {
    const empty = emptyState(
      t('No classes yet'),
      t('Write how bad an incident can be under "severities", the worst first.'),
      'severities:\n  major:\n    when_any: [share >= 50%]\n    first_notice_within: 30m\n  minor:\n    default: true',
      { what: 'severity', words: t('Write it into the plan') },
    );
    return { ...make('div', 'up-sheet', withAttributes(empty, { lang: uiLocale })), key: 'severities' };
  }
  const lines = numberLines(playbook).map((line) => drawLine(line, scene));
  return {
    ...make(
      'div',
      'up-sheet up-severities',
      make('ol', 'up-classes', ...classes.map((severity) => card(severity, scene))),
      lines.length === 0 ? undefined : ours(scene, 'h2', 'up-lines-title', t('What each number leads to')),
      ...lines,
    ),
    key: 'severities',
  };
}

function card(severity: SeverityClass, scene: Scene): Markup {
  const name = severity.title?.value ?? severity.id;
  const examples = severity.examples.map(({ value }) => make('li', '', value));
  return sourced(
    `severities.${severity.id}`,
    make(
      'li',
      'up-class',
      make('h2', '', sign(severity), nameButton(name)),
      examples.length === 0 ? undefined : make('ul', 'up-examples', ...examples),
      make('dl', 'up-facts', ...terms(severity, scene)),
    ),
  );
}

/** The shape that the drawing has for it; never by colour alone. */
function sign({ statuspage }: SeverityClass): Markup {
  return {
    tag: 'svg',
    key: 'sign',
    attributes: { class: 'up-class-sign', viewBox: '-8 -8 16 16', width: 14, height: 14, 'aria-hidden': 'true' },
    children: [
      { tag: 'path', attributes: { class: `up-impact up-impact-${statuspage}`, d: impactShape(statuspage, 0, 0) } },
    ],
  };
}

function terms(severity: SeverityClass, scene: Scene): readonly Child[] {
  const { t, runs } = scene;
  const pair = (word: string, ...value: readonly Child[]) => [ours(scene, 'dt', '', word), make('dd', '', ...value)];
  const words = (text: string) => ours(scene, 'span', '', text);
  const criteria = [
    ...(severity.whenAll.length > 0 ? [{ word: t('when all hold'), list: severity.whenAll }] : []),
    ...(severity.whenAny.length > 0 ? [{ word: t('when one holds'), list: severity.whenAny }] : []),
  ];
  const worst = severity.announce ? runs.firstNotice(severity)?.seconds : undefined;
  const within = severity.firstNoticeWithin?.value;
  const isLate = worst !== undefined && within !== undefined && worst > within;
  const proven =
    worst === undefined
      ? undefined
      : Number.isFinite(worst)
        ? t('at worst after {0}', shortDuration(worst, t))
        : t('at worst never');
  return [
    ...criteria.flatMap(({ word, list }) =>
      pair(word, make('ul', 'up-criteria', ...list.map((one) => make('li', '', sayCriterion(one, t))))),
    ),
    ...(severity.default ? pair(t('otherwise'), words(t('all that no other class takes'))) : []),
    ...(severity.announce
      ? [
          ...pair(t('told on'), names(severity.channels)),
          ...pair(
            t('first notice'),
            ...(within === undefined ? [] : [words(t('within {0}', shortDuration(within, t)))]),
            ...(proven === undefined
              ? [words(t('no path announces it'))]
              : [ours(scene, 'span', isLate ? 'up-late' : 'up-in-time', `${isLate ? '✕ ' : '✓ '}${proven}`)]),
          ),
          ...pair(t('next word'), words(t('every {0}', shortDuration(severity.updateEvery, t)))),
        ]
      : pair(t('told on'), words(t('nothing is announced')), ...(reason(severity) ?? []))),
    ...(severity.escalateTo.length > 0 ? pair(t('told inside'), names(severity.escalateTo)) : []),
  ];
}

function reason({ silenceReason }: SeverityClass): readonly Child[] | undefined {
  return silenceReason === undefined ? undefined : [make('span', 'up-reason', silenceReason.value)];
}

function names(
  references: readonly {
    readonly id: string;
    readonly target?: { readonly title?: { readonly value: string } } | undefined;
  }[],
): Markup {
  if (references.length === 0) return make('span', '', '—');
  return make(
    'ul',
    'up-chips',
    ...references.map(({ target, id }) => make('li', 'up-chip', target?.title?.value ?? id)),
  );
}

function drawLine({ fact, stretches }: NumberLine, scene: Scene): Markup {
  const name = factName(fact);
  return sourced(
    `${fact.section}.${fact.id}`,
    make(
      'section',
      'up-number',
      make('h3', '', nameButton(name)),
      make('ol', 'up-stretches', ...stretches.map((stretch) => drawStretch(stretch, fact, scene))),
    ),
  );
}

function drawStretch(stretch: Stretch, fact: Fact, scene: Scene): Markup {
  const { t } = scene;
  const { taken: first } = stretch;
  const taken =
    first === undefined
      ? ours(scene, 'span', 'up-none', t('no class for this alone'))
      : make('span', 'up-taken', sign(first), first.title?.value ?? first.id);
  return make(
    'li',
    `up-stretch ${first === undefined ? 'up-gap' : `up-stretch-${first.statuspage}`}`,
    ours(scene, 'span', 'up-range', sayRange(stretch, fact, scene)),
    taken,
    ...stretch.perhaps.map((severity) =>
      ours(scene, 'span', 'up-perhaps', t('{0}, if its other criteria hold', severity.title?.value ?? severity.id)),
    ),
  );
}

function sayRange({ from, to }: Stretch, fact: Fact, { t }: Scene): string {
  const show = ({ at }: End) => showNumber(at, fact, t);
  if (from === undefined)
    return to === undefined ? t('any') : to.included ? t('up to {0}', show(to)) : t('below {0}', show(to));
  if (to === undefined) return from.included ? t('{0} and more', show(from)) : t('more than {0}', show(from));
  return from.at === to.at ? t('just {0}', show(from)) : t('{0} to {1}', show(from), show(to));
}
