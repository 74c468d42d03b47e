import { placedToSvgText } from '../draw/drawFlow';
import { toGraph } from '../draw/graph';
import type { LayoutEngine } from '../draw/layout';
import { placeFlow } from '../draw/place';
import type { Runs } from '../flow/runs';
import type { Limits } from '../limits/limits';
import type { Finding } from '../lint/finding';
import type { Flow, Playbook } from '../model/playbook';
import { litBoxes } from '../pages/litBoxes';
import { play, type Wish } from '../pages/play';
import type { Translate, UiLocale } from '../text/translate';
import { toHtmlFile } from './htmlFile';
import { toMermaid } from './mermaid';
import { toOutline } from './outline';

/** A PNG is made of the SVG, by what the host has for it. */
export const exportFormats = ['svg', 'html', 'markdown', 'mermaid'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportInput {
  readonly playbook: Playbook;
  readonly runs: Runs;
  readonly findings: readonly Finding[];
  readonly engine: LayoutEngine;
  readonly limits: Limits;
  /** The language of the words around the author's. */
  readonly t: Translate;
  readonly locale: UiLocale;
  /** Milliseconds since 1970: from when days are counted. */
  readonly now: number;
  readonly format: ExportFormat;
  /** For `svg` and `mermaid` the first one without it; for the others all. */
  readonly flow?: Flow | undefined;
  readonly wish?: Wish | undefined;
}

/** A plan as a file. Undefined where there is no flow to draw. */
export function exportPlan(input: ExportInput): string | undefined {
  const { playbook, runs, t, limits, format, wish } = input;
  if (format === 'html') return toHtmlFile(input);
  if (format === 'markdown')
    return toOutline({ playbook, runs, limits, t, ...(input.flow && { flows: [input.flow] }) });
  const flow = input.flow ?? [...playbook.flows.values()][0];
  if (flow === undefined) return undefined;
  const graph = toGraph(flow, playbook, t);
  const played = play(playbook, runs, wish);
  if (format === 'mermaid') return toMermaid(graph, played.runs, t);
  return placedToSvgText(placeFlow(graph, input.engine), {
    t,
    locale: playbook.locale,
    doneAfter: played.doneAfter,
    isRepeated: played.isRepeated,
    lit: litBoxes(played, flow, new Set()),
    dead: new Set([...played.dead].map(({ id }) => id)),
  });
}
