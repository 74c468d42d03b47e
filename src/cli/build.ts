import fs from 'node:fs';
import path from 'node:path';
import { buildFiles } from '../core/build/buildFiles';
import { unapproved } from '../core/build/unapproved';
import { placeSteps } from '../core/draw/layered/placeSteps';
import { exportPlan } from '../core/export/exportPlan';
import type { Playbook } from '../core/model/playbook';
import { printable } from '../core/text/printable';
import type { Translate } from '../core/text/translate';
import { writeOrExplain } from './files';
import { type ExitCode, type Terminal, UsageError } from './io';
import { parseOptions } from './options';
import { readPlan } from './readPlan';

const options = {
  out: 'text',
  set: 'text',
  samples: 'switch',
  force: 'switch',
  locale: ['en', 'ja'],
} as const;

/** "unhappy-path lint" lists them all. */
const mostErrors = 5;

/** What is approved leaves: the sorry page in each language, recipes for servers, the plan, cards and a report on paper. */
export function runBuild(argv: readonly string[], terminal: Terminal, t: Translate): ExitCode {
  const parsed = parseOptions(argv, options, t);
  const [given, ...more] = parsed.arguments;
  const out = parsed.text('out');
  if (given === undefined || more.length > 0 || out === undefined)
    throw new UsageError(t('"build" takes one playbook, and --out with the folder to write into.'));
  const values = toValues(parsed.texts('set'), t);
  const unreadable = t('"{0}" can’t be read: "unhappy-path lint" says what is wrong in it.', given);
  const read = readPlan(given, parsed.text('locale'), terminal, t, unreadable);
  const { playbook, runs, findings, root, name, config, locale, t: own } = read;
  const force = parsed.isOn('force');
  const say = (text: string) => terminal.stderr.write(`${printable(text)}\n`);
  const errors = findings.filter(({ severity }) => severity === 'error');
  for (const { message, rule } of errors.slice(0, mostErrors)) say(`${message} (${rule})`);
  if (errors.length > 0 && !force) {
    say(
      errors.length === 1
        ? t('1 error is in the plan: mend it first, or build with --force.')
        : t('{0} errors are in the plan: mend them first, or build with --force.', errors.length),
    );
    return 1;
  }
  const picture = pictureOf(playbook, root, name);
  const plan = exportPlan({
    playbook,
    runs,
    findings,
    engine: placeSteps,
    limits: config.limits,
    t: own,
    locale,
    now: Date.now(),
    format: 'html',
  });
  const samples = parsed.isOn('samples');
  const { files, blanks } = buildFiles({ playbook, runs, t: own, locale, plan, values, samples, picture });
  if (blanks.length > 0 && !force) {
    say(
      t(
        'The sorry page has blanks that nothing fills: {0}. Say --set {1}="…" for each, or look at it with --samples.',
        blanks.join(', '),
        blanks[0] ?? '',
      ),
    );
    return 1;
  }
  const { page, rest } = unapproved(playbook, runs);
  for (const part of page) say(t('Not approved as it is now: {0}', part));
  if (rest.length > 0)
    say(
      rest.length === 1
        ? t('1 more part of the plan is not approved: README.txt names it.')
        : t('{0} more parts of the plan are not approved: README.txt names them.', rest.length),
    );
  const asset = playbook.sorryPage?.visual?.asset?.value;
  if (asset !== undefined && picture === undefined)
    say(
      t('The page is built without its picture: there is no PNG, JPEG, GIF or WebP "{0}" beside the playbook.', asset),
    );
  for (const [file, text] of files) {
    const target = path.resolve(terminal.cwd, out, file);
    writeOrExplain(
      target,
      () => {
        fs.mkdirSync(path.dirname(target), { recursive: true });
        fs.writeFileSync(target, text);
      },
      t,
    );
    terminal.stdout.write(`${printable(path.join(out, file))}\n`);
  }
  return 0;
}

function toValues(given: readonly string[], t: Translate): ReadonlyMap<string, string> {
  return new Map(
    given.map((one) => {
      const at = one.indexOf('=');
      if (at < 1)
        throw new UsageError(t('--set takes a name and its text, like --set posted_at="10:05". It got "{0}".', one));
      return [one.slice(0, at).trim(), one.slice(at + 1)] as const;
    }),
  );
}

const imageTypes: Readonly<Record<string, string>> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  gif: 'gif',
  webp: 'webp',
};

/** The picture beside the playbook, inside the page; undefined where it is not there or no picture. */
function pictureOf({ sorryPage }: Playbook, root: string, name: string): string | undefined {
  const asset = sorryPage?.visual?.asset?.value;
  const type =
    imageTypes[
      path
        .extname(asset ?? '')
        .slice(1)
        .toLowerCase()
    ];
  if (asset === undefined || type === undefined) return undefined;
  const file = path.resolve(root, path.dirname(name), asset);
  // A plan takes nothing from outside its repository.
  if (!file.startsWith(path.resolve(root) + path.sep) || !fs.existsSync(file)) return undefined;
  return `data:image/${type};base64,${fs.readFileSync(file).toString('base64')}`;
}
