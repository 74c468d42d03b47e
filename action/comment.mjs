// node comment.mjs FILE: the text as the one comment of ours on the pull request, or into the summary of the run where
// nothing may be written: https://docs.github.com/rest/issues/comments
import fs from 'node:fs';

const { FOLDER = '.' } = process.env;
/** Found again by this, for each folder; GitHub shows nothing of it. */
const mark =
  FOLDER === '.'
    ? '<!-- unhappy-path -->'
    : `<!-- unhappy-path ${encodeURIComponent(FOLDER).replaceAll('-', '%2D')} -->`;
/** What GitHub takes. */
const most = 65_536;

const body = `${mark}\n\n${fs.readFileSync(process.argv[2], 'utf8')}`.slice(0, most);
const { GITHUB_EVENT_PATH, GITHUB_REPOSITORY, GITHUB_STEP_SUMMARY, TOKEN } = process.env;
const api = process.env.GITHUB_API_URL ?? 'https://api.github.com';
const number = GITHUB_EVENT_PATH && JSON.parse(fs.readFileSync(GITHUB_EVENT_PATH, 'utf8')).pull_request?.number;

function summarize(why) {
  console.log(why);
  if (GITHUB_STEP_SUMMARY) fs.appendFileSync(GITHUB_STEP_SUMMARY, `${body}\n`);
}

async function ask(path, method = 'GET', data = undefined) {
  return fetch(`${api}/repos/${GITHUB_REPOSITORY}${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
    },
    ...(data && { body: JSON.stringify(data) }),
  });
}

async function findOurs() {
  for (let page = 1; page <= 20; page++) {
    const answer = await ask(`/issues/${number}/comments?per_page=100&page=${page}`);
    if (!answer.ok) return undefined;
    const comments = await answer.json();
    // Somebody else may quote the mark: only a bot's comment is changed.
    const ours = comments.find((comment) => comment.user?.type === 'Bot' && comment.body?.startsWith(mark));
    if (ours !== undefined || comments.length < 100) return ours;
  }
  return undefined;
}

if (!Number.isSafeInteger(number)) summarize('This is no pull request: the summary of the run has what changed.');
else if (!TOKEN) summarize('No token may write here: the summary of the run has what changed.');
else {
  const ours = await findOurs();
  const answer =
    ours === undefined
      ? await ask(`/issues/${number}/comments`, 'POST', { body })
      : await ask(`/issues/comments/${ours.id}`, 'PATCH', { body });
  if (answer.ok) console.log(ours === undefined ? 'Commented.' : 'The comment is up to date.');
  else if (answer.status === 403 || answer.status === 404)
    summarize(`GitHub let nobody write a comment (${answer.status}): the summary of the run has what changed.`);
  else throw new Error(`GitHub answered ${answer.status}`);
}
