// npm start: builds, serves a real VS Code with the extension and the sample playbooks, and prints its address.
//   npm start -- --screenshot FILE.png   takes a picture without a window and ends
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleForHost } from './bundle.mjs';
import { cache, startHost } from './hosts.mjs';
import { packageExtension } from './package.mjs';
import { commit } from './repository.mjs';
import { openWindow, previewFrame } from './window.mjs';

const root = path.resolve(import.meta.dirname, '..');
const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  hc: 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
};
/** What is changed for `--review`. */
const reviewed = {
  ja: 'flash-sale/flash-sale.incident.yaml',
  en: 'software-launch/software-launch.incident.yaml',
};
const usage = `npm start [-- options]

  --file PATH          the playbook to show, below sample-playbooks/ (default flash-sale/flash-sale.incident.yaml)
  --theme THEME        ${Object.keys(themes).join(', ')} (default light)
  --language LANGUAGE  of findings and of the preview: ja or en (default ja)
  --host HOST          node or web (default node): which VS Code
  --port PORT          (default 8123, or a free one if that is taken)
  --screenshot FILE    take a picture and end
  --caret TEXT         put the caret where this text is first found
  --tab TAB            the preview's tab: flow or messages (with --screenshot)
  --review             the samples as a Git repository in which the playbook was changed, with the visual difference
  --size WxH           of the picture (default 1600x1000)`;

const options = {
  file: { type: 'string', default: 'flash-sale/flash-sale.incident.yaml' },
  theme: { type: 'string', default: 'light' },
  language: { type: 'string', default: 'ja' },
  host: { type: 'string', default: 'node' },
  port: { type: 'string', default: '8123' },
  screenshot: { type: 'string' },
  caret: { type: 'string' },
  tab: { type: 'string' },
  review: { type: 'boolean', default: false },
  size: { type: 'string', default: '1600x1000' },
  help: { type: 'boolean', default: false },
};

const values = read();
const folder = path.join(cache, 'samples');

try {
  await start();
} catch (error) {
  console.error(String(error?.message ?? error));
  process.exit(1);
}

async function start() {
  const extension = await packageExtension();
  // A copy: whoever tries things out should not change the samples.
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(path.join(root, 'sample-playbooks'), folder, { recursive: true });
  if (values.review) commit(folder);
  const tests = await bundleForHost('demo.ts', values.host, extension, {
    DEMO: {
      file: values.review ? reviewed[values.language] : values.file,
      theme: themes[values.theme],
      language: values.language,
      caretAt: values.caret,
      review: values.review,
    },
  });
  const { url, stop } = await startHost(values.host, { extension, tests, folder });
  if (values.screenshot !== undefined) {
    await takePicture(url).finally(stop);
    return process.exit(0);
  }
  console.log(
    `\nOpen ${await shortAddress(url)}\n\nThe samples there are a copy in ${path.relative('.', folder)}/. Ctrl-C ends.`,
  );
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop().finally(() => process.exit(0)));
}

/** The editor's own address is three lines long: one that can be typed leads there. */
async function shortAddress(url) {
  const server = http.createServer((_, response) => response.writeHead(302, { location: url }).end());
  const listen = (port) =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => resolve(server.address().port));
    });
  // The same from day to day, unless something else has it.
  const port = await listen(Number(values.port)).catch(() => listen(0));
  return `http://localhost:${port}/`;
}

async function takePicture(url) {
  const [width, height] = values.size.split('x').map(Number);
  const { page, close } = await openWindow({ width, height });
  try {
    await page.goto(url);
    const frame = await waitForPicture(page);
    if (values.tab !== undefined) await frame.click(`#tab-${values.tab}`);
    await page.mouse.move(width / 2, height - 2);
    // Notifications that the editor itself shows are none of ours; let it settle.
    await page.waitForTimeout(1500);
    const file = path.resolve(values.screenshot);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    await page.screenshot({ path: file });
    console.log(`Wrote ${file}`);
  } finally {
    await close();
  }
}

async function waitForPicture(page) {
  const end = Date.now() + 90_000;
  while (Date.now() < end) {
    const frame = await previewFrame(page).catch(() => undefined);
    if (await frame?.$('[data-step]').catch(() => null)) return frame;
    await page.waitForTimeout(200);
  }
  await page.screenshot({ path: path.join(cache, 'failed.png') });
  throw new Error('The preview did not appear within 90 seconds; .vscode-test/failed.png shows what did.');
}

function read() {
  try {
    const { values } = parseArgs({ options });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    if (themes[values.theme] === undefined)
      throw new Error(`--theme "${values.theme}" is none of ${Object.keys(themes).join(', ')}.`);
    if (!['node', 'web'].includes(values.host)) throw new Error(`--host "${values.host}" is neither node nor web.`);
    if (!['ja', 'en'].includes(values.language))
      throw new Error(`--language "${values.language}" is neither ja nor en.`);
    if (!/^\d+x\d+$/.test(values.size)) throw new Error(`--size "${values.size}" is not like 1600x1000.`);
    if (!fs.existsSync(path.join(root, 'sample-playbooks', values.file)))
      throw new Error(`There is no sample-playbooks/${values.file}.`);
    return values;
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}
