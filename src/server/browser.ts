import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { LayoutEngine } from '../core/draw/layout';
import { startServer } from './startServer';

/** What a worker has, as far as it is used here. */
declare const self: {
  ELK?: new () => { layout: LayoutEngine };
  importScripts: (url: string) => void;
  onmessage: unknown;
};

type Port = ConstructorParameters<typeof BrowserMessageReader>[0];
const port = self as unknown as Port;

startServer(createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)), {
  loadLayout: async (elkUri) => {
    // ELK takes a worker for its own and would hear our messages from then on.
    const { onmessage } = self;
    try {
      if (self.ELK === undefined && elkUri !== undefined) self.importScripts(elkUri);
      if (self.ELK === undefined) throw new Error('The layout engine could not be loaded.');
      const elk = new self.ELK();
      return (graph) => elk.layout(graph);
    } finally {
      self.onmessage = onmessage;
    }
  },
});
