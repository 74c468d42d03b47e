import fs from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { previewTabs } from '../../src/protocol/preview';
import { smallPlaybook } from '../support/small';
import { violations } from './axe';
import { allThemes, closeBrowser, PreviewPage } from './page';

const japanese = fs.readFileSync('sample-playbooks/flash-sale/flash-sale.incident.yaml', 'utf8');
const english = fs.readFileSync('sample-playbooks/software-launch/software-launch.incident.yaml', 'utf8');

let open: PreviewPage | undefined;
const start = async (options: Parameters<typeof PreviewPage.open>[0] = {}) => {
  open = await PreviewPage.open(options);
  return open;
};
beforeEach(() => {
  open = undefined;
});
afterEach(async () => {
  // Whatever a test looks at: nothing is thrown, nothing is fetched but the page itself.
  expect(open?.errors).toEqual([]);
  expect([...new Set(open?.requests)].sort()).toEqual(['/', '/webview.css', '/webview.js']);
  await open?.close();
});
afterAll(closeBrowser);

const step = (id: string) => `.up-step[data-step="${id}"]`;

describe('the flow', () => {
  it('is drawn with every step, and a click leads to its line', async () => {
    const preview = await start();
    await preview.show(smallPlaybook);
    expect(
      await preview.page
        .locator('.up-step[data-src]')
        .evaluateAll((all) => all.map((one) => (one as SVGElement).dataset.step)),
    ).toEqual(['find_out', 'judge', 'first_word', 'hold', 'is_it_back', 'all_over', 'done']);
    await preview.page.locator(step('judge')).click();
    expect(await preview.sent()).toContainEqual({ type: 'reveal', source: 'flows.main.steps.judge', focus: false });
    await preview.page.locator(step('hold')).focus();
    await preview.page.keyboard.press('Enter');
    expect(await preview.sent()).toContainEqual({ type: 'reveal', source: 'flows.main.steps.hold', focus: true });
  });

  it('marks the step at the caret, and scrolls only where it is out of sight', async () => {
    const preview = await start({ height: 500 });
    await preview.show(smallPlaybook);
    await preview.send({ type: 'caret', source: 'flows.main.steps.find_out' });
    const pane = preview.page.locator('#pane-flow');
    expect(await pane.evaluate((element) => element.scrollTop)).toBe(0);
    expect(await preview.page.locator('.up-step[data-current]').getAttribute('data-step')).toBe('find_out');
    await preview.send({ type: 'caret', source: 'flows.main.steps.done' });
    await expect.poll(() => pane.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
    await preview.send({ type: 'caret', source: null });
    expect(await preview.page.locator('.up-step[data-current]').count()).toBe(0);
  });

  it('keeps zoom, scroll and the very elements over fifty typed characters', async () => {
    const preview = await start({ width: 420, height: 500 });
    await preview.show(smallPlaybook);
    for (let i = 0; i < 4; i++) await preview.page.getByRole('button', { name: /Larger/ }).click();
    const pane = preview.page.locator('#pane-flow');
    await pane.evaluate((element) => element.scrollTo(30, 220));
    await preview.page.locator(step('hold')).evaluate((element) => Object.assign(element, { kept: true }));
    const before = await preview.page.locator('svg.up-flow').evaluate((svg) => svg.getAttribute('width'));
    for (let i = 1; i <= 50; i++)
      await preview.show(smallPlaybook.replace('title: First notice', `title: First notice ${'x'.repeat(i)}`), {
        version: i + 1,
      });
    expect(await preview.page.locator('svg.up-flow').evaluate((svg) => svg.getAttribute('width'))).toBe(before);
    expect(await pane.evaluate((element) => [element.scrollLeft, element.scrollTop])).toEqual([30, 220]);
    expect(
      await preview.page.locator(step('hold')).evaluate((element) => (element as unknown as { kept: boolean }).kept),
    ).toBe(true);
  });

  it('drops a picture that is older than the one on show', async () => {
    const preview = await start();
    await preview.show(smallPlaybook.replace('title: Launch day', 'title: New'), { version: 5 });
    await preview.show(smallPlaybook, { version: 4 });
    expect(await preview.page.locator('h1').textContent()).toBe('New');
  });

  it('keeps the last good picture while the file is broken, and says where', async () => {
    const preview = await start();
    await preview.show(smallPlaybook);
    const broken = smallPlaybook.replace('title: Major', 'title: "Major');
    await preview.show(broken, { version: 2 });
    expect(await preview.page.locator('.up-step[data-src]').count()).toBe(7);
    const strip = preview.page.locator('.up-strip');
    await expect
      .poll(() => strip.textContent())
      .toMatch(
        new RegExp(
          `before line ${broken.slice(0, broken.indexOf('"Major')).split('\n').length}: .*closing " is missing`,
        ),
      );
    await strip.getByRole('button').click();
    expect(await preview.sent()).toContainEqual({
      type: 'revealLine',
      line: broken.slice(0, broken.indexOf('"Major')).split('\n').length - 1,
    });
    await preview.show(smallPlaybook, { version: 3 });
    expect(await strip.isHidden()).toBe(true);
  });

  it('has a designed state for a file that was broken from the start, and for an empty one', async () => {
    const preview = await start();
    await preview.show('title: "x');
    expect(await preview.page.locator('#pane-flow').textContent()).toContain('As soon as the file can be read');
    await preview.show('playbook: 1\ntitle: x\n', { version: 2 });
    expect(await preview.page.locator('#pane-flow').textContent()).toContain('No flow yet');
    await preview.page.locator('#tab-messages').click();
    expect(await preview.page.locator('#pane-messages').textContent()).toContain('No messages yet');
  });

  it('is walked by keyboard: one tab stop, arrows follow the lines', async () => {
    const preview = await start();
    await preview.show(smallPlaybook);
    expect(await preview.page.locator('.up-step[tabindex="0"]').count()).toBe(1);
    await preview.page.locator('.up-step[tabindex="0"]').focus();
    const focused = () => preview.page.evaluate(() => (document.activeElement as unknown as SVGElement).dataset.step);
    await preview.page.keyboard.press('Home');
    for (const key of ['ArrowDown', 'ArrowDown']) await preview.page.keyboard.press(key);
    const second = await focused();
    await preview.page.keyboard.press('ArrowUp');
    expect(await focused()).not.toBe(second);
    await preview.page.keyboard.press('End');
    expect(await focused()).toBe('done');
    expect(await preview.page.locator('.up-step[tabindex="0"]').count()).toBe(1);
  });
});

describe('the frame', () => {
  it('has real tabs', async () => {
    const preview = await start();
    await preview.show(smallPlaybook);
    await preview.page.getByRole('tab', { name: 'Flow' }).focus();
    await preview.page.keyboard.press('ArrowRight');
    expect(await preview.page.getByRole('tab', { name: 'List' }).getAttribute('aria-selected')).toBe('true');
    expect(await preview.page.getByRole('tabpanel').count()).toBe(1);
    expect((await preview.state()).tab).toBe('list');
    await preview.page.keyboard.press('Home');
    expect(
      await preview.page.getByRole('tab', { name: 'Flow' }).evaluate((tab) => document.activeElement === tab),
    ).toBe(true);
  });

  it('comes back as it was left', async () => {
    const preview = await start({ state: { tab: 'messages', zoom: 0.8 } });
    await preview.show(smallPlaybook);
    expect(await preview.page.getByRole('tab', { name: 'Messages' }).getAttribute('aria-selected')).toBe('true');
    await preview.page.getByRole('tab', { name: 'Flow' }).click();
    expect(await preview.page.locator('.up-percent').textContent()).toBe('80%');
  });

  it('ignores messages that it does not know', async () => {
    const preview = await start();
    await preview.page.evaluate(() => {
      for (const data of [null, 1, {}, { type: 'eval', code: 'x' }, { type: 42 }]) window.postMessage(data, '*');
    });
    await preview.show(smallPlaybook);
    expect(await preview.page.locator('h1').textContent()).toBe('Launch day');
  });

  it('speaks the reader’s language, and says which one the plan speaks', async () => {
    const preview = await start({ locale: 'ja' });
    await preview.show(japanese, { locale: 'ja' });
    expect(await preview.page.locator('html').getAttribute('lang')).toBe('ja');
    expect(await preview.page.locator('#pane-flow').getAttribute('lang')).toBe('ja-JP');
    expect(await preview.page.getByRole('tab').allTextContents()).toEqual([
      'フロー',
      '一覧',
      '文面',
      'チャネル',
      '重大度',
      'お詫びページ',
      '準備状況',
    ]);
    const words = await preview.page.locator('body').innerText();
    expect(words.match(/\b(?:Announce|Wait|Judge|Assess|Respond|Flow|Messages|Over|min)\b/g)).toBeNull();
  });
});

describe('the messages', () => {
  it('are shown as their channels show them, with samples in the blanks and a length', async () => {
    const preview = await start({ state: { tab: 'messages' }, locale: 'ja' });
    await preview.show(japanese, { locale: 'ja' });
    const post = preview.page
      .locator('[data-src="messages.first_notice.variants.x"], [data-src$=".variants.x"]')
      .first();
    expect(await post.locator('mark.up-filled').count()).toBeGreaterThan(0);
    expect(await post.textContent()).not.toContain('{{');
    expect(await post.locator('.up-meters').textContent()).toMatch(/\d+／140/);
  });

  it('mark a blank that nothing fills, and a text that is too long, by words', async () => {
    const preview = await start({ state: { tab: 'messages' } });
    const long = smallPlaybook
      .replace('status: { type: status-page', 'x: { type: x, audiences: customers }\n  status: { type: status-page')
      .replace(
        '    variants:\n      status:\n        title: Sign-up is not working',
        `    variants:\n      x: ${'a'.repeat(300)} {{nobody}}\n      status:\n        title: Sign-up is not working`,
      );
    await preview.show(long);
    const post = preview.page.locator('[data-src="messages.notice.variants.x"]');
    expect(await post.locator('mark.up-unknown').textContent()).toBe('{{nobody}} (Nothing is called "nobody".)');
    expect(await post.locator('.up-over').textContent()).toMatch(/too long/);
  });

  it('lead out through the extension, and only to safe places', async () => {
    const preview = await start({ state: { tab: 'messages' } });
    await preview.show(
      smallPlaybook.replace(
        'We are sorry.\n\n',
        'We are sorry. [news](https://acme.example/n) [x](javascript:alert(1)) [y](command:foo)\n\n',
      ),
    );
    const links = preview.page.locator('.up-text a[href]');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
      'https://acme.example/n',
    ]);
    await links.first().click();
    expect(await preview.sent()).toContainEqual({ type: 'open', href: 'https://acme.example/n' });
  });
});

