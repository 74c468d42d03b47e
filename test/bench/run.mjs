// npm run bench [name …]: each benchmark in a process of its own, one after the other.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const helpers = new Set(['run.mjs', 'measure.mjs', 'corpus.mjs', 'floor.mjs']);
const wanted = process.argv.slice(2);
for (const name of fs.readdirSync(import.meta.dirname).sort()) {
  if (!name.endsWith('.mjs') || name.endsWith('.part.mjs') || helpers.has(name)) continue;
  if (wanted.length > 0 && !wanted.includes(path.basename(name, '.mjs'))) continue;
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, [path.join(import.meta.dirname, name)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
