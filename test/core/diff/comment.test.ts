// biome-ignore-all lint/suspicious/noThenProperty: the key of the language that says which step comes next
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { comparePlans } from '../../../src/core/diff/compare';
import { type ComparedFile, toDiffMarkdown } from '../../../src/core/diff/report';
import { plain, plainHtml } from '../../../src/core/export/plain';
import type { Checked } from '../../../src/core/lint/run';
import { checkText } from '../../support/check';
import { commentHtml, elementsIn, referencesIn, textOf } from '../../support/gitHosts';
import { hostile, unasked } from '../../support/hostileTexts';
import { translators } from '../../support/lint';
import { idsOf, withIds, withTexts } from '../../support/rewrite';
import { smallPlaybook } from '../../support/small';

const t = translators.en;
const checked = (data: unknown): Checked =>
  checkText(typeof data === 'string' ? data : JSON.stringify(data, undefined, 1), { now: '2026-11-24T00:00Z' });
const compared = (file: string, before: Checked, after: Checked): ComparedFile => ({
  file,
  comparison: comparePlans(before, after, { t }),
  before,
  after,
});

const source = load(`${smallPlaybook}systems: { shop: { title: The shop }, host: {} }
scenarios:
  outage: { title: The shop is down, fails: [shop], facts: { back: no } }
variables:
  shop_name: { title: What the shop is called, value: Acme tea }
brand: { voice: We speak plainly }
support_script: { opening: Say sorry first }
drills: [{ scenario: outage, note: It went well }]
`);
const plan = checked(source);
const ids = idsOf(source);

/** A comment is made of nothing else. */
const ours = new Set('h3 p ul li strong code details summary ins del blockquote pre span'.split(' '));

