import { drawFlow } from '../draw/drawFlow';
import { tangleOf, toGraph } from '../draw/graph';
import type { Markup } from '../draw/markup';
import { type Order, orderOf, placeFlow } from '../draw/place';
import { type Phase, phases } from '../model/playbook';
import { approvalList } from './approvalChips';
import { make, nameButton } from './build';
import { litBoxes } from './litBoxes';
import { noFlow, noSteps } from './noFlow';
import { classesOf, type Play } from './play';
import { playingLine } from './playingLine';
import type { PreviewInput } from './preview';
import { problemsOn } from './problemsOn';
import { ours, type Scene } from './scene';

/** More boxes can't be taken in at once. */
export const usualBoxes = 400;
/** Rows that all lines may go together before the phases are folded. */
export const mostTangled = 4000;

/** Every flow as a drawing, as it is played. */
export function flowPage(
  { playbook, engine, t, findings, orders, wish = {}, mostBoxes = usualBoxes }: PreviewInput,
  scene: Scene,
  played: Play,
) {
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
  const page: Markup = {
    tag: 'div',
    key: 'flows',
    attributes: { class: 'up-flows' },
    children: flows.length > 0 ? [...playingLine(played, scene), ...flows] : [noFlow(scene)],
  };
  return { page, folded: foldedAnywhere, orders: next };
}
