import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, folderWith } from '../support/cli';
import { smallPlaybook } from '../support/small';

const now = ['--now', '2026-11-23'];
const broken = smallPlaybook.replace('then: judge', 'then: juge');

describe('what is checked', () => {
  it('all playbooks below the folder, without those that git ignores', () => {
    const cwd = folderWith({
      'a/one.incident.yaml': smallPlaybook,
      'a/deep/two.incident.yml': smallPlaybook,
      'a/other.yaml': 'title: x',
      'ignored/three.incident.yaml': broken,
      'a/drafts/four.incident.yaml': broken,
      'a/drafts/kept.incident.yaml': smallPlaybook,
      'node_modules/five.incident.yaml': broken,
      '.gitignore': 'ignored/\n',
      'a/.gitignore': 'drafts/*\n!drafts/kept.incident.yaml\n',
    });
    const { code, stdout, stderr } = cli(['lint', '--format', 'json', ...now], { cwd });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, summary: { files: 3, errors: 0 } });
    expect(code).toBe(0);
    // From a folder inside, the rules above it still hold.
    expect(
      JSON.parse(cli(['lint', '--format', 'json', ...now], { cwd: path.join(cwd, 'a') }).stdout).summary.files,
    ).toBe(3);
  });

  it('files of any name, folders and globs', () => {
    const cwd = folderWith({
      'plan.yaml': smallPlaybook,
      'x/a.incident.yaml': smallPlaybook,
      'x/b.incident.yaml': smallPlaybook,
    });
    const files = (...argv: string[]) =>
      JSON.parse(cli(['lint', '--format', 'json', ...now, ...argv], { cwd }).stdout).summary.files;
    expect(files('plan.yaml')).toBe(1);
    expect(files('x')).toBe(2);
    expect(files('x/*.incident.yaml', 'x/a.incident.yaml')).toBe(2);
    expect(files('**/a.*')).toBe(1);
  });

  it('standard input, with what it uses from the disk', () => {
    const cwd = folderWith({
      'shared/basics.incident.yaml': 'playbook: 1\npartial: true\naudiences:\n  customers: { title: Customers }\n',
    });
    const text = smallPlaybook.replace(
      'audiences:\n  customers: { title: Customers }\n',
      'uses: [../shared/basics.incident.yaml]\n',
    );
    const { stdout } = cli(
      ['lint', '--stdin', '--stdin-filename', 'plans/new.incident.yaml', '--format', 'json', ...now],
      { cwd, input: text },
    );
    const { findings } = JSON.parse(stdout);
    expect(findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
    const alone = cli(['lint', '--stdin', '--format', 'json', ...now], { cwd, input: text });
    expect(alone.stdout).toContain('leads out of this repository');
    expect(alone.code).toBe(1);
  });
});

describe('exit codes', () => {
  const cwd = folderWith({ 'good.incident.yaml': smallPlaybook, 'bad.incident.yaml': broken });
  it.each([
    [0, ['lint', 'good.incident.yaml']],
    [1, ['lint', 'bad.incident.yaml']],
    [0, ['lint', 'bad.incident.yaml', '--fail-on', 'never']],
    [0, ['rules']],
    [0, ['--help']],
    [0, ['lint', '--help']],
    [0, ['--version']],
    [2, []],
  ])('%i for %j', (code, argv) => {
    expect(cli([...argv, ...(argv[0] === 'lint' && argv.length > 2 ? now : [])], { cwd }).code).toBe(code);
  });

  it.each([
    [['lnt'], 'There is no command "lnt". Did you mean "lint"?'],
    [['lint', '--fromat', 'json'], 'There is no option --fromat. Did you mean --format?'],
    [
      ['lint', '--format', 'xml'],
      '--format takes one of: pretty, json, github, sarif, gitlab, rdjson, junit, unix. It got "xml".',
    ],
    [['lint', '--format'], '--format needs one of: pretty, json, github, sarif, gitlab, rdjson, junit, unix.'],
    [
      ['lint', '--now', 'tomorrow'],
      '--now takes a day like 2026-11-24 or a time like 2026-11-24T09:00Z. It got "tomorrow".',
    ],
    [['lint', '--stdin=yes'], '--stdin takes no value, but got "yes".'],
    [['lint', '--stdin', 'x.yaml'], '--stdin checks what is piped in, so no file can be named beside it.'],
    [['lint', 'nowhere'], 'There is no file or folder "nowhere".'],
    [['lint', '.git'], 'There is no playbook in ".git": their names end in .incident.yaml.'],
    [['lint', '--config', 'none.yaml'], '"none.yaml" can’t be read: ENOENT'],
    [['lint', 'good.incident.yaml', '--output', 'no/such/folder'], 'can’t be written: ENOENT'],
    [['rules', 'x'], '"rules" takes no names. It got "x".'],
  ])('2 for %j, with what was expected', (argv, message) => {
    const { code, stderr } = cli(argv, { cwd });
    expect(stderr).toContain(message);
    expect(stderr.split('\n')).toHaveLength(2);
    expect(code).toBe(2);
  });

  it('speaks Japanese where the environment does', () => {
    expect(cli(['lnt'], { cwd, env: { LANG: 'ja_JP.UTF-8' } }).stderr).toContain('「lint」のことでしょうか');
    expect(cli(['lnt', '--locale', 'ja'], { cwd }).stderr).toContain('「lint」のことでしょうか');
  });
});

