// biome-ignore-all lint/suspicious/noThenProperty: the key of the language that says which step comes next
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { comparePlans } from '../../src/core/diff/compare';
import { toDiffMarkdown } from '../../src/core/diff/report';
import { toGraph } from '../../src/core/draw/graph';
import { toMermaid } from '../../src/core/export/mermaid';
import type { Checked } from '../../src/core/lint/run';
import { plans } from '../core/flow/plans';
import { checkText } from '../support/check';
import { commentHtml, toHtml } from '../support/gitHosts';
import { hostile, unasked } from '../support/hostileTexts';
import { translators } from '../support/lint';
import { smallPlaybook } from '../support/small';
import { closeBrowser, openBrowser } from './page';

const mermaidFile = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js');
const shots = path.resolve(import.meta.dirname, '../../test-results/comment');

/** A page about as wide and as spaced as a comment on GitHub. */
const style = (dark: boolean) => `
  body { margin: 0; padding: 16px; width: 780px; font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", "Noto Sans CJK JP", sans-serif;
    background: ${dark ? '#0d1117' : '#fff'}; color: ${dark ? '#e6edf3' : '#1f2328'} }
  h3 { font-size: 17.5px; margin: 0 0 16px } p, ul, blockquote, details, pre { margin: 0 0 16px }
  ul { padding-left: 2em } li + li { margin-top: 4px } li > p { margin: 16px 0 0 }
  blockquote { margin: 0; padding: 0 1em; border-left: .25em solid ${dark ? '#3d444d' : '#d1d9e0'}; color: ${dark ? '#9198a1' : '#59636e'} }
  code { font-size: 85%; padding: .2em .4em; border-radius: 6px; background: ${dark ? '#656c7633' : '#818b981f'} }
  pre { border: 1px solid ${dark ? '#3d444d' : '#d1d9e0'}; border-radius: 6px; padding: 16px; overflow: auto } pre svg { max-width: 100%; height: auto }`;

let page: Page;
/** What the page asked for, and what was thrown in it. */
const trouble: string[] = [];
beforeAll(async () => {
  page = await (await openBrowser()).newPage();
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('dialog', (dialog) => trouble.push(dialog.message()));
  await page.route('**', (route) => {
    trouble.push(route.request().url());
    return route.abort();
  });
});
afterAll(closeBrowser);

async function open(html: string, dark = false): Promise<void> {
  await page.setContent(`<!DOCTYPE html><meta charset="utf-8"><style>${style(dark)}</style>${html}`);
  await page.addScriptTag({ path: mermaidFile });
  await page.evaluate(
    (theme) => {
      (globalThis as unknown as { mermaid: { initialize(options: object): void } }).mermaid.initialize({
        startOnLoad: false,
        securityLevel: 'strict',
        theme,
      });
    },
    dark ? 'dark' : 'default',
  );
}

interface Drawn {
  readonly error?: string;
  readonly text: string;
  /** Elements and attributes that could do something. */
  readonly live: readonly string[];
  readonly boxes: number;
}

/** Draws each text as GitHub does, into the block of code it stands in, or into the page. */
function draw(sources: readonly string[]): Promise<readonly Drawn[]> {
  return page.evaluate(
    async (texts) => {
      const { mermaid } = globalThis as unknown as {
        mermaid: { render(id: string, text: string): Promise<{ svg: string }> };
      };
      const blocks = [...document.querySelectorAll('code.language-mermaid')];
      const drawn: Drawn[] = [];
      for (const [at, text] of texts.entries()) {
        try {
          const { svg } = await mermaid.render(`drawing-${at}`, text);
          const place = blocks[at]?.parentElement ?? document.body.appendChild(document.createElement('pre'));
          place.innerHTML = svg;
          const live = [...place.querySelectorAll('*')].flatMap((element) => [
            ...(/^(?:script|a|img|image|iframe|object|embed|link|form|input|video|audio|i|strong|em|b|h\d|ul|ol|li|math)$/i.test(
              element.tagName,
            )
              ? [element.tagName]
              : []),
            ...element
              .getAttributeNames()
              .filter((name) => /^on|^(?:xlink:)?href$|^src$/i.test(name))
              .map((name) => `${element.tagName} ${name}`),
            ...(/clickable/.test(element.getAttribute('class') ?? '') ? ['clickable'] : []),
          ]);
          drawn.push({
            // Lines of a box are one text, whether they are broken by us or by the width.
            text: [...place.querySelectorAll('.nodeLabel, .edgeLabel')].map((label) => label.textContent).join('\n'),
            live,
            boxes: place.querySelectorAll('.node').length,
          });
        } catch (error) {
          drawn.push({ error: String(error), text: '', live: [], boxes: 0 });
        }
      }
      return drawn;
    },
    [...sources],
  );
}

