import { drawFlow } from '../draw/drawFlow';
import { tangleOf, toGraph } from '../draw/graph';
import type { LayoutEngine } from '../draw/layout';
import type { Markup } from '../draw/markup';
import { type Order, orderOf, placeFlow } from '../draw/place';
import type { Runs } from '../flow/runs';
import type { Limits } from '../limits/limits';
import type { Finding } from '../lint/finding';
import { type Phase, type Playbook, phases } from '../model/playbook';
import type { Translate, UiLocale } from '../text/translate';
import { approvalList } from './approvalChips';
import { make, nameButton } from './build';
import { channelsPage } from './channels';
import { listPage } from './list';
import { litBoxes } from './litBoxes';
import { messagesPage } from './messages';
import { noFlow, noSteps } from './noFlow';
import { classesOf, play, type Wish } from './play';
import { playingLine } from './playingLine';
import { problemsOn } from './problemsOn';
import { readinessPage } from './readiness';
import { ours } from './scene';
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

export function buildPages({
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
}: PreviewInput): PreviewPages {
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
    const placed = placeFlow(
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
          ? noSteps(scene)
          : drawFlow(placed, {
              t,
              locale: playbook.locale,
              problems: problemsOn(flow, findings),
              doneAfter: played.doneAfter,
              isRepeated: played.isRepeated,
              classesOf: classesOf(played.runs),
              lit: litBoxes(played, flow, folded),
              dead: new Set([...played.dead].map(({ id }) => id)),
            }),
      ].filter((child) => child !== undefined),
    });
  }
  return {
    flow: {
      tag: 'div',
      key: 'flows',
      attributes: { class: 'up-flows' },
      children: flows.length > 0 ? [...playingLine(played, scene), ...flows] : [noFlow(scene)],
    },
    list: listPage({ ...scene, findings, played }),
    messages: messagesPage(playbook, t, locale, limits),
    'sorry-page': sorryPagePage(scene),
    readiness: readinessPage({ ...scene, now, limits, findings }),
    channels: channelsPage(scene),
    severities: severitiesPage(scene),
    folded: foldedAnywhere,
    orders: next,
  };
}
