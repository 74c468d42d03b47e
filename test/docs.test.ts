import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseYaml } from '../src/core/yaml/parse';
import { lintText } from './support/lint';

const guides = ['docs/writing-a-playbook.md', 'docs/ja/writing-a-playbook.md'];
const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

/** The fenced examples whose info string is exactly this. */
function examples(markdown: string, info: string): string[] {
  return [...markdown.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].flatMap(([, name, body]) =>
    name === info && body !== undefined ? [body] : [],
  );
}

test.each(guides)('the examples of %s are one playbook without findings', (path) => {
  const parts = examples(read(path), 'yaml');
  expect(parts.length).toBeGreaterThan(10);
  expect(lintText(parts.join('\n'), { file: 'guide.incident.yaml' })).toEqual([]);
});

test.each(guides)('the fragments of %s are YAML', (path) => {
  const parts = examples(read(path), 'yaml fragment');
  expect(parts.length).toBeGreaterThan(0);
  for (const part of parts) expect(parseYaml(part).problems).toEqual([]);
});
