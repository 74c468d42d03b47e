import fs from 'node:fs';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { FromDiffPage } from '../../src/protocol/diff';
import { withEveryText } from '../support/everyText';
import { violations } from './axe';
import { change } from './changes';
import { allThemes, closeBrowser, diffOf, PreviewPage } from './page';

const japanese = fs.readFileSync('sample-playbooks/flash-sale/flash-sale.incident.yaml', 'utf8');
const english = fs.readFileSync('sample-playbooks/software-launch/software-launch.incident.yaml', 'utf8');

let open: PreviewPage | undefined;
const start = async (options: Parameters<typeof PreviewPage.open>[0] = {}) => {
  open = await PreviewPage.open({ width: 1300, script: 'diff', ...options });
  return open;
};
afterEach(async () => {
  // Whatever a test looks at: nothing is thrown, nothing is fetched but the page itself.
  expect(open?.errors).toEqual([]);
  expect([...new Set(open?.requests)].sort()).toEqual(['/', '/diff.js', '/webview.css']);
  await open?.close();
});
afterAll(closeBrowser);

async function compare(preview: PreviewPage, before: string, after: string, locale: 'en' | 'ja' = 'en') {
  const picture = diffOf(before, after, locale);
  const names = { before: 'HEAD', after: locale === 'ja' ? '現在' : 'now' };
  await preview.send({ type: 'diff', picture, names, uris: { before: 'git:/a', after: 'file:///a' } });
}

const boxes = async ({ page }: PreviewPage) =>
  Object.fromEntries(
    await page.locator('.up-step[data-step]').evaluateAll((steps) =>
      steps.map((step) => {
        const { x, y } = step.querySelector('.up-shape')?.getBoundingClientRect() ?? { x: 0, y: 0 };
        return [step.getAttribute('data-step') ?? '', [Math.round(x), Math.round(y)]];
      }),
    ),
  );
const sent = (preview: PreviewPage) => preview.sent() as unknown as Promise<FromDiffPage[]>;

