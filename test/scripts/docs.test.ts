import fs from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { rulePages } from '../../scripts/docs.mjs';
import { namedInBases } from '../../scripts/ruleBasis.mjs';
import { edgesOf, namedInEdges } from '../../scripts/ruleEdges.mjs';
import { rules } from '../../src/core/lint/rules';

let pages: ReadonlyMap<string, string> = new Map();
beforeAll(async () => {
  pages = await rulePages();
}, 60_000);

describe('the pages of the rules', () => {
  test.each(['rules', 'ja/rules'])('docs/%s has one for every rule, written from the rule as it is', (folder) => {
    const names = [...pages.keys()].filter((name) => name.startsWith(`${folder}/`));
    expect(
      fs
        .readdirSync(`docs/${folder}`)
        .map((name) => `${folder}/${name}`)
        .sort(),
    ).toEqual(names.sort());
    expect(names).toHaveLength(rules.length + 1);
    for (const name of names) expect(fs.readFileSync(`docs/${name}`, 'utf8'), name).toBe(pages.get(name));
  });

  test('show a change of a sample, what is found in it, and where the rule comes from', () => {
    for (const { id } of rules) {
      expect(pages.get(`rules/${id}.md`), id).toMatch(
        /```diff\n[\s\S]*^[-+][\s\S]*```\n\nbrings this finding:\n\n> \S/m,
      );
      expect(pages.get(`ja/rules/${id}.md`), id).toMatch(/この指摘が出ます。\n\n> .*[ぁ-ん].*。?\n\n## 直し方\n\n\S/);
      for (const page of ['rules', 'ja/rules']) expect(pages.get(`${page}/${id}.md`)?.length, id).toBeLessThan(4000);
    }
  });

  test('lead only to what is there', () => {
    for (const [name, text] of pages) {
      for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)#\s]+)\)/g)) {
        const file = new URL(target, `file:///docs/${name}`).pathname.slice(1);
        expect(fs.existsSync(decodeURI(file)), `${name}: ${target}`).toBe(true);
      }
    }
  });

  test('say in both languages what the rule leaves alone', () => {
    for (const { id } of rules) {
      const edges = edgesOf(id);
      for (const [folder, heading, locale] of [
        ['rules', '## What it leaves alone', 'en'],
        ['ja/rules', '## 指摘しないこと', 'ja'],
      ] as const) {
        const page = pages.get(`${folder}/${id}.md`) ?? '';
        expect(page.includes(heading), id).toBe(edges.length > 0);
        for (const edge of edges) expect(page).toContain(`- ${edge[locale]}`);
      }
    }
  });

  test('name no rule that is not there', () => {
    const ids = new Set(rules.map(({ id }) => id));
    expect([...namedInBases, ...namedInEdges].filter((id: string) => !ids.has(id))).toEqual([]);
  });
});
