import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/core/lint/readConfig';
import { plan } from '../support/built';
import { cli, folderWith } from '../support/cli';
import { translators } from '../support/lint';
import { smallPlaybook } from '../support/small';

const folders = ['docs/ci', 'docs/ja/ci'];
const reviewing = ['docs/reviewing.md', 'docs/ja/reviewing.md'];
const pages = [...folders.flatMap((folder) => fs.readdirSync(folder).map((name) => `${folder}/${name}`)), ...reviewing];

function blocks(file: string, info: string): readonly string[] {
  const text = fs.readFileSync(file, 'utf8');
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, body = '']) =>
    name === info ? [body] : [],
  );
}

/** The arguments of every call of the program on a page, without what stands behind a pipe. */
function calls(file: string): readonly (readonly string[])[] {
  return [...blocks(file, 'sh'), ...blocks(file, 'yaml')].flatMap((block) =>
    [...block.matchAll(/npx unhappy-path ([^|\n]+)/g)].map(([, line = '']) =>
      line
        .trim()
        .replace(/"(?:origin\/\$GITHUB_BASE_REF|\$CI_MERGE_REQUEST_DIFF_BASE_SHA)"/, 'HEAD')
        .split(/\s+/),
    ),
  );
}

function repository(): string {
  const folder = folderWith({ 'plan.incident.yaml': smallPlaybook });
  fs.rmSync(path.join(folder, '.git'), { recursive: true });
  const git = (...argv: readonly string[]) =>
    expect(spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...argv], { cwd: folder }).status).toBe(0);
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'a plan');
  fs.appendFileSync(path.join(folder, 'plan.incident.yaml'), '# changed\n');
  return folder;
}

test.each(pages)('every call on %s is one that the program takes', (file) => {
  const folder = repository();
  for (const argv of calls(file)) {
    const { code, stderr } = cli(argv, { cwd: folder });
    expect(code, `${argv.join(' ')}\n${stderr}`).toBeLessThan(2);
    expect(stderr).not.toContain('unhappy-path:');
  }
  const isReadme = file.endsWith('README.md');
  expect(calls(file).length).toBeGreaterThan(isReadme ? 3 : 0);
});

test.each(pages)('what is to be pasted from %s is YAML', (file) => {
  for (const block of blocks(file, 'yaml')) expect(() => parse(block)).not.toThrow();
});

test('both languages show the same', () => {
  for (const name of ['build', 'reviewing'])
    expect(blocks(`docs/ja/${name}.md`, 'sh')).toEqual(blocks(`docs/${name}.md`, 'sh'));
  for (const name of fs.readdirSync('docs/ci')) {
    for (const info of ['sh', 'yaml'])
      expect(blocks(`docs/ja/ci/${name}`, info), name).toEqual(blocks(`docs/ci/${name}`, info));
  }
});

test.each(['docs/configuration.md', 'docs/ja/configuration.md'])(
  'the examples of %s are right, and set something',
  (file) => {
    const examples = blocks(file, 'yaml');
    expect(examples).toHaveLength(2);
    for (const example of examples) expect(readConfig(example, translators.en).findings).toEqual([]);
    const { config } = readConfig(examples.join(''), translators.en);
    expect(config.rules).toMatchObject({ 'hard-to-read': 'off' });
    expect(config.limits.x?.body).toEqual([{ unit: 'weighted', most: 4000 }]);
  },
);

describe.each(['docs/build.md', 'docs/ja/build.md'])('%s', (file) => {
  const folder = folderWith({ 'plans/spring.incident.yaml': plan });

  it('has calls that the program takes', () => {
    const lines = blocks(file, 'sh').map((block) => block.trim().replace('npx unhappy-path ', ''));
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      const argv = line.split(' ').map((word) => word.replaceAll('"', ''));
      expect(cli([...argv, '--force'], { cwd: folder }).code, line).toBe(0);
    }
  });

  it('names every file that is written, and no other', () => {
    const written = fs
      .readdirSync(path.join(folder, 'sorry'), { recursive: true, withFileTypes: true })
      .flatMap((item) => (item.isFile() ? [path.join(item.parentPath, item.name)] : []))
      .map((item) => path.relative(path.join(folder, 'sorry'), item).replaceAll(path.sep, '/'));
    const [table = ''] = /^\|[\s\S]*?\n\n/m.exec(fs.readFileSync(file, 'utf8')) ?? [];
    const named = [...table.matchAll(/`([\w./-]+)`/g)].map(([, name = '']) => name);
    const pages = named.filter((name) => !name.includes('_'));
    expect(pages.sort()).toEqual(written.sort());
  });

  it('shows commands that the folder has', () => {
    const shown = [...fs.readFileSync(file, 'utf8').matchAll(/^sh (server\/[\w.-]+)(?: (\w+))?/gm)];
    expect(shown).toHaveLength(4);
    for (const [, script = '', word] of shown) {
      const text = fs.readFileSync(path.join(folder, 'sorry', script), 'utf8');
      if (word !== undefined) expect(text).toMatch(new RegExp(`^ {2}(?:\\w+ \\| )?${word}(?: \\| \\w+)?\\)`, 'm'));
    }
  });
});

test('every page is led to, and leads to what is there', () => {
  for (const file of [
    ...pages,
    'docs/configuration.md',
    'docs/ja/configuration.md',
    'docs/build.md',
    'docs/ja/build.md',
    'README.md',
  ]) {
    for (const [, target = ''] of fs.readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)\)/g))
      expect(fs.existsSync(path.join(path.dirname(file), target)), `${file}: ${target}`).toBe(true);
  }
  for (const folder of folders) {
    const index = fs.readFileSync(`${folder}/README.md`, 'utf8');
    for (const name of fs.readdirSync(folder)) if (name !== 'README.md') expect(index).toContain(`(${name})`);
  }
});

test.each(reviewing)('the JSON on %s is what the program writes', (file) => {
  const folder = folderWith({
    'old.incident.yaml': smallPlaybook,
    'new.incident.yaml': smallPlaybook.replace('takes: 1m', 'takes: 11m'),
  });
  const { stdout } = cli(['diff', 'old.incident.yaml', 'new.incident.yaml', '--format', 'json'], { cwd: folder });
  const [written, shown] = [JSON.parse(stdout), JSON.parse(blocks(file, 'json')[0] ?? '{}')];
  expect(Object.keys(shown)).toEqual(Object.keys(written));
  expect(Object.keys(shown.changes[0])).toEqual(Object.keys(written.changes[0]));
  expect(Object.keys(shown.impact[0])).toEqual(Object.keys(written.impact[0]));
  expect(shown.changes[0].kind).toBe(written.changes[0].kind);
});
