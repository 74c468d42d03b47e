import fs from 'node:fs';
import { afterAll, afterEach, expect, it } from 'vitest';
import { smallPlaybook } from '../support/small';
import { closeBrowser, PreviewPage } from './page';

const english = fs.readFileSync('sample-playbooks/software-launch/software-launch.incident.yaml', 'utf8');
const japanese = fs.readFileSync('sample-playbooks/flash-sale/flash-sale.incident.yaml', 'utf8');

let open: PreviewPage | undefined;
const start = async (options: Parameters<typeof PreviewPage.open>[0] = {}) => {
  open = await PreviewPage.open({ width: 1200, ...options });
  return open;
};
afterEach(async () => {
  expect(open?.errors).toEqual([]);
  await open?.close();
});
afterAll(closeBrowser);

/** As the extension does: what the page wishes for is drawn. */
async function answerWish(preview: PreviewPage, text: string, version: number) {
  const wish = (await preview.sent()).filter((message) => message.type === 'wish').at(-1)?.wish;
  await preview.show(text, { version, wish });
  return wish;
}

it('a scenario is played: what can’t happen steps back, what is down is said, and the choice is kept', async () => {
  const preview = await start({ locale: 'ja' });
  await preview.show(japanese, { locale: 'ja' });
  const { page } = preview;
  expect(await page.locator('.up-off').count()).toBe(0);
  await page.getByLabel('シナリオ').selectOption({ label: 'お客さまが一度に集まり、ショップが開かない' });
  const wish = (await preview.sent()).filter((message) => message.type === 'wish').at(-1)?.wish;
  expect(wish).toEqual({ scenario: 'アクセス集中' });
  await preview.show(japanese, { locale: 'ja', version: 2, wish });
  expect(await page.locator('.up-playing').textContent()).toContain('お知らせ帯が使えません');
  const [lit, off] = [await page.locator('.up-step.up-lit').count(), await page.locator('.up-step.up-off').count()];
  expect(lit).toBeGreaterThan(5);
  expect(off).toBeGreaterThan(3);
  expect(await page.getByLabel('シナリオ').inputValue()).toBe('アクセス集中');
  expect((await preview.state()).wish).toEqual({ scenario: 'アクセス集中' });
});

it('the slowest way to the first notice is lit as one line, with its minutes', async () => {
  const preview = await start();
  await preview.show(smallPlaybook);
  const { page } = preview;
  await page.getByLabel('Slowest first notice').selectOption({ label: 'Major' });
  await answerWish(preview, smallPlaybook, 2);
  expect(await page.locator('.up-playing').textContent()).toBe('First notice: "Major" at worst after 9 min.');
  const ids = await page
    .locator('.up-step.up-lit[data-step]')
    .evaluateAll((steps) => steps.map((step) => step.getAttribute('data-step')));
  expect(ids).toContain('first_word');
  // One way has one line less than steps, and the one from the start.
  expect(await page.locator('.up-edge.up-lit').count()).toBe(ids.length);
  expect(await page.locator('.up-step.up-lit .up-clock').allTextContents()).toContain('≤ 9 min');
});

it('phases fold into one box and unfold again, by their button or the box', async () => {
  const preview = await start();
  await preview.show(english);
  const { page } = preview;
  const before = await page.locator('.up-step').count();
  await page.getByRole('button', { name: 'Assess', exact: true }).click();
  expect(await answerWish(preview, english, 2)).toEqual({ folded: ['assess'] });
  expect(await page.locator('.up-step').count()).toBeLessThan(before);
  const button = page.getByRole('button', { name: 'Assess', exact: true });
  expect(await button.getAttribute('aria-pressed')).toBe('true');
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.locator('[data-unfold="assess"]').first().click();
  expect(await answerWish(preview, english, 3)).toEqual({ folded: [] });
  expect(await page.locator('.up-step').count()).toBe(before);
});

it('a search marks its hits over an update, goes through them, and ends with Escape', async () => {
  const preview = await start();
  await preview.show(english);
  const { page } = preview;
  await page.locator('.up-step').nth(1).focus();
  await page.keyboard.press('/');
  await page.keyboard.type('announce');
  const hits = await page.locator('[data-found]').count();
  expect(hits).toBeGreaterThan(1);
  expect(hits).toBeLessThan(await page.locator('.up-step').count());
  await preview.show(`${english}\n`, { version: 2 });
  expect(await page.locator('[data-found]').count()).toBe(hits);
  const top = () => page.locator('#pane-flow').evaluate((pane) => pane.scrollTop);
  const first = await top();
  for (let at = 1; at < hits; at++) await page.keyboard.press('Enter');
  expect(await top()).not.toBe(first);
  await page.keyboard.press('Escape');
  expect(await page.locator('[data-found], [data-searching]').count()).toBe(0);
  // A letter of a word is no command of the drawing.
  const size = await page.locator('.up-percent').textContent();
  await page.keyboard.type('ff00++');
  expect(await page.locator('.up-percent').textContent()).toBe(size);
});

