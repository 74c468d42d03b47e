import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { smallPlaybook } from '../support/small';
import { closeBrowser, PreviewPage, previewOf } from './page';

let open: PreviewPage | undefined;
const start = async (options: Parameters<typeof PreviewPage.open>[0] = {}) => {
  open = await PreviewPage.open(options);
  return open;
};
afterEach(async () => {
  expect(open?.errors).toEqual([]);
  await open?.close();
});
afterAll(closeBrowser);

const step = (id: string) => `.up-step[data-step="${id}"]`;
const other = smallPlaybook.replace('title: Launch day', 'title: Another day');

describe('the size of the drawing', () => {
  it('changes at the pointer, with Ctrl or Alt; without them the wheel scrolls', async () => {
    const { page } = await shown({ width: 500, height: 500, state: { zoom: 2 } });
    await page.locator(step('hold')).evaluate((element) => {
      element.scrollIntoView({ block: 'center', inline: 'center' });
    });
    const before = await middleOf(page, 'hold');
    await page.mouse.move(before.x, before.y);
    for (const key of ['Control', 'Alt']) {
      await page.keyboard.down(key);
      await page.mouse.wheel(0, -100);
      await page.keyboard.up(key);
    }
    await expect.poll(() => page.locator('.up-percent').textContent()).toBe('300%');
    const after = await middleOf(page, 'hold');
    expect(Math.abs(after.x - before.x)).toBeLessThan(3);
    expect(Math.abs(after.y - before.y)).toBeLessThan(3);
    const size = await page.locator('svg.up-flow').getAttribute('width');
    await page.mouse.wheel(0, -100);
    await expect.poll(async () => (await middleOf(page, 'hold')).y).toBeGreaterThan(after.y + 20);
    expect(await page.locator('svg.up-flow').getAttribute('width')).toBe(size);
  });

  it('obeys + - 0 f, and fits the width at first', async () => {
    const { page } = await shown({ width: 420, height: 500 });
    const percent = async () => Number((await page.locator('.up-percent').textContent())?.replace('%', ''));
    const fitted = await percent();
    expect(await page.locator('#pane-flow').evaluate((pane) => pane.scrollWidth <= pane.clientWidth)).toBe(true);
    await page.keyboard.press('+');
    expect(await percent()).toBeGreaterThan(fitted);
    await page.keyboard.press('0');
    expect(await percent()).toBe(100);
    await page.keyboard.press('-');
    expect(await percent()).toBeLessThan(100);
    await page.keyboard.press('f');
    expect(await percent()).toBe(fitted);
  });
});

describe('the hand', () => {
  it('drags the drawing along, and the end of a drag is no click', async () => {
    const preview = await shown({ width: 500, height: 600 });
    const { page } = preview;
    const at = await middleOf(page, 'judge');
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x, at.y - 60, { steps: 4 });
    await page.mouse.up();
    expect(await page.locator('#pane-flow').evaluate((pane) => pane.scrollTop)).toBe(60);
    expect((await preview.sent()).filter(({ type }) => type === 'reveal')).toEqual([]);
    await page.locator(step('judge')).click();
    expect((await preview.sent()).filter(({ type }) => type === 'reveal')).toHaveLength(1);
  });
});

describe('an update', () => {
  it('leaves what is looked at where it is, though the plan grows above it', async () => {
    const preview = await shown({ width: 700, height: 500 });
    const { page } = preview;
    await page.locator(step('all_over')).evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const before = await middleOf(page, 'all_over');
    const more = ['one', 'two', 'three'].map(
      (id, index, all) =>
        `      ${id}:\n        kind: do\n        task: ${id}\n        then: ${all[index + 1] ?? 'find_out'}\n`,
    );
    await preview.show(smallPlaybook.replace('      find_out:\n', `${more.join('')}      find_out:\n`), { version: 2 });
    expect(await page.locator('.up-step[data-src]').count()).toBe(10);
    const after = await middleOf(page, 'all_over');
    expect(Math.abs(after.y - before.y)).toBeLessThan(2);
  });

  it('keeps the focus on the step that has it, though those before it go', async () => {
    const preview = await shown();
    await preview.page.locator(step('hold')).focus();
    await preview.show(
      smallPlaybook
        .replace(/ {6}find_out:[\s\S]*?then: judge\n/, '')
        .replace('title: Launch day', 'title: Launch day, again'),
      { version: 2 },
    );
    expect(await preview.page.locator(step('find_out')).count()).toBe(0);
    expect(
      await preview.page.evaluate(() => (document.activeElement as unknown as SVGElement | null)?.dataset.step),
    ).toBe('hold');
    expect(await preview.page.locator('.up-step[tabindex="0"]').count()).toBe(1);
  });
});

