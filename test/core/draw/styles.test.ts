import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { generated, generatedPage, generatedPaper, generatedVisitor } from '../../../scripts/styles.mjs';

it('the styles of files are those of the page: node scripts/styles.mjs writes them anew', () => {
  const file = path.resolve(import.meta.dirname, '../../../src/core/draw/styles.generated.ts');
  expect(fs.readFileSync(file, 'utf8')).toBe(generated());
});

it('the styles of a file of the whole plan are those of the page and of paper', async () => {
  const file = path.resolve(import.meta.dirname, '../../../src/core/export/pageStyles.generated.ts');
  expect(fs.readFileSync(file, 'utf8')).toBe(await generatedPage());
});

it('the styles of a built sorry page are those of its preview', async () => {
  const file = path.resolve(import.meta.dirname, '../../../src/core/build/visitorStyles.generated.ts');
  expect(fs.readFileSync(file, 'utf8')).toBe(await generatedVisitor());
});

it('the styles of papers are those of their sheet', async () => {
  const file = path.resolve(import.meta.dirname, '../../../src/core/build/paper/paperStyles.generated.ts');
  expect(fs.readFileSync(file, 'utf8')).toBe(await generatedPaper());
});
