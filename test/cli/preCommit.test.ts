import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { findPreCommit } from '../../scripts/preCommit.mjs';
import { repositoryWith } from '../support/repository';
import { smallPlaybook } from '../support/small';

const root = path.resolve(import.meta.dirname, '../..');
const broken = smallPlaybook.replace('then: judge', 'then: juge');
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'unhappy-path-home-'));
let program = '';
let hooks = '';

beforeAll(() => {
  program = findPreCommit();
  // What a release of ours is to pre-commit: the hooks, and a package with the built program and nothing to fetch.
  const { name, version, bin } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  hooks = repositoryWith({
    '.pre-commit-hooks.yaml': fs.readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8'),
    'package.json': JSON.stringify({ name, version, bin }),
    'dist/cli.js': fs.readFileSync(path.join(root, 'dist/cli.js'), 'utf8'),
  }).folder;
}, 300_000);

function preCommit(cwd: string, ...argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, argv, {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: `${path.dirname(process.execPath)}:${process.env.PATH}`,
      HOME: home,
      LANG: 'C.UTF-8',
      GIT_CONFIG_GLOBAL: os.devNull,
      GIT_CONFIG_NOSYSTEM: '1',
      npm_config_offline: 'true',
    },
  });
  return { code: status, output: stdout + stderr };
}

test('the hook stops a commit with an error in a playbook, and looks at no other file', { timeout: 120_000 }, () => {
  const { folder, git, write } = repositoryWith({ 'readme.txt': 'x', 'plans/old.incident.yaml': broken });
  const run = () => preCommit(folder, 'try-repo', hooks, 'unhappy-path', '--verbose');
  write({ 'plans/新しい.incident.yaml': smallPlaybook, 'other.yaml': 'a: [\n' });
  git('add', '-A');
  const good = run();
  expect(good, good.output).toMatchObject({ code: 0 });
  expect(good.output).toMatch(/unhappy-path\.+Passed/);
  write({ 'plans/b.incident.yaml': broken });
  git('add', '-A');
  const bad = run();
  expect(bad, bad.output).toMatchObject({ code: 1 });
  expect(bad.output).toMatch(/unhappy-path\.+Failed/);
  expect(bad.output).toContain('plans/b.incident.yaml');
  expect(bad.output).toContain('There is no step "juge" in the flow "main".');
  expect(bad.output).not.toContain('old.incident.yaml');
  git('rm', '-q', '--cached', 'plans/b.incident.yaml', 'plans/新しい.incident.yaml');
  const none = run();
  expect(none, none.output).toMatchObject({ code: 0 });
  expect(none.output).toMatch(/no files to check.*Skipped/);
});

test('what is to be pasted from the page does the same', { timeout: 120_000 }, () => {
  const page = fs.readFileSync(path.join(root, 'docs/ci/pre-commit.md'), 'utf8');
  const [, yaml = ''] = /^```yaml\n(# \.pre-commit-config\.yaml\n[\s\S]*?)^```$/m.exec(page) ?? [];
  const { folder, git, write } = repositoryWith({ 'readme.txt': 'x' });
  // The package as it stands on npm is here in a folder.
  write({ '.pre-commit-config.yaml': yaml.replace(/unhappy-path@\d+\.\d+\.\d+/, `file:${hooks}`) });
  write({ 'plans/b.incident.yaml': broken });
  git('add', '-A');
  const bad = preCommit(folder, 'run');
  expect(bad, bad.output).toMatchObject({ code: 1 });
  expect(bad.output).toContain('There is no step "juge" in the flow "main".');
  write({ 'plans/b.incident.yaml': smallPlaybook });
  git('add', '-A');
  const good = preCommit(folder, 'run');
  expect(good, good.output).toMatchObject({ code: 0 });
});
