// 1,000 files of 200 lines: the whole command line against the floor, in turn.
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { writeCorpus } from './corpus.mjs';
import { pair, runMeasured, runProcess } from './measure.mjs';
import { timeOthers } from './others.part.mjs';

const root = path.resolve(import.meta.dirname, '../..');
// What people install.
execFileSync(process.execPath, [path.join(root, 'esbuild.mjs'), '--production']);
const work = path.join(os.tmpdir(), 'unhappy-path-bench');
const corpus = writeCorpus(path.join(work, 'corpus'), 1000, 200);
const floor = path.join(work, 'floor.cjs');
await build({
  entryPoints: [path.join(root, 'test/bench/floor.mjs')],
  outfile: floor,
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'error',
});

const lint = [
  path.join(root, 'dist/cli.js'),
  'lint',
  corpus,
  '--format',
  'json',
  '--now',
  '2026-11-23',
  '--output',
  path.join(work, 'out.json'),
];
const { a, b, ratio, rounds } = await pair(
  () => runProcess([process.execPath, ...lint]).wall,
  () => runProcess([process.execPath, floor, corpus]).wall,
  Number(process.argv[2] ?? 7),
);
console.log(
  `lint of 1,000 files of 200 lines: ${a.toFixed(0)} ms; read + yaml + ajv: ${b.toFixed(0)} ms; ratio ${ratio.toFixed(2)} (median of ${rounds} pairs; at most 1.0)`,
);
console.log(`peak memory: ${runMeasured(lint).peak.toFixed(0)} MB (less than 200)`);
timeOthers(corpus);
