import fs from 'node:fs';
import path from 'node:path';
import { channelLimits, type Limited, type Limits } from '../core/limits/limits';
import { type Measure, measures } from '../core/limits/measure';
import { limitedParts, readConfig } from '../core/lint/readConfig';
import { type ChannelType, channelTypes } from '../core/model/playbook';
import { nearest } from '../core/text/nearest';
import { printable } from '../core/text/printable';
import type { Translate } from '../core/text/translate';
import { configAbove } from './findPlaybooks';
import { type ExitCode, type Terminal, UsageError } from './io';
import { parseOptions } from './options';

const options = {
  channel: 'text',
  part: limitedParts,
  format: ['pretty', 'json'],
  config: 'text',
  locale: ['en', 'ja'],
} as const;

/** Counts texts as a channel does: what is piped in, or each file by itself. Ends with 1 where one is too long. */
export async function runMeasure(argv: readonly string[], terminal: Terminal, t: Translate): Promise<ExitCode> {
  const parsed = parseOptions(argv, options, t);
  const type = toType(parsed.text('channel'), t);
  const limits = limitsFor(parsed.text('config'), terminal, t);
  const part = toPart(type, parsed.text('part') as Limited | undefined, limits, t);
  const texts =
    parsed.arguments.length === 0
      ? [{ file: undefined, text: await terminal.readStdin() }]
      : parsed.arguments.map((file) => ({ file, text: readText(path.resolve(terminal.cwd, file), file, t) }));
  const parts: readonly Limited[] =
    parsed.text('part') === undefined && part !== 'hashtags' ? [part, 'hashtags'] : [part];
  const measured = texts.map(({ file, text }) => ({
    file,
    found: parts.flatMap((each) => measures(type, each, text, limits).map((measure) => ({ part: each, ...measure }))),
  }));
  if (parsed.text('format') === 'json') {
    const rows = measured.flatMap(({ file, found }) =>
      found.map((measure) => ({
        ...(file !== undefined && { file }),
        channel: type,
        ...measure,
        fits: fits(measure),
      })),
    );
    terminal.stdout.write(`${JSON.stringify({ version: 1, measures: rows }, null, 2)}\n`);
  } else {
    for (const { file, found } of measured) {
      if (file !== undefined) terminal.stdout.write(`${printable(file)}\n`);
      for (const measure of found) terminal.stdout.write(`${sentence(measure, t)}\n`);
    }
  }
  return measured.every(({ found }) => found.every(fits)) ? 0 : 1;
}

function fits({ count, limit }: Measure): boolean {
  return limit === undefined || count <= limit;
}

function toType(given: string | undefined, t: Translate): ChannelType {
  const listed = channelTypes.join(', ');
  if (given === undefined) throw new UsageError(t('--channel says where the text will stand: {0}.', listed));
  const type = channelTypes.find((each) => each === given);
  if (type !== undefined) return type;
  const meant = nearest(given, channelTypes);
  throw new UsageError(
    meant === undefined
      ? t('There is no type of channel "{0}". There are {1}.', given, listed)
      : t('There is no type of channel "{0}". Did you mean "{1}"?', given, meant),
  );
}

/** The part that was named, else the main one of those that have a limit. */
function toPart(type: ChannelType, given: Limited | undefined, limits: Limits, t: Translate): Limited {
  const limited = limitedParts.filter((part) => (limits[type]?.[part]?.length ?? 0) > 0);
  if (given !== undefined && limited.includes(given)) return given;
  const [first] = limited;
  if (first === undefined)
    throw new UsageError(
      t('Nothing is counted on "{0}": it has no limit. You can set one in incident.config.yaml.', type),
    );
  if (given !== undefined)
    throw new UsageError(t('On "{0}" the part "{1}" has no limit. These have: {2}.', type, given, limited.join(', ')));
  return limited.includes('body') ? 'body' : limited.includes('caption') ? 'caption' : first;
}

function limitsFor(named: string | undefined, terminal: Terminal, t: Translate): Limits {
  const file = named === undefined ? configAbove(terminal.cwd) : path.resolve(terminal.cwd, named);
  if (file === undefined) return channelLimits;
  const { config, findings } = readConfig(readText(file, path.relative(terminal.cwd, file), t), t);
  const [first] = findings;
  if (first !== undefined)
    terminal.stderr.write(`${printable(path.relative(terminal.cwd, file))}: ${printable(first.message)}\n`);
  return config.limits;
}

function readText(file: string, shown: string, t: Translate): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
    throw new UsageError(t('"{0}" can’t be read: {1}', shown, reason));
  }
}

function sentence({ unit, count, limit, shown, pieces = 1 }: Measure, t: Translate): string {
  const counted = {
    weighted: t('{0} as X counts: 2 for a full-width character, 23 for an address', count),
    sms: t('{0} characters of a short message', count),
    characters: t('{0} characters', count),
    bytes: t('{0} bytes', count),
    columns: t('{0} columns: 2 for a full-width character', count),
    subject: t('{0} columns of a subject: 2.5 for a full-width character', count),
    hashtags: t('{0} hashtags', count),
  }[unit];
  const parts = [counted];
  if (limit !== undefined) {
    const left = limit - count;
    parts.push(left >= 0 ? t('{0} of {1} are left', left, limit) : t('{0} too many for {1}', -left, limit));
  }
  if (pieces > 1) parts.push(t('sent in {0} pieces', pieces));
  else if (shown !== undefined && count > shown) parts.push(t('only about {0} are seen at once', shown));
  return parts.join(t('; '));
}
