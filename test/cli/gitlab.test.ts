import fs from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { afterEach, expect, test } from 'vitest';
import { repositoryWith } from '../support/repository';
import { runnerHome, runScript, startService } from '../support/runner';
import { slowerPlaybook, smallPlaybook } from '../support/small';

interface Job {
  readonly extends?: string;
  readonly script: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly rules: readonly { readonly if: string }[];
  readonly artifacts: {
    readonly when: string;
    readonly paths?: readonly string[];
    readonly reports?: Readonly<Record<string, string>>;
  };
}
const jobs = load(fs.readFileSync(path.resolve(import.meta.dirname, '../../ci/gitlab.yml'), 'utf8')) as Readonly<
  Record<string, Job>
> & { readonly variables: Readonly<Record<string, string>> };

interface Note {
  readonly id: number;
  body: string;
  readonly author: { readonly id: number };
}
let service: Awaited<ReturnType<typeof startService>> | undefined;
let notes: Note[] = [];
let refuses = 0;
afterEach(() => {
  service?.close();
  refuses = 0;
});

/** GitLab as far as the job asks it: who we are, and the notes of one merge request. */
async function startGitLab() {
  // Twice a hundred notes of others: ours is on the third page.
  notes = Array.from({ length: 200 }, (_, id) => ({ id, body: 'Looks good', author: { id: 1 } }));
  notes.push({ id: 800, body: '<!-- unhappy-path plans --> quoted by a person', author: { id: 1 } });
  service = await startService(({ method, url, body }, headers) => {
    if (headers['private-token'] !== 'secret') return [401, {}];
    if (refuses > 0 && method !== 'GET') return [refuses, {}];
    if (url === '/user') return [200, { id: 7 }];
    const [, , page = '1'] = /^\/projects\/12\/merge_requests\/5\/notes(\?per_page=100&page=(\d+))?/.exec(url) ?? [];
    if (method === 'GET') return [200, notes.slice(Number(page) * 100 - 100, Number(page) * 100)];
    const own = notes.find(({ id }) => url.endsWith(`/notes/${id}`));
    if (own !== undefined) own.body = JSON.parse(body).body;
    else notes.push({ id: 900, body: JSON.parse(body).body, author: { id: 7 } });
    return [201, {}];
  });
  return service;
}

/** The job as a runner has it: its variables, then its script line by line in one shell. */
async function run(name: string, cwd: string, base: string, env: Readonly<Record<string, string>> = {}) {
  const job = jobs[name];
  if (job === undefined) throw new Error(`no job ${name}`);
  return runScript(job.script.join('\n'), cwd, runnerHome(), {
    CI_API_V4_URL: service?.address ?? 'http://127.0.0.1:1',
    CI_MERGE_REQUEST_IID: '5',
    CI_MERGE_REQUEST_PROJECT_ID: '12',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    CI_PROJECT_DIR: cwd,
    ...jobs.variables,
    ...env,
    ...jobs[job.extends ?? '']?.variables,
    ...job.variables,
  });
}

function branch() {
  const repository = repositoryWith({ 'plans/a.incident.yaml': smallPlaybook, 'other/b.incident.yaml': smallPlaybook });
  const base = repository.git('rev-parse', 'HEAD').trim();
  repository.git('checkout', '-q', '-b', 'mine');
  repository.write({ 'plans/a.incident.yaml': slowerPlaybook });
  repository.commit('a change');
  return { ...repository, base };
}

