import type { LayoutEngine } from '../draw/layout';
import type { Markup } from '../draw/markup';
import type { Order } from '../draw/place';
import type { Runs } from '../flow/runs';
import type { Limits } from '../limits/limits';
import type { Finding } from '../lint/finding';
import type { Phase, Playbook } from '../model/playbook';
import type { Translate, UiLocale } from '../text/translate';
import { channelsPage } from './channels';
import { flowPage } from './flow';
import { listPage } from './list';
import { messagesPage } from './messages';
import { play, type Wish } from './play';
import { readinessPage } from './readiness';
import { severitiesPage } from './severities';
import { sorryPagePage } from './sorryPage';

export const pageNames = ['flow', 'list', 'messages', 'channels', 'severities', 'sorry-page', 'readiness'] as const;
export type PageName = (typeof pageNames)[number];

/** The parts of the preview of a playbook that can be read. */
export interface PreviewPages {
  /** Those that were asked for. */
  readonly pages: Readonly<Partial<Record<PageName, Markup>>>;
  /** Phases that are drawn as one box each in some flow; undefined where none was drawn. */
  readonly folded: ReadonlySet<Phase> | undefined;
  /** To be handed in with the next version, so that little moves; of flows that were not drawn, as they were. */
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
  /** Default: all pages. */
  readonly only?: readonly PageName[];
}

export function buildPages(input: PreviewInput): PreviewPages {
  const { playbook, runs, findings, t, locale, orders = new Map(), limits, now, wish = {}, only = pageNames } = input;
  const scene = { playbook, runs, t, uiLocale: locale };
  const played = play(playbook, runs, wish);
  const drawn = only.includes('flow') ? flowPage(input, scene, played) : undefined;
  const others: Readonly<Record<Exclude<PageName, 'flow'>, () => Markup>> = {
    list: () => listPage({ ...scene, findings, played }),
    messages: () => messagesPage(playbook, t, locale, limits),
    'sorry-page': () => sorryPagePage(scene),
    readiness: () => readinessPage({ ...scene, now, limits, findings }),
    channels: () => channelsPage(scene),
    severities: () => severitiesPage(scene),
  };
  const pages = only.map((name) => [name, name === 'flow' ? drawn?.page : others[name]()]);
  return {
    pages: Object.fromEntries(pages),
    folded: drawn?.folded,
    orders: drawn?.orders ?? orders,
  };
}
