// A flow of 1,000 steps with 200 decisions: every answer of the run model, beside parsing the same file with `yaml`.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { parseDocument } from 'yaml';
import { makeFlow } from './flowPlan.part.mjs';
import { pair, timed } from './measure.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'flow-bench-'));
const outfile = path.join(folder, 'core.cjs');
await build({
  stdin: {
    contents: `export { createRuns } from './src/core/flow/createRuns';
export { buildPlaybook } from './src/core/model/build';
export { parseYaml } from './src/core/yaml/parse';`,
    resolveDir: path.resolve(import.meta.dirname, '../..'),
  },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  outfile,
  logLevel: 'error',
});
const { createRuns, buildPlaybook, parseYaml } = createRequire(import.meta.url)(outfile);
rmSync(folder, { recursive: true });

/** Every question of the run model, to every step and every class. */
function askAll(playbook) {
  const runs = createRuns(playbook);
  let answers = 0;
  for (const flow of playbook.flows.values()) {
    for (const step of flow.steps.values()) {
      answers += Number(runs.isReachable(step)) + Number(runs.canEnd(step)) + (runs.reachedAt(step)?.seconds ? 1 : 0);
      answers += runs.knownBefore(step).size + runs.canBeKnownBefore(step).size + runs.severitiesAt(step).size;
      answers += runs.owedBefore(step).size;
      if (step.kind === 'announce') answers += runs.sendings(step).length;
    }
  }
  for (const severity of playbook.severities.values()) {
    answers += (runs.firstNotice(severity)?.path.length ?? 0) + runs.endsWithoutNotice(severity).length;
    answers += Number(runs.canBeTaken(severity));
  }
  return answers + runs.loopsWithoutWait().length + runs.owedAtEnds().length;
}

const plans = Array.from({ length: 8 }, (_, seed) => {
  const text = makeFlow(seed + 1);
  return { text, playbook: buildPlaybook('bench.incident.yaml', new Map([['bench.incident.yaml', parseYaml(text)]])) };
});
const [first] = plans;
const cold = timed(() => askAll(first.playbook));
let turn = 0;
const result = await pair(
  () => timed(() => askAll(plans[turn % plans.length].playbook)),
  () => timed(() => parseDocument(plans[turn++ % plans.length].text)),
  24,
);
console.log(
  `1,000 steps, 200 decisions, all answers: ${result.a.toFixed(1)} ms, at most 50 (the very first time ${cold.toFixed(1)} ms)`,
);
console.log(`yaml parseDocument of the same file:     ${result.b.toFixed(1)} ms, ratio ${result.ratio.toFixed(2)}`);
// A busy machine slows both alike: the ratio is what holds.
if (result.ratio > 1) process.exitCode = 1;
