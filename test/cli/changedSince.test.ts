import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, folderWith } from '../support/cli';
import { repositoryWith } from '../support/repository';
import { smallPlaybook } from '../support/small';

const now = ['--now', '2026-11-23'];
const basics = 'playbook: 1\npartial: true\naudiences:\n  customers: { title: Customers }\n';
const using = (file: string) =>
  smallPlaybook.replace('audiences:\n  customers: { title: Customers }\n', `uses: [${file}]\n`);

/** The playbooks that are checked, by their suites. */
function checked(cwd: string, ...argv: string[]): string[] {
  const { stdout, stderr } = cli(['lint', '--format', 'junit', ...now, ...argv], { cwd });
  expect(stderr).toBe('');
  return [...stdout.matchAll(/<testsuite name="([^"]*)"/g)].map((match) => match[1] ?? '').sort();
}

const since = (revision: string) => ['--changed-since', revision];

describe('what a branch touched', () => {
  const names = {
    'plans/a.incident.yaml': smallPlaybook,
    'plans/b.incident.yaml': smallPlaybook,
    'plans/uses.incident.yaml': using('../shared/more.incident.yaml'),
    'shared/more.incident.yaml': 'playbook: 1\npartial: true\nuses: [basics.incident.yaml]\n',
    'shared/basics.incident.yaml': basics,
    '計画/春 の"売出し.incident.yaml': smallPlaybook,
  };

  it('committed, staged, changed and new, measured from where it left', () => {
    const { folder, git, write, commit } = repositoryWith(names);
    git('checkout', '-q', '-b', 'mine');
    git('checkout', '-q', 'main');
    write({ 'plans/b.incident.yaml': `${smallPlaybook}# theirs\n` });
    commit('theirs');
    git('checkout', '-q', 'mine');
    expect(checked(folder, ...since('main'))).toEqual([]);
    write({ '計画/春 の"売出し.incident.yaml': `${smallPlaybook}# mine\n` });
    commit('mine');
    write({ 'plans/a.incident.yaml': `${smallPlaybook}# not committed\n`, 'new.incident.yaml': smallPlaybook });
    expect(checked(folder, ...since('main'))).toEqual([
      'new.incident.yaml',
      'plans/a.incident.yaml',
      '計画/春 の&quot;売出し.incident.yaml',
    ]);
    git('add', '-A');
    expect(checked(path.join(folder, 'plans'), ...since('main'))).toEqual(['a.incident.yaml']);
    expect(checked(path.join(folder, 'plans'), ...since('main'), '..')).toHaveLength(3);
  });

  it('also those that use it, through another, or used what is gone', () => {
    const { folder, git, write } = repositoryWith(names);
    write({ 'shared/basics.incident.yaml': `${basics}# changed\n` });
    expect(checked(folder, ...since('main'))).toEqual([
      'plans/uses.incident.yaml',
      'shared/basics.incident.yaml',
      'shared/more.incident.yaml',
    ]);
    git('checkout', '-q', '--', '.');
    write({ 'shared/more.incident.yaml': undefined });
    expect(checked(folder, ...since('HEAD'))).toContain('plans/uses.incident.yaml');
  });

  it('renamed files by their new name, and all below a configuration that changed', () => {
    const { folder, git, write } = repositoryWith(names);
    git('mv', 'plans/a.incident.yaml', 'plans/c.incident.yaml');
    expect(checked(folder, ...since('main'))).toEqual(['plans/c.incident.yaml']);
    write({ 'shared/incident.config.yaml': 'rules:\n  jargon: off\n' });
    expect(checked(folder, ...since('main'))).toContain('shared/basics.incident.yaml');
  });
});

describe('what it can’t know', () => {
  const { folder, git } = repositoryWith({ 'a.incident.yaml': smallPlaybook });
  git('checkout', '-q', '--orphan', 'alone');
  git('commit', '-q', '-m', 'alone');

  it.each([
    ['--changed-since=--output=evil', 'takes a branch, a tag or a commit'],
    ['--changed-since=-n', 'takes a branch, a tag or a commit'],
    ['--changed-since=nowhere', 'Git knows no "nowhere".'],
    ['--changed-since=main;touch evil', 'Git knows no "main;touch evil".'],
    ['--changed-since=main', '"main" and this branch have no commit in common.'],
  ])('%s', (argument, message) => {
    const { code, stderr } = cli(['lint', argument], { cwd: folder });
    expect(stderr).toContain(message);
    expect(code).toBe(2);
    expect(git('status', '--porcelain')).toBe('');
  });

  it('no repository, no git', () => {
    const cwd = folderWith({ 'a.incident.yaml': smallPlaybook });
    expect(cli(['lint', ...since('main')], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('works in a git repository only'),
    });
    const without = cli(['lint', ...since('main')], { cwd: folder, env: { PATH: '/nowhere' } });
    expect(without.stderr).toContain('needs git');
  });
});
