import {
  type FromPage,
  type PreviewTab,
  type PreviewWish,
  previewTabs,
  type ToPage,
  toWish,
} from '../protocol/preview';

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

interface VsCodeApi {
  readonly postMessage: (message: FromPage) => void;
  readonly getState: () => unknown;
  readonly setState: (state: PageState) => void;
}
declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

export function send(message: FromPage): void {
  api.postMessage(message);
}

/** The state as it was left; what an older version or somebody else wrote there is not trusted. */
export function readState(): PageState {
  const state = api.getState();
  if (typeof state !== 'object' || state === null) return {};
  const { uri, tab, locked, zoom, scroll, source, wish } = state as Readonly<Record<string, unknown>>;
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

const types: ReadonlySet<string> = new Set<ToPage['type']>(['preview', 'caret', 'gone', 'tab', 'locked', 'toPng']);

/** Messages of the extension; what is not understood is ignored. */
export function onMessage(listen: (message: ToPage) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== 'object' || data === null || !('type' in data) || !types.has(String(data.type))) return;
    listen(data as ToPage);
  });
}
