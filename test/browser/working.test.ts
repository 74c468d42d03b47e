import fs from 'node:fs';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { pixel } from '../support/built';
import { smallPlaybook } from '../support/small';
import { closeBrowser, PreviewPage } from './page';

let open: PreviewPage | undefined;
const shown = async (text = smallPlaybook, options: Parameters<typeof PreviewPage.open>[0] = {}) => {
  open = await PreviewPage.open(options);
  await open.show(text);
  return open;
};
afterEach(async () => {
  expect(open?.errors).toEqual([]);
  await open?.close();
});
afterAll(closeBrowser);

it('shows any page within two seconds, however long its names are', async () => {
  const long = 'あ'.repeat(10_000);
  const text = fs
    .readFileSync('sample-playbooks/flash-sale/flash-sale.incident.yaml', 'utf8')
    .replace(/^( {4,}title:) (?=\S)[^|>].*$/gm, (line, key: string, at: number) =>
      at % 3 === 0 ? `${key} ${long}` : line,
    );
  const { page } = await shown(text);
  for (const tab of ['list', 'messages', 'channels', 'severities', 'sorry-page', 'readiness']) {
    const spent = await page.evaluate((id) => {
      const from = performance.now();
      document.getElementById(id)?.click();
      document.body.getBoundingClientRect();
      return performance.now() - from;
    }, `tab-${tab}`);
    expect(spent, tab).toBeLessThan(2000);
  }
});

describe('the search', () => {
  it('finds what is written in a step, not what stands in the next one', async () => {
    const { page } = await shown();
    await page.keyboard.press('/');
    await page.keyboard.type('Is it back');
    const found = page.locator('.up-step[data-found]');
    expect(await found.evaluateAll((all) => all.map((one) => (one as SVGElement).dataset.step))).toEqual([
      'is_it_back',
    ]);
    await page.locator('.up-search').fill('Amina · 1 min');
    expect(await found.evaluateAll((all) => all.map((one) => (one as SVGElement).dataset.step))).toEqual(['judge']);
  });
});

describe('a message', () => {
  it('is copied with its blanks open, and the page says so; never with one that nothing fills', async () => {
    const text = smallPlaybook.replace(
      '    variants:\n      status:',
      '    variants:\n      odd: "{{nobody}}"\n      status:',
    );
    const preview = await shown(text, { state: { tab: 'messages' } });
    const { page } = preview;
    const card = (channel: string) => page.locator(`[data-src="messages.notice.variants.${channel}"] .up-copy`);
    await card('status').click();
    const sent = (await preview.sent()).filter(({ type }) => type === 'copy');
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(sent)).toContain('Sign-up is not working\\n\\n');
    expect(await page.locator('.up-toast').textContent()).toMatch(/^Copied\./);
    await expect.poll(() => page.locator('.up-live').textContent(), { timeout: 5000 }).toMatch(/^Copied\./);
    // It can be pressed, and says why not.
    await card('odd').click({ force: true });
    expect(await page.locator('.up-toast').textContent()).toContain('nothing is called "nobody"');
    expect((await preview.sent()).filter(({ type }) => type === 'copy' || type === 'reveal')).toHaveLength(1);
  });
});

const png = `data:image/png;base64,${pixel.toString('base64')}`;

