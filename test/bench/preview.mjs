// The preview in Chromium: from a keystroke to the painted page through the real server, the first picture, panning over
// 400 steps, and the layout alone. Asked: 100 ms at 300 lines, 250 ms at 3,000; 500 ms; no task above 50 ms; layout of 50
// steps 35 ms, of 200 110 ms, of 1,000 1 s. Beside each: what an empty page costs on the same machine; beside the layout
// what elkjs takes for the same graph, where it is installed.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.mjs';
import { Client } from './client.part.mjs';
import { makePlaybook } from './corpus.mjs';
import { makeFlow } from './flowPlan.part.mjs';
import { median } from './measure.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const dist = (name) => path.join(root, 'dist', name);
const rounds = Number(process.argv[2] ?? 15);

const elk = path.join(import.meta.dirname, 'others/node_modules/elkjs/lib/elk.bundled.js');
const hasElk = fs.existsSync(elk);
const { outputFiles } = await build({
  stdin: {
    contents: `
      import { toGraph } from './src/core/draw/graph';
      import { placeSteps } from './src/core/draw/layered/placeSteps';
      import { placeFlow } from './src/core/draw/place';
      import { buildPlaybook } from './src/core/model/build';
      import { parseYaml } from './src/core/yaml/parse';
      import { toElk } from './test/bench/elk.part.mjs';
      globalThis.readPlan = (text) => {
        const plan = buildPlaybook('a.incident.yaml', new Map([['a.incident.yaml', parseYaml(text)]]));
        const [flow] = plan.flows.values();
        return toGraph(flow, plan, (text) => text);
      };
      globalThis.layOut = (graph) => {
        const begun = performance.now();
        placeFlow(graph, placeSteps);
        return performance.now() - begun;
      };
      globalThis.layOutWithElk = async (graph) => {
        const given = toElk(graph);
        globalThis.elk ??= new ELK();
        const begun = performance.now();
        await globalThis.elk.layout(given);
        return performance.now() - begun;
      };`,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  write: false,
  format: 'iife',
});
const pages = {
  '/': [
    'text/html',
    '<!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="/webview.css"></head><body class="vscode-light"><div id="page"></div><script src="/webview.js"></script></body></html>',
  ],
  '/empty': ['text/html', '<!DOCTYPE html><p id="page">'],
  '/layout': ['text/html', '<!DOCTYPE html><script src="/elk.js"></script><script src="/layout.js"></script>'],
  '/webview.js': ['text/javascript', fs.readFileSync(dist('webview.js'))],
  '/webview.css': ['text/css', fs.readFileSync(dist('webview.css'))],
  '/elk.js': ['text/javascript', hasElk ? fs.readFileSync(elk) : ''],
  '/layout.js': ['text/javascript', outputFiles[0].text],
};
const server = http.createServer(({ url }, response) => {
  const [type, body] = pages[url] ?? ['text/plain', ''];
  response.setHeader('content-type', `${type}; charset=utf-8`);
  response.end(body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });

async function openPage(url) {
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  await page.addInitScript(() => {
    globalThis.acquireVsCodeApi = () => ({ postMessage() {}, getState: () => undefined, setState() {} });
    // Two frames after the message: what came of it is on the screen.
    globalThis.painted = (message) =>
      new Promise((resolve) => {
        // As text: Playwright would take longer over a tree than the page over drawing it.
        if (message !== undefined) window.dispatchEvent(new MessageEvent('message', { data: JSON.parse(message) }));
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(document.querySelectorAll('.up-step').length)));
      });
  });
  await page.goto(address + url);
  return page;
}

const toMessage = (preview) => JSON.stringify({ type: 'preview', preview: { ...preview, version } });
const client = new Client(dist('server.js'));
await client.initialize();
let version = 1;
/** As the extension does it: the text goes to the server, its answer for the tab on the screen to the page. */
async function keystroke(page, uri, text) {
  const begun = performance.now();
  version++;
  client.tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  const preview = await client.ask('incidentPlaybook/preview', { uri, tabs: ['flow'] });
  const steps = await page.evaluate((message) => globalThis.painted(message), toMessage(preview));
  const took = performance.now() - begun;
  if (steps === 0) throw new Error('nothing was drawn');
  return took;
}

