import fs from 'node:fs';
import path from 'node:path';
import { type CompareOptions, comparePlans } from '../core/diff/compare';
import { drawDiff } from '../core/diff/drawDiff';
import { toDiffHtml } from '../core/diff/page';
import { type ComparedFile, type DiffedFile, toDiffJson, toDiffMarkdown, toDiffText } from '../core/diff/report';
import { placeSteps } from '../core/draw/layered/placeSteps';
import { toSvg } from '../core/draw/toHtml';
import type { Config } from '../core/lint/config';
import { type Checked, check } from '../core/lint/run';
import type { Translate } from '../core/text/translate';
import { parseYaml } from '../core/yaml/parse';
import { Configs } from './configs';
import { Disk } from './disk';
import { readOrExplain, writeOrExplain } from './files';
import { findPlaybooks, isMeant, playbookPattern } from './findPlaybooks';
import { baseOf, changedSince, renamedSince, textAt } from './git';
import { type ExitCode, type Terminal, UsageError } from './io';
import { localeOf, parseOptions } from './options';
import { touchedBy } from './touched';

const options = {
  format: ['pretty', 'markdown', 'json', 'svg', 'html'],
  since: 'text',
  output: 'text',
  locale: ['en', 'ja'],
} as const;

/** Whose words everything is told in. */
type Reader = Required<Pick<CompareOptions, 't' | 'locale'>>;

/** What a change does to those who live by the plan: two files, or what changed since a commit. Ends with 0 either way. */
export function runDiff(argv: readonly string[], terminal: Terminal, t: Translate): ExitCode {
  const parsed = parseOptions(argv, options, t);
  const since = parsed.text('since');
  const locale = localeOf(parsed.text('locale'), terminal.env);
  const compared =
    since === undefined
      ? [compareFiles(parsed.arguments, terminal, { t, locale })]
      : compareSince(since, parsed.arguments, terminal, { t, locale });
  const format = parsed.text('format') ?? 'pretty';
  const text =
    format === 'html'
      ? toDiffHtml(compared, placeSteps, t, locale)
      : format === 'svg'
        ? toDiffSvg(compared, t)
        : format === 'json'
          ? toDiffJson(compared, t, since !== undefined)
          : format === 'markdown'
            ? toDiffMarkdown(compared, t)
            : toDiffText(compared, t);
  const output = parsed.text('output');
  if (output === undefined) terminal.stdout.write(text);
  else writeOrExplain(output, () => fs.writeFileSync(path.resolve(terminal.cwd, output), text), t);
  return 0;
}

/** The first flow that is drawn differently. */
function toDiffSvg(compared: readonly DiffedFile[], t: Translate): string {
  for (const one of compared) {
    if ('unread' in one) continue;
    const { comparison, before, after } = one;
    for (const flows of comparison.flows) {
      const { playbook } = flows.after === undefined ? before : after;
      const input = { comparison, before: before.playbook, after: after.playbook, engine: placeSteps };
      const drawn = drawDiff(flows, input, { t, locale: playbook.locale, still: true });
      if (drawn?.views.both !== undefined)
        return `<?xml version="1.0" encoding="UTF-8"?>\n${toSvg(drawn.views.both)}\n`;
    }
  }
  throw new UsageError(t('No flow is drawn differently.'));
}

function compareFiles(files: readonly string[], terminal: Terminal, reader: Reader): ComparedFile {
  const { t } = reader;
  const [old, now, ...more] = files;
  if (old === undefined || now === undefined || more.length > 0)
    throw new UsageError(t('"diff" takes two playbooks, or --since with a branch, a tag or a commit.'));
  const disk = new Disk(terminal.cwd);
  const config = new Configs(undefined, terminal.cwd, t).configFor(path.resolve(terminal.cwd, now));
  const read = (given: string) => {
    const { name, documents } = readOrExplain(given, () => disk.load(path.resolve(terminal.cwd, given)), t);
    const checked = check({ file: name, documents, config, t, now: Date.now() });
    if (checked.broken)
      throw new UsageError(t('"{0}" can’t be compared: "unhappy-path lint" says what is wrong in it.', given));
    return checked;
  };
  return toCompared({ file: now }, read(old), read(now), config, reader);
}

