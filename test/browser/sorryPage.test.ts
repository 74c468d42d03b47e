import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { toVisitorFile } from '../../src/core/build/visitorFile';
import { visits } from '../../src/core/build/visitorPage';
import { buildText } from '../support/model';
import { closeBrowser, openBrowser } from './page';

const axe = fs.readFileSync(path.resolve('node_modules/axe-core/axe.min.js'), 'utf8');
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
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { axe: tool } = globalThis as unknown as {
          axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await tool.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(found, colorScheme).toEqual([]);
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
