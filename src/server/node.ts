import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { LayoutEngine } from '../core/draw/layout';
import { startServer } from './startServer';

interface ElkModule {
  new (): { layout: LayoutEngine };
}

startServer(createConnection(ProposedFeatures.all), {
  readFile: async (uri) => (uri.startsWith('file:') ? fs.readFile(fileURLToPath(uri), 'utf8') : undefined),
  loadLayout: async () => {
    const Elk = require(path.join(__dirname, 'elk.js')) as ElkModule;
    const elk = new Elk();
    return (graph) => elk.layout(graph);
  },
});
