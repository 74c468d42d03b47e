import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LineIndex } from '../src/core/text/lineIndex';
import { type Files, readFiles } from './support/folders';
import { lintText } from './support/lint';

// `UPDATE_GOLDEN=1 npx vitest run test/golden.test.ts` writes the .out files anew; read the diff before you commit it.
const update = process.env.UPDATE_GOLDEN === '1';

/** `line:column rule message`, or `file:line:column …` where it is in another file; lines and columns from 1. */
function findings(file: string, files: Files): string {
  const lines = lintText(files[file] ?? '', { file, files }).map(({ rule, span, message }) => {
    const { line, character } = new LineIndex(files[span.file ?? file] ?? '').position(span.start);
    return `${span.file === undefined ? '' : `${span.file}:`}${line + 1}:${character + 1} ${rule} ${message}\n`;
  });
  return lines.join('');
}

function expectOut(path: string, found: string): void {
  const out = new URL(`golden/${path.replace(/\.incident\.yaml$/, '.out')}`, import.meta.url);
  if (update) writeFileSync(out, found);
  expect(found).toBe(existsSync(out) ? readFileSync(out, 'utf8') : 'there is no .out file');
}

const ok = readFiles('test/golden/ok');
test.each(Object.keys(ok))('ok/%s is silent', (file) => {
  expect(findings(file, ok)).toBe('');
});

const err = readFiles('test/golden/err');
test.each(Object.keys(err))('err/%s has exactly these findings', (file) => {
  expectOut(`err/${file}`, findings(file, err));
});

const projects = readFiles('test/golden/projects');
test.each(Object.keys(projects))('projects/%s has exactly these findings', (file) => {
  expectOut(`projects/${file}`, findings(file, projects));
});
