import fs from 'node:fs';
import path from 'node:path';
import type { Config } from '../core/lint/config';
import type { Severity } from '../core/lint/finding';
import { lint } from '../core/lint/run';
import { toGithubSummary } from '../core/report/githubSummary';
import { type Summary, summarise } from '../core/report/reported';
import { printable } from '../core/text/printable';
import type { Translate } from '../core/text/translate';
import { Configs } from './configs';
import { Disk, toName } from './disk';
import { filesOf, readOrExplain, writeOrExplain } from './files';
import { repositoryOf } from './findPlaybooks';
import { fixFiles, toDiff, writeChanged } from './fix';
import { type Format, formats, fromRepository, toFormat } from './formats';
import { changedSince } from './git';
import { type ExitCode, type Terminal, UsageError, wantsColour } from './io';
import { parseOptions } from './options';
import { Progress } from './progress';
import { onlyErrors, Report } from './report';
import { toRuleLevels } from './ruleLevels';
import { touchedBy } from './touched';

const failLevels = ['error', 'warning', 'info', 'never'] as const;

const options = {
  format: formats,
  'fail-on': failLevels,
  config: 'text',
  now: 'text',
  locale: ['en', 'ja'],
  stdin: 'switch',
  'stdin-filename': 'text',
  output: 'text',
  fix: 'switch',
  'dry-run': 'switch',
  'changed-since': 'text',
  rule: 'text',
  'max-warnings': 'text',
  quiet: 'switch',
} as const;

export async function runLint(argv: readonly string[], terminal: Terminal, t: Translate): Promise<ExitCode> {
  const parsed = parseOptions(argv, options, t);
  const now = toNow(parsed.text('now'), t);
  const maxWarnings = toCount(parsed.text('max-warnings'), t);
  const levels = toRuleLevels(parsed.texts('rule'), t);
  refuseTogether(parsed.isOn, t);
  const disk = new Disk(terminal.cwd);
  const report = new Report();
  const configs = new Configs(parsed.text('config'), terminal.cwd, t, (file, text, findings) =>
    report.add(file, text, findings),
  );
  const configFor = (file: string): Config => {
    const config = configs.configFor(file);
    return { ...config, rules: { ...config.rules, ...levels } };
  };
  const since = parsed.text('changed-since');
  const changed = since === undefined ? undefined : changedSince(since, terminal.cwd, t);
  const given = parsed.isOn('stdin')
    ? [await putStdin(disk, parsed.text('stdin-filename'), parsed.arguments, terminal, t)]
    : filesOf(parsed.arguments, terminal.cwd, t, changed);
  const files =
    changed === undefined ? given : touchedBy(changed, { files: given, disk, config: parsed.text('config') });

  const isDry = parsed.isOn('dry-run');
  if (parsed.isOn('fix')) fix(files, { disk, configFor, now, t }, isDry, terminal);
  const progress = new Progress(files.length, terminal.stderr, t);
  for (const file of files) {
    checkFile(file, disk, configFor(file), report, now, t);
    progress.step();
  }
  progress.done();

  const format = (parsed.text('format') ?? 'pretty') as Format;
  const folder = fromRepository.has(format) ? (repositoryOf(terminal.cwd) ?? terminal.cwd) : terminal.cwd;
  const found = report.files(folder);
  const reported = parsed.isOn('quiet') ? onlyErrors(found) : found;
  const output = parsed.text('output');
  const colour = output === undefined && !isDry && wantsColour(terminal.stdout, terminal.env);
  const summaryFile = format === 'github' ? terminal.env.GITHUB_STEP_SUMMARY : undefined;
  const hasSummary = summaryFile !== undefined && summaryFile !== '';
  const text = toFormat(format, reported, { t, colour, hasSummary });
  if (output !== undefined) writeReport(path.resolve(terminal.cwd, output), text, t);
  // The diff alone is on standard output, so that it can be piped into a patch.
  else (isDry ? terminal.stderr : terminal.stdout).write(text);
  if (hasSummary) writeReport(summaryFile, toGithubSummary(reported, t), t, 'a');

  const summary = summarise(found);
  const tooMany = maxWarnings !== undefined && summary.warnings > maxWarnings;
  if (tooMany) {
    terminal.stderr.write(
      `${t('There are more warnings than --max-warnings allows: {0} of {1}.', summary.warnings, maxWarnings)}\n`,
    );
  }
  return tooMany ? 1 : exitCode(summary, (parsed.text('fail-on') ?? 'error') as (typeof failLevels)[number]);
}

