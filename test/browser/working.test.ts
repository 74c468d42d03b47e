import { afterAll, afterEach, describe, expect, it } from 'vitest';
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