describe('the other pages', () => {
  it('lead to the text from the list, the table and the classes', async () => {
    const preview = await start();
    await preview.show(smallPlaybook);
    const { page } = preview;
    const revealed = async () => (await preview.sent()).filter(({ type }) => type === 'reveal').at(-1);
    await page.getByRole('tab', { name: 'List' }).click();
    await page.getByRole('button', { name: 'hold', exact: true }).click();
    expect(await revealed()).toMatchObject({ source: 'flows.main.steps.hold' });
    await page.locator('[data-src="flows.main.steps.is_it_back"] .up-exits button').last().click();
    expect(await revealed()).toMatchObject({ source: 'flows.main.steps.first_word' });
    await page.getByRole('tab', { name: 'Channels' }).click();
    await page.getByRole('button', { name: 'status', exact: true }).click();
    expect(await revealed()).toMatchObject({ source: 'channels.status' });
    await page.getByRole('tab', { name: 'Severities' }).click();
    await page.getByRole('button', { name: 'Major' }).click();
    expect(await revealed()).toMatchObject({ source: 'severities.major' });
    expect(await page.locator('.up-class').textContent()).toContain('at worst after 9 min');
  });
});

describe('hostile text', () => {
  it('is text in every field: nothing runs, nothing is fetched, nothing breaks', async () => {
    const preview = await start();
    const attacks = [
      '<img src=x onerror="globalThis.hit=1">',
      '<script>globalThis.hit=1</script>',
      ']]><svg onload="globalThis.hit=1">',
      '"><b onclick=alert(1)>',
      '\u202egnp.exe\u2066',
      'x'.repeat(10_000),
      '![a](https://evil.example/x.png)',
      '<iframe src=https://evil.example>',
      '\u0024{globalThis.hit=1}',
    ];
    for (const [index, attack] of attacks.entries()) {
      const quoted = JSON.stringify(attack);
      const text = smallPlaybook
        .replace('title: Launch day', `title: ${quoted}`)
        .replace('title: When it breaks', `title: ${quoted}\n    trigger: ${quoted}`)
        .replace('kind: gather', `kind: gather\n        title: ${quoted}\n        note: ${quoted}`)
        .replace('title: First notice', `title: ${quoted}`)
        .replace('title: Sign-up is not working', `title: ${quoted}`)
        .replace('We are sorry.\n\n', `We are sorry. ${attack}\n\n`)
        .replace('title: Customers', `title: ${quoted}`);
      await preview.show(text, { version: index + 1 });
      await preview.page.getByRole('tab', { name: 'Messages' }).click();
      expect(
        await preview.page.locator('#page :is(img, script, iframe, object, embed, link, style, form)').count(),
      ).toBe(0);
      expect(
        await preview.page.evaluate(() =>
          [...document.querySelectorAll('#page *')].some((element) =>
            [...element.attributes].some(({ name }) => name.startsWith('on') || name === 'style'),
          ),
        ),
      ).toBe(false);
      await preview.page.getByRole('tab', { name: 'Flow' }).click();
    }
    expect(await preview.page.evaluate(() => (globalThis as unknown as { hit?: number }).hit)).toBeUndefined();
    expect(await preview.page.locator('.up-step').count()).toBeGreaterThan(6);
  });
});

