import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, folderWith } from '../support/cli';
import { repositoryWith } from '../support/repository';
import { smallPlaybook } from '../support/small';

const options = ['--now', '2026-11-23', '--rule', 'checklist-core-missing=off'];
const broken = smallPlaybook.replace('then: judge', 'then: juge   # next').replace('kind: wait', 'kind: "wait"');
const mended = broken.replace('juge', 'judge');
const read = (folder: string, file: string) => fs.readFileSync(path.join(folder, file), 'utf8');

describe('--fix', () => {
  it('mends the file, leaves all else byte for byte, and says so', () => {
    for (const shape of [
      (text: string) => text,
      (text: string) => `\uFEFF${text.replace(/\n/g, '\r\n')}`,
      (text: string) => text.trimEnd(),
    ]) {
      const cwd = folderWith({ 'a.incident.yaml': shape(broken) });
      fs.chmodSync(path.join(cwd, 'a.incident.yaml'), 0o640);
      const { code, stdout, stderr } = cli(['lint', '--fix', ...options], { cwd });
      expect(read(cwd, 'a.incident.yaml')).toBe(shape(mended));
      expect(fs.statSync(path.join(cwd, 'a.incident.yaml')).mode & 0o777).toBe(0o640);
      expect(stderr).toBe('a.incident.yaml: Change to "judge" (unknown-reference)\nFixes made: 1. Files: 1.\n');
      expect(stdout).toContain('0 errors');
      expect(code).toBe(0);
      expect(fs.readdirSync(cwd).sort()).toEqual(['.git', 'a.incident.yaml']);
    }
  });

  it('reports what is left', () => {
    const cwd = folderWith({ 'a.incident.yaml': broken.replace('message: over', 'message: nothing_like_it') });
    const { code, stdout } = cli(['lint', '--fix', ...options], { cwd });
    expect(stdout).toContain('nothing_like_it');
    expect(stdout).not.toContain('juge');
    expect(code).toBe(1);
  });

  it('reaches a file that is used, and follows a link to the file itself', () => {
    const cwd = folderWith({
      'shared/basics.incident.yaml': 'playbook: 1\npartial: true\naudiences:\n  customers: { titel: Customers }\n',
      'plans/a.incident.yaml': smallPlaybook.replace(
        'audiences:\n  customers: { title: Customers }\n',
        'uses: [../shared/basics.incident.yaml]\n',
      ),
      'real.yaml': broken,
    });
    fs.symlinkSync('real.yaml', path.join(cwd, 'link.incident.yaml'));
    cli(['lint', '--fix', 'plans', 'shared', 'link.incident.yaml', ...options], { cwd });
    expect(read(cwd, 'shared/basics.incident.yaml')).toContain('{ title: Customers }');
    expect(read(cwd, 'real.yaml')).toBe(mended);
    expect(fs.lstatSync(path.join(cwd, 'link.incident.yaml')).isSymbolicLink()).toBe(true);
  });

  it('leaves a file alone whose bytes are no UTF-8', () => {
    const cwd = folderWith({});
    const bytes = Buffer.concat([Buffer.from(broken), Buffer.from([0x23, 0x20, 0x82, 0xa8, 0x0a])]);
    fs.writeFileSync(path.join(cwd, 'a.incident.yaml'), bytes);
    cli(['lint', '--fix', ...options], { cwd });
    expect(fs.readFileSync(path.join(cwd, 'a.incident.yaml')).equals(bytes)).toBe(true);
  });
});

describe('--fix --dry-run', () => {
  it.each([
    ['a.incident.yaml', '\n', true],
    ['春の セール/お茶 "茶".incident.yaml', '\n', true],
    ['plain.incident.yaml', '\r\n', true],
    ['no-end.incident.yaml', '\n', false],
  ])('prints a patch for %s that git and patch take, and writes nothing', (file, newline, ends) => {
    const shape = (text: string) => (ends ? text : text.trimEnd()).replace(/\n/g, newline);
    for (const apply of [
      ['git', '-c', 'core.autocrlf=false', 'apply', '-'],
      ['patch', '-p1', '--binary', '-s'],
    ]) {
      const { folder } = repositoryWith({ [file]: shape(broken) });
      const { stdout } = cli(['lint', '--fix', '--dry-run', ...options], { cwd: folder });
      expect(read(folder, file)).toBe(shape(broken));
      const [program = '', ...argv] = apply;
      execFileSync(program, argv, { cwd: folder, input: stdout });
      expect(read(folder, file)).toBe(shape(mended));
    }
  });

  it('prints nothing where there is nothing to mend', () => {
    const cwd = folderWith({ 'a.incident.yaml': smallPlaybook });
    expect(cli(['lint', '--fix', '--dry-run', ...options], { cwd }).stdout).toBe('');
  });
});

it.each([
  [['--dry-run'], '--dry-run goes with --fix.'],
  [['--fix', '--stdin'], '--fix changes files, so it does not go with --stdin.'],
  [['--rule', 'jargn=off'], 'There is no rule "jargn". Did you mean "jargon"?'],
  [
    ['--rule', 'jargon'],
    '--rule takes a rule and a level, like jargon=off. The levels are: off, info, warning, error.',
  ],
  [['--rule', 'jargon=loud'], '--rule takes a rule and a level'],
  [['--max-warnings', '-1x'], '--max-warnings takes a number like 0.'],
])('2 for %j', (argv, message) => {
  const { code, stderr } = cli(['lint', ...argv.map((one) => one)], { cwd: folderWith({ 'a.incident.yaml': broken }) });
  expect(stderr).toContain(message);
  expect(code).toBe(2);
});

describe('levels', () => {
  const cwd = folderWith({ 'a.incident.yaml': broken });
  const json = (...argv: string[]) => {
    const { stdout, code, stderr } = cli(['lint', '--format', 'json', ...options, ...argv], { cwd });
    return { ...JSON.parse(stdout).summary, code, stderr };
  };

  it('--rule wins over all else, and can be given again and again', () => {
    expect(json().errors).toBeGreaterThan(0);
    expect(json('--rule', 'unknown-reference=warning', '--rule', 'unreachable-step=info')).toMatchObject({ errors: 0 });
    expect(json('--rule', 'unknown-reference=off', '--rule', 'unknown-reference=error').errors).toBe(json().errors);
  });

  it('--max-warnings counts, also what --quiet keeps still', () => {
    const soft = ['--rule', 'unknown-reference=warning'];
    const { warnings, code } = json(...soft, '--max-warnings', '99');
    expect(warnings).toBeGreaterThan(0);
    expect(code).toBe(0);
    expect(json(...soft, '--max-warnings', String(warnings)).code).toBe(0);
    const strict = json(...soft, '--max-warnings', '0', '--quiet');
    expect(strict).toMatchObject({ warnings: 0, infos: 0, code: 1 });
    expect(strict.stderr).toBe(`There are more warnings than --max-warnings allows: ${warnings} of 0.\n`);
  });
});
