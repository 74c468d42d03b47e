import {
  type FromPage,
  type PreviewTab,
  type PreviewWish,
  previewTabs,
  type ToPage,
  toWish,
} from '../protocol/preview';
import { api, keptState, listenTo } from './api';

/** How one playbook is looked at. */
export interface View {
  readonly zoom?: number | undefined;
  readonly scroll?: Readonly<Partial<Record<PreviewTab, readonly [number, number]>>> | undefined;
  /** What was chosen last. */
  readonly source?: string | null | undefined;
  /** What is played. */
  readonly wish?: PreviewWish | undefined;
}

/** What survives hiding and reloading. */
export interface PageState extends View {
  readonly uri?: string | undefined;
  readonly tab?: PreviewTab | undefined;
  /** It stays with its playbook. The extension reads this when the window is reloaded. */
  readonly locked?: boolean | undefined;
}

export function send(message: FromPage): void {
  api.postMessage(message);
}

export function readState(): PageState {
  const { uri, tab, locked, zoom, scroll, source, wish } = keptState();
  return {
    uri: typeof uri === 'string' ? uri : undefined,
    tab: previewTabs.find((known) => known === tab),
    locked: locked === true,
    zoom: typeof zoom === 'number' && Number.isFinite(zoom) ? zoom : undefined,
    scroll: typeof scroll === 'object' && scroll !== null ? (scroll as View['scroll']) : undefined,
    source: typeof source === 'string' ? source : undefined,
    wish: toWish(wish),
  };
}

export function changeState(change: PageState): void {
  api.setState({ ...readState(), ...change });
}

const types: ReadonlySet<string> = new Set<ToPage['type']>([
  'preview',
  'rest',
  'caret',
  'gone',
  'tab',
  'locked',
  'toPng',
  'copyPng',
  'picture',
]);

export function onMessage(listen: (message: ToPage) => void): void {
  listenTo(types, listen);
}
