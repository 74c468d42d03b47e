import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cli, folderWith } from '../support/cli';
import { repositoryWith } from '../support/repository';
import { smallPlaybook } from '../support/small';

const slower = smallPlaybook.replace('takes: 5m\n        then: judge', 'takes: 25m\n        then: judge');
const folder = folderWith({
  'old.incident.yaml': smallPlaybook,
  'new.incident.yaml': slower,
  'bad.incident.yaml': 'a: [\n',
});
const diff = (...argv: readonly string[]) => cli(['diff', ...argv], { cwd: folder });

test('two files: what it means first, then what was changed', () => {
  const { code, stdout } = diff('old.incident.yaml', 'new.incident.yaml');
  expect(code).toBe(0);
  expect(stdout).toContain('▲ First notice in "Major", at worst: 9 min → 29 min');
  expect(stdout).toContain('~ find_out: takes: 5m → 25m');
});

test('for programs, in a form that stays', () => {
  const data = JSON.parse(diff('old.incident.yaml', 'new.incident.yaml', '--format', 'json').stdout);
  expect(data).toMatchObject({
    version: 1,
    changes: [{ kind: 'changed', section: 'steps', id: 'main.find_out', summary: 'takes: 5m → 25m' }],
    impact: [
      { kind: 'first-notice', better: false },
      { kind: 'finding', better: false },
    ],
    unseen: 0,
  });
});

test('a comment for a pull request, with the flow as it was and as it is', () => {
  expect(diff('old.incident.yaml', 'new.incident.yaml', '--format', 'markdown', '--output', 'c.md').code).toBe(0);
  const text = fs.readFileSync(path.join(folder, 'c.md'), 'utf8');
  expect(text).toMatch(/^### Launch day /);
  expect(text.match(/```mermaid\nflowchart TD\n/g)).toHaveLength(2);
});

test('what changed since a branch was left: changed, new and gone playbooks, and no other', () => {
  const {
    folder: cwd,
    git,
    write,
    commit,
  } = repositoryWith({
    'plans/a.incident.yaml': smallPlaybook,
    'plans/b.incident.yaml': smallPlaybook,
    'plans/c.incident.yaml': smallPlaybook,
    'readme.txt': 'x',
  });
  git('checkout', '-q', '-b', 'mine');
  write({
    'plans/a.incident.yaml': slower,
    'plans/b.incident.yaml': undefined,
    'plans/新しい.incident.yaml': smallPlaybook,
  });
  commit('a change');
  const since = (...argv: readonly string[]) => cli(['diff', '--since', 'main', ...argv], { cwd });
  const { files } = JSON.parse(since('--format', 'json').stdout);
  expect(files.map(({ file }: { file: string }) => file)).toEqual([
    'plans/a.incident.yaml',
    'plans/b.incident.yaml',
    'plans/新しい.incident.yaml',
  ]);
  const kinds = files.map(({ changes }: { changes: { kind: string }[] }) => [
    ...new Set(changes.map(({ kind }) => kind)),
  ]);
  expect(kinds[0]).toEqual(['changed']);
  expect(kinds[1]).toContain('removed');
  expect(kinds[2]).toContain('added');
  expect(JSON.parse(since('plans/a.incident.yaml', '--format', 'json').stdout).file).toBe('plans/a.incident.yaml');
  expect(since('plans/c.incident.yaml').stdout).toBe('No playbook was changed.\n');
});

test('what can’t be compared is told', () => {
  expect(diff('old.incident.yaml')).toMatchObject({ code: 2, stderr: expect.stringContaining('two playbooks') });
  expect(diff('old.incident.yaml', 'bad.incident.yaml')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('can’t be compared'),
  });
  expect(cli(['diff', '--since', '--all'], { cwd: folder })).toMatchObject({ code: 2, stdout: '' });
});

test('both versions in one drawing, and everything on one page', () => {
  const renamed = slower
    .replaceAll('hold', 'pause')
    .replace(/ {6}all_over:\n(?: {8}.*\n)+/, '')
    .replace('"yes": all_over', '"yes": new_one')
    .replace('      done:', '      new_one: { kind: do, task: Breathe, then: done }\n      done:');
  fs.writeFileSync(path.join(folder, 'both.incident.yaml'), renamed);
  const svg = diff('old.incident.yaml', 'both.incident.yaml', '--format', 'svg').stdout;
  const classOf = (id: string) => new RegExp(`class="([^"]*)" data-step="${id}"`).exec(svg)?.[1] ?? '';
  expect(classOf('new_one')).toContain('up-diff-added');
  expect(classOf('all_over')).toContain('up-diff-removed');
  expect(classOf('find_out')).toContain('up-diff-changed');
  expect(classOf('judge')).not.toContain('up-diff');
  expect(svg).not.toContain('data-step="hold"');
  expect(svg.match(/up-edge [^"]*up-diff-removed/g)?.length).toBe(2);
  const html = diff('old.incident.yaml', 'both.incident.yaml', '--format', 'html').stdout;
  expect(html).toMatch(/▲<\/span><span>First notice in/);
  expect(html).toContain('up-diff-badge-removed');
  expect(html).not.toMatch(/<script|\ssrc=|@import|url\(/);
  expect(diff('old.incident.yaml', 'old.incident.yaml', '--format', 'svg')).toMatchObject({ code: 2 });
});
