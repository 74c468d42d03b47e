import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cli, folderWith } from '../support/cli';

const untidy = 'playbook:   1\npeople:\n    sato: { name: 佐藤 }\n\n\n\n';
const tidy = 'playbook: 1\npeople:\n  sato: { name: 佐藤 }\n';

test('files are put in their layout, and those that can’t be read stay', () => {
  const folder = folderWith({ 'a.incident.yaml': untidy, 'b.incident.yaml': tidy, 'c.incident.yaml': 'a: [\n' });
  const check = cli(['format', '--check'], { cwd: folder });
  expect(check).toMatchObject({ code: 1, stdout: 'a.incident.yaml\n' });
  expect(fs.readFileSync(path.join(folder, 'a.incident.yaml'), 'utf8')).toBe(untidy);
  const done = cli(['format'], { cwd: folder });
  expect(done).toMatchObject({ code: 1, stdout: 'a.incident.yaml\n' });
  expect(done.stderr).toBe(
    'c.incident.yaml stays as it is: it can’t be read. "unhappy-path lint" says where.\nFiles put in their layout: 1.\n',
  );
  expect(fs.readFileSync(path.join(folder, 'a.incident.yaml'), 'utf8')).toBe(tidy);
  expect(fs.readFileSync(path.join(folder, 'c.incident.yaml'), 'utf8')).toBe('a: [\n');
  expect(cli(['format', 'a.incident.yaml', '--check'], { cwd: folder })).toMatchObject({ code: 0, stdout: '' });
});

test('what is piped in comes out in its layout; what can’t be read as it came', () => {
  expect(cli(['format', '--stdin'], { input: untidy })).toEqual({ code: 0, stdout: tidy, stderr: '' });
  expect(cli(['format', '--stdin'], { input: 'a: [\n' })).toMatchObject({ code: 1, stdout: 'a: [\n' });
  expect(cli(['format', '--stdin', '--check'], { input: untidy })).toMatchObject({ code: 1, stdout: '' });
  expect(cli(['format', '--stdin', 'a.yaml'], { input: '' })).toMatchObject({ code: 2 });
});

test('bytes that are no text are not lost', () => {
  const folder = folderWith({ 'a.incident.yaml': '' });
  const file = path.join(folder, 'a.incident.yaml');
  const bytes = Buffer.concat([Buffer.from('title:   '), Buffer.from([0xff, 0xfe]), Buffer.from('\n')]);
  fs.writeFileSync(file, bytes);
  expect(cli(['format'], { cwd: folder })).toMatchObject({ code: 1, stdout: '' });
  expect(fs.readFileSync(file)).toEqual(bytes);
});
