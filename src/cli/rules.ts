import { rules } from '../core/lint/rules';
import { helpOf } from '../core/report/reported';
import { displayWidth } from '../core/text/displayWidth';
import type { Translate } from '../core/text/translate';
import { type ExitCode, type Terminal, UsageError, wantsColour } from './io';
import { parseOptions } from './options';

const options = { format: ['pretty', 'json'], locale: ['en', 'ja'] } as const;

/** Lists every rule: what holds where it is silent, how bad a finding is, and what it becomes in a draft. */
export function runRules(argv: readonly string[], terminal: Terminal, t: Translate): ExitCode {
  const parsed = parseOptions(argv, options, t);
  if (parsed.arguments.length > 0)
    throw new UsageError(t('"rules" takes no names. It got "{0}".', parsed.arguments.join(' ')));
  if (parsed.text('format') === 'json') {
    const listed = rules.map(({ id, severity, whileDraft = severity, summary, why }) => ({
      id,
      severity,
      whileDraft,
      summary: t(summary),
      why: t(why),
      help: helpOf(id),
    }));
    terminal.stdout.write(`${JSON.stringify({ version: 1, rules: listed }, null, 2)}\n`);
    return 0;
  }
  const bold = wantsColour(terminal.stdout, terminal.env)
    ? (text: string) => `\u001b[1m${text}\u001b[0m`
    : (text: string) => text;
  const words = { error: t('error'), warning: t('warning'), info: t('information') };
  const width = Math.max(...rules.map(({ id }) => id.length));
  const levelWidth = Math.max(...Object.values(words).map(displayWidth));
  for (const { id, severity, summary } of rules) {
    const level = words[severity] + ' '.repeat(levelWidth - displayWidth(words[severity]));
    terminal.stdout.write(`${bold(id.padEnd(width))}  ${level}  ${t(summary)}\n`);
  }
  return 0;
}
