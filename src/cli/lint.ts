import fs from 'node:fs';
import path from 'node:path';
import { type Config, defaultConfig } from '../core/lint/config';
import type { Finding, Severity } from '../core/lint/finding';
import { readConfig } from '../core/lint/readConfig';
import { lint } from '../core/lint/run';
import { toGithub } from '../core/report/github';
import { toJson } from '../core/report/json';
import { toPretty } from '../core/report/pretty';
import { type ReportedFile, summarise } from '../core/report/reported';
import type { Translate } from '../core/text/translate';
import { Disk } from './disk';
import { findPlaybooks } from './findPlaybooks';
import { type ExitCode, type Terminal, UsageError, wantsColour } from './io';
import { parseOptions } from './options';
import { Progress } from './progress';

const formats = ['pretty', 'json', 'github'] as const;
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
} as const;

export async function runLint(argv: readonly string[], terminal: Terminal, t: Translate): Promise<ExitCode> {
  const parsed = parseOptions(argv, options, t);
  const now = toNow(parsed.text('now'), t);
  const disk = new Disk(terminal.cwd);
  const files = parsed.isOn('stdin')
    ? [await putStdin(disk, parsed.text('stdin-filename'), parsed.arguments, terminal, t)]
    : filesOf(parsed.arguments, terminal.cwd, t);
  if (!parsed.isOn('stdin') && parsed.isOn('stdin-filename')) {
    throw new UsageError(t('--stdin-filename goes with --stdin.'));
  }

  const report = new Report(terminal.cwd);
  const configs = new Configs(parsed.text('config'), terminal.cwd, report, t);
  const progress = new Progress(files.length, terminal.stderr, t);
  for (const file of files) {
    checkFile(file, disk, configs.configFor(file), report, now, t);
    progress.step();
  }
  progress.done();

  const reported = report.files();
  const format = (parsed.text('format') ?? 'pretty') as (typeof formats)[number];
  const output = parsed.text('output');
  const colour = output === undefined && wantsColour(terminal.stdout, terminal.env);
  const text = {
    json: () => toJson(reported),
    github: () => toGithub(reported),
    pretty: () => toPretty(reported, { t, colour }),
  }[format]();
  if (output === undefined) terminal.stdout.write(text);
  else writeReport(path.resolve(terminal.cwd, output), text, t);
  return exitCode(reported, (parsed.text('fail-on') ?? 'error') as (typeof failLevels)[number]);
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

function filesOf(given: readonly string[], cwd: string, t: Translate): readonly string[] {
  const found = new Set<string>();
  for (const argument of given.length === 0 ? ['.'] : given) {
    const files = findPlaybooks(argument, cwd);
    if (files === undefined) throw new UsageError(t('There is no file or folder "{0}".', argument));
    if (files.length === 0)
      throw new UsageError(t('There is no playbook in "{0}": their names end in .incident.yaml.', argument));
    for (const file of files) found.add(file);
  }
  return [...found];
}

function checkFile(file: string, disk: Disk, config: Config, report: Report, now: number, t: Translate): void {
  const { root, name, documents } = readOrExplain(path.relative(disk.cwd, file), () => disk.load(file), t);
  const own = documents.get(name);
  if (own === undefined) return;
  report.add(file, own.text, []);
  for (const finding of lint({ file: name, documents, config, now, t })) {
    const other = finding.span.file;
    const text = other === undefined ? own.text : documents.get(other)?.text;
    if (text !== undefined) report.add(other === undefined ? file : path.join(root, other), text, [finding]);
  }
  if (documents.size === 1) disk.forget(file);
}

function readOrExplain<T>(file: string, read: () => T, t: Translate): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(t('"{0}" can’t be read: {1}', file, reasonOf(error)));
  }
}

function writeReport(file: string, text: string, t: Translate): void {
  try {
    fs.writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(t('"{0}" can’t be written: {1}', file, reasonOf(error)));
  }
}

/** The disk's own word, e.g. EACCES: what people can look up. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
}

/** What was found, by file. A finding in a used file is seen by each of its users, and told once. */
class Report {
  private readonly byFile = new Map<string, { text: string; findings: Map<string, Finding> }>();

  constructor(private readonly cwd: string) {}

  add(file: string, text: string, findings: readonly Finding[]): void {
    const entry = this.byFile.get(file) ?? { text: '', findings: new Map() };
    this.byFile.set(file, entry);
    if (findings.length > 0) entry.text = text;
    for (const finding of findings) {
      entry.findings.set(`${finding.rule} ${finding.span.start} ${finding.span.end}`, finding);
    }
  }

  files(): readonly ReportedFile[] {
    return [...this.byFile].map(([file, { text, findings }]) => ({
      file: path.relative(this.cwd, file).split(path.sep).join('/'),
      text,
      findings: [...findings.values()].sort((a, b) => a.span.start - b.span.start),
    }));
  }
}

/** The configuration of each folder: the nearest `incident.config.yaml` upwards, or the one that was named. */
class Configs {
  private readonly byFolder = new Map<string, Config>();

  constructor(
    private readonly named: string | undefined,
    private readonly cwd: string,
    private readonly report: Report,
    private readonly t: Translate,
  ) {}

  configFor(file: string): Config {
    if (this.named !== undefined) return this.read(path.resolve(this.cwd, this.named));
    return this.inFolder(path.dirname(file));
  }

  private inFolder(folder: string): Config {
    const known = this.byFolder.get(folder);
    if (known !== undefined) return known;
    const file = ['incident.config.yaml', 'incident.config.yml']
      .map((name) => path.join(folder, name))
      .find((name) => fs.existsSync(name));
    const parent = path.dirname(folder);
    const stop = parent === folder || fs.existsSync(path.join(folder, '.git'));
    const config = file !== undefined ? this.read(file) : stop ? defaultConfig : this.inFolder(parent);
    this.byFolder.set(folder, config);
    return config;
  }

  private read(file: string): Config {
    const known = this.byFolder.get(file);
    if (known !== undefined) return known;
    const text = readOrExplain(path.relative(this.cwd, file), () => fs.readFileSync(file, 'utf8'), this.t);
    const { config, findings } = readConfig(text, this.t);
    if (findings.length > 0) this.report.add(file, text, findings);
    this.byFolder.set(file, config);
    return config;
  }
}

function exitCode(files: readonly ReportedFile[], failOn: (typeof failLevels)[number]): ExitCode {
  const { errors, warnings, infos } = summarise(files);
  const counts: Readonly<Record<Severity | 'never', number>> = {
    never: 0,
    error: errors,
    warning: errors + warnings,
    info: errors + warnings + infos,
  };
  return counts[failOn] > 0 ? 1 : 0;
}
