// The extension as it is published: exactly the files that `.vscodeignore` lets through, in .vscode-test/extension.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cache } from './hosts.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** Builds, and returns the folder of the extension. */
export async function packageExtension() {
  const { status } = spawnSync(process.execPath, ['esbuild.mjs'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The build failed: see above.');
  const { listFiles, PackageManager } = createRequire(import.meta.url)('@vscode/vsce');
  const files = await listFiles({ cwd: root, packageManager: PackageManager?.None ?? 2 });
  const folder = path.join(cache, 'extension');
  fs.rmSync(folder, { recursive: true, force: true });
  for (const file of files) fs.cpSync(path.join(root, file), path.join(folder, file));
  return folder;
}
