import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.mjs';
import { previewHtml } from '../../src/client/previewHtml';
import { placeSteps } from '../../src/core/draw/layered/placeSteps';
import { defaultConfig } from '../../src/core/lint/config';
import { usedPaths } from '../../src/core/model/uses';
import { parseYaml } from '../../src/core/yaml/parse';
import type { DiffPicture, ToDiffPage } from '../../src/protocol/diff';
import type { FromPage, Preview, PreviewWish, ToPage } from '../../src/protocol/preview';
import { checkDocument } from '../../src/service/checkedDocument';
import { provideDiff } from '../../src/service/diff';
import { providePreview } from '../../src/service/preview';
import { translators } from '../support/lint';

const root = path.resolve(import.meta.dirname, '../..');

/** The page as it stands in `src/`: a build that is older would prove nothing. */
async function bundlePage(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: {
      'webview.js': 'src/webview/main.ts',
      'webview.css': 'src/webview/page.css',
      'diff.js': 'src/webview/diff/main.ts',
    },
    absWorkingDir: root,
    bundle: true,
    write: false,
    outdir: '/',
    entryNames: '[name]',
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  return new Map(outputFiles.map((file) => [path.basename(file.path).replace(/(\.js|\.css)\1$/, '$1'), file.text]));
}
let bundled: Promise<ReadonlyMap<string, string>> | undefined;

/** One for all tests of a file: each has a page of its own. */
let browser: Promise<Browser> | undefined;
export function openBrowser(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return browser;
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

type Theme =
  | 'vscode-light'
  | 'vscode-dark'
  | 'vscode-high-contrast'
  | 'vscode-high-contrast vscode-high-contrast-light';

/** Colours as VS Code gives them to a page in each theme. */
const themes: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
  'vscode-light': {
    'editor-background': '#ffffff',
    'editor-foreground': '#3b3b3b',
    descriptionForeground: '#3b3b3b',
    'panel-border': '#e5e5e5',
    focusBorder: '#005fb8',
    'textLink-foreground': '#005fb8',
  },
  'vscode-dark': {
    'editor-background': '#1f1f1f',
    'editor-foreground': '#cccccc',
    descriptionForeground: '#9d9d9d',
    'panel-border': '#2b2b2b',
    focusBorder: '#0078d4',
    'textLink-foreground': '#4daafc',
    'inputValidation-warningBackground': '#352a05',
    'inputValidation-warningBorder': '#b89500',
  },
  'vscode-high-contrast': {
    'editor-background': '#000000',
    'editor-foreground': '#ffffff',
    descriptionForeground: '#ffffff',
    'panel-border': '#6fc3df',
    contrastBorder: '#6fc3df',
    focusBorder: '#f38518',
    'textLink-foreground': '#21a6ff',
    'inputValidation-warningBackground': '#352a05',
  },
  'vscode-high-contrast vscode-high-contrast-light': {
    'editor-background': '#ffffff',
    'editor-foreground': '#292929',
    descriptionForeground: '#292929',
    'panel-border': '#0f4a85',
    contrastBorder: '#0f4a85',
    focusBorder: '#006bbd',
    'textLink-foreground': '#0f4a85',
  },
};

export const allThemes = Object.keys(themes) as readonly Theme[];

/** What the server would send for this text. */
export async function previewOf(
  text: string,
  {
    version = 1,
    locale = 'en' as 'en' | 'ja',
    uri = 'file:///plan.incident.yaml',
    wish = undefined as PreviewWish | undefined,
  } = {},
): Promise<Preview> {
  const checked = checkedOf(text, { version, locale, uri });
  return (await providePreview(checked, placeSteps, undefined, wish && { wish })).preview;
}

/** What the server would send for these two versions. */
export function diffOf(before: string, after: string, locale: 'en' | 'ja' = 'en'): DiffPicture {
  const uri = 'file:///plan.incident.yaml';
  const [one, other] = [before, after].map((text) => checkedOf(text, { version: 1, locale, uri }));
  if (one === undefined || other === undefined) throw new Error('two versions are needed');
  return provideDiff(one, other, placeSteps);
}