describe('for everyone', () => {
  it.each(allThemes)('axe finds nothing in %s', async (theme) => {
    const preview = await start({ theme });
    await preview.show(english);
    for (const tab of previewTabs) {
      await preview.page.locator(`#tab-${tab}`).click();
      expect(await violations(preview), tab).toEqual([]);
    }
    await preview.show(english, { version: 2, wish: { severity: 'notes_at_risk', folded: ['assess'] } });
    await preview.page.locator('#tab-flow').click();
    expect(await violations(preview), 'played').toEqual([]);
  });

  it('axe finds nothing in a page that is empty, or waits for a file that can be read', async () => {
    const preview = await start({ locale: 'ja' });
    await preview.show('title: "x', { locale: 'ja' });
    expect(await violations(preview)).toEqual([]);
    await preview.show('playbook: 1\n', { locale: 'ja', version: 2 });
    for (const tab of previewTabs) {
      await preview.page.locator(`#tab-${tab}`).click();
      expect(await violations(preview), tab).toEqual([]);
      expect(await preview.page.locator(`#pane-${tab} .up-empty h2`).count(), tab).toBe(1);
    }
  });

  it('can be read at 400 % on a small screen', async () => {
    const preview = await start({ width: 320, height: 256 });
    await preview.show(english);
    for (const tab of previewTabs.filter((name) => name !== 'flow')) {
      await preview.page.locator(`#tab-${tab}`).click();
      expect(await preview.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      const pane = preview.page.locator(`#pane-${tab}`);
      expect(await pane.evaluate((element) => element.clientHeight), tab).toBeGreaterThan(100);
      expect(await pane.evaluate((element) => element.scrollWidth <= element.clientWidth), tab).toBe(true);
    }
  });
});
