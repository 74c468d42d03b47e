import fs from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { buildFiles } from '../../src/core/build/buildFiles';
import { toReportHtml } from '../../src/core/build/paper/reportHtml';
import { toRoleCards } from '../../src/core/build/paper/roleCards';
import { toVisitorFile } from '../../src/core/build/visitorFile';
import { visits } from '../../src/core/build/visitorPage';
import { attacks, withEveryText } from '../support/everyText';
import { buildText } from '../support/model';
import { paperOf } from '../support/paper';
import { violations } from './axe';
import { closeBrowser, openBrowser } from './page';

const samples = ['flash-sale/flash-sale', 'software-launch/software-launch'];
afterAll(closeBrowser);

const pages = samples.flatMap((name) => {
  const playbook = buildText(fs.readFileSync(`sample-playbooks/${name}.incident.yaml`, 'utf8'));
  return visits(playbook).map((visit) => ({
    name: `${name} (${visit.locale})`,
    ...toVisitorFile(visit, playbook, { values: new Map(), samples: true, picture: undefined }),
  }));
});

it.each(pages)(
  'the built sorry page of $name: nothing for axe, in light and dark, as narrow as a phone',
  async ({ html }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await (await openBrowser()).newContext({
        viewport: { width: 320, height: 640 },
        colorScheme,
        bypassCSP: true,
      });
      const page = await context.newPage();
      const requests: string[] = [];
      page.on('request', ({ url }) => requests.push(url()));
      await page.setContent(html);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await violations({ page }), colorScheme).toEqual([]);
      expect(requests).toEqual([]);
      await context.close();
    }
  },
);

it('the built sorry page works without a script: its form can be filled in and knows where it goes', async () => {
  const context = await (await openBrowser()).newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
  });
  const page = await context.newPage();
  await page.setContent(pages[0]?.html ?? '');
  await page.getByLabel('メールアドレス').fill('hana@example.com');
  expect(await page.getByLabel('メールアドレス').inputValue()).toBe('hana@example.com');
  expect(await page.locator('form').getAttribute('action')).toBe('https://uketsuke.example/hiyori/comeback');
  expect(await page.locator('form').getAttribute('method')).toBe('post');
  expect(await page.getByRole('link', { name: '最新の状況を見る' }).getAttribute('href')).toMatch(/^https:/);
  await context.close();
});

const papers = samples.flatMap((name, at) => {
  const source = fs.readFileSync(`sample-playbooks/${name}.incident.yaml`, 'utf8');
  const paper = paperOf(source, at === 0 ? 'ja' : 'en');
  return [
    { name: `role cards of ${name}`, html: toRoleCards(paper) },
    { name: `report of ${name}`, html: toReportHtml(paper) },
  ];
});

it.each(papers)('the $name: nothing for axe on a desk and on a phone, and nothing cut off', async ({ html }) => {
  for (const width of [900, 360]) {
    const context = await (await openBrowser()).newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    const requests: string[] = [];
    page.on('request', ({ url }) => requests.push(url()));
    await page.setContent(html);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), String(width)).toBeLessThanOrEqual(width);
    expect(await violations({ page }), String(width)).toEqual([]);
    expect(requests).toEqual([]);
    await context.close();
  }
});

it.each(papers)(
  'the $name: begins each card on a page of its own, and has nothing over the edge of A4',
  async ({ html }) => {
    const context = await (await openBrowser()).newContext({ viewport: { width: 688, height: 1000 } });
    const page = await context.newPage();
    await page.setContent(html);
    await page.emulateMedia({ media: 'print' });
    const wide = await page.evaluate(
      () => [...document.querySelectorAll('main *')].filter((each) => each.getBoundingClientRect().right > 690).length,
    );
    expect(wide).toBe(0);
    const sheets = await page.locator('.pp-sheet').count();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(sheets);
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[456](?:\.\d+)? 84[12]/);
    await context.close();
  },
);

it('hostile words in every field run nothing on the sorry page and on papers', async () => {
  const source = fs.readFileSync(`sample-playbooks/${samples[0]}.incident.yaml`, 'utf8');
  const context = await (await openBrowser()).newContext({ bypassCSP: true });
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', ({ url }) => requests.push(url()));
  for (const [turn, attack] of attacks.entries()) {
    const { files } = buildFiles({
      ...paperOf(withEveryText(source, attack, turn), 'ja'),
      plan: undefined,
      values: new Map(),
      samples: true,
      picture: undefined,
    });
    for (const [file, html] of files) {
      if (!file.endsWith('.html')) continue;
      await page.setContent(html);
      const seen = await page.evaluate(() => ({
        hit: (globalThis as { hit?: number }).hit,
        foreign: document.querySelectorAll('script, img, iframe, object, embed, link, svg, body style').length,
        handlers: [...document.querySelectorAll('*')].filter((each) =>
          [...each.attributes].some(({ name }) => /^(?:on|style)/.test(name)),
        ).length,
      }));
      expect(seen, `${file}: ${attack.slice(0, 40)}`).toEqual({ hit: undefined, foreign: 0, handlers: 0 });
    }
  }
  expect(requests.filter((url) => !url.startsWith('about:'))).toEqual([]);
  await context.close();
}, 180_000);
