import fs from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { repositoryWith } from '../support/repository';
import { runnerHome, runScript, startService } from '../support/runner';
import { slowerPlaybook, smallPlaybook } from '../support/small';

const root = path.resolve(import.meta.dirname, '../..');

interface Step {
  readonly id: string;
  readonly if?: string;
  readonly run: string;
  readonly 'working-directory': string;
  readonly env: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}
const action = load(fs.readFileSync(path.join(root, 'action.yml'), 'utf8')) as Action;

/** GitHub as far as the action asks it: comments of one pull request. */
let service: Awaited<ReturnType<typeof startService>> | undefined;
let comments: { id: number; body: string; user: { type: string } }[] = [];
let refuses = false;
beforeEach(async () => {
  comments = [{ id: 1, body: '<!-- unhappy-path --> quoted by a person', user: { type: 'User' } }];
  service = await startService(({ method, url, body }) => {
    if (refuses && method !== 'GET') return [403, {}];
    if (method === 'POST')
      comments.push({ id: 6 + comments.length, body: JSON.parse(body).body, user: { type: 'Bot' } });
    if (method === 'PATCH')
      for (const one of comments) if (url.endsWith(`/${one.id}`)) one.body = JSON.parse(body).body;
    return [200, method === 'GET' ? comments : {}];
  });
});
afterEach(() => {
  service?.close();
  refuses = false;
});

/** The steps as a runner has them: `npx` is the built command line, expressions are settled. */
async function run(cwd: string, inputs: Readonly<Record<string, string>> = {}, base = 'main') {
  const home = runnerHome();
  const event = path.join(home, 'event.json');
  fs.writeFileSync(event, JSON.stringify({ pull_request: { number: 5 } }));
  const summary = path.join(home, 'summary.md');
  fs.writeFileSync(summary, '');
  const settle = (text: string): string =>
    text.replace(/\$\{\{ (?:inputs\.([\w-]+)|github\.token) \}\}/g, (_, name: string | undefined) =>
      name === undefined ? 'secret' : (inputs[name] ?? settle(action.inputs[name]?.default ?? '')),
    );
  const results: { id: string; code: number; output: string }[] = [];
  for (const { id, run: script, env, 'working-directory': folder } of action.runs.steps) {
    const result = await runScript(script, path.join(cwd, settle(folder)), home, {
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: root,
      GITHUB_API_URL: service?.address ?? '',
      GITHUB_BASE_REF: base,
      GITHUB_EVENT_PATH: event,
      GITHUB_REPOSITORY: 'tea/shop',
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_WORKSPACE: cwd,
      ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, settle(value)])),
    });
    results.push({ id, ...result });
  }
  return { results, summary: fs.readFileSync(summary, 'utf8') };
}

/** A branch that changes what `main` has; undefined takes away. */
function branch(text: string | undefined, more: Readonly<Record<string, string>> = {}) {
  const repository = repositoryWith({ 'plans/a.incident.yaml': smallPlaybook, 'readme.txt': '' });
  const { git, write, commit } = repository;
  git('update-ref', 'refs/remotes/origin/main', 'main');
  git('checkout', '-q', '-b', 'mine');
  write({ 'plans/a.incident.yaml': text, ...more });
  commit('a change');
  return repository;
}

test('the action: findings on their lines, SARIF, and one comment that is kept up to date', async () => {
  const { folder, write, commit } = branch(slowerPlaybook);
  const first = await run(folder, { sarif: 'out.sarif' });
  expect(first.results.map(({ id, code }) => [id, code])).toEqual([
    ['lint', 1],
    ['diff', 0],
  ]);
  expect(first.results[0]?.output).toMatch(/^::error .*file=plans\/a\.incident\.yaml,/m);
  expect(JSON.parse(fs.readFileSync(path.join(folder, 'out.sarif'), 'utf8')).version).toBe('2.1.0');
  expect(service?.asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET /repos/tea/shop/issues/5/comments?per_page=100&page=1',
    'POST /repos/tea/shop/issues/5/comments',
  ]);
  expect(comments[1]?.body).toContain('9 min → 29 min');
  write({ 'plans/a.incident.yaml': smallPlaybook.replace('Launch day', 'Launch week') });
  commit('better');
  expect((await run(folder)).results.map(({ code }) => code)).toEqual([0, 0]);
  expect(service?.asked.at(-1)).toMatchObject({ method: 'PATCH', url: '/repos/tea/shop/issues/comments/7' });
  expect(comments[1]?.body).toContain('Launch day → Launch week');
  expect(comments[0]?.body).toBe('<!-- unhappy-path --> quoted by a person');
});

