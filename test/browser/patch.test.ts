import { build } from 'esbuild';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Markup } from '../../src/core/draw/markup';
import { closeBrowser, openBrowser } from './page';

let page: Page;
beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { patchChildren } from './src/webview/patch'; globalThis.patchChildren = patchChildren;`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
  });
  page = await (await openBrowser()).newPage();
  await page.setContent('<div id="a"></div><div id="b"></div>');
  await page.evaluate(outputFiles[0]?.text ?? '');
});
afterAll(closeBrowser);

type Child = Markup | string;
const patched = (...versions: readonly (readonly Child[])[]): Promise<string> =>
  page.evaluate((all) => {
    const { patchChildren } = globalThis as unknown as { patchChildren: (to: Element, what: unknown) => void };
    const to = document.createElement('div');
    for (const version of all) patchChildren(to, version);
    return to.innerHTML;
  }, versions);

const tree: fc.Arbitrary<readonly Child[]> = fc.letrec<{ list: readonly Child[]; child: Child }>((tie) => ({
  child: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', '', '<b>'),
    fc.record(
      {
        tag: fc.constantFrom('p', 'div', 'svg', 'g', 'script', 'title'),
        key: fc.constantFrom('1', '2', '3'),
        attributes: fc.record({ class: fc.constantFrom('x', 'y'), title: fc.constantFrom('t', undefined) }),
        children: tie('list'),
      },
      { requiredKeys: ['tag'] },
    ) as fc.Arbitrary<Markup>,
  ),
  list: fc.array(tie('child'), { maxLength: 4 }),
})).list;

describe('patching', () => {
  it('makes of any page what a new one would be', async () => {
    await fc.assert(
      fc.asyncProperty(tree, tree, async (before, after) => {
        expect(await patched(before, after)).toBe(await patched(after));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps what has the same key, its scroll and its focus, wherever the others go', async () => {
    const item = (key: string): Markup => ({
      tag: 'div',
      key,
      attributes: { tabindex: '0', class: key },
      children: [key],
    });
    const kept = await page.evaluate(
      ([first, ...rest]) => {
        const { patchChildren } = globalThis as unknown as { patchChildren: (to: Element, what: unknown) => void };
        const to = document.getElementById('a');
        if (to === null || first === undefined) return [];
        patchChildren(to, first);
        const element = to.querySelector<HTMLElement>('.c');
        element?.focus();
        return rest.map((version) => {
          patchChildren(to, version);
          return `${to.textContent} ${document.activeElement === element && to.contains(element)}`;
        });
      },
      ['abcd', 'bcd', 'cd', 'c', 'xc', 'cx', 'dcba'].map((order) => [...order].map(item)),
    );
    expect(kept).toEqual(['bcd true', 'cd true', 'c true', 'xc true', 'cx true', 'dcba true']);
  });

  it('lets nothing in that runs or leads astray', async () => {
    const attributes = {
      onclick: 'x()',
      style: 'color: red',
      srcdoc: '<script>',
      src: 'https://evil.example',
      href: 'javascript:x()',
      formaction: 'javascript:x()',
      'xlink:href': 'javascript:x()',
      'data-ok': '"><script>',
    };
    expect(await patched([{ tag: 'a', attributes, children: ['<img>'] }])).toBe(
      '<a data-ok="&quot;&gt;&lt;script&gt;">&lt;img&gt;</a>',
    );
    const tags = [
      'script',
      'iframe',
      'img',
      'object',
      'embed',
      'style',
      'link',
      'form',
      'input',
      'foreignObject',
      'use',
    ];
    expect(await patched(tags.map((tag) => ({ tag, attributes: { href: 'https://a.example' } })))).toBe('');
  });
});
