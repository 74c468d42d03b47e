import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'imports-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** What the check says of files below src/, and of bundles by what they leave outside. */
function check(files: Readonly<Record<string, string>>, bundles: Readonly<Record<string, readonly string[]>> = {}) {
  fs.rmSync(folder, { recursive: true });
  for (const at of ['src', 'dist/meta']) fs.mkdirSync(path.join(folder, at), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, 'src', file)), { recursive: true });
    fs.writeFileSync(path.join(folder, 'src', file), text);
  }
  for (const [bundle, outside] of Object.entries(bundles)) {
    const imports = outside.map((specifier) => ({ path: specifier, kind: 'require-call', external: true }));
    const meta = { inputs: {}, outputs: { [`dist/${bundle}`]: { imports } } };
    fs.writeFileSync(path.join(folder, 'dist/meta', `${bundle}.json`), JSON.stringify(meta));
  }
  const { stderr, status } = spawnSync(process.execPath, [path.join(root, 'scripts/check-imports.mjs'), folder], {
    encoding: 'utf8',
  });
  expect(status).toBe(stderr === '' ? 0 : 1);
  return stderr.trim().split('\n').filter(Boolean);
}

test('arrows that are allowed', () => {
  const files = {
    'core/a.ts': "import type { B } from './b';\nexport const document = (self: B) => self;",
    'core/b.ts': "// window.open()\nexport type B = 'window.open()';",
    'service/s.ts': "import { document } from '../core/a';\nimport { Range } from 'vscode-languageserver-types';",
    'server/node.ts': "import fs from 'node:fs';\nimport '../service/s';",
    'cli/main.ts': "import { document } from '../core/a';\nimport ignore from 'ignore';",
    'protocol/p.ts': "import type { B } from '../core/b';",
    'client/c.ts': "import * as vscode from 'vscode';\nimport { p } from '../protocol/p';",
  };
  expect(check(files, { 'web-client.js': ['vscode'], 'client.js': ['vscode', 'path'] })).toEqual([]);
});

test.each([
  ['core knows no service', 'core/a.ts', "import { s } from '../service/s';"],
  ['core knows no Node', 'core/a.ts', "import fs from 'node:fs';"],
  ['core asks no process', 'core/a.ts', 'export const a = process.env.HOME;'],
  ['core touches no page', 'core/a.ts', 'document.createElement("a");'],
  ['core has no clock', 'core/a.ts', 'export const a = () => Date.now();'],
  ['core has no locale of the machine', 'core/a.ts', 'export const a = (b: number) => b.toLocaleString();'],
  ['protocol takes types only', 'protocol/p.ts', "import { a } from '../core/a';"],
  ['the client asks the server', 'client/c.ts', "import type { a } from '../core/a';"],
  ['the client does not carry features', 'client/c.ts', "import { hover } from '../service/hover';"],
  ['the page knows no editor', 'webview/w.ts', "import * as vscode from 'vscode';"],
  ['features know no editor', 'service/s.ts', "import * as vscode from 'vscode';"],
  ['only the entry of the process knows it', 'server/startServer.ts', "import fs from 'node:fs';"],
  ['a new folder is no layer', 'helpers/h.ts', ''],
])('%s', (_, file, text) => {
  expect(check({ [file]: text })).toHaveLength(1);
});

test('what a bundle for the web leaves outside', () => {
  expect(check({}, { 'web-server.js': ['path'] })).toEqual(['dist/web/server.js  "path" is left outside']);
  expect(check({}, { 'webview.js': ['vscode'] })).toHaveLength(1);
});
