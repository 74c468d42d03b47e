import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { cli, folderWith } from '../support/cli';
import { readFiles } from '../support/folders';
import { ServerSession } from '../support/serverSession';

const now = '2026-11-24';

interface JsonFinding {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: Readonly<Record<'start' | 'end', { readonly line: number; readonly column: number }>>;
}

/** One line a finding, as both faces can say it. */
function fromCommandLine(folder: string, files: readonly string[], locale: string): readonly string[] {
  const { stdout } = cli(['lint', '--format', 'json', '--now', now, '--locale', locale, ...files], {
    cwd: folder,
  });
  const { findings } = JSON.parse(stdout) as { findings: readonly JsonFinding[] };
  return findings
    .map(({ file, rule, severity, message, range: { start, end } }) =>
      [file, start.line, start.column, end.line, end.column, severity, rule, message].join(' '),
    )
    .sort();
}

const severities = ['', 'error', 'warning', 'info'];

async function fromServer(folder: string, files: readonly string[], locale: 'en' | 'ja'): Promise<readonly string[]> {
  const session = await ServerSession.start({
    folder: pathToFileURL(folder).href,
    options: { now, locale },
    readFile: async (uri) => fs.promises.readFile(fileURLToPath(uri), 'utf8'),
  });
  const uris = new Map(files.map((file) => [pathToFileURL(path.join(folder, file)).href, file]));
  for (const [uri, file] of uris) await session.open(uri, fs.readFileSync(path.join(folder, file), 'utf8'));
  for (const uri of uris.keys()) await session.until(uri, () => true);
  // An answer to a request means that all checks are done.
  for (const uri of uris.keys()) await session.ask('textDocument/documentSymbol', { textDocument: { uri } });
  const lines = [...uris].flatMap(([uri, file]) =>
    (session.on(uri) ?? []).map(({ range: { start, end }, severity = 0, code, message }) =>
      [
        file,
        start.line + 1,
        start.character + 1,
        end.line + 1,
        end.character + 1,
        severities[severity],
        code,
        message,
      ].join(' '),
    ),
  );
  await session.stop();
  expect(session.complaints).toEqual([]);
  return lines.sort();
}

test.each([
  ['test/golden/err', 'en'],
  ['test/golden/err', 'ja'],
  ['test/golden/ok', 'en'],
  ['test/golden/projects', 'en'],
  ['sample-playbooks', 'ja'],
] as const)('the editor and the command line say the same of %s (%s)', async (name, locale) => {
  const texts = readFiles(name);
  const folder = folderWith(texts);
  const files = Object.keys(texts).filter((file) => /\.incident\.ya?ml$/.test(file));
  expect(files.length).toBeGreaterThan(3);
  const expected = fromCommandLine(folder, files, locale);
  expect(await fromServer(folder, files, locale)).toEqual(expected);
  fs.rmSync(folder, { recursive: true });
});
