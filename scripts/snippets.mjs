// node scripts/snippets.mjs    writes snippets/ from the blocks of src/core/template
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');

/** File name → text. */
export function snippetFiles() {
  const bundle = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'unhappy-path-')), 'snippets.cjs');
  buildSync({
    entryPoints: [path.join(root, 'src/core/template/snippets.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const { snippetsIn } = createRequire(import.meta.url)(bundle);
  return Object.fromEntries(
    ['en', 'ja'].map((locale) => [`${locale}.json`, `${JSON.stringify(snippetsIn(locale), null, 2)}\n`]),
  );
}

if (process.argv[1] === import.meta.filename) {
  for (const [name, text] of Object.entries(snippetFiles())) fs.writeFileSync(path.join(root, 'snippets', name), text);
}