const checked = (text: string, locale: 'en' | 'ja' = 'en'): Checked =>
  checkText(text, { now: '2026-11-24T00:00Z', locale });

function comment(before: string, after: string, locale: 'en' | 'ja' = 'en'): string {
  const t = translators[locale];
  const [one, other] = [checked(before, locale), checked(after, locale)];
  return toDiffMarkdown(
    [{ file: 'plans/a.incident.yaml', comparison: comparePlans(one, other, { t }), before: one, after: other }],
    t,
  );
}

const blocksOf = (markdown: string) =>
  [...markdown.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);

/** Words of the boxes, as the reader has to find them. */
const bare = (text: string) => text.replace(/[\s\u200b\u00a0]+/g, '');

function expectDrawn(sources: readonly string[], drawn: readonly Drawn[]): void {
  expect(drawn).toHaveLength(sources.length);
  for (const [at, { error, text, live, boxes }] of drawn.entries()) {
    const source = sources[at] ?? '';
    expect(error, source).toBeUndefined();
    expect(live, source).toEqual([]);
    const labels = [...source.matchAll(/^ {2}s\d+\W+?"(.*)"\W+$/gm)].map(([, label = '']) => label);
    expect(boxes).toBe(labels.length);
    const read = (label: string) =>
      bare(
        label
          .replaceAll('<br>', '')
          .replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
          .replace(/[\ud800-\udfff]/gu, '\ufffd'),
      );
    for (const label of labels) expect(bare(text)).toContain(read(label));
    expect(text).not.toContain('Unsupported markdown');
  }
}

const edit = (text: string, edits: readonly (readonly [string | RegExp, string])[]) =>
  edits.reduce((now, [from, to]) => {
    const next = now.replace(from, to);
    expect(next, String(from)).not.toBe(now);
    return next;
  }, text);
const sample = (name: string) => fs.readFileSync(`sample-playbooks/${name}/${name}.incident.yaml`, 'utf8');

const longLabel =
  'Tell everyone who waits what is known, what is not, and when they will hear the next word from us. '.repeat(4);
const forty = (task: string) => `playbook: 1
title: Forty steps
flows:
  main:
    steps:
${Array.from({ length: 40 }, (_, at) => `      s${at}: { kind: do, task: ${task} ${at}, takes: 1m, then: s${at + 1} }`).join('\n')}
      s40: { kind: end }
`;
/** One is as good as another to see whether all can be read on dark. */
const darkToo: ReadonlySet<string> = new Set(['steps that come, go and change', 'a plan that is new']);

