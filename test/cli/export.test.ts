import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cli, folderWith } from '../support/cli';
import { smallPlaybook } from '../support/small';

const sample = fs.readFileSync('sample-playbooks/flash-sale/flash-sale.incident.yaml', 'utf8');
const folder = folderWith({ 'a.incident.yaml': smallPlaybook, '売り出し.incident.yaml': sample });
const render = (...argv: readonly string[]) => cli(['render', ...argv], { cwd: folder });

test('one page of everything, that needs nothing else and runs nothing', () => {
  const { code, stdout } = render('売り出し.incident.yaml', '--format', 'html');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^<!DOCTYPE html>\n<html lang="ja/);
  for (const id of ['flow', 'list', 'messages', 'channels', 'severities', 'sorry-page', 'readiness'])
    expect(stdout).toContain(`id="${id}"`);
  expect(stdout).not.toMatch(/<script|<button|<form|src=|@import|url\(|tabindex/);
  // A step is found in the drawing, and a long drawing has its sheets of paper.
  expect(stdout).toMatch(/data-step="[^"]+"/);
  expect(stdout.match(/up-sheet-of-paper/g)?.length).toBeGreaterThan(2);
});

test('a picture with every letter, twice as large as the drawing', () => {
  expect(render('a.incident.yaml', '--format', 'png', '--output', '図.png')).toMatchObject({ code: 0, stdout: '' });
  const png = fs.readFileSync(path.join(folder, '図.png'));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const [, width] = /width="(\d+)"/.exec(render('a.incident.yaml', '--format', 'svg').stdout) ?? [];
  expect(png.readUInt32BE(16)).toBe(2 * Number(width));
});

test('one scenario is drawn as it would go, and one that is not there is told', () => {
  const { stdout } = render('売り出し.incident.yaml', '--format', 'svg', '--scenario', 'アクセス集中');
  expect(stdout).toContain('up-step up-do up-off');
  expect(render('売り出し.incident.yaml', '--format', 'svg').stdout).not.toContain('up-do up-off');
  expect(render('売り出し.incident.yaml', '--format', 'svg', '--scenario', 'アクセス集')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('アクセス集中'),
  });
});
