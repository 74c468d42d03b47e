import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, folderWith } from '../support/cli';
import { smallPlaybook } from '../support/small';

const now = ['--now', '2026-11-23'];
const broken = smallPlaybook.replace('then: judge', 'then: juge');

describe('where a file is', () => {
  const root = folderWith({ 'plans/春 1.incident.yaml': broken });
  const cwd = path.join(root, 'plans');
  const report = (format: string) => cli(['lint', '--format', format, ...now], { cwd }).stdout;

  it('is told from the root of the repository to services', () => {
    expect(report('github')).toContain('file=plans/春 1.incident.yaml,');
    expect(JSON.parse(report('gitlab'))[0].location.path).toBe('plans/春 1.incident.yaml');
    const { artifactLocation } = JSON.parse(report('sarif')).runs[0].results[0].locations[0].physicalLocation;
    expect(artifactLocation).toEqual({ uri: 'plans/%E6%98%A5%201.incident.yaml', uriBaseId: '%SRCROOT%' });
  });

  it('is told from here to people and to reviewdog', () => {
    expect(report('pretty')).toMatch(/^春 1\.incident\.yaml\n/);
    expect(JSON.parse(report('rdjson')).diagnostics[0].location.path).toBe('春 1.incident.yaml');
    expect(report('junit')).toContain('<testsuite name="春 1.incident.yaml"');
  });
});

describe('the summary of a step', () => {
  const steps = Array.from({ length: 15 }, (_, at) => `      s${at}: { kind: do, then: "<b>@all</b>${at}" }\n`).join(
    '',
  );
  const cwd = folderWith({ 'a.incident.yaml': smallPlaybook.replace('      judge:\n', `${steps}      judge:\n`) });
  const argv = ['lint', '--format', 'github', ...now];
  const errors = (text: string) => text.split('\n').filter((line) => line.startsWith('::error')).length;

  it('takes what the lines have no room for, behind what is there', () => {
    const summary = path.join(cwd, 'summary.md');
    fs.writeFileSync(summary, 'before\n');
    const { stdout } = cli(argv, { cwd, env: { GITHUB_STEP_SUMMARY: summary } });
    expect(errors(stdout)).toBe(10);
    const written = fs.readFileSync(summary, 'utf8');
    expect(written).toMatch(/^before\n### Unhappy Path\n/);
    expect(written).not.toContain('<b>');
    expect(written).not.toContain('@all');
    expect(written.split('\n').filter((line) => line.startsWith('| error |')).length).toBe(
      errors(cli(argv, { cwd }).stdout) - 10,
    );
  });

  it('without one, all is in the log', () => {
    expect(errors(cli(argv, { cwd }).stdout)).toBeGreaterThanOrEqual(15);
    expect(errors(cli(argv, { cwd, env: { GITHUB_STEP_SUMMARY: '' } }).stdout)).toBeGreaterThanOrEqual(15);
  });
});

it('the help is there in both languages, and no line of it is long', () => {
  for (const locale of ['en', 'ja']) {
    const { stdout } = cli(['lint', '--help', '--locale', locale]);
    for (const option of ['--fix', '--changed-since', '--max-warnings', '--rule', '--quiet', 'sarif'])
      expect(stdout).toContain(option);
    for (const line of stdout.split('\n').filter((one) => one.startsWith('  '))) expect(line.length).toBeLessThan(125);
  }
});
