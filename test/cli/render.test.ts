import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cli, folderWith } from '../support/cli';
import { smallPlaybook } from '../support/small';

const folder = folderWith({ 'a.incident.yaml': smallPlaybook, 'broken.incident.yaml': 'playbook: [\n' });
const render = (...argv: readonly string[]) => cli(['render', ...argv], { cwd: folder });

test('a drawing in which every step can be found, and that needs nothing else', () => {
  const { code, stdout } = render('a.incident.yaml', '--format', 'svg');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg /);
  expect(stdout).toContain('<title>When it breaks</title>');
  for (const step of ['find_out', 'judge', 'first_word', 'hold', 'is_it_back', 'all_over', 'done'])
    expect(stdout).toContain(`data-step="${step}"`);
  expect(stdout).not.toMatch(/var\(--|<script|href=/);
});

test('in the language of the plan, unless another is asked for', () => {
  const plan = smallPlaybook.replace('title: Launch day', 'title: Launch day\nlocale: ja-JP');
  const there = folderWith({ 'b.incident.yaml': plan });
  const drawn = (...more: readonly string[]) =>
    cli(['render', 'b.incident.yaml', '--format', 'mermaid', ...more], { cwd: there });
  expect(drawn().stdout).toContain('調べる');
  expect(drawn('--locale', 'en').stdout).toContain('Find out');
});

test('text for a wiki, and into a file', () => {
  expect(render('a.incident.yaml', '--format', 'mermaid', '--flow', 'main').stdout).toMatch(/^flowchart TD\n/);
  expect(render('a.incident.yaml', '--format', 'markdown', '--output', '図.md')).toMatchObject({ code: 0, stdout: '' });
  expect(fs.readFileSync(path.join(folder, '図.md'), 'utf8')).toMatch(/^# Launch day\n/);
});

test('what can’t be drawn is told', () => {
  expect(render('a.incident.yaml', '--format', 'svg', '--flow', 'mian')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Did you mean "main"?'),
  });
  expect(render('broken.incident.yaml', '--format', 'svg')).toMatchObject({ code: 2, stdout: '' });
  expect(render('a.incident.yaml')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('svg, png, html, mermaid, markdown'),
  });
  expect(render('gone.incident.yaml', '--format', 'svg')).toMatchObject({ code: 2 });
});

test('a scenario is drawn in the flow that it runs through, and another flow is refused', () => {
  const two = smallPlaybook
    .replace(
      'messages:',
      '  mail:\n    title: A wrong mail\n    steps:\n      sorry: { kind: end, outcome: resolved }\nmessages:',
    )
    .concat('scenarios:\n  wrong: { title: Wrong list, kind: mis-sent, flow: mail }\n');
  const there = folderWith({ 'two.incident.yaml': two });
  const drawn = (...more: readonly string[]) => cli(['render', 'two.incident.yaml', ...more], { cwd: there });
  expect(drawn('--format', 'svg', '--scenario', 'wrong').stdout).toContain('<title>A wrong mail</title>');
  expect(drawn('--format', 'markdown', '--scenario', 'wrong').stdout).not.toContain('When it breaks');
  expect(drawn('--format', 'mermaid', '--scenario', 'wrong').stdout).not.toContain('classDef off');
  expect(drawn('--format', 'svg', '--scenario', 'wrong', '--flow', 'main')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('"wrong" does not run through the flow "main"'),
  });
});

test('a page says what is found in the language of the plan, whatever the terminal speaks', () => {
  const late = smallPlaybook.replace('first_notice_within: 20m', 'first_notice_within: 5m');
  const there = folderWith({
    'en.incident.yaml': late,
    'ja.incident.yaml': late.replace('title: Launch day', 'title: Launch day\nlocale: ja-JP'),
  });
  const page = (name: string, LANG: string) =>
    cli(['render', name, '--format', 'html'], { cwd: there, env: { LANG } }).stdout;
  const [english, japanese] = ['At worst the first notice of', 'の第一報は5分以内と約束していますが'];
  expect(page('ja.incident.yaml', 'C.UTF-8')).toContain(japanese);
  expect(page('ja.incident.yaml', 'C.UTF-8')).not.toContain(english);
  expect(page('en.incident.yaml', 'ja_JP.UTF-8')).toContain(english);
  expect(page('en.incident.yaml', 'ja_JP.UTF-8')).not.toContain(japanese);
});

test('render and build go by the same configuration as lint', () => {
  const late = smallPlaybook.replace('first_notice_within: 20m', 'first_notice_within: 5m');
  const there = folderWith({ 'a.incident.yaml': late });
  const page = () => cli(['render', 'a.incident.yaml', '--format', 'html'], { cwd: there }).stdout;
  const built = () => cli(['build', 'a.incident.yaml', '--out', 'o'], { cwd: there });
  expect(page()).toContain('1 error has to be mended');
  expect(built()).toMatchObject({ code: 1, stderr: expect.stringContaining('(first-notice-too-late)') });
  fs.writeFileSync(path.join(there, 'incident.config.yaml'), 'rules:\n  first-notice-too-late: off\n');
  expect(page()).not.toContain('1 error has to be mended');
  expect(built()).toMatchObject({ code: 0 });
});

test('a file with nothing in it is no plan', () => {
  const there = folderWith({ 'empty.incident.yaml': '' });
  for (const argv of [
    ['render', 'empty.incident.yaml', '--format', 'html'],
    ['build', 'empty.incident.yaml', '--out', 'o'],
    ['approve', 'empty.incident.yaml', 'messages.a', '--by', 'b'],
  ])
    expect(cli(argv, { cwd: there })).toMatchObject({ code: 2, stdout: '' });
});

test('help lists the options of every command', () => {
  const { stdout } = cli(['--help']);
  for (const option of ['--flow', '--scenario', '--since', '--by', '--on', '--out', '--set', '--samples', '--force'])
    expect(stdout).toMatch(new RegExp(`^  ${option}\\b.* {2,}\\S`, 'm'));
});
