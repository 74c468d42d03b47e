import type { FromPage, PreviewTab, ToPage } from '../protocol/preview';

/** What survives hiding and reloading. */
export interface PageState {
  readonly uri?: string;
  readonly tab?: PreviewTab;
  readonly zoom?: number;
  readonly scroll?: Readonly<Partial<Record<PreviewTab, readonly [number, number]>>>;
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

export function readState(): PageState {
  const state = api.getState();
  return typeof state === 'object' && state !== null ? (state as PageState) : {};
}

export function changeState(change: PageState): void {
  api.setState({ ...readState(), ...change });
}

const types: ReadonlySet<string> = new Set<ToPage['type']>(['preview', 'caret', 'gone']);

/** Messages of the extension; what is not understood is ignored. */
export function onMessage(listen: (message: ToPage) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== 'object' || data === null || !('type' in data) || !types.has(String(data.type))) return;
    listen(data as ToPage);
  });
}
