import japanese from '../../l10n/bundle.l10n.ja.json';
import { version } from '../../package.json';
import { nearest } from '../core/text/nearest';
import { printable } from '../core/text/printable';
import { createTranslate, type Translate } from '../core/text/translate';
import { runApprove } from './approve';
import { runBuild } from './build';
import { runDiff } from './diff';
import { runExplain } from './explain';
import { runFormat } from './format';
import { helpText } from './help';
import { type ExitCode, type Terminal, UsageError } from './io';
import { runLint } from './lint';
import { runLsp } from './lsp';
import { runMeasure } from './measure';
import { localeOf } from './options';
import { runRender } from './render';
import { runRules } from './rules';

type Command = (argv: readonly string[], terminal: Terminal, t: Translate) => ExitCode | Promise<ExitCode>;
const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['lint', runLint],
  ['format', runFormat],
  ['render', runRender],
  ['diff', runDiff],
  ['approve', runApprove],
  ['build', runBuild],
  ['measure', runMeasure],
  ['explain', runExplain],
  ['rules', runRules],
  ['lsp', runLsp],
]);

/** The whole command line: arguments without the program's name → exit code. Says what is wrong; never throws. */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const at = argv.findIndex((argument) => /^--locale(=|$)/.test(argument));
  const locale = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  const t = createTranslate(localeOf(locale, terminal.env) === 'ja' ? japanese : {});
  try {
    return await dispatch(argv, terminal, t);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.stderr.write(`unhappy-path: ${printable(error.message)}\n`);
      return 2;
    }
    const reason = error instanceof Error ? error.message : String(error);
    terminal.stderr.write(
      `unhappy-path: ${t('This is a mistake in Unhappy Path, not in your playbook. Please report it: {0}', printable(reason))}\n`,
    );
    if (terminal.env.UNHAPPY_PATH_DEBUG !== undefined && error instanceof Error)
      terminal.stderr.write(`${error.stack}\n`);
    return 2;
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal, t: Translate): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || argv.includes('--help') || argv.includes('-h')) {
    terminal.stdout.write(helpText(t));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    terminal.stdout.write(`${version}\n`);
    return 0;
  }
  const command = commands.get(name);
  if (command !== undefined) return command(rest, terminal, t);
  const known = [...commands.keys()];
  const meant = nearest(name, known);
  throw new UsageError(
    meant === undefined
      ? t('There is no command "{0}". The commands are: {1}.', name, known.join(', '))
      : t('There is no command "{0}". Did you mean "{1}"?', name, meant),
  );
}
