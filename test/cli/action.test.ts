import { execFile } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { load } from 'js-yaml';
import { afterEach, expect, test } from 'vitest';
import { repositoryWith } from '../support/repository';
import { smallPlaybook } from '../support/small';

const root = path.resolve(import.meta.dirname, '../..');

interface Step {
  readonly id: string;
  readonly if?: string;
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}
const action = load(fs.readFileSync(path.join(root, 'action.yml'), 'utf8')) as Action;

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

/** GitHub as far as the action asks it: comments of one pull request. */
let server: http.Server | undefined;
const asked: Asked[] = [];
let comments: { id: number; body: string; user: { type: string } }[] = [];
let refuses = false;
async function startGitHub(): Promise<string> {
  asked.length = 0;
  comments = [{ id: 1, body: '<!-- unhappy-path --> quoted by a person', user: { type: 'User' } }];
  server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { method = '', url = '' } = request;
      asked.push({ method, url, body });
      response.setHeader('content-type', 'application/json');
      if (refuses && method !== 'GET') response.statusCode = 403;
      else if (method === 'POST') comments.push({ id: 7, body: JSON.parse(body).body, user: { type: 'Bot' } });
      else if (method === 'PATCH')
        for (const one of comments) if (url.endsWith(`/${one.id}`)) one.body = JSON.parse(body).body;
      response.end(JSON.stringify(method === 'GET' ? comments : {}));
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
afterEach(() => {
  server?.close();
  refuses = false;
});

/** The steps as a runner has them: `npx` is the built command line, expressions are settled. */
async function run(cwd: string, inputs: Readonly<Record<string, string>> = {}) {
  const api = await startGitHub();
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'unhappy-path-runner-'));
  const npx = path.join(home, 'npx');
  fs.writeFileSync(
    npx,
    `#!/bin/sh\n[ "$1" = --yes ] || exit 9\nshift 2\nexec "${process.execPath}" "${root}/dist/cli.js" "$@"\n`,
    { mode: 0o755 },
  );
  const event = path.join(home, 'event.json');
  fs.writeFileSync(event, JSON.stringify({ pull_request: { number: 5 } }));
  const summary = path.join(home, 'summary.md');
  fs.writeFileSync(summary, '');
  const settle = (text: string): string =>
    text.replace(/\$\{\{ (?:inputs\.([\w-]+)|github\.token) \}\}/g, (_, name: string | undefined) =>
      name === undefined ? 'secret' : (inputs[name] ?? settle(action.inputs[name]?.default ?? '')),
    );
  const results: { id: string; code: number; output: string }[] = [];
  for (const { id, run: script, env } of action.runs.steps) {
    const result = await new Promise<{ code: number; output: string }>((resolve) => {
      execFile(
        'bash',
        ['-e', '-o', 'pipefail', '-c', script],
        {
          cwd,
          env: {
            PATH: `${home}:${path.dirname(process.execPath)}:${process.env.PATH}`,
            HOME: home,
            GITHUB_ACTIONS: 'true',
            GITHUB_ACTION_PATH: root,
            GITHUB_API_URL: api,
            GITHUB_BASE_REF: 'main',
            GITHUB_EVENT_PATH: event,
            GITHUB_REPOSITORY: 'tea/shop',
            GITHUB_STEP_SUMMARY: summary,
            GITHUB_WORKSPACE: cwd,
            ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, settle(value)])),
          },
        },
        (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
      );
    });
    results.push({ id, ...result });
  }
  return { results, summary: fs.readFileSync(summary, 'utf8') };
}

function branch(text: string) {
  const repository = repositoryWith({ 'plans/a.incident.yaml': smallPlaybook });
  const { git, write, commit } = repository;
  git('update-ref', 'refs/remotes/origin/main', 'main');
  git('checkout', '-q', '-b', 'mine');
  write({ 'plans/a.incident.yaml': text });
  commit('a change');
  return repository;
}

const slower = smallPlaybook.replace('takes: 5m\n        then: judge', 'takes: 25m\n        then: judge');

test('the action: findings on their lines, SARIF, and one comment that is kept up to date', async () => {
  const { folder, write, commit } = branch(slower);
  const first = await run(folder, { sarif: 'out.sarif' });
  expect(first.results.map(({ id, code }) => [id, code])).toEqual([
    ['lint', 1],
    ['diff', 0],
  ]);
  expect(first.results[0]?.output).toMatch(/^::error .*file=plans\/a\.incident\.yaml,/m);
  expect(JSON.parse(fs.readFileSync(path.join(folder, 'out.sarif'), 'utf8')).version).toBe('2.1.0');
  expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET /repos/tea/shop/issues/5/comments?per_page=100&page=1',
    'POST /repos/tea/shop/issues/5/comments',
  ]);
  expect(comments[1]?.body).toContain('9 min → 29 min');
  const kept = comments;
  write({ 'plans/a.incident.yaml': smallPlaybook.replace('Launch day', 'Launch week') });
  commit('better');
  const second = run(folder);
  await new Promise((resolve) => setTimeout(resolve, 50));
  comments = kept;
  expect((await second).results.map(({ code }) => code)).toEqual([0, 0]);
  expect(asked.at(-1)).toMatchObject({ method: 'PATCH', url: '/repos/tea/shop/issues/comments/7' });
  expect(kept[1]?.body).toContain('Launch day → Launch week');
  expect(kept[0]?.body).toBe('<!-- unhappy-path --> quoted by a person');
});

test('a pull request from a fork, whose token may write nothing, gets a summary', async () => {
  const { folder } = branch(slower);
  refuses = true;
  const { results, summary } = await run(folder, { 'fail-on': 'never' });
  expect(results.map(({ code }) => code)).toEqual([0, 0]);
  expect(summary).toContain('9 min → 29 min');
});

test('no expression of GitHub stands in a script, where an author’s words would be run', () => {
  for (const { run: script } of action.runs.steps) expect(script).not.toContain('${{');
});
