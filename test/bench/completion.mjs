// Completion over stdio, asked at every offset of every sample and of a playbook of 1,000 lines, with what an answer of
// nothing costs on the same wire (an offset of a file that is not open). Median under 10 ms, worst 50 ms at 1,000 lines.
import fs from 'node:fs';
import path from 'node:path';
import { Client } from './client.part.mjs';
import { makePlaybook } from './corpus.mjs';
import { median } from './measure.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const samples = path.join(root, 'sample-playbooks');
const texts = fs
  .readdirSync(samples, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.incident.yaml'))
  .sort()
  .map((file) => [path.basename(file), fs.readFileSync(path.join(samples, file), 'utf8')]);
texts.push(['1,000 lines', makePlaybook(1, 1000)]);

const client = new Client(path.join(root, 'dist/server.js'));
await client.initialize();
const ask = async (uri, line, character) => {
  const begun = performance.now();
  const answer = await client.ask('textDocument/completion', { textDocument: { uri }, position: { line, character } });
  return { took: performance.now() - begun, answer };
};

console.log('file                              lines  offsets  answered  median    99 %     worst   nothing');
for (const [name, text] of texts) {
  const uri = `file:///bench/${encodeURIComponent(name)}.incident.yaml`;
  const opened = client.diagnostics();
  client.open(uri, text);
  await opened;
  const times = [];
  const nothing = [];
  let answered = 0;
  for (const [line, content] of text.split('\n').entries()) {
    for (let character = 0; character <= content.length; character++) {
      const { took, answer } = await ask(uri, line, character);
      times.push(took);
      if (!Array.isArray(answer)) throw new Error(`${name}:${line + 1}:${character + 1} ${JSON.stringify(answer)}`);
      if (answer.length > 0) answered++;
      if (times.length % 20 === 0) nothing.push((await ask('file:///bench/none', 0, 0)).took);
    }
  }
  const sorted = times.toSorted((a, b) => a - b);
  const ms = (value) => `${value.toFixed(2)} ms`.padStart(9);
  const count = (value) => String(value).padStart(8);
  const lines = text.split('\n').length;
  const figures = [median(times), sorted[Math.floor(times.length * 0.99)], sorted.at(-1), median(nothing)].map(ms);
  console.log(`${name.padEnd(32)}${count(lines)}${count(times.length)}${count(answered)}${figures.join('')}`);
}

// Everything else that is asked while somebody reads or types, at 1,000 lines: the median of 30 answers.
const uri = `file:///bench/${encodeURIComponent('1,000 lines')}.incident.yaml`;
const textDocument = { uri };
const lines = texts.at(-1)[1].split('\n');
const step = lines.findIndex((line) => /^ +then: \w/.test(line));
const position = { line: step, character: lines[step].length - 1 };
const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
const screen = { start: { line: 300, character: 0 }, end: { line: 360, character: 0 } };
const questions = [
  ['textDocument/codeLens', { textDocument }],
  ['textDocument/inlayHint', { textDocument, range: screen }],
  ['textDocument/inlayHint', { textDocument, range: whole }],
  ['textDocument/semanticTokens/full', { textDocument }],
  ['textDocument/foldingRange', { textDocument }],
  ['textDocument/documentHighlight', { textDocument, position }],
  ['textDocument/hover', { textDocument, position }],
  ['textDocument/codeAction', { textDocument, range: screen, context: { diagnostics: [] } }],
  ['textDocument/rename', { textDocument, position, newName: 'another_name' }],
  ['textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } }],
];
console.log('');
for (const [method, params] of questions) {
  const times = [];
  for (let round = 0; round < 31; round++) {
    const begun = performance.now();
    const answer = await client.ask(method, params);
    if (answer === null) throw new Error(method);
    if (round > 0) times.push(performance.now() - begun);
  }
  console.log(`${method.padEnd(36)}${median(times).toFixed(2).padStart(8)} ms`);
}
await client.stop();
