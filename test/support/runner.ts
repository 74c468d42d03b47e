import { execFile } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** A folder for what a service of CI brings along; `npx` in it is the built command line. */
export function runnerHome(): string {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'unhappy-path-runner-'));
  fs.writeFileSync(
    path.join(home, 'npx'),
    `#!/bin/sh\n[ "$1" = --yes ] || exit 9\nshift 2\nexec "${process.execPath}" "${root}/dist/cli.js" "$@"\n`,
    { mode: 0o755 },
  );
  return home;
}

export interface Ran {
  readonly code: number;
  readonly output: string;
}

/** A script as such a service runs it: in bash, with nothing of this machine's settings. */
export function runScript(
  script: string,
  cwd: string,
  home: string,
  env: Readonly<Record<string, string>>,
): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      'bash',
      ['-e', '-o', 'pipefail', '-c', script],
      {
        cwd,
        env: { PATH: `${home}:${path.dirname(process.execPath)}:${process.env.PATH}`, HOME: home, ...env },
      },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    );
  });
}

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

/** A service on this machine that answers as `answer` says. */
export async function startService(
  answer: (asked: Asked, headers: http.IncomingHttpHeaders) => readonly [status: number, data: unknown],
): Promise<{ readonly address: string; readonly asked: readonly Asked[]; readonly close: () => void }> {
  const asked: Asked[] = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const one = { method: request.method ?? '', url: request.url ?? '', body };
      asked.push(one);
      const [status, data] = answer(one, request.headers);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(data));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, asked, close: () => server.close() };
}