const ms = (value) => `${value.toFixed(0)} ms`.padStart(8);
const worst = (values) => Math.max(...values);
const empty = await openPage('/empty');
const nothing = [];
for (let at = 0; at < rounds; at++) {
  const begun = performance.now();
  await empty.evaluate(() => globalThis.painted(undefined));
  nothing.push(performance.now() - begun);
}
console.log(`two frames of an empty page${' '.repeat(19)} median${ms(median(nothing))}`);

for (const lines of [300, 3000]) {
  const uri = `file:///bench/${lines}.incident.yaml`;
  const text = makePlaybook(7, lines);
  const opened = client.diagnostics();
  client.open(uri, text);
  await opened;
  const firsts = [];
  let page;
  for (let at = 0; at < 5; at++) {
    await page?.close();
    // A warm window has its frame: what is measured begins with the page's own files.
    page = await openPage('/empty');
    const begun = performance.now();
    await page.goto(`${address}/`);
    const preview = await client.ask('incidentPlaybook/preview', { uri, tabs: ['flow'] });
    version++;
    await page.evaluate((message) => globalThis.painted(message), toMessage(preview));
    firsts.push(performance.now() - begun);
  }
  console.log(
    `${lines} lines: first picture, with its page    median${ms(median(firsts))}   worst${ms(worst(firsts))}`,
  );
  const word = /(title: )([^\n"'#]+)/;
  const kinds = {
    'a letter': (at) => text.replace(word, `$1$2${'x'.repeat(1 + (at % 5))}`),
    'a new step': (at) => text.replace(/\n {4}steps:\n/, (found) => `${found}      new_${at}: { kind: end }\n`),
  };
  for (const [name, edit] of Object.entries(kinds)) {
    const times = [];
    for (let at = 0; at < rounds; at++) times.push(await keystroke(page, uri, edit(at)));
    console.log(`${lines} lines: ${name.padEnd(29)} median${ms(median(times))}   worst${ms(worst(times))}`);
  }
  await page.close();
}

{
  const uri = 'file:///bench/flow.incident.yaml';
  const opened = client.diagnostics();
  client.open(uri, makeFlow(3, 400));
  await opened;
  const page = await openPage('/');
  const preview = await client.ask('incidentPlaybook/preview', { uri, mostBoxes: 1200 });
  await page.evaluate((message) => globalThis.painted(message), toMessage(preview));
  const tasks = await page.evaluate(async () => {
    const found = [];
    const observer = new PerformanceObserver((list) =>
      found.push(...list.getEntries().map(({ duration }) => duration)),
    );
    observer.observe({ type: 'longtask' });
    const pane = document.querySelector('#pane-flow');
    let slowest = 0;
    for (let at = 0; at < 120; at++) {
      const begun = performance.now();
      pane.scrollBy({ left: 8 * (at % 2 === 0 ? 1 : -1), top: 60, behavior: 'instant' });
      await new Promise((resolve) => requestAnimationFrame(resolve));
      slowest = Math.max(slowest, performance.now() - begun);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { found, slowest, boxes: document.querySelectorAll('.up-step').length, scrolled: pane.scrollTop };
  });
  console.log(
    `${tasks.boxes} boxes, 120 moves over ${tasks.scrolled} px: tasks above 50 ms: ${tasks.found.length}, longest frame${ms(tasks.slowest)}`,
  );
  await page.close();
}

const page = await openPage('/layout');
for (const size of [50, 200, 1000]) {
  const times = await page.evaluate(
    async ({ given, count, hasElk }) => {
      const graph = globalThis.readPlan(given);
      const found = { own: [], elk: [] };
      for (let at = 0; at < count; at++) {
        found.own.push(globalThis.layOut(graph));
        if (hasElk) found.elk.push(await globalThis.layOutWithElk(graph));
      }
      return found;
    },
    { given: makeFlow(5, size), count: size === 1000 ? 5 : rounds, hasElk },
  );
  const beside = hasElk
    ? `   elkjs${ms(median(times.elk))}   ratio ${(median(times.own) / median(times.elk)).toFixed(2)}`
    : '   elkjs: not installed in test/bench/others';
  console.log(
    `layout of ${String(size).padEnd(5)} steps${' '.repeat(27)}median${ms(median(times.own))}   worst${ms(worst(times.own))}${beside}`,
  );
}
await browser.close();
await client.stop();
server.close();
