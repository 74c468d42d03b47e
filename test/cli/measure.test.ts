import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, folderWith } from '../support/cli';

const measure = (channel: string, input: string, ...more: readonly string[]) =>
  cli(['measure', '--channel', channel, ...more], { input });

describe('measure', () => {
  it('counts what is piped in, as the channel does', () => {
    expect(measure('x', 'あ'.repeat(140))).toEqual({
      code: 0,
      stdout: '280 as X counts: 2 for a full-width character, 23 for an address; 0 of 280 are left\n',
      stderr: '',
    });
    expect(measure('x', `${'あ'.repeat(141)}\n`)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('2 too many'),
    });
    expect(measure('x', 'https://a-very-long-address.co.jp/of/a/page')).toMatchObject({
      stdout: expect.stringMatching(/^23 /),
    });
    expect(measure('sms', '—'.repeat(71)).stdout).toBe(
      '71 characters of a short message; 599 of 670 are left; sent in 2 pieces\n',
    );
    expect(measure('line', '👩‍👩‍👧あ').stdout).toMatch(/^2 characters; 1498 of 1500/);
    expect(measure('instagram', '#a #b').stdout).toBe(
      '5 characters; 2195 of 2200 are left\n2 hashtags; 28 of 30 are left\n',
    );
  });

  it('says it in Japanese, and as data', () => {
    expect(measure('x', 'あ', '--locale', 'ja').stdout).toBe('Xの数え方で2（全角は2、URLは23）、280のうち残り278\n');
    expect(JSON.parse(measure('email', 'あ'.repeat(30), '--part', 'subject', '--format', 'json').stdout)).toEqual({
      version: 1,
      measures: [{ channel: 'email', part: 'subject', unit: 'subject', count: 75, shown: 50, fits: true }],
    });
  });

  it('reads files, each by itself, and the limits of the configuration', () => {
    const folder = folderWith({
      'a.txt': 'short',
      'b.txt': 'x'.repeat(30),
      'incident.config.yaml': 'limits: { bluesky: { body: { most: 20 } }, phone: { body: { shown: 3 } } }\n',
    });
    const run = (...argv: readonly string[]) => cli(['measure', '--channel', ...argv], { cwd: folder });
    expect(run('bluesky', 'a.txt', 'b.txt')).toEqual({
      code: 1,
      stdout: 'a.txt\n5 characters; 15 of 20 are left\nb.txt\n30 characters; 10 too many for 20\n',
      stderr: '',
    });
    expect(run('phone', 'a.txt').stdout).toBe('a.txt\n5 characters; only about 3 are seen at once\n');
    fs.writeFileSync(path.join(folder, 'incident.config.yaml'), 'limits: { bluesk: {} }\n');
    expect(run('bluesky', 'a.txt')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Did you mean "bluesky"?'),
    });
  });

  it('explains what it was called with wrongly', () => {
    expect(measure('instagrm', 'a')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean "instagram"?'),
    });
    expect(measure('phone', 'a')).toMatchObject({ code: 2, stderr: expect.stringContaining('it has no limit') });
    expect(measure('x', 'a', '--part', 'title')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('These have: body'),
    });
    expect(cli(['measure'], { input: 'a' })).toMatchObject({ code: 2, stderr: expect.stringContaining('--channel') });
    expect(measure('x', '', 'no-such-file.txt')).toMatchObject({ code: 2, stderr: expect.stringContaining('ENOENT') });
  });

  it('is quick on what no channel would take, and prints nothing of it', () => {
    const result = measure('x', '\u001b[31m\u0000::error::'.repeat(20_000));
    expect(result.code).toBe(1);
    expect(result.stdout).not.toContain('\u001b');
  });
});
