import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { pageStyles } from '../../src/core/export/pageStyles.generated';
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

test('on paper a flow is cut between its boxes', () => {
  const { stdout } = render('売り出し.incident.yaml', '--format', 'html');
  const drawings = stdout
    .split('<svg ')
    .slice(1)
    .filter((each) => each.includes('up-on-screen'));
  const sheets = [...stdout.matchAll(/up-sheet-of-paper" viewBox="0 (\d+) \d+ (\d+)"[^>]*><use href="#([^"]*)"/g)];
  expect(drawings.length).toBeGreaterThan(0);
  for (const drawing of drawings) {
    const [, id] = /<g id="([^"]*)"/.exec(drawing) ?? [];
    const [, down] = /class="up-steps" transform="translate\([^,]*,([\d.]+)\)"/.exec(drawing) ?? [];
    // Every outline begins at its top, and its straight sides end above its bottom.
    const tops = [...drawing.matchAll(/class="up-shape" d="M[\d.]+,([\d.]+)/g)].map(
      ([, top]) => Number(top) + Number(down),
    );
    const cuts = sheets.filter(([, , , of]) => of === id).map(([, from]) => Number(from));
    expect(cuts.length).toBeGreaterThan(1);
    for (const cut of cuts.slice(1))
      expect(
        tops.filter((top) => top - 4 < cut && cut < top + 40),
        `${id} at ${cut}`,
      ).toEqual([]);
  }
});

test('on paper nothing inside of a card begins a sheet', () => {
  const story = smallPlaybook
    .replace('channels:\n', 'channels:\n  insta: { type: instagram }\n')
    .replace('    variants:\n', '    variants:\n      insta: { caption: A caption., story: A story. }\n');
  const { code, stdout } = cli(['render', 'a.incident.yaml', '--format', 'html'], {
    cwd: folderWith({ 'a.incident.yaml': story }),
  });
  expect(code).toBe(0);
  const starts = [...pageStyles.matchAll(/([^{}]+)\{[^{}]*break-before:page/g)].flatMap(([, selectors = '']) =>
    [...selectors.matchAll(/\.([\w-]+)/g)].map(([, name]) => name),
  );
  expect(starts).toContain('up-file-part');
  const cards = stdout.slice(stdout.indexOf('<article'), stdout.lastIndexOf('</article>'));
  expect(cards).toContain('A story.');
  const used = [...cards.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '));
  expect(used.filter((name) => starts.includes(name))).toEqual([]);
});

test('a card is no higher than what it says', () => {
  expect(pageStyles).toMatch(/\.up-variants\{[^}]*align-items:start/);
});

test('on paper a table has the width of its sheet, and the telephones of the sorry page stand side by side', () => {
  const print = pageStyles.slice(pageStyles.lastIndexOf('@media print'));
  expect(print).toMatch(/\.up-table-box\{[^}]*overflow:visible/);
  expect(print).toMatch(/\.up-table :is\(th,td\)\{[^}]*min-width:0/);
  expect(print).toMatch(/\.up-visits\{[^}]*float:left/);
});

test('a change on paper is on the same sheets as a plan, and the first plan stands below the title', () => {
  expect(pageStyles).toMatch(/\.up-diff-page \.up-file-title\+\.up-file-part\{break-before:auto\}/);
  expect(pageStyles).toMatch(/\.up-diff-page \.up-file-name\{padding:0\}/);
  const changed = sample.replace(/takes: (\d+)m/, 'takes: 1$1m');
  const { stdout } = cli(['diff', 'a.incident.yaml', 'b.incident.yaml', '--format', 'html'], {
    cwd: folderWith({ 'a.incident.yaml': sample, 'b.incident.yaml': changed }),
  });
  const ids = [...stdout.matchAll(/<g id="(drawing-[^"]*)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(stdout.split(`<use href="#${id}"`).length).toBeGreaterThan(2);
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