describe('the picture of the sorry page', () => {
  const path = 'images/closed-shutter-note.png';
  const plan = fs.readFileSync('sample-playbooks/flash-sale/flash-sale.incident.yaml', 'utf8');

  it('stands where visitors see it as soon as the extension has read it, and goes with its file', async () => {
    const preview = await shown(plan, { state: { tab: 'sorry-page' } });
    const pictures = preview.page.locator('#pane-sorry-page img.sp-picture');
    expect(await pictures.count()).toBe(0);
    await preview.send({ type: 'picture', path, address: png });
    expect(await pictures.count()).toBe(2);
    expect(await pictures.first().getAttribute('alt')).toContain('シャッター');
    expect(await pictures.first().evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(1);
    await preview.show(plan.replace('title: 店長に知らせる', 'title: 店長に知らせます'), { version: 2 });
    expect(await pictures.count()).toBe(2);
    await preview.send({ type: 'picture', path, address: null });
    expect(await pictures.count()).toBe(0);
  });

  it('is never fetched from anywhere', async () => {
    const preview = await shown(plan, { state: { tab: 'sorry-page' } });
    for (const address of [
      'https://evil.example/a.png',
      'data:text/html,x',
      'data:image/svg+xml;base64,PHN2Zy8+',
      '/x.png',
    ])
      await preview.send({ type: 'picture', path, address });
    expect(await preview.page.locator('#pane-sorry-page img').count()).toBe(0);
    expect(new Set(preview.requests)).toEqual(new Set(['/', '/webview.css', '/webview.js']));
  });
});

describe('the drawing', () => {
  it('is copied by the extension as what the reader chooses, the flow in view', async () => {
    const preview = await shown();
    await preview.page.getByRole('button', { name: 'Copy…' }).click();
    expect(await preview.sent()).toContainEqual({ type: 'copyAs', flow: 'main' });
    await preview.show(smallPlaybook.replace('title: Major', 'title: "Major'), { version: 2 });
    expect(await preview.page.getByRole('button', { name: 'Copy…' }).isDisabled()).toBe(true);
  });

  it('goes into the clipboard as a picture, or the page says that it may not', async () => {
    const preview = await shown();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>';
    await preview.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await preview.page.bringToFront();
    await preview.send({ type: 'copyPng', order: 7, svg, scale: 2 });
    await expect.poll(() => preview.sent()).toContainEqual({ type: 'copied', order: 7, done: true });
    const types = await preview.page.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap((item) => item.types),
    );
    expect(types).toEqual(['image/png']);
    await preview.send({ type: 'copyPng', order: 8, svg: 'no picture', scale: 2 });
    await expect.poll(() => preview.sent()).toContainEqual({ type: 'copied', order: 8, done: false });
  });

  it('tells the menu of the editor what is below it', async () => {
    const { page } = await shown();
    await page.locator('.up-step[data-step="judge"]').click({ button: 'right' });
    const context = await page.locator('.up-step[data-step="judge"]').getAttribute('data-vscode-context');
    expect(JSON.parse(context ?? '')).toEqual({ incidentPlaybookSource: 'flows.main.steps.judge' });
  });
});

describe('the frame', () => {
  it('leaves room for the plan, however long its name is', async () => {
    const { page } = await shown(smallPlaybook.replace('title: Launch day', `title: ${'long '.repeat(2000)}`), {
      width: 700,
      height: 600,
    });
    expect(await page.locator('#pane-flow').evaluate((pane) => pane.clientHeight)).toBeGreaterThan(300);
  });

  it('leads to the problems, where there are some', async () => {
    const preview = await shown(smallPlaybook.replace('major: first_word', 'major: nowhere'));
    await preview.page.locator('.up-counts').click();
    expect(await preview.sent()).toContainEqual({ type: 'problems' });
  });

  it('begins with the list for those who hear the page', async () => {
    const { page } = await shown(smallPlaybook, { reader: true });
    expect(await page.getByRole('tab', { name: 'List' }).getAttribute('aria-selected')).toBe('true');
  });
});

describe('the list', () => {
  it('has the same to choose as the drawing, as far as it can show it', async () => {
    const preview = await shown(smallPlaybook, { state: { tab: 'list' } });
    const { page } = preview;
    expect(await page.locator('.up-search').isVisible()).toBe(false);
    await page.getByLabel('Slowest first notice').selectOption('major');
    expect(await preview.sent()).toContainEqual({ type: 'wish', wish: { severity: 'major' } });
    await page.getByRole('tab', { name: 'Messages' }).click();
    expect(await page.locator('.up-tools').isVisible()).toBe(false);
  });
});