function toCompared(
  names: Pick<ComparedFile, 'file' | 'was' | 'only'>,
  before: Checked,
  after: Checked,
  { limits }: Config,
  reader: Reader,
): ComparedFile {
  return { ...names, comparison: comparePlans(before, after, { ...reader, limits }), before, after };
}

/** Playbooks that were changed, and those that use them where that means something. */
function compareSince(
  since: string,
  patterns: readonly string[],
  terminal: Terminal,
  reader: Reader,
): readonly DiffedFile[] {
  const { cwd } = terminal;
  const { t } = reader;
  const changed = changedSince(since, cwd, t, '--since');
  const base = baseOf(since, cwd, t);
  const renamed = renamedSince(base, t);
  const wanted = patterns.length === 0 ? ['.'] : patterns;
  const lost = [...changed].filter((file) => playbookPattern.test(file) && !isThere(file));
  const there = new Set<string>();
  const gone = new Set<string>();
  for (const pattern of wanted) {
    const found = findPlaybooks(pattern, cwd);
    const meant = lost.filter((file) => isMeant(file, pattern, cwd));
    if (found === undefined && meant.length === 0) throw new UsageError(t('There is no "{0}".', pattern));
    for (const file of found ?? []) there.add(file);
    for (const file of meant) gone.add(file);
  }
  const disk = new Disk(cwd);
  const touched = touchedBy(changed, { files: [...there], disk, config: undefined });
  const sources = new Set(touched.map((file) => renamed.get(file)));
  const texts = new Map<string, string | undefined>();
  const oldText = (file: string) => {
    if (!texts.has(file)) texts.set(file, textAt(base, file, t));
    return texts.get(file);
  };
  const old = new Disk(cwd, (file) => {
    const text = oldText(file);
    if (text === undefined) throw new Error('not there');
    return text;
  });
  const configs = new Configs(undefined, cwd, t);
  const shown = (file: string) => path.relative(cwd, file).replaceAll(path.sep, '/');
  return [...touched, ...[...gone].filter((file) => !sources.has(file))].sort().flatMap((file): DiffedFile[] => {
    const was = renamed.get(file);
    const isNew = oldText(was ?? file) === undefined;
    const only = gone.has(file) ? 'before' : isNew ? 'after' : undefined;
    const names = { file: shown(file), ...(was !== undefined && { was: shown(was) }) };
    const config = configs.configFor(file);
    const read = (from: Disk, at: string) => readVersion(from, at, config, t);
    const [before, after] = [
      isNew ? emptyPlan(config, t) : read(old, was ?? file),
      gone.has(file) ? emptyPlan(config, t) : read(disk, file),
    ];
    if (after === undefined) return [{ ...names, unread: 'after' }];
    if (before === undefined) return [{ ...names, unread: 'before' }];
    // With a plan that is gone its problems are, too: that is no good news.
    const told = gone.has(file) ? { ...before, findings: [] } : before;
    const compared = toCompared({ ...names, ...(only !== undefined && { only }) }, told, after, config, reader);
    const { changes, impact } = compared.comparison;
    // A plan that uses what was changed is told where the change means something to it.
    return changed.has(file) || changes.length + impact.length > 0 ? [compared] : [];
  });
}

/** A link that leads nowhere is there, and can't be read. */
const isThere = (file: string) => fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined;

/** Undefined where it can't be read. */
function readVersion(disk: Disk, file: string, config: Config, t: Translate): Checked | undefined {
  try {
    const { name, documents } = disk.load(file);
    const checked = check({ file: name, documents, config, t, now: Date.now() });
    return checked.broken ? undefined : checked;
  } catch {
    return undefined;
  }
}

function emptyPlan(config: Config, t: Translate): Checked {
  const file = 'empty.incident.yaml';
  const documents = new Map([[file, parseYaml('playbook: 1\n')]]);
  return { ...check({ file, documents, config, t, now: Date.now() }), findings: [] };
}
