import fs from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { attacks, withEveryText } from '../support/everyText';
import { buildText } from '../support/model';
import { closeBrowser, PreviewPage } from './page';

afterAll(closeBrowser);

const tabs = ['list', 'channels', 'severities', 'sorry-page', 'readiness', 'messages', 'flow'];

it('in every field of a plan runs nothing, fetches nothing and breaks nothing', async () => {
  const plan = fs.readFileSync('sample-playbooks/flash-sale/flash-sale.incident.yaml', 'utf8');
  expect(buildText(plan).texts.length).toBeGreaterThan(100);
  const preview = await PreviewPage.open({ width: 500 });
  const { page } = preview;
  for (const [index, attack] of attacks.entries()) {
    await preview.show(withEveryText(plan, attack, index), { version: index + 1 });
    expect(await page.locator('.up-strip').isVisible(), attack.slice(0, 40)).toBe(false);
    for (const tab of tabs) {
      await page.locator(`#tab-${tab}`).click();
      const seen = await page.evaluate(() => ({
        foreign: document.querySelectorAll(
          '#page :is(img, script, iframe, object, embed, link, style, form, input:not(.up-search))',
        ).length,
        own: [...document.querySelectorAll('#page *')].filter((element) =>
          [...element.attributes].some(
            ({ name, value }) =>
              /^(?:on|style|src)/.test(name) || (name === 'href' && !/^(?:https?|mailto|tel):/.test(value)),
          ),
        ).length,
        wide: document.documentElement.scrollWidth > innerWidth,
        hit: 'hit' in globalThis,
      }));
      expect(seen, `${tab}: ${attack.slice(0, 40)}`).toEqual({ foreign: 0, own: 0, wide: false, hit: false });
    }
    const pane = page.locator('#pane-messages');
    await page.getByRole('tab', { name: 'Messages' }).click();
    expect(await pane.evaluate((element) => element.scrollWidth <= element.clientWidth), attack.slice(0, 40)).toBe(
      true,
    );
    expect(await page.locator('.up-step[data-src]').count(), attack.slice(0, 40)).toBeGreaterThan(5);
  }
  expect(preview.errors).toEqual([]);
  expect([...new Set(preview.requests)].sort()).toEqual(['/', '/webview.css', '/webview.js']);
  await preview.close();
}, 240_000);
