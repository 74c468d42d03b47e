import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cli, folderWith } from '../support/cli';
import { repositoryWith } from '../support/repository';
import { slowerPlaybook, smallPlaybook } from '../support/small';

const folder = folderWith({
  'old.incident.yaml': smallPlaybook,
  'new.incident.yaml': slowerPlaybook,
  'bad.incident.yaml': 'a: [\n',
});
const diff = (...argv: readonly string[]) => cli(['diff', ...argv], { cwd: folder });

test('two files: what it means first, then what was changed', () => {
  const { code, stdout } = diff('old.incident.yaml', 'new.incident.yaml');
  expect(code).toBe(0);
  expect(stdout).toContain('▲ First notice in "Major", at worst: 9 min → 29 min');
  expect(stdout).toContain('~ find_out: takes: 5m → 25m');
});

test('for programs, in a form that stays', () => {
  const data = JSON.parse(diff('old.incident.yaml', 'new.incident.yaml', '--format', 'json').stdout);
  expect(Object.keys(data)).toEqual(['version', 'changes', 'impact']);
  expect(data.version).toBe(1);
  expect(data.changes).toEqual([
    { kind: 'changed', section: 'steps', id: 'main.find_out', summary: 'takes: 5m → 25m' },
  ]);
  expect(data.impact).toMatchObject([
    { kind: 'first-notice', better: false },
    { kind: 'finding', better: false },
  ]);
  for (const each of data.impact) expect(Object.keys(each)).toEqual(['kind', 'better', 'summary']);
  fs.writeFileSync(
    path.join(folder, 'renamed.incident.yaml'),
    smallPlaybook.replace('      hold:', '      pause:').replace('then: hold', 'then: pause'),
  );
  const renamed = JSON.parse(diff('old.incident.yaml', 'renamed.incident.yaml', '--format', 'json').stdout);
  expect(renamed.changes).toEqual([
    {
      kind: 'renamed',
      section: 'steps',
      id: 'main.hold',
      to: 'main.pause',
      summary: 'is called "pause" now, and was "hold"',
    },
  ]);
});

