// The language server over stdio: start → first diagnostics of 300 lines against a trivial server on the same stack
// (at most 3 times), and keystroke → diagnostics at 1,000 lines (at most 20 ms), beside `yaml` parsing the same text.
import path from 'node:path';
import { build } from 'esbuild';
import { parseDocument } from 'yaml';
import { Client } from './client.part.mjs';
import { makePlaybook } from './corpus.mjs';
import { median, pair, timed } from './measure.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const ours = path.join(root, 'dist/server.js');
const trivial = path.join(root, '.vscode-test/bench/trivial.js');
await build({
  entryPoints: [path.join(import.meta.dirname, 'trivial.part.mjs')],
  outfile: trivial,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
});

const uri = 'file:///bench/plan.incident.yaml';

/** Milliseconds from the start of the process. */
async function firstDiagnostics(file, text) {
  const begun = performance.now();
  const client = new Client(file);
  await client.initialize();
  const first = client.diagnostics();
  client.open(uri, text);
  await first;
  const took = performance.now() - begun;
  await client.stop();
  return took;
}

/** Milliseconds of each keystroke in the middle of the text. */
async function keystrokes(file, text, count) {
  const client = new Client(file);
  await client.initialize();
  const opened = client.diagnostics(1);
  client.open(uri, text);
  await opened;
  const line = text.split('\n').findIndex((item, index) => index > 500 && item.trim() !== '');
  const character = text.split('\n')[line].length;
  const times = [];
  for (let version = 2; version < count + 2; version++) {
    const typed = version % 2 === 0;
    const range = { start: { line, character }, end: { line, character: character + (typed ? 0 : 1) } };
    const checked = client.diagnostics(version);
    const begun = performance.now();
    client.tell('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: typed ? ' ' : '' }],
    });
    await checked;
    times.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const asked = performance.now();
  await client.ask('incidentPlaybook/preview', { uri });
  const firstPicture = performance.now() - asked;
  await client.stop();
  return { times: times.slice(5), firstPicture };
}

const text300 = makePlaybook(7, 300);
const start = await pair(
  () => firstDiagnostics(ours, text300),
  () => firstDiagnostics(trivial, text300),
  15,
);
console.log(
  `start → first diagnostics, 300 lines: ${start.a.toFixed(0)} ms; a trivial server: ${start.b.toFixed(0)} ms; ratio ${start.ratio.toFixed(2)} (median of ${start.rounds} pairs; at most 3)`,
);

const text1000 = makePlaybook(7, 1000);
const { times, firstPicture } = await keystrokes(ours, text1000, 85);
const floor = median(Array.from({ length: 30 }, () => timed(() => parseDocument(text1000))).slice(5));
const typing = median(times);
const slow = [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)];
console.log(
  `keystroke → diagnostics, ${text1000.split('\n').length} lines: ${typing.toFixed(1)} ms, 95 of 100 below ${slow.toFixed(1)} ms; \`yaml\` parsing alone: ${floor.toFixed(1)} ms (median of ${times.length}; at most 20)`,
);
console.log(`first picture of it: ${firstPicture.toFixed(0)} ms, with loading the layout engine`);

if (start.ratio > 3 || typing > 20) process.exitCode = 1;
