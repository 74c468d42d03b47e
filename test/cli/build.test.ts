import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { built, plan } from '../support/built';
import { cli, folderWith } from '../support/cli';
import { smallPlaybook } from '../support/small';

it('the folder holds what it says it holds', () => {
  const { stdout, folder, read } = built(plan, '--set', 'posted_at=10:05');
  const files = fs
    .readdirSync(path.join(folder, 'out'), { recursive: true, withFileTypes: true })
    .flatMap((item) => (item.isFile() ? [path.relative(folder, path.join(item.parentPath, item.name))] : []));
  expect(stdout.trim().split('\n').sort()).toEqual(files.sort());
  const overview = read('README.txt');
  for (const file of files)
    if (!file.endsWith('README.txt')) expect(overview).toContain(file.replace(/^out./, '').replaceAll(path.sep, '/'));
  expect(overview).toContain('curl -sI https://spring.acme.example/');
  expect(overview).toContain('Retry-After: 1800');
  expect(overview).toContain('Not approved as it is now: flows.main');
  expect(overview).not.toMatch(/samples|blanks/);
  expect(built(plan, '--samples').read('README.txt')).toContain('it is to be looked at, never to be shown');
  expect(built(plan).read('README.txt')).toContain('The sorry page has blanks that nothing fills: posted_at');
  for (const file of ['role-cards.html', 'report.html', 'report.md']) expect(read(file)).not.toContain('{{');
});

it('a plan without a sorry page leaves on paper only; a Japanese one in Japanese', () => {
  const { code, stdout, read } = built(smallPlaybook.replace('title: Launch day', 'title: 公開の日\nlocale: ja-JP'));
  expect(code).toBe(0);
  expect(stdout.trim().split('\n')).toEqual(
    ['plan.html', 'role-cards.html', 'report.html', 'report.md', 'README.txt'].map((file) => path.join('out', file)),
  );
  expect(read('README.txt')).toContain('== このフォルダーの中身 ==');
  expect(read('report.md')).toContain('# 経緯報告書');
  expect(read('role-cards.html')).toContain('お客さまにお答えする人');
  const english = built(smallPlaybook.replace('playbook: 1', 'playbook: 1\nlocale: ja'), '--locale', 'en');
  expect(english.read('report.md')).toContain('# Incident report');
});

describe('the sorry page', () => {
  it('is one file for each language that needs nothing else, and is valid', () => {
    const { code, read } = built(plan, '--set', 'posted_at=10:05');
    expect(code).toBe(0);
    for (const [file, locale] of [
      ['sorry.html', 'en'],
      ['sorry.ja.html', 'ja'],
    ] as const) {
      const html = read(file);
      const problems: string[] = [];
      parse(html, { onParseError: ({ code: problem }) => problems.push(problem) });
      expect(problems).toEqual([]);
      expect(html).toContain(`<html lang="${locale}">`);
      expect(html).not.toMatch(/<script|<link|@import|url\(|\{\{|onclick=alert\(1\)>9 to 17<\/b>$/);
      expect(html.replace(/data:image[^"]*/, '').length).toBeLessThan(50_000);
      expect(html).toContain('action="https://forms.acme.example/back"');
      expect(html).toContain('src="data:image/png;base64,');
    }
    expect(read('sorry.html')).toContain('As of 10:05, <strong>nothing</strong> works. &lt;script&gt;');
    expect(read('sorry.html')).toContain('href="tel:03-0000-0003"');
  });

  it('is not built with errors or blanks, unless that is wanted; what nobody approved is said', () => {
    const folder = folderWith({
      'a.incident.yaml': plan,
      'bad.incident.yaml': plan.replace('then: judge', 'then: nowhere'),
    });
    const build = (...argv: readonly string[]) => cli(['build', ...argv, '--out', 'out'], { cwd: folder });
    expect(build('bad.incident.yaml')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('--force'),
    });
    expect(fs.existsSync(path.join(folder, 'out'))).toBe(false);
    const { stderr } = built(plan, '--samples');
    expect(stderr).toContain('Not approved as it is now: sorry_page');
    expect(stderr).toContain('Not approved as it is now: messages.sorry\n');
    expect(stderr).toContain('Not approved as it is now: messages.sorry_ja\n');
    expect(stderr).toContain('3 more parts of the plan are not approved: README.txt names them.');
    expect(cli(['build', 'a.incident.yaml'], { cwd: folder }).code).toBe(2);
  });

  it('takes no picture from outside the repository', () => {
    const { read } = built(plan.replace('asset: note.png', 'asset: /etc/hostname.png'));
    expect(read('sorry.html')).not.toContain('<img');
  });
});
