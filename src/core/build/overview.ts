import { roleName } from '../draw/face';
import { shortDuration } from '../draw/words';
import { plainText } from '../draw/wrapLabel';
import type { Runs } from '../flow/runs';
import type { Playbook } from '../model/playbook';
import type { Translate } from '../text/translate';
import { headersOf, type Serving } from './serving';
import { unapproved } from './unapproved';

interface OverviewInput {
  /** The page was filled with them. */
  readonly samples: boolean;
  /** Names in the page that nothing fills. */
  readonly blanks: readonly string[];
  readonly playbook: Playbook;
  readonly runs: Runs;
  readonly t: Translate;
}

/** Read first by whoever gets the folder: what each file is, who switches and how, and what is not settled yet. */
export function overview(input: OverviewInput, serving: Serving | undefined, files: readonly string[]): string {
  const { playbook, t } = input;
  const has = (start: string) => files.some((file) => file.startsWith(start));
  const pages = files.filter((file) => file.startsWith('sorry.'));
  const about: readonly (readonly [boolean, string, string])[] = [
    [has('sorry.'), pages.join(', '), t('the sorry page. Open it in a browser: it needs no script and no other file')],
    [has('plan.html'), 'plan.html', t('the whole plan, to read and to print')],
    [true, 'role-cards.html', t('a card for each role, to print and to hand out')],
    [true, 'report.html, report.md', t('the report to fill in afterwards: to print, or to copy into a document')],
  ];
  const servers: readonly (readonly [string, string])[] = [
    ['server/nginx.conf', t('for nginx: copy the pages, paste, switch with a file')],
    ['server/apache.conf', t('for Apache: copy the pages, paste, switch with a file')],
    [
      'server/cloudfront.yaml, server/cloudfront.sh',
      t('for Amazon CloudFront: by itself when the shop fails, by a switch for planned work'),
    ],
    ['server/cloudflare-worker.js', t('for Cloudflare, switched by a route')],
    [
      'server/cloudflare-5xx.html',
      t('for Cloudflare, "500 class errors": by itself, with the status of the error and in the first language only'),
    ],
    [
      'server/s3.sh, server/s3-website.json, server/s3-policy.json',
      t('for a DNS that turns to Amazon S3; it answers 200 and speaks http only'),
    ],
  ];
  const list = (rows: readonly (readonly [string, string])[]) => rows.map(([file, text]) => `  ${file}\n      ${text}`);
  const parts: readonly (readonly string[])[] = [
    [line(playbook.title?.value ?? playbook.id)],
    [
      heading(t('What is in this folder')),
      ...list(about.filter(([there]) => there).map(([, file, text]) => [file, text])),
    ],
    ...(serving !== undefined
      ? [
          [heading(t('For whoever runs the servers: choose one')), ...list(servers)],
          switchover(input),
          [
            heading(t('Look before the launch')),
            t('While the page shows, ask for it once from outside, with the telephone’s own network, too:'),
            `  curl -sI https://${serving.hosts[0] ?? 'www.example.com'}/`,
            `  HTTP ${serving.status}`,
            ...headersOf(serving).map(([name, value]) => `  ${name}: ${value}`),
            t(
              'Nothing on the way may keep the page. If a cache stands before the servers, empty it when the page goes away.',
            ),
          ],
        ]
      : []),
    notSettled(input),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

const heading = (text: string) => `== ${text} ==`;

/** One line, with nothing in it that turns text around. */
const line = (text: string) => plainText(text).replace(/\s+/g, ' ');

function switchover({ playbook, t }: OverviewInput): readonly string[] {
  const { switchover: how } = playbook.sorryPage ?? {};
  if (how === undefined) return [];
  const { trigger, decidedBy, doneBy, takes, dnsTtl, revert, agreedWith } = how;
  const who = (reference: NonNullable<typeof decidedBy>) => {
    const person = reference.target?.person?.target?.name?.value;
    const role = roleName(reference);
    return person === undefined || person === role ? role : t('{0} ({1})', role, person);
  };
  const rows = [
    ...(trigger === undefined ? [] : [[t('switched on when'), trigger.value]]),
    ...(decidedBy === undefined ? [] : [[t('decided by'), who(decidedBy)]]),
    ...(doneBy === undefined ? [] : [[t('switched by'), who(doneBy)]]),
    ...(takes + dnsTtl > 0 ? [[t('seen after'), shortDuration(takes + dnsTtl, t)]] : []),
    ...(revert === undefined ? [] : [[t('Back again'), revert.value]]),
    ...(agreedWith?.on === undefined
      ? []
      : [
          [
            t('Agreed'),
            [agreedWith.role === undefined ? '' : who(agreedWith.role), agreedWith.on.value]
              .filter((text) => text !== '')
              .join(' '),
          ],
        ]),
  ];
  return rows.length === 0
    ? []
    : [heading(t('Who switches')), ...rows.map(([word, text = '']) => `  ${word}${t(': ')}${line(text)}`)];
}

function notSettled({ playbook, runs, t, samples, blanks }: OverviewInput): readonly string[] {
  const { page, rest } = unapproved(playbook, runs);
  const isShown = playbook.sorryPage !== undefined;
  const notReady = (playbook.sorryPage?.assets ?? []).filter(({ ready }) => !ready).map(({ path }) => path.value);
  const lines = [
    ...(samples && isShown
      ? [t('The sorry page shows the plan’s samples: it is to be looked at, never to be shown.')]
      : []),
    ...(blanks.length > 0 ? [t('The sorry page has blanks that nothing fills: {0}', line(blanks.join(', ')))] : []),
    ...[...page, ...rest].map((part) => t('Not approved as it is now: {0}', line(part))),
    ...notReady.map((path) => t('"{0}" is not ready', line(path))),
  ];
  return lines.length === 0 ? [] : [heading(t('Not settled yet')), ...lines.map((text) => `  ${text}`)];
}
