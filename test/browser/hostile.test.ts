import fs from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { hostile } from '../support/hostileTexts';
import { buildText } from '../support/model';
import { everyText } from './everyText';
import { closeBrowser, PreviewPage } from './page';

afterAll(closeBrowser);

const attacks = [
  ...hostile,
  '<img src=x onerror="globalThis.hit=1">',
  '<script>globalThis.hit=1</script>',
  ']]><svg onload="globalThis.hit=1">',
  '"><b onclick=globalThis.hit=1 style=color:red>',
  '![a](https://evil.example/x.png) [b](javascript:globalThis.hit=1) <https://evil.example/y>',
  '<iframe src=https://evil.example></iframe><link rel=stylesheet href=https://evil.example/z.css>',
  '{{constructor}} {{__proto__}} {{<b>}} {{{{posted_at}}}}',
  '# a\n\n> b\n\n- c\n\n| d |\n| - |\n| e |\n',
];

const tabs = ['list', 'channels', 'severities', 'sorry-page', 'readiness', 'messages', 'flow'];

it('in every field of a plan runs nothing, fetches nothing and breaks nothing', async () => {
  const plan = fs.readFileSync('sample-playbooks/flash-sale/flash-sale.incident.yaml', 'utf8');
  expect(buildText(plan).texts.length).toBeGreaterThan(100);
  const preview = await PreviewPage.open({ width: 500 });
  const { page } = preview;
  for (const [index, attack] of attacks.entries()) {
    await preview.show(everyText(plan, attack, index), { version: index + 1 });
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