test('a comment for a pull request, with the flow as it was and as it is', () => {
  expect(diff('old.incident.yaml', 'new.incident.yaml', '--format', 'markdown', '--output', 'c.md').code).toBe(0);
  const text = fs.readFileSync(path.join(folder, 'c.md'), 'utf8');
  expect(text).toMatch(/^### Launch day /);
  expect(text.match(/```mermaid\nflowchart TD\n/g)).toHaveLength(2);
});

test('what changed since a branch was left: changed, new and gone playbooks, and no other', () => {
  const {
    folder: cwd,
    git,
    write,
    commit,
  } = repositoryWith({
    'plans/a.incident.yaml': smallPlaybook,
    'plans/b.incident.yaml': smallPlaybook,
    'plans/c.incident.yaml': smallPlaybook,
    'readme.txt': 'x',
  });
  git('checkout', '-q', '-b', 'mine');
  write({
    'plans/a.incident.yaml': slowerPlaybook,
    'plans/b.incident.yaml': undefined,
    'plans/新しい.incident.yaml': 'playbook: 1\ntitle: 新しい計画\n',
  });
  commit('a change');
  const since = (...argv: readonly string[]) => cli(['diff', '--since', 'main', ...argv], { cwd });
  const read = (...argv: readonly string[]) => JSON.parse(since(...argv, '--format', 'json').stdout);
  const kindsOf = (changes: readonly { file: string; kind: string }[]) =>
    Object.fromEntries(
      [...new Set(changes.map(({ file }) => file))].map((file) => [
        file,
        [...new Set(changes.filter((change) => change.file === file).map(({ kind }) => kind))],
      ]),
    );
  expect(kindsOf(read().changes)).toEqual({
    'plans/a.incident.yaml': ['changed'],
    'plans/b.incident.yaml': ['removed'],
    'plans/新しい.incident.yaml': ['added'],
  });
  const comment = since('--format', 'markdown').stdout;
  expect(comment).toMatch(
    /^### Launch day \(plans\/b\.incident\.yaml\)\n\nThis plan is gone\.\n\n\*\*What gets worse/m,
  );
  expect(comment).toMatch(/^### 新しい計画 \(plans\/新しい\.incident\.yaml\)\n\nThis plan is new\.\n/m);
  expect(comment.slice(comment.indexOf('plan is gone'))).toMatch(/(?:^- .*\n){3}\n<details><summary>… and \d+ more/m);
  // That a plan is gone is no solved problem.
  expect(
    read().impact.filter(({ file, kind }: { file: string; kind: string }) => /b\.inc/.test(file) && kind === 'finding'),
  ).toEqual([]);
  expect(Object.keys(kindsOf(read('plans/a.incident.yaml').changes))).toEqual(['plans/a.incident.yaml']);
  // What is gone can be asked for: by its name, its folder and a pattern, and not from beside it.
  for (const pattern of ['plans/b.incident.yaml', 'plans/b*.yaml'])
    expect(Object.keys(kindsOf(read(pattern).changes))).toEqual(['plans/b.incident.yaml']);
  expect(Object.keys(kindsOf(read('plans').changes))).toHaveLength(3);
  fs.mkdirSync(path.join(cwd, 'beside'));
  const beside = cli(['diff', '--since', 'main'], { cwd: path.join(cwd, 'beside') });
  expect(beside).toMatchObject({ code: 0, stdout: 'No playbook was changed.\n' });
  const inside = cli(['diff', '--since', 'main', '--format', 'json'], { cwd: path.join(cwd, 'plans') });
  expect(Object.keys(kindsOf(JSON.parse(inside.stdout).changes))).toEqual([
    'a.incident.yaml',
    'b.incident.yaml',
    '新しい.incident.yaml',
  ]);
  expect(since('plans/c.incident.yaml').stdout).toBe('No playbook was changed.\n');
});

test('what can’t be compared is told', () => {
  expect(diff('old.incident.yaml')).toMatchObject({ code: 2, stderr: expect.stringContaining('two playbooks') });
  expect(diff('old.incident.yaml', 'bad.incident.yaml')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('can’t be compared'),
  });
  expect(cli(['diff', '--since', '--all'], { cwd: folder })).toMatchObject({ code: 2, stdout: '' });
});

test('both versions in one drawing, and everything on one page', () => {
  const renamed = slowerPlaybook
    .replaceAll('hold', 'pause')
    .replace(/ {6}all_over:\n(?: {8}.*\n)+/, '')
    .replace('"yes": all_over', '"yes": new_one')
    .replace('      done:', '      new_one: { kind: do, task: Breathe, then: done }\n      done:');
  fs.writeFileSync(path.join(folder, 'both.incident.yaml'), renamed);
  const svg = diff('old.incident.yaml', 'both.incident.yaml', '--format', 'svg').stdout;
  const classOf = (id: string) => new RegExp(`class="([^"]*)" data-step="${id}"`).exec(svg)?.[1] ?? '';
  expect(classOf('new_one')).toContain('up-diff-added');
  expect(classOf('all_over')).toContain('up-diff-removed');
  expect(classOf('find_out')).toContain('up-diff-changed');
  expect(classOf('judge')).not.toContain('up-diff');
  expect(svg).not.toContain('data-step="hold"');
  expect(svg.match(/up-edge [^"]*up-diff-removed/g)?.length).toBe(2);
  const html = diff('old.incident.yaml', 'both.incident.yaml', '--format', 'html').stdout;
  expect(html).toMatch(/▲<\/span><span>First notice in/);
  expect(html).toContain('up-diff-badge-removed');
  expect(html).not.toMatch(/<script|\ssrc=|@import|url\(/);
  expect(diff('old.incident.yaml', 'old.incident.yaml', '--format', 'svg')).toMatchObject({ code: 2 });
});

test('a playbook under another name is compared with what it was', () => {
  const { folder: cwd, git, write, commit } = repositoryWith({ 'plans/a.incident.yaml': smallPlaybook, 'x/k.txt': '' });
  git('checkout', '-q', '-b', 'mine');
  git('mv', 'plans/a.incident.yaml', 'x/春.incident.yaml');
  write({ 'x/春.incident.yaml': slowerPlaybook });
  commit('moved');
  const since = (...argv: readonly string[]) => cli(['diff', '--since', 'main', ...argv], { cwd });
  expect(JSON.parse(since('--format', 'json').stdout).changes).toEqual([
    {
      file: 'x/春.incident.yaml',
      kind: 'renamed',
      section: 'file',
      id: 'plans/a.incident.yaml',
      to: 'x/春.incident.yaml',
      summary: 'x/春.incident.yaml (was plans/a.incident.yaml)',
    },
    {
      file: 'x/春.incident.yaml',
      kind: 'changed',
      section: 'steps',
      id: 'main.find_out',
      summary: 'takes: 5m → 25m',
    },
  ]);
  expect(since().stdout).toMatch(/^x\/春\.incident\.yaml \(was plans\/a\.incident\.yaml\)\n {2}▲ First notice/);
  expect(since('--format', 'markdown').stdout).toContain(
    '### Launch day (x/春.incident.yaml \\(was plans/a.incident.yaml\\))',
  );
  expect(since('--format', 'html').stdout).toContain('x/春.incident.yaml (was plans/a.incident.yaml)');
  // For who looks at the old folder only, it is gone.
  const left = JSON.parse(since('plans', '--format', 'json').stdout).changes as readonly { kind: string }[];
  expect([...new Set(left.map(({ kind }) => kind))]).toEqual(['removed']);
});

test('what a plan uses: who uses it is told what that means, by what it was then', () => {
  const shared = 'playbook: 1\npartial: true\nsystems: { shop: {} }\n';
  const plan = smallPlaybook
    .replace('audiences:\n', 'uses: [../shared/systems.incident.yaml]\naudiences:\n')
    .replace('{ type: status-page,', '{ type: status-page, depends_on: [shop],')
    .concat('scenarios:\n  down: { title: The host is down, fails: [host] }\nsystems: { host: {} }\n');
  const {
    folder: cwd,
    git,
    write,
    commit,
  } = repositoryWith({
    'plans/a.incident.yaml': plan,
    'plans/b.incident.yaml': smallPlaybook,
    'shared/systems.incident.yaml': shared,
  });
  git('checkout', '-q', '-b', 'mine');
  write({ 'shared/systems.incident.yaml': shared.replace('shop: {}', 'shop: { depends_on: [host] }, host: {}') });
  commit('the shop stands on the host');
  const { changes, impact } = JSON.parse(cli(['diff', '--since', 'main', '--format', 'json'], { cwd }).stdout);
  expect(new Set(changes.map(({ file }: { file: string }) => file))).toEqual(new Set(['shared/systems.incident.yaml']));
  expect(impact).toContainEqual({
    file: 'plans/a.incident.yaml',
    kind: 'channel',
    better: false,
    summary: 'In "The host is down" you can’t use status any more',
  });
  const text = cli(['diff', '--since', 'main'], { cwd }).stdout;
  expect(text).toContain('It says what it said; what it uses does not.');
  expect(text).not.toContain('plans/b');
});

test('one that can’t be read is named, and the others are told all the same', () => {
  const latin = Buffer.from(smallPlaybook.replace('Launch day', 'Fête'), 'latin1');
  const {
    folder: cwd,
    git,
    write,
    commit,
  } = repositoryWith({
    'a.incident.yaml': smallPlaybook,
    'mended.incident.yaml': 'a: [\n',
    'broken.incident.yaml': smallPlaybook,
    'latin.incident.yaml': smallPlaybook,
    'real.txt': smallPlaybook,
  });
  fs.symlinkSync('real.txt', path.join(cwd, 'link.incident.yaml'));
  commit('a link');
  git('checkout', '-q', '-b', 'mine');
  write({
    'a.incident.yaml': slowerPlaybook,
    'mended.incident.yaml': smallPlaybook,
    'broken.incident.yaml': 'a: [\n',
    'real.txt': slowerPlaybook,
    'other.txt': slowerPlaybook,
  });
  fs.writeFileSync(path.join(cwd, 'latin.incident.yaml'), latin);
  fs.rmSync(path.join(cwd, 'link.incident.yaml'));
  fs.symlinkSync('other.txt', path.join(cwd, 'link.incident.yaml'));
  fs.symlinkSync('nowhere', path.join(cwd, 'dangling.incident.yaml'));
  commit('a change');
  const since = (...argv: readonly string[]) => cli(['diff', '--since', 'main', ...argv], { cwd });
  const { changes, unreadable } = JSON.parse(since('--format', 'json').stdout);
  expect(unreadable).toEqual([
    { file: 'broken.incident.yaml', version: 'after' },
    { file: 'dangling.incident.yaml', version: 'after' },
    { file: 'latin.incident.yaml', version: 'after' },
    { file: 'mended.incident.yaml', version: 'before' },
  ]);
  expect(changes).toMatchObject([
    { file: 'a.incident.yaml', summary: 'takes: 5m → 25m' },
    { file: 'link.incident.yaml', summary: 'takes: 5m → 25m' },
  ]);
  for (const format of ['pretty', 'markdown', 'html']) {
    const { code, stdout, stderr } = since('--format', format);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('It can’t be read now, so it can’t be compared.');
    expect(stdout).toContain('Before this change it could not be read');
  }
});

test('what the configuration has settled is no problem of a change', () => {
  const {
    folder: cwd,
    git,
    write,
    commit,
  } = repositoryWith({
    'a.incident.yaml': smallPlaybook,
    'incident.config.yaml': 'rules:\n  no-deputy: off\n',
  });
  git('checkout', '-q', '-b', 'mine');
  write({ 'a.incident.yaml': smallPlaybook.replace(', deputy: ben', '') });
  commit('no deputy');
  const { code, stdout } = cli(['diff', '--since', 'main'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('deputy: ben → —');
  expect(stdout).not.toContain('no-deputy');
});
