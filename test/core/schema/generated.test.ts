import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const generatedPath = path.join(root, 'src/core/schema/validate.generated.js');

test('the validator is the one that the schema makes ("npm run generate")', async () => {
  const { generate } = await import(pathToFileURL(path.join(root, 'scripts/schema.mjs')).href);
  expect(fs.readFileSync(generatedPath, 'utf8')).toBe(await generate());
});

test('the validator needs no eval and no require', () => {
  const code = fs.readFileSync(generatedPath, 'utf8');
  expect(code).not.toMatch(/\beval\(|new Function|\brequire\(|\bimport\b/);
});
