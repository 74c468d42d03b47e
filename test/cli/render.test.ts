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