const changes: Readonly<Record<string, readonly [before: string, after: string, locale: 'en' | 'ja']>> = {
  'a shop in Japan': [
    sample('flash-sale'),
    edit(sample('flash-sale'), [
      [/takes: 5m/, 'takes: 25m'],
      [/takes: 3m/, 'takes: 1m'],
      ['depends_on: [mail_service]', 'depends_on: [mail_service, shop_front]'],
      [/申し訳ございません/g, '深くお詫びいたします'],
      ['first_notice_within: 25m', 'first_notice_within: 20m'],
    ]),
    'ja',
  ],
  'a launch of software': [
    sample('software-launch'),
    edit(sample('software-launch'), [
      [/takes: 5m/, 'takes: 15m'],
      [/We are sorry/g, 'We apologise'],
    ]),
    'en',
  ],
  'steps that come, go and change': [
    smallPlaybook,
    edit(smallPlaybook, [
      [
        '        then: judge',
        '        then: breathe\n      breathe: { kind: do, task: Breathe, takes: 1m, then: judge }',
      ],
      ['        takes: 3m', '        takes: 9m'],
      ['then: hold', 'then: is_it_back'],
      [/ {6}hold:\n(?: {8}.*\n)+/, ''],
      ['"no": first_word', '"no": nowhere'],
    ]),
    'en',
  ],
  'long labels': [
    smallPlaybook,
    smallPlaybook.replace('      judge:\n', `      judge:\n        title: "${longLabel}"\n`),
    'en',
  ],
  'forty steps': [forty('Step'), forty('Ask').replace('Ask 7,', 'Do something else,'), 'en'],
  'a plan that is new': ['playbook: 1\n', sample('b2b-service'), 'ja'],
};

test.each(Object.entries(changes))('the comment about %s is drawn', async (name, [before, after, locale]) => {
  const markdown = comment(before, after, locale);
  const sources = blocksOf(markdown);
  expect(sources.length).toBeGreaterThan(0);
  fs.mkdirSync(shots, { recursive: true });
  for (const dark of darkToo.has(name) ? [false, true] : [false]) {
    await open(toHtml(commentHtml(markdown)), dark);
    const drawn = await draw(sources);
    expectDrawn(sources, drawn);
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.open = true;
    });
    await page.screenshot({
      path: path.join(shots, `${name.replace(/\W+/g, '-')}-${dark ? 'dark' : 'light'}.png`),
      fullPage: true,
    });
  }
  expect(trouble).toEqual([]);
});

/** Signs that YAML takes by their number only are written by it. */
const toYaml = (data: unknown): string =>
  JSON.stringify(data).replace(
    /[\u007f-\u009f\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A flow in which each text is a name, a title, an answer and a trigger. */
const flowOf = (texts: readonly string[]): string =>
  toYaml({
    playbook: 1,
    flows: {
      [`main ${texts[0]}`]: {
        title: texts[0],
        trigger: texts.at(-1),
        steps: Object.fromEntries([
          ...texts.flatMap((text, at) => [
            [`s${at}`, { kind: 'do', title: text, task: text, by: text, takes: '1m', then: `q${at} ${text}` }],
            [
              `q${at} ${text}`,
              { kind: 'ask', question: text, answers: { [text]: `s${at + 1}`, no: `${text} nowhere` } },
            ],
          ]),
          [`s${texts.length}`, { kind: 'end', outcome: 'resolved' }],
        ]),
      },
    },
  });

test('hostile words are drawn as words: nothing runs, loads or links', async () => {
  const texts = [...Object.values(unasked), ...hostile.map((text) => text.slice(0, 90))];
  const sources = Array.from({ length: Math.ceil(texts.length / 8) }, (_, at) => {
    const [block = ''] = blocksOf(comment('playbook: 1\n', flowOf(texts.slice(at * 8, at * 8 + 8))));
    expect(block).not.toBe('');
    return block;
  });
  await open('');
  expectDrawn(sources, await draw(sources));
  expect(trouble).toEqual([]);
});

test('every flow of the samples, and sixty that nobody wrote', async () => {
  const t = translators.ja;
  const written = fs
    .readdirSync('sample-playbooks', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.incident.yaml'))
    .map((file) => checked(fs.readFileSync(path.join('sample-playbooks', file), 'utf8'), 'ja'));
  const random = fc
    .sample(plans({ exact: false, scenarios: true, recursive: true }), { numRuns: 60, seed: 7 })
    .map((data) => checked(JSON.stringify(data, undefined, 1), 'ja'));
  const sources = [...written, ...random].flatMap(({ playbook, runs }, at) =>
    [...playbook.flows.values()]
      .slice(0, at < written.length ? undefined : 1)
      .map((flow) => toMermaid(toGraph(flow, playbook, t), runs, t)),
  );
  expect(sources.length).toBeGreaterThan(70);
  await open('');
  expectDrawn(sources, await draw(sources));
});
