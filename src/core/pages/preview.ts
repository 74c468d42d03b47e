import { drawFlow } from '../draw/drawFlow';
import { toGraph } from '../draw/graph';
import type { LayoutEngine } from '../draw/layout';
import type { Markup } from '../draw/markup';
import { type Order, orderOf, placeFlow } from '../draw/place';
import type { Runs } from '../flow/runs';
import type { Limits } from '../limits/limits';
import type { Finding, Severity } from '../lint/finding';
import type { Flow, Playbook } from '../model/playbook';
import type { Translate, UiLocale } from '../text/translate';
import { emptyState, make, nameButton, withAttributes } from './build';
import { channelsPage } from './channels';
import { listPage } from './list';
import { messagesPage } from './messages';
import { severitiesPage } from './severities';

/** The parts of the preview of a playbook that can be read. */
export interface PreviewPages {
  readonly flow: Markup;
  readonly list: Markup;
  readonly messages: Markup;
  readonly channels: Markup;
  readonly severities: Markup;
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
  readonly limits?: Limits;
}

export async function buildPages({
  playbook,
  runs,
  findings,
  engine,
  t,
  locale,
  orders,
  limits,
}: PreviewInput): Promise<PreviewPages> {
  const scene = { playbook, runs, t, uiLocale: locale };
  const next = new Map<string, Order>();
  const flows: Markup[] = [];
  for (const flow of playbook.flows.values()) {
    const placed = await placeFlow(toGraph(flow, playbook, t), engine, orders?.get(flow.id));
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
        placed.steps.length === 0
          ? emptyState(
              t('No steps yet'),
              t('Write the first step under "steps": who does what, and what comes then.'),
              exampleSteps,
            )
          : drawFlow(placed, {
              t,
              locale: playbook.locale,
              problems: problemsOn(flow, findings),
              doneAfter: (step) => runs.reachedAt(step)?.seconds,
            }),
      ],
    });
  }
  const empty = withAttributes(
    emptyState(t('No flow yet'), t('Write what happens, step by step, under "flows".'), exampleFlow),
    { lang: locale },
  );
  return {
    flow: { tag: 'div', key: 'flows', attributes: { class: 'up-flows' }, children: flows.length > 0 ? flows : [empty] },
    list: listPage(scene),
    messages: messagesPage(playbook, t, locale, limits),
    channels: channelsPage(scene),
    severities: severitiesPage(scene),
    orders: next,
  };
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