test('findings are a report of Code Quality, and an error fails the job', async () => {
  const { folder, base } = branch();
  const { artifacts } = jobs['unhappy-path-lint'] as Job;
  expect(artifacts.when).toBe('always');
  const result = await run('unhappy-path-lint', folder, base, { UNHAPPY_PATH_FOLDER: 'plans' });
  expect(result).toEqual({ code: 1, output: '' });
  const report = JSON.parse(fs.readFileSync(path.join(folder, artifacts.reports?.codequality ?? ''), 'utf8'));
  expect(report).toContainEqual(
    expect.objectContaining({
      check_name: 'first-notice-too-late',
      severity: expect.stringMatching(/^(?:info|minor|major|critical|blocker)$/),
      location: { path: 'plans/a.incident.yaml', lines: expect.anything() },
    }),
  );
  expect((await run('unhappy-path-lint', folder, base, { UNHAPPY_PATH_FAIL_ON: 'never' })).code).toBe(0);
});

test('what changes is one note that is kept up to date', async () => {
  const { folder, base, write, commit } = branch();
  const { asked } = await startGitLab();
  const env = { UNHAPPY_PATH_TOKEN: 'secret', UNHAPPY_PATH_FOLDER: 'plans' };
  expect(await run('unhappy-path-diff', folder, base, env)).toEqual({ code: 0, output: 'The note is written.\n' });
  expect(asked.at(-1)).toMatchObject({ method: 'POST', url: '/projects/12/merge_requests/5/notes' });
  expect(notes.at(-1)?.body).toMatch(/^<!-- unhappy-path plans -->\n\n### Launch day/);
  expect(notes.at(-1)?.body).toContain('9 min → 29 min');
  write({ 'plans/a.incident.yaml': smallPlaybook.replace('Launch day', 'Launch week') });
  commit('better');
  expect(await run('unhappy-path-diff', folder, base, env)).toEqual({ code: 0, output: 'The note is up to date.\n' });
  expect(asked.at(-1)).toMatchObject({ method: 'PUT', url: '/projects/12/merge_requests/5/notes/900' });
  expect(notes).toHaveLength(202);
  expect(notes.at(-1)?.body).toContain('Launch day → Launch week');
  expect(notes[200]?.body).toBe('<!-- unhappy-path plans --> quoted by a person');
  // Another folder of the same repository has a note of its own.
  await run('unhappy-path-diff', folder, base, { ...env, UNHAPPY_PATH_FOLDER: './' });
  expect(notes).toHaveLength(203);
});

test('without a token, or with one that may not write, what changes is an artifact', async () => {
  const { folder, base } = branch();
  const { artifacts } = jobs['unhappy-path-diff'] as Job;
  const file = path.join(folder, artifacts.paths?.[0] ?? '');
  const { asked } = await startGitLab();
  expect((await run('unhappy-path-diff', folder, base)).code).toBe(0);
  expect(asked).toEqual([]);
  expect(fs.readFileSync(file, 'utf8')).toContain('9 min → 29 min');
  for (const UNHAPPY_PATH_TOKEN of ['wrong', 'secret']) {
    refuses = 403;
    const { code, output } = await run('unhappy-path-diff', folder, base, { UNHAPPY_PATH_TOKEN });
    expect(code).toBe(0);
    expect(output).toMatch(/This token may write no note \(40[13]\)/);
  }
  refuses = 500;
  const broken = await run('unhappy-path-diff', folder, base, { UNHAPPY_PATH_TOKEN: 'secret' });
  expect(broken.code).toBe(1);
  expect(broken.output).not.toContain('secret');
});

test('what the including file sets is not set again in a job, which would win', () => {
  expect(Object.keys(jobs.variables).sort()).toEqual([
    'UNHAPPY_PATH',
    'UNHAPPY_PATH_FAIL_ON',
    'UNHAPPY_PATH_FOLDER',
    'UNHAPPY_PATH_LOCALE',
  ]);
  for (const name of ['.unhappy-path', 'unhappy-path-lint', 'unhappy-path-diff'])
    expect(Object.keys(jobs[name]?.variables ?? {}).filter((key) => key in jobs.variables)).toEqual([]);
});

test('jobs run where there is something to look at', () => {
  expect(jobs['unhappy-path-diff']?.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }]);
  expect(jobs['unhappy-path-lint']?.rules).toHaveLength(2);
});
