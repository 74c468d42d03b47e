// Two versions of a playbook of 1,000 lines, compared with everything that follows from the change: below 100 ms asked.
// Reading and checking both versions is measured beside it, since every diff has to do that first.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { makePlaybook } from './corpus.mjs';
import { median, timed } from './measure.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'unhappy-path-diff-'));
const outfile = path.join(folder, 'diff.cjs');
await build({
  stdin: {
    contents: `export { comparePlans } from './src/core/diff/compare';
      export { toDiffMarkdown } from './src/core/diff/report';
      export { check } from './src/core/lint/run';
      export { parseYaml } from './src/core/yaml/parse';`,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  outfile,
  logLevel: 'error',
});
const { comparePlans, toDiffMarkdown, check, parseYaml } = createRequire(import.meta.url)(outfile);
rmSync(folder, { recursive: true });

const t = (text) => text;
const file = 'plan.incident.yaml';
const read = (text) => check({ file, documents: new Map([[file, parseYaml(text)]]), t, now: 0 });
const old = makePlaybook(1, 1000);
const now = old.replaceAll('takes: 2m', 'takes: 3m').replace(/ {6}hold_3:\n(?: {8}.*\n)+/, '');
const [reading, comparing, writing] = [[], [], []];
for (let round = 0; round < 21; round++) {
  let before;
  let after;
  let comparison;
  reading.push(
    timed(() => {
      before = read(old);
      after = read(now);
    }),
  );
  comparing.push(
    timed(() => {
      comparison = comparePlans(before, after, { t });
    }),
  );
  writing.push(timed(() => toDiffMarkdown([{ file, comparison, before, after }], t)));
  if (comparison.changes.length < 20) throw new Error(`only ${comparison.changes.length} changes`);
}
const say = (name, times) =>
  console.log(`${name.padEnd(34)} median ${median(times).toFixed(1)} ms, worst ${Math.max(...times).toFixed(1)} ms`);
say('reading and checking both versions', reading);
say('comparing them', comparing);
say('the comment', writing);
