import fs from 'node:fs';
import { expect, test } from 'vitest';
import { rulePages } from '../../scripts/docs.mjs';

test('every rule has its page, written from the rule as it is', () => {
  const pages: ReadonlyMap<string, string> = rulePages();
  expect(fs.readdirSync('docs/rules').sort()).toEqual([...pages.keys()].sort());
  for (const [name, text] of pages) expect(fs.readFileSync(`docs/rules/${name}`, 'utf8'), name).toBe(text);
});