describe('what was left', () => {
  it('comes back: tab, scroll on either tab, size and choice', async () => {
    const uri = 'file:///plan.incident.yaml';
    const source = 'flows.main.steps.hold';
    const state = { uri, tab: 'messages', zoom: 1.4, source, scroll: { flow: [20, 150], messages: [0, 40] } };
    const preview = await shown({ width: 420, height: 400, state });
    const { page } = preview;
    expect(await page.locator('#pane-messages').evaluate((pane) => pane.scrollTop)).toBe(40);
    await page.getByRole('tab', { name: 'Flow' }).click();
    expect(await page.locator('.up-percent').textContent()).toBe('140%');
    expect(await page.locator('#pane-flow').evaluate((pane) => [pane.scrollLeft, pane.scrollTop])).toEqual([20, 150]);
    expect(await page.locator('.up-step[data-current]').getAttribute('data-src')).toBe(source);
    await page.getByRole('tab', { name: 'Messages' }).click();
    expect(await page.locator('#pane-messages').evaluate((pane) => pane.scrollTop)).toBe(40);
  });

  it('belongs to one playbook: another is fitted anew, and the first one is found as it was', async () => {
    const preview = await shown({ width: 420, height: 520 });
    const { page } = preview;
    const pane = page.locator('#pane-flow');
    const fitted = await page.locator('.up-percent').textContent();
    await page.keyboard.press('+');
    await pane.evaluate((element) => element.scrollTo(0, 120));
    await preview.send({ type: 'caret', source: 'flows.main.steps.judge' });
    await preview.show(other, { uri: 'file:///other.incident.yaml', version: 2 });
    expect(await page.locator('h1').textContent()).toBe('Another day');
    expect(await page.locator('.up-percent').textContent()).toBe(fitted);
    expect(await pane.evaluate((element) => element.scrollTop)).toBe(0);
    expect(await page.locator('[data-current]').count()).toBe(0);
    await preview.show(smallPlaybook, { version: 3 });
    expect(await page.locator('.up-percent').textContent()).not.toBe(fitted);
    expect(await pane.evaluate((element) => element.scrollTop)).toBe(120);
  });

  it('is not trusted: a state of nonsense is none', async () => {
    const { page } = await shown({ state: { tab: 'evil', zoom: 'x', scroll: 7, source: { a: 1 }, uri: [] } });
    expect(await page.getByRole('tab', { name: 'Flow' }).getAttribute('aria-selected')).toBe('true');
    expect(await page.locator('.up-step[data-src]').count()).toBe(7);
  });
});

describe('the caret', () => {
  it('is told on the tab that holds its thing, while another is on show', async () => {
    const preview = await shown();
    await preview.send({ type: 'caret', source: 'messages.over.variants.status' });
    const tab = preview.page.getByRole('tab', { name: 'Messages' });
    expect(await tab.locator('.up-tab-dot').isVisible()).toBe(true);
    expect(await tab.textContent()).toContain('caret');
    await tab.click();
    expect(await tab.locator('.up-tab-dot').isVisible()).toBe(false);
    expect(await preview.page.locator('[data-current]').getAttribute('data-src')).toBe('messages.over.variants.status');
  });

  it('may be at an id that looks like a selector', async () => {
    const preview = await shown();
    await preview.send({ type: 'caret', source: '"] *, [x="' });
    expect(await preview.page.locator('[data-current]').count()).toBe(0);
  });
});

