import fs from 'node:fs';
import v8 from 'node:v8';
import { runCli } from './run';

// Before 13, V8 (Node 20 and 22) optimises functions so early that it does much of it twice: a sixth of all CPU time.
if (Number.parseInt(process.versions.v8, 10) < 13) v8.setFlagsFromString('--interrupt-budget=330000');

// A reader that closes the pipe early (`… | head`) is no mistake.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
});

const code = runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdout: { isTTY: process.stdout.isTTY === true, write: (text) => void process.stdout.write(text) },
  stderr: { isTTY: process.stderr.isTTY === true, write: (text) => void process.stderr.write(text) },
  readStdin: async () => fs.readFileSync(0, 'utf8'),
});
// Not `process.exit`: what is still on its way through a pipe would be lost.
code.then((value) => {
  process.exitCode = value;
});
