import { describe, expect, it } from 'vitest';
import { toHtml } from '../../../src/core/draw/toHtml';
import { isSafeLink, toMarkup } from '../../../src/core/pages/markdown';

const html = (markdown: string, level?: number) =>
  toMarkup(markdown, (text) => [text], level)
    .map(toHtml)
    .join('')
    .replaceAll('\n', '');

describe('Markdown as a tree', () => {
  it.each([
    ['We are *very* **sorry**.', '<p>We are <em>very</em> <strong>sorry</strong>.</p>'],
    ['- a\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
    ['3. a', '<ol start="3"><li><p>a</p></li></ol>'],
    ['one\ntwo', '<p>one<br>two</p>'],
    ['`x`', '<p><code>x</code></p>'],
    ['```\nx\n```', '<pre><code>x</code></pre>'],
    ['> a', '<blockquote><p>a</p></blockquote>'],
    ['[a](https://a.example)', '<p><a href="https://a.example">a</a></p>'],
    ['<https://a.example>', '<p><a href="https://a.example">https://a.example</a></p>'],
    ['[a](tel:+81-3-0000-0000)', '<p><a href="tel:+81-3-0000-0000">a</a></p>'],
    ['![a cat](https://a.example/cat.png)', '<p><span class="up-picture">a cat</span></p>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown).replaceAll('<p></p>', '')).toBe(expected);
  });

  it('shows raw HTML as text', () => {
    expect(html('<b onclick="x">a</b>\n\n<script>x</script>')).toBe(
      '<p>&lt;b onclick=&quot;x&quot;&gt;a&lt;/b&gt;</p><p>&lt;script&gt;x&lt;/script&gt;</p>',
    );
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    'command:x',
    'file:///etc/passwd',
    'data:text/html,x',
    'vbscript:x',
    '//a.example',
    '/a',
    '#a',
  ])('makes no link to %s', (url) => {
    expect(isSafeLink(url)).toBe(false);
    expect(html(`[a](${url})`)).not.toContain('<a');
    expect(html(`[a]: ${url}\n\n[a]`)).not.toContain('<a');
  });

  it('puts the headings of a text below those around it, without a gap', () => {
    expect(html('## a\n\n#### b\n\n## c', 4)).toBe('<h4>a</h4><h5>b</h5><h4>c</h4>');
    expect(html('# a\n\n## b\n\n### c\n\n#### d', 5)).toBe('<h5>a</h5><h6>b</h6><h6>c</h6><h6>d</h6>');
  });

  it.each([
    '>'.repeat(20_000),
    '['.repeat(20_000),
    '*a '.repeat(20_000),
    '- '.repeat(10_000),
    '`'.repeat(20_000),
    '{{'.repeat(20_000),
    '| '.repeat(20_000),
  ])('is quick about %#', (markdown) => {
    const start = performance.now();
    html(markdown);
    expect(performance.now() - start).toBeLessThan(1500);
  });
});
