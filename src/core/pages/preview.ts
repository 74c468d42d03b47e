import { drawFlow } from '../draw/drawFlow';
import { tangleOf, toGraph } from '../draw/graph';
import type { LayoutEngine } from '../draw/layout';
import type { Markup } from '../draw/markup';
import { type Order, orderOf, placeFlow } from '../draw/place';
import { shortDuration } from '../draw/words';
import type { Runs, Worst } from '../flow/runs';
import type { Limits } from '../limits/limits';
import type { Finding, Severity } from '../lint/finding';
import { type Entry, type Flow, type Phase, type Playbook, phases } from '../model/playbook';
import type { Translate, UiLocale } from '../text/translate';
import { approvalList } from './approvalChips';
import { emptyState, make, nameButton, withAttributes } from './build';
import { channelsPage } from './channels';
import { listPage } from './list';
import { litBoxes } from './litBoxes';
import { messagesPage } from './messages';
import { type Play, play, type Wish } from './play';
import { readinessPage } from './readiness';
import { ours, type Scene } from './scene';
import { severitiesPage } from './severities';
import { sorryPagePage } from './sorryPage';

/** The parts of the preview of a playbook that can be read. */
export interface PreviewPages {
  readonly flow: Markup;
  readonly list: Markup;
  readonly messages: Markup;
  readonly channels: Markup;
  readonly severities: Markup;
  readonly 'sorry-page': Markup;
  readonly readiness: Markup;
  /** Phases that are drawn as one box each in some flow. */
  readonly folded: ReadonlySet<Phase>;
  /** To be handed in with the next version, so that little moves. */
  readonly orders: ReadonlyMap<string, Order>;
}

export interface PreviewInput {
  readonly playbook: Playbook;
  readonly runs: Runs;
  readonly findings: readonly Finding[];
  readonly engine: LayoutEngine;
  readonly t: Translate;
  /** The language of `t`. */
  readonly locale: UiLocale;
  readonly orders?: ReadonlyMap<string, Order>;
  /** Default: those of the channels themselves. */
  readonly limits: Limits;
  /** Milliseconds since 1970: from when days are counted. */
  readonly now: number;
  readonly wish?: Wish | undefined;
  /** Of a flow with more boxes all phases are folded, unless the wish says which. */
  readonly mostBoxes?: number;
}

/** More boxes can't be taken in at once. */
export const usualBoxes = 400;
/** Rows that all lines may go together before the phases are folded. */
export const mostTangled = 4000;

export async function buildPages({
  playbook,
  runs,
  findings,
  engine,
  t,
  locale,
  orders,
  limits,
  now,
  wish = {},
  mostBoxes = usualBoxes,
}: PreviewInput): Promise<PreviewPages> {
  const scene = { playbook, runs, t, uiLocale: locale };
  const played = play(playbook, runs, wish);
  const next = new Map<string, Order>();
  const foldedAnywhere = new Set<Phase>();
  const flows: Markup[] = [];
  const approvals = approvalList(scene);
  for (const flow of playbook.flows.values()) {
    const whole = toGraph(flow, playbook, t);
    const isTooMuch = flow.steps.size > mostBoxes || tangleOf(whole) > mostTangled;
    const folded = new Set(phases.filter((phase) => wish.folded?.includes(phase) ?? isTooMuch));
    for (const phase of folded) foldedAnywhere.add(phase);
    const placed = await placeFlow(
      folded.size === 0 ? whole : toGraph(flow, playbook, t, folded),
      engine,
      orders?.get(flow.id),
    );
    next.set(flow.id, orderOf(placed));
    flows.push({
      tag: 'section',
      key: flow.id,
      attributes: {
        class: 'up-flow-section',
        'data-src': `flows.${flow.id}`,
        'aria-label': flow.title?.value ?? flow.id,
      },
      children: [
        { key: 'title', ...make('h2', '', nameButton(flow.title?.value ?? flow.id)) },
        approvals(flow),
        ...(placed.graph.left === 0
          ? []
          : [
              {
                key: 'left',
                ...ours(
                  scene,
                  'p',
                  'up-note-line',
                  t('{0} more steps have no room in the drawing; the list has them all.', placed.graph.left),
                ),
              },
            ]),
        placed.steps.length === 0
          ? emptyState(
              t('No steps yet'),
              t('Write the first step under "steps": who does what, and what comes then.'),
              exampleSteps,
              { what: 'step', words: t('Write it into the plan') },
            )
          : drawFlow(placed, {
              t,
              locale: playbook.locale,
              problems: problemsOn(flow, findings),
              doneAfter: played.doneAfter,
              lit: litBoxes(played, flow, folded),
              dead: new Set([...played.dead].map(({ id }) => id)),
            }),
      ].filter((child) => child !== undefined),
    });
  }
  const empty = withAttributes(
    emptyState(t('No flow yet'), t('Write what happens, step by step, under "flows".'), exampleFlow, {
      what: 'step',
      words: t('Write it into the plan'),
    }),
    { lang: locale },
  );
  return {
    flow: {
      tag: 'div',
      key: 'flows',
      attributes: { class: 'up-flows' },
      children: flows.length > 0 ? [...playingLine(played, scene), ...flows] : [empty],
    },
    list: listPage(scene),
    messages: messagesPage(playbook, t, locale, limits),
    'sorry-page': sorryPagePage(scene),
    readiness: readinessPage({ ...scene, now, limits, findings }),
    channels: channelsPage(scene),
    severities: severitiesPage(scene),
    folded: foldedAnywhere,
    orders: next,
  };
}

