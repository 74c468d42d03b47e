import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cli, folderWith } from '../support/cli';
import { smallPlaybook } from '../support/small';

const start = (text = smallPlaybook) => {
  const folder = folderWith({ 'a.incident.yaml': text });
  const file = path.join(folder, 'a.incident.yaml');
  return {
    approve: (...argv: readonly string[]) => cli(['approve', 'a.incident.yaml', ...argv], { cwd: folder }),
    stale: () => cli(['lint', '--format', 'json'], { cwd: folder }).stdout.match(/"approval-stale"/g)?.length ?? 0,
    read: () => fs.readFileSync(file, 'utf8'),
    write: (next: string) => fs.writeFileSync(file, next),
  };
};

test('an approval is written, holds, is voided by a changed word, and given again in its place', () => {
  const plan = start();
  expect(plan.approve('messages.over', 'flows.main', '--by', 'amina', '--on', '2026-11-20')).toMatchObject({
    code: 0,
    stdout: 'Amina has approved messages.over as it is now.\nAmina has approved flows.main as it is now.\n',
  });
  const written = plan.read();
  expect(written.startsWith(smallPlaybook)).toBe(true);
  expect(written.slice(smallPlaybook.length)).toMatch(
    /^\napprovals:\n {2}- of: messages\.over\n {4}by: amina\n {4}on: 2026-11-20\n {4}hash: "sha256:[0-9a-f]{64}"\n {2}- of: flows\.main\n/,
  );
  expect(plan.stale()).toBe(0);
  plan.write(written.replace('title: All clear', '# a comment voids nothing\n    title: "All clear"'));
  expect(plan.stale()).toBe(0);
  plan.write(written.replace('Nothing is left over.', 'All is well.'));
  expect(plan.stale()).toBe(1);
  expect(plan.approve('messages.over', '--by', 'amina', '--on', '2026-11-24').code).toBe(0);
  expect(plan.stale()).toBe(0);
  expect(plan.read().match(/of: messages\.over/g)).toHaveLength(1);
  expect(plan.approve('messages.over', '--by', 'ben').code).toBe(0);
  expect(plan.read().match(/of: messages\.over/g)).toHaveLength(2);
});

test('line ends and indents stay as they are, and what can’t be added to is left alone', () => {
  const windows = start(smallPlaybook.replaceAll('\n', '\r\n'));
  expect(windows.approve('messages.over', '--by', 'amina').code).toBe(0);
  expect(windows.read()).not.toMatch(/[^\r]\n/);
  const deep = start(
    `${smallPlaybook}approvals:\n      - of: flows.main\n        by: ben\n        on: 2026-01-01\n        hash: x # soon\ndrills: []\n`,
  );
  expect(deep.approve('messages.over', '--by', 'amina').code).toBe(0);
  expect(deep.read()).toContain('hash: x # soon\n      - of: messages.over\n        by: amina\n');
  const line = start(`${smallPlaybook}approvals: []\n`);
  expect(line.approve('messages.over', '--by', 'amina')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('lines of its own'),
  });
  expect(line.read()).toBe(`${smallPlaybook}approvals: []\n`);
});

test('what is not there is told', () => {
  const plan = start();
  expect(plan.approve('messages.ovr', '--by', 'amina').stderr).toContain('Did you mean "messages.over"?');
  expect(plan.approve('messages.over', '--by', 'zoe').stderr).toContain('amina, ben');
  expect(plan.approve('messages.over').code).toBe(2);
  expect(plan.read()).toBe(smallPlaybook);
});
