import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cli, folderWith } from '../support/cli';
import { smallPlaybook } from '../support/small';

const said = 'x\\n::warning file=y::pwned\\r\\n  ::stop-commands::z ##[add-mask]w';
const evil = smallPlaybook
  .replace(/kind: end/, `kind: end\n        title: "${said}"`)
  .replace(/title: All clear/, `title: "${said}"`)
  .replace(/title: Sign-up works again/, `title: "${said}"`);

/** What the runner of a workflow obeys: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
const obeyed = /^\s*::|##\[/m;

test.each(['svg', 'html', 'mermaid', 'markdown'])('a plan as %s has no command for a workflow in it', (format) => {
  const cwd = folderWith({ 'a.incident.yaml': evil });
  const { code, stdout } = cli(['render', 'a.incident.yaml', '--format', format], { cwd });
  expect(code).toBe(0);
  expect(stdout).not.toMatch(obeyed);
});

test.each(['pretty', 'markdown', 'json', 'svg', 'html'])('nor has a difference as %s', (format) => {
  const cwd = folderWith({ 'a.incident.yaml': smallPlaybook, 'b.incident.yaml': evil });
  const { code, stdout } = cli(['diff', 'a.incident.yaml', 'b.incident.yaml', '--format', format], { cwd });
  expect(code).toBe(0);
  expect(stdout).not.toMatch(obeyed);
  if (format === 'json') expect(JSON.stringify(JSON.parse(stdout))).toContain('##[add-mask]w');
});

test('nor has what is built', () => {
  const cwd = folderWith({ 'a.incident.yaml': evil });
  cli(['build', 'a.incident.yaml', '--out', 'out', '--force'], { cwd });
  const pages = fs.readdirSync(path.join(cwd, 'out')).filter((name) => /\.(?:html|md|txt)$/.test(name));
  expect(pages).toContain('plan.html');
  for (const name of pages) expect(fs.readFileSync(path.join(cwd, 'out', name), 'utf8'), name).not.toMatch(obeyed);
});
