import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './startServer';

startServer(createConnection(ProposedFeatures.all), {
  readFile: async (uri) => (uri.startsWith('file:') ? fs.readFile(fileURLToPath(uri), 'utf8') : undefined),
  listFiles: async (folder) => (folder.startsWith('file:') ? findBelow(fileURLToPath(folder)) : []),
});

/** More than anyone has; a disk full of folders must not stop the editor. */
const mostFiles = 500;
const mostFolders = 5000;

async function findBelow(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [root];
  for (let seen = 0; waiting.length > 0 && seen < mostFolders && found.length < mostFiles; seen++) {
    const folder = waiting.shift() ?? root;
    for (const item of await fs.readdir(folder, { withFileTypes: true }).catch(() => [])) {
      const at = path.join(folder, item.name);
      if (item.isDirectory() && !item.name.startsWith('.') && item.name !== 'node_modules') waiting.push(at);
      else if (/\.incident\.ya?ml$/.test(item.name)) found.push(pathToFileURL(at).href);
    }
  }
  return found;
}
