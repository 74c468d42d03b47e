import path from 'node:path';

/** What the server of the web worker uses of a worker. */
interface WorkerScope {
  onmessage?: (event: { readonly data: unknown }) => void;
  readonly postMessage: (message: unknown) => void;
  readonly addEventListener: () => void;
}

// The package carries one server, that of the web worker. This process gives it what a worker has.
const self: WorkerScope = {
  postMessage: (message) => void process.send?.(message),
  addEventListener: () => {},
};
Object.defineProperty(globalThis, 'self', { value: self, configurable: true });
require(path.join(__dirname, 'web', 'server.js'));

process.on('message', (data) => {
  self.onmessage?.({ data });
  if ((data as { readonly method?: unknown }).method === 'exit') process.exit(0);
});
// The editor is gone.
process.on('disconnect', () => process.exit(0));
