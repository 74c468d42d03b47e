// A VS Code window in Chromium, and a bridge through which code in the extension host looks at it and handles it.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';
import { cache } from './hosts.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens an empty page; `goto` of its page leads to the editor. */
export async function openWindow({ width = 1400, height = 900, locale = 'en-US', scale = 1 } = {}) {
  const executablePath = findChromium();
  const profile = fs.mkdtempSync(path.join(cache, 'profile-'));
  fs.mkdirSync(path.join(profile, 'Default'));
  // Webviews live on another origin and need their service worker.
  const preferences = { profile: { block_third_party_cookies: false, cookie_controls_mode: 0 } };
  fs.writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: flags,
    locale,
    viewport: { width, height },
    deviceScaleFactor: scale,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  // What a language pack sets when the page begins; the editor's own words stay English without its translation.
  if (locale.startsWith('ja'))
    await page.addInitScript(() => Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { value: 'ja' }));
  return {
    page,
    close: async () => {
      await context.close();
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** What the page of the preview is: the inner one of the two frames of the one webview that is on show. */
export async function previewFrame(page) {
  try {
    return await findPreviewFrame(page);
  } catch (error) {
    if (isNavigating(error)) return undefined;
    throw error;
  }
}

/** A page that is shown again is loaded anew: between the two there is none. */
function isNavigating(error) {
  return /Execution context was destroyed|Frame was detached|frame got detached/i.test(String(error?.message));
}

async function findPreviewFrame(page) {
  for (const outer of await page.$$('iframe.webview.ready, iframe.webview')) {
    if (!(await outer.isVisible())) continue;
    const frame = await outer.contentFrame();
    const inner = await frame?.$('iframe#active-frame');
    const content = await inner?.contentFrame();
    if (content) return content;
  }
  return undefined;
}

/** Code in the extension host calls these by `POST /name` with its arguments as JSON. */
const actions = {
  /** The value of an expression in the preview's page; null while there is no such page. */
  inPreview: async (page, expression) => {
    try {
      return (await (await previewFrame(page))?.evaluate(expression)) ?? null;
    } catch (error) {
      if (isNavigating(error)) return null;
      throw error;
    }
  },
  clickInPreview: async (page, selector) => {
    await (await previewFrame(page))?.click(selector, { timeout: 5000, position: undefined });
  },
  wheelInPreview: async (page, selector, delta, modifier) => {
    const box = await (await (await previewFrame(page))?.$(selector))?.boundingBox();
    if (!box) throw new Error(`nothing is ${selector}`);
    await page.mouse.move(box.x + Math.min(box.width, 200) / 2, box.y + Math.min(box.height, 200) / 2);
    if (modifier) await page.keyboard.down(modifier);
    await page.mouse.wheel(0, delta);
    if (modifier) await page.keyboard.up(modifier);
  },
  inWindow: async (page, expression) => (await page.evaluate(expression)) ?? null,
  clickInWindow: async (page, selector) => page.click(selector, { timeout: 5000 }),
  press: async (page, keys) => page.keyboard.press(keys),
  type: async (page, text) => page.keyboard.insertText(text),
  screenshot: async (page, name) => {
    const folder = path.join(cache, 'screenshots');
    fs.mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: path.join(folder, name) });
  },
};

/** Serves the actions on this machine only; `more` adds some, `onDone` gets what is posted to `/done`. */
export async function startBridge(page, more = {}) {
  const all = { ...actions, ...more };
  const server = http.createServer(async (request, response) => {
    const head = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'content-type': 'application/json',
    };
    if (request.method !== 'POST') return response.writeHead(204, head).end();
    let body = '';
    for await (const chunk of request) body += chunk;
    try {
      const action = all[request.url.slice(1)];
      if (action === undefined) throw new Error(`no action ${request.url}`);
      const value = await action(page, ...JSON.parse(body));
      response.writeHead(200, head).end(JSON.stringify({ value: value ?? null }));
    } catch (error) {
      response.writeHead(200, head).end(JSON.stringify({ error: String(error?.message ?? error) }));
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