/** What is played, in a sentence: what is down, and how soon customers hear of it. */
function playingLine({ scenario, severity, dead, slowest, runs }: Play, scene: Scene): readonly Markup[] {
  const { t, playbook } = scene;
  if (scenario === undefined && severity === undefined) return [];
  const titleOf = (entry: Entry) => entry.title?.value ?? entry.id;
  const after = (worst: Worst | undefined) =>
    worst === undefined
      ? t('no path announces it')
      : Number.isFinite(worst.seconds)
        ? t('at worst after {0}', shortDuration(worst.seconds, t))
        : t('at worst never');
  const classes =
    severity === undefined ? [...playbook.severities.values()].filter(({ announce }) => announce) : [severity];
  const notices = classes.flatMap((one) => {
    const worst = severity === undefined ? runs.firstNotice(one) : slowest;
    return worst === undefined && severity === undefined ? [] : [`${titleOf(one)}${t(': ')}${after(worst)}`];
  });
  const lines = [
    ...(scenario === undefined
      ? []
      : [
          dead.size === 0
            ? t('In "{0}" every channel lives.', titleOf(scenario))
            : t('In "{0}" these channels are down: {1}.', titleOf(scenario), [...dead].map(titleOf).join(t(', '))),
        ]),
    notices.length === 0 ? t('Nothing is announced on any path.') : t('First notice: {0}.', notices.join(t('; '))),
  ];
  const sentence = ours(scene, 'p', 'up-playing', ...lines.map((line) => make('span', '', line)));
  return [{ ...withAttributes(sentence, { role: 'status' }), key: 'playing' }];
}

const exampleSteps =
  'steps:\n  find_out:\n    kind: gather\n    then: tell\n  tell:\n    kind: announce\n    then: done\n  done:\n    kind: end';
const exampleFlow = `flows:\n  main:\n    ${exampleSteps.replaceAll('\n', '\n    ')}`;

const weight: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** Findings inside a step, by step. */
function problemsOn(flow: Flow, findings: readonly Finding[]) {
  const problems = new Map<string, { severity: Severity; messages: string[] }>();
  for (const step of flow.steps.values()) {
    for (const { span, severity, message } of findings) {
      if (span.file !== undefined || span.start < step.span.start || span.start > step.span.end) continue;
      const known = problems.get(step.id);
      if (known === undefined) problems.set(step.id, { severity, messages: [message] });
      else {
        known.messages.push(message);
        if (weight[severity] > weight[known.severity]) known.severity = severity;
      }
    }
  }
  return problems;
}
