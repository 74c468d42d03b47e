// The extension as it is published: exactly the files that `.vscodeignore` lets through, in .vscode-test/extension.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cache } from './hosts.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** More would be felt by whoever installs it over a bad line. */
const mostBytes = 1_500_000;

/** The file that people install, built as it is published: where it is, what is in it, and what is wrong with that. */
export async function packageVsix() {
  const { createVSIX, listFiles } = createRequire(import.meta.url)('@vscode/vsce');
  const packagePath = path.join(cache, 'unhappy-path.vsix');
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const files = await listFiles({ cwd: root, dependencies: false });
  const { size } = fs.statSync(packagePath);
  const complaints = size > mostBytes ? [`${size} bytes, and ${mostBytes} are the most`] : [];
  return { packagePath, files, size, complaints };
}

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