function expectCalm(markdown: string): void {
  const outside = markdown.replace(/^```mermaid\n[\s\S]*?^```$/gm, '');
  // Orders to GitLab stand at the beginning of a line; a sign of money is a formula before Markdown is read.
  expect(outside).not.toMatch(/^\s*\/|\$|<!--/m);
  const tree = commentHtml(markdown);
  const all = [...elementsIn(tree)];
  expect(all.filter(({ tagName }) => !ours.has(tagName)).map(({ tagName }) => tagName)).toEqual([]);
  for (const { tagName, attrs, childNodes } of all) {
    const isDrawing = tagName === 'code' && attrs.some(({ value }) => value === 'language-mermaid');
    expect(isDrawing ? [] : attrs).toEqual([]);
    if (tagName === 'code' && !isDrawing) expect(textOf({ childNodes } as never)).toMatch(/^[+−~→↕]$/);
    if (tagName === 'span') expect(textOf({ childNodes } as never)).toBe('$');
  }
  const blocks = (markdown.match(/^```mermaid$/gm) ?? []).length;
  expect(all.filter(({ tagName }) => tagName === 'pre')).toHaveLength(blocks);
  expect(all.filter(({ tagName }) => tagName === 'details')).toHaveLength((outside.match(/<details>/g) ?? []).length);
  expect(referencesIn(tree)).toEqual([]);
}

describe('what an author wrote is words in a comment', () => {
  it.each(Object.entries(unasked))('%s', (_, text) => {
    const words = withTexts(source, text, ids);
    const named = withIds(source, text, ids);
    const file = `plans/${text}.incident.yaml`;
    const [worded, renamed, both] = [checked(words), checked(named), checked(withIds(words, text, ids))];
    for (const [before, after] of [
      [plan, worded],
      [plan, renamed],
      [both, checked(withIds(withTexts(source, `${text} x`, ids), text, ids))],
      [checked('playbook: 1\n'), both],
    ] as const) {
      const markdown = toDiffMarkdown([compared(file, before, after)], t);
      expect(markdown.length).toBeGreaterThan(1000);
      expectCalm(markdown);
    }
  });

  it.each(Object.entries(unasked))('%s is read as it was written', (_, text) => {
    const clean = (said: string) => said.replaceAll('\u200b', '').replaceAll('\n', ' ').trim();
    const wanted = clean(text.replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ')).replace(
      /[\ud800-\udfff]|\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu,
      '',
    );
    const shown = (markdown: string) =>
      clean(textOf(commentHtml(markdown))).replace(/[\ufffd\u2400-\u241f\ud800-\udfff]/gu, '');
    expect(shown(plain(text))).toBe(wanted);
    expect(shown(`- ${plain(text)}`)).toBe(wanted);
    expect(shown(`> ${plain(text)}`)).toBe(wanted);
    expect(shown(`<details><summary>${plainHtml(text)}</summary></details>`)).toBe(wanted);
  });

  it('the test sees what it looks for', () => {
    for (const name of [
      'a person',
      'an issue',
      'a commit',
      'an address without its kind',
      'a label',
      'a milestone',
      'a picture by name',
      'a formula',
      'a note alone',
    ])
      expect(referencesIn(commentHtml(`x ${unasked[name]}`)), name).not.toEqual([]);
    expect([...elementsIn(commentHtml('https://evil.example'))].map(({ tagName }) => tagName)).toContain('a');
  });

  it('stands also where it is very long, empty or broken', () => {
    for (const text of hostile.map((each) => each.slice(0, 1500))) {
      const after = checked(withIds(withTexts(source, text, ids), text, ids));
      const markdown = toDiffMarkdown([compared(`${text}.incident.yaml`, plan, after)], t);
      expect(markdown.length).toBeLessThan(65_536);
      expectCalm(markdown);
    }
  });
});

describe('a comment keeps within its room', () => {
  const huge = (said: string, count: number) =>
    JSON.stringify({
      playbook: 1,
      title: 'Huge',
      flows: {
        main: {
          steps: Object.fromEntries(
            Array.from({ length: count }, (_, at) => [
              `s${at}`,
              { kind: 'do', task: `${said} ${at}`, then: `s${at + 1}` },
            ]),
          ),
        },
      },
      messages: Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`m${at}`, { variants: { x: { body: `${said} ${said} ${at}` } } }]),
      ),
    });

  it.each([
    ['👨‍👩‍👧🏽', 600],
    ['𠮷野家のお知らせ'.repeat(4), 300],
    ['<b>@x</b> '.repeat(8), 150],
  ])('of a change with thousands of parts: %s', (said, count) => {
    const [before, after] = [checked(huge(said, count)), checked(huge(`${said}!`, count))];
    const [small, other] = [checked('playbook: 1\ntitle: Small'), checked('playbook: 1\ntitle: Smaller')];
    const files = [compared('huge.incident.yaml', before, after), compared('small.incident.yaml', small, other)];
    const markdown = toDiffMarkdown(files, t);
    expect(markdown.length).toBeLessThan(60_500);
    expect(markdown.length).toBeGreaterThan(50_000);
    expect(markdown).not.toMatch(/[\ud800-\udfff]/u);
    const [, skipped = '0'] = /\n\n(\d+) more parts have no room here\./.exec(markdown) ?? [];
    const lines = markdown.match(/^- /gm)?.length ?? 0;
    const all = files.reduce((sum, { comparison }) => sum + comparison.changes.length + comparison.impact.length, 0);
    expect(lines + Number(skipped)).toBeGreaterThanOrEqual(all);
    // Also the last file says what it is about.
    expect(markdown).toContain('### Smaller (small.incident.yaml)');
    expect(markdown).toContain('Small → Smaller');
    expectCalm(markdown);
    expect(markdown.match(/^```mermaid$/gm)?.length).toBe(markdown.match(/^```$/gm)?.length);
    expect(markdown.match(/<details>/g)?.length).toBe(markdown.match(/<\/details>/g)?.length);
  });

  const flow = (count: number) => ({
    playbook: 1,
    flows: {
      main: {
        steps: Object.fromEntries(
          Array.from({ length: count }, (_, at) => [`s${at}`, { kind: 'do', task: 'Do', then: `s${at + 1}` }]),
        ),
      },
    },
  });
  it('draws no flow that GitHub would refuse to draw', () => {
    const [before, after] = [checked(flow(40)), checked(flow(560))];
    expect(toDiffMarkdown([compared('a', before, after)], t)).toContain(
      '**After**\n\nThis flow is too large to be drawn here.\n\n</details>',
    );
  });
});
