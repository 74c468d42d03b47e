import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json'));
const english: Record<string, string> = JSON.parse(read('package.nls.json'));
const japanese: Record<string, string> = JSON.parse(read('package.nls.ja.json'));

test('every word of the manifest is there in both languages, and none too many', () => {
  const used = new Set([...JSON.stringify(manifest).matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key));
  expect(Object.keys(english).sort()).toEqual([...used].sort());
  expect(Object.keys(japanese).sort()).toEqual([...used].sort());
  const { snippets, ...shown } = japanese;
  expect(snippets).toBe('./snippets/ja.json');
  for (const text of Object.values(shown)) expect(text).toMatch(/[ぁ-んァ-ヶ一-龠]/);
});

test('what the manifest shows is not written in one language', () => {
  const { contributes } = manifest;
  for (const { title, category } of contributes.commands) {
    expect(title).toMatch(/^%.+%$/);
    expect(category).toBe('%category%');
  }
});

test('every command is made by the extension, and every command of the extension is told', () => {
  const [, table = ''] = /commands: .*? = \{\n(.*?)\n {2}\};/s.exec(read('src/client/commands.ts')) ?? [];
  const made = [...table.matchAll(/^ {4}'?([\w.]+)'?: /gm)].map(([, name]) => `incidentPlaybook.${name}`);
  const told = manifest.contributes.commands.map(({ command }: { command: string }) => command);
  expect(made.sort()).toEqual(told.sort());
});

test('every file that the manifest names is there and is published', () => {
  const names = [
    ...JSON.stringify(manifest).matchAll(
      /"(?:\.\/)?((?:media|syntaxes|snippets|l10n)[\w./-]*|language-configuration\.json)"/g,
    ),
  ];
  expect(names.length).toBeGreaterThan(4);
  const published = read('.vscodeignore');
  for (const [, name = ''] of names) {
    expect(fs.existsSync(path.join(root, name)), name).toBe(true);
    expect(published, name).toContain(`!${name.split('/')[0]}`);
  }
});

test('the types of the editor are no newer than the oldest editor', () => {
  expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode']}`);
});

test('the extension wakes for its own files, and for a glance at YAML', () => {
  expect(manifest.activationEvents).toEqual([
    'onWebviewPanel:incidentPlaybook.preview',
    'onWebviewPanel:incidentPlaybook.diff',
    // Only to offer to treat a playbook under another name as one.
    'onLanguage:yaml',
  ]);
});

test('keys are bound only where a playbook is edited', () => {
  for (const { when } of manifest.contributes.keybindings) expect(when).toContain('editorLangId == incident-playbook');
});

test('nothing but development needs a package', () => {
  expect(manifest.dependencies).toBeUndefined();
});

test('what is bundled is published with its licences', () => {
  const licences = read('dist/THIRD_PARTY_LICENSES.txt');
  for (const name of ['vscode-languageserver', 'js-yaml', 'yaml', 'markdown-it'])
    expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
});
