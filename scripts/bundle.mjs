// Bundles an entry of test/vscode/ for a host's extension host: one CommonJS file, nothing but `vscode` outside.
import path from 'node:path';
import { build } from 'esbuild';

const folder = path.resolve(import.meta.dirname, '../test/vscode');

/** Into the folder of the extension: the web host runs tests from nowhere else. `values` become constants in the code. */
export async function bundleForHost(entry, host, extension, values) {
  const outfile = path.join(extension, 'tests', host, entry.replace(/\.ts$/, '.js'));
  await build({
    entryPoints: [path.join(folder, entry)],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: host === 'node' ? 'node' : 'browser',
    target: 'es2022',
    external: ['vscode'],
    logLevel: 'warning',
    define: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)])),
  });
  return outfile;
}
