/** What VS Code hands to a page, once. */
interface VsCodeApi {
  readonly postMessage: (message: unknown) => void;
  readonly getState: () => unknown;
  readonly setState: (state: unknown) => void;
}
declare function acquireVsCodeApi(): VsCodeApi;

export const api = acquireVsCodeApi();

/** The state as it was left, field by field not trusted: an older version or somebody else may have written it. */
export function keptState(): Readonly<Record<string, unknown>> {
  const state = api.getState();
  return typeof state === 'object' && state !== null ? (state as Readonly<Record<string, unknown>>) : {};
}

/** Messages of the extension; what is not understood is ignored. */
export function listenTo<Message extends { readonly type: string }>(
  types: ReadonlySet<string>,
  listen: (message: Message) => void,
): void {
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== 'object' || data === null || !('type' in data) || !types.has(String(data.type))) return;
    listen(data as Message);
  });
}