function refuseTogether(isOn: (name: keyof typeof options) => boolean, t: Translate): void {
  if (isOn('stdin-filename') && !isOn('stdin')) throw new UsageError(t('--stdin-filename goes with --stdin.'));
  if (isOn('dry-run') && !isOn('fix')) throw new UsageError(t('--dry-run goes with --fix.'));
  if (!isOn('stdin')) return;
  if (isOn('fix')) throw new UsageError(t('--fix changes files, so it does not go with --stdin.'));
  if (isOn('changed-since'))
    throw new UsageError(t('--changed-since looks for files, so it does not go with --stdin.'));
}

function toCount(text: string | undefined, t: Translate): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(t('--max-warnings takes a number like 0. It got "{0}".', text));
  return Number(text);
}

/** Fixes what is safe, on the disk or as a diff, and says on standard error what was done. */
function fix(files: readonly string[], run: Parameters<typeof fixFiles>[1], isDry: boolean, terminal: Terminal): void {
  const { disk, t } = run;
  for (const file of files) readOrExplain(path.relative(disk.cwd, file), () => disk.load(file), t);
  const { changed, done } = fixFiles(files, run);
  if (isDry) {
    const diff = toDiff(changed, disk.cwd);
    // For a patch byte for byte; what a terminal shows must not steer it.
    terminal.stdout.write(terminal.stdout.isTTY ? diff.split('\n').map(printable).join('\n') : diff);
  }
  if (!isDry) for (const one of changed) writeOrExplain(one.file, () => writeChanged(one), t);
  for (const { file, rule, title } of done) {
    terminal.stderr.write(`${printable(toName(disk.cwd, file))}: ${printable(title)} (${rule})\n`);
  }
  terminal.stderr.write(
    `${isDry ? t('Fixes that could be made: {0}. Files: {1}.', done.length, changed.length) : t('Fixes made: {0}. Files: {1}.', done.length, changed.length)}\n`,
  );
}

function toNow(text: string | undefined, t: Translate): number {
  if (text === undefined) return Date.now();
  const now = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(now))
    throw new UsageError(t('--now takes a day like 2026-11-24 or a time like 2026-11-24T09:00Z. It got "{0}".', text));
  return now;
}

async function putStdin(
  disk: Disk,
  name: string | undefined,
  others: readonly string[],
  terminal: Terminal,
  t: Translate,
): Promise<string> {
  if (others.length > 0) throw new UsageError(t('--stdin checks what is piped in, so no file can be named beside it.'));
  const file = path.resolve(terminal.cwd, name ?? 'stdin.incident.yaml');
  disk.put(file, await terminal.readStdin());
  return file;
}

function checkFile(file: string, disk: Disk, config: Config, report: Report, now: number, t: Translate): void {
  const loaded = readOrExplain(path.relative(disk.cwd, file), () => disk.load(file), t);
  const { name, documents } = loaded;
  if (!documents.has(name)) return;
  report.addAll(lint({ file: name, documents, config, now, t }), loaded);
  if (documents.size === 1) disk.forget(file);
}

function writeReport(file: string, text: string, t: Translate, flag: 'w' | 'a' = 'w'): void {
  writeOrExplain(file, () => fs.writeFileSync(file, text, { flag }), t);
}

function exitCode({ errors, warnings, infos }: Summary, failOn: (typeof failLevels)[number]): ExitCode {
  const counts: Readonly<Record<Severity | 'never', number>> = {
    never: 0,
    error: errors,
    warning: errors + warnings,
    info: errors + warnings + infos,
  };
  return counts[failOn] > 0 ? 1 : 0;
}