describe('two versions of a plan', () => {
  it('are told by what they mean first, then by group, with each word of a text', async () => {
    const preview = await start({ locale: 'ja' });
    await compare(preview, japanese, change(japanese, 'ja'), 'ja');
    const { page } = preview;
    expect(await page.locator('.up-diff-told > *').first().getAttribute('class')).toBe('up-impact-list');
    expect(await page.locator('.up-impact-list > li').first().textContent()).toContain('22分 → 28分');
    expect(await page.locator('.up-diff-group > h2').allTextContents()).toEqual(['何を伝えるか', 'どれだけ早いか']);
    expect(await page.locator('.up-diff-words ins').allTextContents()).toContain('せっかく');
    expect(await page.locator('.up-diff-words del').allTextContents()).toContain('楽しみに');
    expect(await page.locator('h1').textContent()).toContain('買えなくなった日');
  });

  it('stand in one drawing, every box in its place in each view, what differs by sign and not by colour alone', async () => {
    const preview = await start();
    await compare(preview, english, change(english, 'en'));
    const { page } = preview;
    const both = await boxes(preview);
    expect(Object.keys(both)).toEqual(expect.arrayContaining(['stop_moving', 'ask_everyone']));
    for (const [mark, id, sign] of [
      ['added', 'ask_everyone', 'new'],
      ['removed', 'stop_moving', 'gone'],
      ['changed', 'look', 'changed'],
    ] as const) {
      const step = page.locator(`.up-step[data-step="${id}"]`);
      expect(await step.locator(`.up-diff-badge-${mark}`).count(), id).toBe(1);
      expect(await step.getAttribute('aria-label')).toContain(`, ${sign}, `);
    }
    await page.click('[data-view="before"]');
    const before = await boxes(preview);
    expect(before.ask_everyone).toBeUndefined();
    for (const [id, place] of Object.entries(before)) expect([id, place]).toEqual([id, both[id]]);
    expect(await page.locator('[data-step="look"]').textContent()).toContain('5 min');
    await page.click('[data-view="after"]');
    const after = await boxes(preview);
    expect(after.stop_moving).toBeUndefined();
    for (const [id, place] of Object.entries(after)) expect([id, place]).toEqual([id, both[id]]);
    expect(await page.locator('[data-step="look"]').textContent()).toContain('15 min');
    expect((await preview.state()).view).toBe('after');
  });

  it('change places while B is held, and back when it is let go', async () => {
    const preview = await start();
    await compare(preview, english, change(english, 'en'));
    const { page } = preview;
    await page.keyboard.down('b');
    expect(await page.locator('[data-step="ask_everyone"]').count()).toBe(0);
    await page.keyboard.up('b');
    expect(await page.locator('[data-step="ask_everyone"]').count()).toBe(1);
    expect(await page.locator('[aria-pressed="true"]').textContent()).toBe('Both');
  });

  it('a row and a box lead to both texts, by mouse and by key', async () => {
    const preview = await start();
    await compare(preview, english, change(english, 'en'));
    const { page } = preview;
    await page.locator('.up-diff-row[data-src="flows.main.steps.look"] .up-name').click();
    expect((await sent(preview)).at(-1)).toEqual({ type: 'reveal', place: 'flows.main.steps.look', focus: false });
    expect(await page.locator('.up-step[data-step="look"]').getAttribute('data-current')).toBe('');
    await page.locator('.up-step[data-step="weigh"]').click();
    expect((await sent(preview)).at(-1)).toEqual({ type: 'reveal', place: 'flows.main.steps.weigh', focus: false });
    await page.locator('.up-diff-row[data-src="flows.main.steps.ask_everyone"] .up-name').focus();
    await page.keyboard.press('Enter');
    expect((await sent(preview)).at(-1)).toEqual({
      type: 'reveal',
      place: 'flows.main.steps.ask_everyone',
      focus: true,
    });
    await page.getByRole('button', { name: 'Open the text difference' }).click();
    expect((await sent(preview)).at(-1)).toEqual({ type: 'textDiff' });
  });

  it('of which one can’t be read say which, and where', async () => {
    const preview = await start();
    await compare(preview, english, `${english}x: "y`);
    const { page } = preview;
    expect(await page.locator('.up-strip').textContent()).toContain('now can’t be read. Line');
    expect(await page.locator('.up-diff-told').textContent()).toContain('The comparison comes back');
    expect(await page.locator('.up-diff-drawing').isVisible()).toBe(false);
    await page.locator('.up-strip button').click();
    expect((await sent(preview)).at(-1)).toMatchObject({ type: 'revealLine', side: 'after' });
    await compare(preview, english, english);
    expect(await page.locator('.up-strip').isVisible()).toBe(false);
    expect(await page.locator('.up-diff-told').textContent()).toBe('It says what it said.');
  });

  it('that differ in words alone have the whole page; a plan that is new is all new', async () => {
    const preview = await start();
    await compare(preview, english, english.replace('Every note has arrived', 'All notes are there'));
    const { page } = preview;
    expect(await page.locator('.up-diff-drawing').isVisible()).toBe(false);
    await compare(preview, 'playbook: 1\n', english);
    expect(await page.locator('.up-diff-drawing').isVisible()).toBe(true);
    await page.click('[data-view="before"]');
    expect(await page.locator('.up-pane-flow').textContent()).toContain('This flow did not exist yet.');
  });

  it.each(allThemes)('axe finds nothing in %s', async (theme) => {
    const preview = await start({ theme });
    await compare(preview, english, change(english, 'en'));
    for (const view of ['both', 'before', 'after']) {
      await preview.page.click(`[data-view="${view}"]`);
      expect(await violations(preview), view).toEqual([]);
    }
  });

  it('can be read at 400 % on a small screen', async () => {
    const preview = await start({ width: 320, height: 256 });
    await compare(preview, english, change(english, 'en'));
    expect(await preview.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await preview.page.locator('.up-step[data-step="raise_hand"]').scrollIntoViewIfNeeded();
    expect(await preview.page.locator('.up-step[data-step="raise_hand"]').isVisible()).toBe(true);
  });

  it('with a hostile text in every field run nothing and fetch nothing', async () => {
    const preview = await start({ width: 700 });
    for (const attack of [
      '<img src=x onerror="globalThis.hit=1">',
      ']]><svg onload="globalThis.hit=1"><script>globalThis.hit=1</script>',
      '\u202etxet\u202c',
      'あ'.repeat(10_000),
    ]) {
      const after = withEveryText(japanese, attack, 0);
      await compare(preview, japanese, after);
      await compare(preview, after, japanese);
      const seen = await preview.page.evaluate(() => ({
        foreign: document.querySelectorAll('#page :is(img, script, iframe, object, style, form, input)').length,
        hit: (globalThis as { hit?: number }).hit ?? 0,
        wide: document.documentElement.scrollWidth <= innerWidth,
        rows: document.querySelectorAll('.up-diff-row').length > 20,
      }));
      expect(seen, attack.slice(0, 30)).toEqual({ foreign: 0, hit: 0, wide: true, rows: true });
    }
  });
});
