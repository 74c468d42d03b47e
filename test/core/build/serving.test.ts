import { expect, test } from 'vitest';
import { buildFiles } from '../../../src/core/build/buildFiles';
import { languagePattern, servingOf } from '../../../src/core/build/serving';
import { plan } from '../../support/built';
import { buildText } from '../../support/model';
import { paperOf } from '../../support/paper';

const build = (source: string, locale: 'en' | 'ja' = 'en') =>
  buildFiles({ ...paperOf(source, locale), plan: undefined, values: new Map(), samples: true, picture: undefined })
    .files;

const recipesOf = (files: ReadonlyMap<string, string>) => [...files].filter(([file]) => file.startsWith('server/'));

/** Each would break out of a comment, a string, a word of a shell, a header or a line. */
const breakouts = [
  'x"; } server { listen 1;',
  "x'; rm -rf ~; '",
  'x\nHeader set X y',
  'x\r\nSet-Cookie: a=b',
  'x */ alert(1) /*',
  'x`id`$(id)${id}',
  'x%{HTTP:Cookie}%0d%0a',
  'x</script><script>',
  'x\u2028alert(1)',
  'x # y: z',
];

test('what a plan says of itself never leaves its place in a recipe', () => {
  const usual = recipesOf(build(plan));
  expect(usual).toHaveLength(9);
  for (const hostile of breakouts) {
    const text = JSON.stringify(hostile);
    const robots = build(plan.replace('robots: noindex', `robots: ${text}`));
    // The page itself names it, as text.
    const withoutPages = (files: ReadonlyMap<string, string>) =>
      recipesOf(files).filter(([file]) => !/worker|5xx/.test(file));
    expect(withoutPages(robots), hostile).toEqual(withoutPages(build(plan)));
    const host = build(plan.replace('"https://spring.acme.example/start"', JSON.stringify(`https://${hostile}`)));
    for (const [file, recipe] of withoutPages(host)) {
      expect(recipe, `${file}: ${hostile}`).not.toContain(hostile.slice(2));
      expect(recipe.split('\n').length, file).toBe(usual.find(([name]) => name === file)?.[1].split('\n').length);
    }
    const locale = build(plan.replace('locale: ja', `locale: ${JSON.stringify(`ja-${hostile}`)}`));
    for (const file of locale.keys()) expect(file).toMatch(/^[\w./-]+$/);
    for (const [file, recipe] of withoutPages(locale)) expect(recipe, file).not.toContain(hostile.slice(2));
    const title = build(plan.replace('title: Launch day', `title: ${text}`));
    expect(recipesOf(title)).toEqual(usual);
  }
});

test('comments are in the language of the plan, and are comments', () => {
  for (const [file, recipe] of recipesOf(build(plan, 'ja'))) {
    if (/json|html/.test(file)) continue;
    expect(recipe, file).toMatch(/お詫びページ/);
    for (const line of recipe.split('\n'))
      if (/[ぁ-ん]/.test(line) && !line.startsWith('const pages')) expect(line, file).toMatch(/^\s*(?:#|\/\/)/);
  }
});

test('only what a page that says sorry may answer is answered', () => {
  const statusOf = (status: string) =>
    servingOf(buildText(plan.replace('status: 503', `status: ${status}`)), [{ locale: 'en', file: 'a', html: '' }])
      ?.status;
  expect(['503', '502', '429', '200', '404', '99999', '-1', '"503; x"'].map(statusOf)).toEqual([
    503, 502, 429, 503, 503, 503, 503, 503,
  ]);
  expect(servingOf(buildText(plan), [])).toBeUndefined();
});

test('a language is found at once in the longest header', () => {
  const pages = ['en', 'ja'].map((locale) => ({ locale, file: `${locale}.html`, html: '' }));
  const serving = servingOf(buildText(plan), pages);
  if (serving === undefined) throw new Error('no page');
  const pattern = new RegExp(languagePattern(serving, serving.pages), 'i');
  const began = performance.now();
  expect(pattern.exec(`${'fr, '.repeat(20_000)}ja`)?.[1]).toBe('ja');
  expect(pattern.test(`${'x, '.repeat(20_000)}`)).toBe(false);
  expect(pattern.test(' '.repeat(50_000))).toBe(false);
  expect(performance.now() - began).toBeLessThan(1_000);
});

test('two pages of one language have two names, and the first is served', () => {
  const files = build(
    plan.replace(
      '  sorry_ja:',
      '  sorry_two:\n    locale: ja\n    translation_of: sorry\n    variants:\n      sorry: { title: 二つ目, body: 二つ目です。 }\n  sorry_ja:',
    ),
  );
  expect([...files.keys()].filter((file) => file.startsWith('sorry'))).toEqual([
    'sorry.html',
    'sorry.ja.html',
    'sorry.ja-2.html',
  ]);
  expect(files.get('server/nginx.conf')).not.toContain('ja-2');
});

test('a page that is read from the right says so', () => {
  expect(build(plan.replace('locale: ja', 'locale: ar')).get('sorry.ar.html')).toContain('<html lang="ar" dir="rtl">');
});