test('a pull request from a fork, whose token may write nothing, gets a summary', async () => {
  const { folder } = branch(slowerPlaybook);
  refuses = true;
  const { results, summary } = await run(folder, { 'fail-on': 'never' });
  expect(results.map(({ code }) => code)).toEqual([0, 0]);
  expect(summary).toContain('9 min → 29 min');
});

test('no expression of GitHub stands in a script, where an author’s words would be run', () => {
  for (const { run: script } of action.runs.steps) expect(script).not.toContain('${{');
});

test('every script stops at the first mistake', () => {
  for (const name of ['lint.sh', 'diff.sh'])
    expect(fs.readFileSync(path.join(root, 'action', name), 'utf8')).toMatch(/^#!.*\n(?:#.*\n)*set -euo pipefail$/m);
  // Steps of others would have to be pinned; there are none.
  expect(fs.readFileSync(path.join(root, 'action.yml'), 'utf8')).not.toMatch(/^\s*(?:- )?uses:/m);
});

test('a plan that is taken away or has another name is told, and fails nothing', async () => {
  const gone = await run(branch(undefined).folder);
  expect(gone.results).toMatchObject([{ code: 0 }, { code: 0 }]);
  expect(comments.at(-1)?.body).toContain(': removed');
  const { folder, git, commit } = branch(smallPlaybook);
  git('mv', 'plans/a.incident.yaml', 'plans/spring.incident.yaml');
  commit('another name');
  expect((await run(folder)).results).toMatchObject([{ code: 0 }, { code: 0 }]);
  expect(comments.at(-1)?.body).toContain('plans/spring.incident.yaml \\(was plans/a.incident.yaml\\)');
});

test('a folder of its own has findings by their place in the repository, and a comment of its own', async () => {
  const { folder } = branch(slowerPlaybook, { 'shop/b.incident.yaml': slowerPlaybook });
  await run(folder);
  const { results } = await run(folder, { folder: 'shop', sarif: 'out.sarif' });
  expect(results[0]?.output).toContain('file=shop/b.incident.yaml,');
  expect(results[0]?.output).not.toContain('plans/');
  expect(fs.existsSync(path.join(folder, 'shop/out.sarif'))).toBe(true);
  expect(comments.map(({ body }) => body.slice(0, 30))).toHaveLength(3);
  expect(comments[2]?.body).toMatch(/^<!-- unhappy-path shop -->\n\n/);
  expect(comments[2]?.body).not.toContain('plans/');
});

test('names that a shell would run are names', async () => {
  const harm = '$(touch pwned)`touch pwned`;touch pwned';
  const name = `plans/${harm}\n::error::x.incident.yaml`;
  const { folder, git } = branch(smallPlaybook, { [name]: slowerPlaybook });
  const base = 'x$(touch${IFS}pwned);touch${IFS}pwned|"a"';
  git('update-ref', `refs/remotes/origin/${base}`, 'main');
  const { results } = await run(folder, {}, base);
  expect(results.map(({ code }) => code)).toEqual([1, 0]);
  // Each line that is a command is one of ours, about that file.
  const commands = results[0]?.output.split('\n').filter((line) => line.startsWith('::')) ?? [];
  expect(commands.length).toBeGreaterThan(0);
  for (const line of commands)
    expect(line).toMatch(/^::(?:error|warning|notice) file=plans\/\$\(touch pwned\).*%0A%3A%3Aerror%3A%3Ax/);
  expect(comments.at(-1)?.body).toContain('not announced → 29 min');
  expect(fs.readdirSync(folder)).not.toContain('pwned');
  const since = await run(folder, { since: '--output=pwned' });
  expect(since.results.map(({ code }) => code)).toEqual([2, 2]);
  expect(fs.readdirSync(folder)).not.toContain('pwned');
});

test('one plan that can’t be read keeps no other from being told', async () => {
  const { folder } = branch(slowerPlaybook, { 'plans/b.incident.yaml': 'a: [\n' });
  const { results } = await run(folder);
  expect(results.map(({ code }) => code)).toEqual([1, 0]);
  expect(comments.at(-1)?.body).toContain('9 min → 29 min');
  expect(comments.at(-1)?.body).toContain('It can’t be read now');
});
