import fs from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { cli, folderWith } from '../support/cli';
import { closeBrowser, openBrowser } from './page';

afterAll(closeBrowser);

/** The room on A4 between the margins of `print.css`, in pixels. */
const sheet = { width: 703, height: 1016 };

it.each(['flash-sale/flash-sale', 'software-launch/software-launch'])(
  'the plan of %s on paper: nothing is cut at the edge, and the sorry page is one sheet',
  async (name) => {
    const cwd = folderWith({ 'a.incident.yaml': fs.readFileSync(`sample-playbooks/${name}.incident.yaml`, 'utf8') });
    const { stdout } = cli(['render', 'a.incident.yaml', '--format', 'html'], { cwd });
    const context = await (await openBrowser()).newContext({ viewport: sheet });
    const page = await context.newPage();
    await page.setContent(stdout);
    await page.emulateMedia({ media: 'print' });
    const over = await page.evaluate(
      ({ width }) =>
        [...document.querySelectorAll('main *')].filter(
          (each) => !each.closest('.up-on-screen') && each.getBoundingClientRect().right > width + 1,
        ).length,
      sheet,
    );
    expect(over).toBe(0);
    const high = await page.locator('#sorry-page').evaluate((part) => part.getBoundingClientRect().height);
    expect(high).toBeLessThanOrEqual(sheet.height);
    await context.close();
  },
);
