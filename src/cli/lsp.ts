import path from 'node:path';
import type { Translate } from '../core/text/translate';
import { type ExitCode, type Terminal, UsageError } from './io';
import { parseOptions } from './options';

const options = { stdio: 'switch', locale: ['en', 'ja'] } as const;

/** The language server on standard input and output, for editors that are told a command. It ends when they say so. */
export function runLsp(argv: readonly string[], _terminal: Terminal, t: Translate): Promise<ExitCode> {
  const parsed = parseOptions(argv, options, t);
  if (!parsed.isOn('stdio') || parsed.arguments.length > 0)
    throw new UsageError(t('"lsp" speaks with an editor: call it as "unhappy-path lsp --stdio".'));
  // A file of its own: no other command pays for reading it.
  require(path.join(__dirname, 'server.js'));
  return new Promise(() => {});
}