it('a flow of more than forty steps has a map, and a press on it goes there', async () => {
  const preview = await start();
  await preview.show(smallPlaybook);
  const { page } = preview;
  expect(await page.locator('.up-minimap').isVisible()).toBe(false);
  const steps = Array.from(
    { length: 60 },
    (_, at) => `      s${at}: { kind: do, task: Do ${at}, then: ${at === 59 ? 'over' : `s${at + 1}`} }`,
  );
  const long = `playbook: 1\ntitle: Long\nflows:\n  main:\n    steps:\n${steps.join('\n')}\n      over: { kind: end }\n`;
  await preview.show(long, { version: 2 });
  const map = page.locator('.up-minimap');
  expect(await map.isVisible()).toBe(true);
  const box = await map.boundingBox();
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) - 12);
  const seen = await page
    .locator('[data-step="s59"]')
    .evaluate((step) => step.getBoundingClientRect().top < innerHeight);
  expect(seen).toBe(true);
  const frame = page.locator('.up-minimap-frame');
  expect(Number(await frame.getAttribute('y'))).toBeGreaterThan(1000);
  await page.locator('#tab-list').click();
  expect(await map.isVisible()).toBe(false);
});

it('the sorry page is shown as visitors see it, and nothing in it can be sent', async () => {
  const preview = await start();
  await preview.show(english);
  const { page } = preview;
  await page.locator('#tab-sorry-page').click();
  expect(await page.locator('.up-visit-phone .sp-title, .up-visit-desk .sp-title').count()).toBeGreaterThanOrEqual(2);
  const phone = await page.locator('.up-visit-phone .sp-page').first().boundingBox();
  expect(phone?.width).toBeLessThan(400);
  expect(await page.locator('.up-visit :is(form, input, button)').count()).toBe(0);
  await page.locator('#pane-sorry-page .up-name').click();
  expect((await preview.sent()).at(-1)).toEqual({ type: 'reveal', source: 'sorry_page', focus: false });
});

it('readiness counts days, proves, lists what is missing and leads to it', async () => {
  const preview = await start();
  await preview.show(smallPlaybook);
  const { page } = preview;
  await page.locator('#tab-readiness').click();
  expect(await page.locator('.up-proof').count()).toBe(5);
  // An end that is cut off is no end, though the rule that says so is ignored.
  const cut = `# playbook-ignore-file dead-end -- for a test\n${smallPlaybook.replace('kind: end', 'kind: do')}`;
  await preview.show(cut, { version: 2 });
  expect(await page.locator('.up-proof-broken').first().textContent()).toContain('Every path ends');
  await page.locator('.up-todo .up-name').first().click();
  expect((await preview.sent()).at(-1)).toMatchObject({ type: 'reveal', source: expect.stringContaining('messages.') });
});

it('an empty page says what to write, and its button writes it', async () => {
  const preview = await start();
  await preview.show('playbook: 1\ntitle: New\n');
  const { page } = preview;
  const expected = { flow: 'step', messages: 'message', channels: 'channel', severities: 'severity' };
  for (const [tab, what] of Object.entries(expected)) {
    await page.locator(`#tab-${tab}`).click();
    await page.locator(`#pane-${tab} .up-insert`).click();
    expect((await preview.sent()).at(-1)).toEqual({ type: 'insert', what });
  }
});

it('a scenario that runs through a later flow brings that flow into view', async () => {
  const preview = await start({ locale: 'ja', height: 700 });
  await preview.show(japanese, { locale: 'ja' });
  const { page } = preview;
  await page.getByLabel('シナリオ').selectOption({ label: 'セールの価格や内容を間違えて載せた' });
  const wish = (await preview.sent()).filter((message) => message.type === 'wish').at(-1)?.wish;
  await preview.show(japanese, { locale: 'ja', version: 2, wish });
  const top = () =>
    page
      .locator('.up-flow-section:has(.up-lit)')
      .first()
      .evaluate((section) => {
        const pane = section.closest('.up-pane')?.getBoundingClientRect();
        return section.getBoundingClientRect().top - (pane?.top ?? 0);
      });
  expect(await top()).toBeLessThan(100);
  // What is typed meanwhile moves nothing.
  await page.locator('#pane-flow').evaluate((pane) => pane.scrollBy({ top: -50, behavior: 'instant' }));
  const before = await top();
  await preview.show(japanese, { locale: 'ja', version: 3, wish });
  expect(Math.abs((await top()) - before)).toBeLessThan(2);
});
