import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cli, folderWith } from '../support/cli';
import { hostileInputs } from '../support/hostile';
import { expectPlain, expectXml } from '../support/reports';

const folder = folderWith({});
const inputs = [...hostileInputs()].map(({ name, text, bytes }, index) => {
  const file = `hostile-${index}.incident.yaml`;
  fs.writeFileSync(path.join(folder, file), bytes ?? text);
  return { name, file, isLarge: text.length > 300_000 };
});

const forAll = ['pretty', 'github', 'json'];
const forOthers = ['sarif', 'gitlab', 'rdjson', 'junit'];

test.each(inputs)('$name', ({ file, isLarge }) => {
  for (const format of isLarge ? forAll : [...forAll, ...forOthers]) {
    const { code, stdout, stderr } = cli(['lint', file, '--format', format, '--now', '2026-11-23'], { cwd: folder });
    expect(stderr).toBe('');
    expect([0, 1]).toContain(code);
    expect(stdout).not.toMatch(/\n {4}at /);
    if (format === 'json') expect(JSON.parse(stdout).summary.files).toBe(1);
    if (['sarif', 'gitlab', 'rdjson'].includes(format)) expectPlain(JSON.parse(stdout));
    if (format === 'junit') expectXml(stdout);
    if (format === 'pretty')
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    if (format === 'github')
      for (const line of stdout.split('\n').slice(0, -1))
        expect(line).toMatch(/^::(?:error|warning|notice) file=[^:,]*,line=/);
  }
});

test('a file that says it is no UTF-8 is told so, not garbled', () => {
  fs.writeFileSync(
    path.join(folder, 'sjis.incident.yaml'),
    Buffer.from([0x74, 0x69, 0x74, 0x6c, 0x65, 0x3a, 0x20, 0x82, 0xa8, 0x98, 0x6c, 0x82, 0xd1, 0x0a]),
  );
  expect(cli(['lint', 'sjis.incident.yaml'], { cwd: folder }).stdout).toContain('not saved as UTF-8');
});

test('a playbook that uses itself, through another, and from outside', () => {
  const cwd = folderWith({
    'a.incident.yaml':
      'playbook: 1\npartial: true\nuses: [b.incident.yaml, a.incident.yaml, ../../etc/passwd, /etc/passwd]\n',
    'b.incident.yaml': 'playbook: 1\npartial: true\nuses: [a.incident.yaml]\n',
  });
  const { stdout, code } = cli(['lint', 'a.incident.yaml', '--format', 'json'], { cwd });
  expect(code).toBe(1);
  const rules = JSON.parse(stdout).findings.map(
    ({ rule, message }: { rule: string; message: string }) => `${rule} ${message}`,
  );
  expect(rules).toEqual([
    expect.stringMatching(
      /^uses-cycle These files use each other in a circle: a\.incident\.yaml → b\.incident\.yaml → a\.incident\.yaml/,
    ),
    expect.stringMatching(/^uses-cycle The file uses itself/),
    expect.stringMatching(/^uses-cycle .*leads out of this repository/),
    expect.stringMatching(/^uses-cycle .*leads out of this repository/),
  ]);
});

test.each(inputs.filter(({ isLarge }) => !isLarge))('fixes for $name end, and stay inside the diff', ({ file }) => {
  const argv = ['lint', file, '--fix', '--dry-run', '--format', 'json', '--now', '2026-11-23'];
  const before = fs.readFileSync(path.join(folder, file));
  const { code, stdout } = cli(argv, { cwd: folder });
  expect([0, 1]).toContain(code);
  for (const line of stdout.split('\n').slice(0, -1)) expect(line).toMatch(/^(?:---|\+\+\+|@@|[ +-]|\\)/);
  expect(fs.readFileSync(path.join(folder, file)).equals(before)).toBe(true);
});