describe('the keyboard in a drawing', () => {
  it('goes down a line, chooses between its branches, and comes back the way it went', async () => {
    const preview = await shown();
    const { page } = preview;
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
      return page.evaluate(() => (document.activeElement as unknown as SVGElement | null)?.dataset.step);
    };
    await page.locator(step('is_it_back')).focus();
    expect(await press('ArrowDown')).toBe('all_over');
    expect(await press('ArrowRight')).toBe('first_word');
    expect(await press('ArrowLeft')).toBe('all_over');
    expect(await press('ArrowUp')).toBe('is_it_back');
    expect(await press('ArrowUp')).toBe('hold');
    expect(await press('ArrowLeft')).toBe('first_word');
    await press(' ');
    await press('Enter');
    expect((await preview.sent()).filter(({ type }) => type === 'reveal')).toEqual([
      { type: 'reveal', source: 'flows.main.steps.first_word', focus: false },
      { type: 'reveal', source: 'flows.main.steps.first_word', focus: true },
    ]);
  });
});

describe('the names of messages', () => {
  it('lead to their text by keyboard, and take the focus along', async () => {
    const preview = await shown({ state: { tab: 'messages' } });
    await preview.page.locator('[data-src="messages.over.variants.status"] .up-name').focus();
    await preview.page.keyboard.press('Enter');
    expect((await preview.sent()).filter(({ type }) => type === 'reveal')).toEqual([
      { type: 'reveal', source: 'messages.over.variants.status', focus: true },
    ]);
  });
});

async function shown(options: Parameters<typeof PreviewPage.open>[0] = {}): Promise<PreviewPage> {
  const preview = await start({ calm: true, ...options });
  await preview.show(smallPlaybook);
  return preview;
}

function middleOf(page: PreviewPage['page'], id: string): Promise<{ readonly x: number; readonly y: number }> {
  return page.locator(`${step(id)} .up-shape`).evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
}

it('the tab on the screen comes first, the others after it; what comes late for another version is left out', async () => {
  const preview = await start();
  const { page } = preview;
  const whole = await previewOf(smallPlaybook);
  const { flow, ...others } = whole.tabs ?? {};
  const { phases, ...head } = whole;
  await preview.send({ type: 'preview', preview: { ...head, tabs: { flow }, ...(phases && { phases }) } });
  expect(await page.locator('.up-step').count()).toBeGreaterThan(5);
  await page.locator('#tab-messages').click();
  expect((await preview.sent()).at(-1)).toEqual({ type: 'tab', tab: 'messages' });
  expect(await page.locator('.up-message').count()).toBe(0);
  await preview.send({ type: 'rest', version: whole.version + 1, tabs: others, phases });
  expect(await page.locator('.up-message').count()).toBe(0);
  await preview.send({ type: 'rest', version: whole.version, tabs: others, phases });
  expect(await page.locator('.up-message').count()).toBeGreaterThan(1);
  await page.locator('#tab-list').click();
  expect(await page.locator('#pane-list').innerText()).toContain('First notice');
  // Another playbook begins with nothing of this one.
  const second = await previewOf(smallPlaybook.replaceAll('First notice', 'Another notice'), { uri: 'file:///b' });
  await preview.send({ type: 'preview', preview: { ...second, version: 9, tabs: { list: second.tabs?.list } } });
  expect(await page.locator('#pane-list').innerText()).toContain('Another notice');
  await page.locator('#tab-messages').click();
  expect(await page.locator('.up-message').count()).toBe(0);
});

it('of a file that is broken from the start, what can be read is shown, below the line that says what is wrong', async () => {
  const preview = await start();
  const { page } = preview;
  const { tabs, phases, ...head } = await previewOf(smallPlaybook);
  const broken = { message: 'This quote is not closed.', line: 41 };
  await preview.send({ type: 'preview', preview: { ...head, broken, partial: { flow: tabs?.flow } } });
  expect(await page.locator('.up-strip').textContent()).toContain('Line 42: This quote is not closed.');
  expect(await page.locator('.up-step').count()).toBeGreaterThan(5);
  expect(await page.evaluate(() => document.body.classList.contains('up-stale'))).toBe(true);
  await preview.send({
    type: 'preview',
    preview: { ...head, version: 2, ...(tabs && { tabs }), ...(phases && { phases }) },
  });
  expect(await page.locator('.up-strip').isVisible()).toBe(false);
  expect(await page.evaluate(() => document.body.classList.contains('up-stale'))).toBe(false);
});
