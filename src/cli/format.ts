import fs from 'node:fs';
import { formatEdits } from '../core/format/format';
import { printable } from '../core/text/printable';
import { applyEdits } from '../core/text/span';
import type { Translate } from '../core/text/translate';
import { parseYaml } from '../core/yaml/parse';
import { toName } from './disk';
import { filesOf, readOrExplain, writeOrExplain } from './files';
import { isText, writeChanged } from './fix';
import { type ExitCode, type Terminal, UsageError } from './io';
import { parseOptions } from './options';

const options = { check: 'switch', stdin: 'switch', locale: ['en', 'ja'] } as const;

/** Puts playbooks in their usual layout; what they say does not change. Ends with 1 where one can't be read, or differs with `--check`. */
export async function runFormat(argv: readonly string[], terminal: Terminal, t: Translate): Promise<ExitCode> {
  const parsed = parseOptions(argv, options, t);
  const isCheck = parsed.isOn('check');
  if (parsed.isOn('stdin')) {
    if (parsed.arguments.length > 0)
      throw new UsageError(t('--stdin formats what is piped in, so no file can be named beside it.'));
    const before = await terminal.readStdin();
    const after = formatted(before);
    if (after === undefined) terminal.stderr.write(`${leftAlone('stdin', t)}\n`);
    if (!isCheck) terminal.stdout.write(after ?? before);
    return after === undefined || (isCheck && after !== before) ? 1 : 0;
  }
  let [changed, unread] = [0, 0];
  for (const file of filesOf(parsed.arguments, terminal.cwd, t)) {
    const name = printable(toName(terminal.cwd, file));
    const before = readOrExplain(name, () => fs.readFileSync(file, 'utf8'), t);
    const after = isText(file, { textOf: () => before }) ? formatted(before) : undefined;
    if (after === undefined) {
      unread += 1;
      terminal.stderr.write(`${leftAlone(name, t)}\n`);
    } else if (after !== before) {
      changed += 1;
      if (!isCheck) writeOrExplain(name, () => writeChanged({ file, before, after }), t);
      terminal.stdout.write(`${name}\n`);
    }
  }
  terminal.stderr.write(
    `${isCheck ? t('Files in another layout: {0}.', changed) : t('Files put in their layout: {0}.', changed)}\n`,
  );
  return unread > 0 || (isCheck && changed > 0) ? 1 : 0;
}

function formatted(text: string): string | undefined {
  const edits = formatEdits(parseYaml(text));
  return edits && applyEdits(text, edits);
}

function leftAlone(name: string, t: Translate): string {
  return t('{0} stays as it is: it can’t be read. "unhappy-path lint" says where.', name);
}
