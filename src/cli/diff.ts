import fs from 'node:fs';
import path from 'node:path';
import { comparePlans } from '../core/diff/compare';
import { drawDiff } from '../core/diff/drawDiff';
import { toDiffHtml } from '../core/diff/page';
import { type ComparedFile, toDiffJson, toDiffMarkdown, toDiffText } from '../core/diff/report';
import { toSvg } from '../core/draw/toHtml';
import { type Checked, check } from '../core/lint/run';
import type { Translate } from '../core/text/translate';
import { parseYaml } from '../core/yaml/parse';
import { Disk } from './disk';
import { readOrExplain, writeOrExplain } from './files';
import { findPlaybooks } from './findPlaybooks';
import { baseOf, changedSince, textAt } from './git';
import { type ExitCode, type Terminal, UsageError } from './io';
import { loadLayout } from './loadLayout';
import { localeOf, parseOptions } from './options';

const options = {
  format: ['pretty', 'markdown', 'json', 'svg', 'html'],
  since: 'text',
  output: 'text',
  locale: ['en', 'ja'],
} as const;

/** What a change does to those who live by the plan: two files, or what changed since a commit. Ends with 0 either way. */
export async function runDiff(argv: readonly string[], terminal: Terminal, t: Translate): Promise<ExitCode> {
  const parsed = parseOptions(argv, options, t);
  const since = parsed.text('since');
  const compared =
    since === undefined
      ? [compareFiles(parsed.arguments, terminal, t)]
      : compareSince(since, parsed.arguments, terminal, t);
  const format = parsed.text('format') ?? 'pretty';
  const text =
    format === 'html'
      ? await toDiffHtml(compared, loadLayout(), t, localeOf(parsed.text('locale'), terminal.env))
      : format === 'svg'
        ? await toDiffSvg(compared, t)
        : format === 'json'
          ? toDiffJson(compared)
          : format === 'markdown'
            ? toDiffMarkdown(compared, t)
            : toDiffText(compared, t);
  const output = parsed.text('output');
  if (output === undefined) terminal.stdout.write(text);
  else writeOrExplain(output, () => fs.writeFileSync(path.resolve(terminal.cwd, output), text), t);
  return 0;
}

/** The first flow that is drawn differently. */
async function toDiffSvg(compared: readonly ComparedFile[], t: Translate): Promise<string> {
  for (const { comparison, before, after } of compared) {
    for (const flows of comparison.flows) {
      const { playbook } = flows.after === undefined ? before : after;
      const input = { comparison, before: before.playbook, after: after.playbook, engine: loadLayout() };
      const drawn = await drawDiff(flows, input, { t, locale: playbook.locale, still: true });
      if (drawn?.views.both !== undefined)
        return `<?xml version="1.0" encoding="UTF-8"?>\n${toSvg(drawn.views.both)}\n`;
    }
  }
  throw new UsageError(t('No flow is drawn differently.'));
}

function compareFiles(files: readonly string[], terminal: Terminal, t: Translate): ComparedFile {
  const [old, now, ...more] = files;
  if (old === undefined || now === undefined || more.length > 0)
    throw new UsageError(t('"diff" takes two playbooks, or --since with a branch, a tag or a commit.'));
  const disk = new Disk(terminal.cwd);
  const read = (given: string) => {
    const { name, documents } = readOrExplain(given, () => disk.load(path.resolve(terminal.cwd, given)), t);
    return readable(check({ file: name, documents, t, now: Date.now() }), given, t);
  };
  return toCompared(now, read(old), read(now), t);
}

function toCompared(file: string, before: Checked, after: Checked, t: Translate): ComparedFile {
  return { file, comparison: comparePlans(before, after, t), before, after };
}

function readable(checked: Checked, given: string, t: Translate): Checked {
  if (checked.broken)
    throw new UsageError(t('"{0}" can’t be compared: "unhappy-path lint" says what is wrong in it.', given));
  return checked;
}

function compareSince(
  since: string,
  patterns: readonly string[],
  terminal: Terminal,
  t: Translate,
): readonly ComparedFile[] {
  const { cwd } = terminal;
  const changed = changedSince(since, cwd, t, '--since');
  const base = baseOf(since, cwd, t);
  const there = (patterns.length === 0 ? ['.'] : patterns).flatMap((pattern) => {
    const found = findPlaybooks(pattern, cwd);
    if (found === undefined) throw new UsageError(t('There is no "{0}".', pattern));
    return found;
  });
  const gone = [...changed].filter((file) => /\.incident\.ya?ml$/i.test(file) && !fs.existsSync(file));
  const wanted = [...new Set([...there, ...(patterns.length === 0 ? gone : [])])].filter((file) => changed.has(file));
  const disk = new Disk(cwd);
  return wanted.sort().flatMap((file) => {
    const shown = path.relative(cwd, file).replaceAll(path.sep, '/');
    const now = fs.existsSync(file) ? disk.load(file) : undefined;
    const name = now?.name ?? shown;
    const oldText = textAt(base, file, cwd) ?? '';
    // What a plan uses is read as it is now: a change of it is told where it was made.
    const empty = new Map([[name, parseYaml('playbook: 1\n')]]);
    const before = oldText === '' ? empty : new Map(now?.documents ?? []).set(name, parseYaml(oldText));
    const one = check({ file: name, documents: before, t, now: Date.now() });
    const other = check({ file: name, documents: now?.documents ?? empty, t, now: Date.now() });
    return [toCompared(shown, readable(one, `${base.slice(0, 9)}:${shown}`, t), readable(other, shown, t), t)];
  });
}