function checkedOf(text: string, { version, locale, uri }: { version: number; locale: 'en' | 'ja'; uri: string }) {
  const file = 'plan.incident.yaml';
  const documents = new Map([[file, parseYaml(text)]]);
  const [document] = documents.values();
  if (document !== undefined) for (const used of usedPaths(document, file)) documents.delete(used);
  return checkDocument({
    uri,
    version,
    file,
    documents,
    uriOf: (name) => `file:///${name}`,
    config: defaultConfig,
    t: translators[locale],
    locale,
    now: Date.parse('2026-11-23'),
  });
}

/** The built page in a Chromium, as the extension would serve it. */
export class PreviewPage {
  readonly requests: string[] = [];
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly closeAll: () => Promise<void>,
  ) {}

  static async open({
    theme = 'vscode-light' as Theme,
    locale = 'en' as 'en' | 'ja',
    width = 900,
    height = 900,
    state = {},
    forced = false,
    calm = false,
    script = 'webview' as 'webview' | 'diff',
    reader = false,
  } = {}): Promise<PreviewPage> {
    bundled ??= bundlePage();
    const files = await bundled;
    const server = http.createServer((request, response) => {
      const name = (request.url ?? '/').slice(1);
      if (name === '') {
        const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        const html = previewHtml({
          scriptUri: `/${script}.js`,
          styleUri: '/webview.css',
          cspSource: address,
          nonce: 'test',
          uiLocale: locale,
          title: 'Preview',
        });
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(html.replace('<body', `<body class="${theme}${reader ? ' vscode-using-screen-reader' : ''}"`));
      } else if (files.has(name)) {
        response.setHeader('content-type', name.endsWith('js') ? 'text/javascript' : 'text/css');
        response.end(files.get(name));
      } else response.writeHead(name === 'favicon.ico' ? 204 : 404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const page = await (await openBrowser()).newPage({
      viewport: { width, height },
      locale: locale === 'ja' ? 'ja-JP' : 'en-US',
      forcedColors: forced ? 'active' : 'none',
      reducedMotion: calm ? 'reduce' : 'no-preference',
    });
    const opened = new PreviewPage(page, async () => {
      await page.close();
      server.close();
    });
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      // The browser's own, for the tab of a window.
      if (pathname !== '/favicon.ico') opened.requests.push(pathname);
    });
    page.on('pageerror', (error) => opened.errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('favicon')) opened.errors.push(message.text());
    });
    await page.addInitScript(
      ({ initial, colours }) => {
        const host = globalThis as unknown as { sent: unknown[]; state: unknown; acquireVsCodeApi: () => unknown };
        host.sent = [];
        host.state = initial;
        host.acquireVsCodeApi = () => ({
          postMessage: (message: unknown) => host.sent.push(message),
          getState: () => host.state,
          setState: (next: unknown) => {
            host.state = next;
          },
        });
        const apply = () => {
          for (const [name, value] of Object.entries(colours))
            document.documentElement.style.setProperty(`--vscode-${name}`, value);
        };
        document.addEventListener('DOMContentLoaded', apply);
      },
      { initial: state, colours: themes[theme] },
    );
    await page.goto(`http://127.0.0.1:${port}/`);
    return opened;
  }

  async send(message: ToPage | ToDiffPage): Promise<void> {
    await this.page.evaluate((data) => window.postMessage(data, '*'), message);
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20))));
  }

  async show(text: string, options: Parameters<typeof previewOf>[1] = {}): Promise<void> {
    await this.send({ type: 'preview', preview: await previewOf(text, options) });
  }

  sent(): Promise<FromPage[]> {
    return this.page.evaluate(() => (globalThis as unknown as { sent: FromPage[] }).sent);
  }

  state(): Promise<Record<string, unknown>> {
    return this.page.evaluate(() => (globalThis as unknown as { state: Record<string, unknown> }).state);
  }

  close(): Promise<void> {
    return this.closeAll();
  }
}