describe('the formats', () => {
  const cwd = folderWith({ 'bad.incident.yaml': broken });

  it('json: lines and columns from 1, a finding with its fix', () => {
    const { findings } = JSON.parse(cli(['lint', '--format', 'json', ...now], { cwd }).stdout);
    const line = broken.split('\n').findIndex((text) => text.includes('juge')) + 1;
    expect(findings.find(({ rule }: { rule: string }) => rule === 'unknown-reference')).toEqual({
      file: 'bad.incident.yaml',
      rule: 'unknown-reference',
      severity: 'error',
      message: expect.stringContaining('juge'),
      help: 'https://github.com/unhappy-path/unhappy-path/blob/main/docs/rules/unknown-reference.md',
      range: { start: { line, column: 15 }, end: { line, column: 19 } },
      fixes: [{ title: expect.stringContaining('judge'), safe: true }],
    });
  });

  it('github: one command a finding, which the text of a playbook can’t break', () => {
    const name = 'a,b%:c.incident.yaml';
    const hostile = folderWith({ [name]: broken.replace('juge', '"x%0A::error::y,z: \\n::warning::w"') });
    const { stdout } = cli(['lint', '--format', 'github', ...now], { cwd: hostile });
    const lines = stdout.trimEnd().split('\n');
    for (const line of lines) {
      expect(line).toMatch(
        /^::(error|warning|notice) file=a%2Cb%25%3Ac\.incident\.yaml,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[a-z-]+::[^\r\n]+$/,
      );
    }
    expect(lines.length).toBeGreaterThan(0);
    const ranks = lines.map((line) => ['error', 'warning', 'notice'].indexOf(/^::(\w+)/.exec(line)?.[1] ?? ''));
    expect(ranks).toEqual([...ranks].sort());
  });

  it('pretty: carets right under full-width words', () => {
    const text = smallPlaybook.replace(
      '    title: First notice\n',
      '    title: First notice\n    x-メモ: お詫び\n    audience: [お客さま全員、客]\n',
    );
    const { stdout } = cli(['lint', '--stdin', ...now], { cwd, input: text });
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) => line.includes('| audience: [お客さま全員、客]'));
    expect(lines[at]).toMatch(/^ {2}\d\d \| audience: \[お客さま全員、客\]$/);
    expect(lines[at + 1]).toBe(`     | ${' '.repeat(11)}${'^'.repeat(16)}`);
  });

  it('pretty: no colour into a pipe, colour where it is asked for, and no escape from the text', () => {
    const input = broken.replace('juge', '"\\e[31mred\\e]0;title\\a"');
    expect(cli(['lint', '--stdin', ...now], { cwd, input }).stdout).not.toMatch(/[\u001b\u0007]/);
    const coloured = cli(['lint', '--stdin', ...now], { cwd, input, env: { FORCE_COLOR: '1' } }).stdout;
    expect(coloured).toContain('\u001b[31merror\u001b[0m');
    expect(coloured).not.toContain('\u001b]0;');
    expect(coloured).not.toContain('\u0007');
  });

  it('--output writes the report and prints nothing', () => {
    const { stdout, code } = cli(['lint', '--format', 'json', '--output', 'report.json', ...now], { cwd });
    expect(stdout).toBe('');
    expect(code).toBe(1);
    expect(JSON.parse(fs.readFileSync(path.join(cwd, 'report.json'), 'utf8')).summary.files).toBe(1);
  });
});

describe('incident.config.yaml', () => {
  const count = (cwd: string, ...argv: string[]) =>
    JSON.parse(cli(['lint', '--format', 'json', ...now, ...argv], { cwd }).stdout);

  it('is found upwards and sets the level of a rule', () => {
    const cwd = folderWith({
      'incident.config.yaml': 'rules:\n  unknown-reference: off\n',
      'a/b/bad.incident.yaml': broken,
    });
    expect(JSON.stringify(count(cwd))).not.toContain('unknown-reference');
    fs.writeFileSync(path.join(cwd, 'soft.yaml'), 'rules:\n  unknown-reference: info\n');
    const { findings } = count(cwd, '--config', 'soft.yaml');
    expect(findings.find(({ rule }: { rule: string }) => rule === 'unknown-reference').severity).toBe('info');
  });

  it('a mistake in it is a finding in that file', () => {
    const cwd = folderWith({
      'incident.config.yaml': 'rules:\n  unknown-refernce: off\n  schema: loud\nrule: {}\n',
      'x.incident.yaml': smallPlaybook,
    });
    const { findings, summary } = count(cwd);
    expect(
      findings
        .filter(({ file }: { file: string }) => file === 'incident.config.yaml')
        .map(({ message }: { message: string }) => message),
    ).toEqual([
      'There is no rule "unknown-refernce". Did you mean "unknown-reference"?',
      '"schema" takes one of: off, info, warning, error.',
      'There is no key "rule". Did you mean "rules"?',
    ]);
    expect(summary.errors).toBe(3);
  });
});
