// npm test: everything that has to hold. Goes on after a part that fails; ends with one line of real counts.
//   npm test -- NAME…   only the parts of these names
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const results = path.join(root, 'test-results');
const bin = (name) => path.join(root, 'node_modules/.bin', name);

/** A check counts as one test; what runs tests counts them itself. */
const parts = [
  { name: 'build', command: [process.execPath, 'esbuild.mjs'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'style', command: [bin('biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'imports', command: [process.execPath, 'scripts/check-imports.mjs'] },
  { name: 'japanese', command: [process.execPath, 'scripts/l10n.mjs', 'check'] },
  { name: 'unit', command: [bin('vitest'), 'run', '--reporter=default'], counts: vitestCounts },
  {
    name: 'page',
    command: [bin('vitest'), 'run', '-c', 'vitest.browser.config.mts', '--reporter=default'],
    counts: vitestCounts,
  },
  {
    name: 'node',
    title: 'VS Code, oldest, in Node',
    command: [process.execPath, 'scripts/testHosts.mjs', 'node'],
    counts: lastLine,
  },
  {
    name: 'web',
    title: 'VS Code, new, in a web worker',
    command: [process.execPath, 'scripts/testHosts.mjs', 'web'],
    counts: lastLine,
  },
  {
    name: 'installed',
    title: 'VS Code, installed from the package',
    command: [process.execPath, 'scripts/testHosts.mjs', 'installed'],
    counts: lastLine,
  },
];

/** Milliseconds for one part. */
const limit = 20 * 60_000;

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; the parts are ${parts.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

fs.rmSync(results, { recursive: true, force: true });
fs.mkdirSync(results, { recursive: true });
const sum = { passed: 0, failed: 0 };
const lines = [];
for (const part of parts.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
  const { passed, failed, seconds } = await run(part);
  sum.passed += passed;
  sum.failed += failed;
  lines.push(
    `${failed === 0 ? '✓' : '✗'} ${part.title ?? part.name}: ${passed} of ${passed + failed} (${seconds.toFixed(0)} s)`,
  );
}
console.log(`\n${lines.join('\n')}\n`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed > 0 || sum.passed === 0 ? 1 : 0);

async function run({ name, title, command, counts }) {
  console.log(`\n── ${title ?? name} ${'─'.repeat(Math.max(3, 70 - (title ?? name).length))}`);
  const [program, ...args] = command;
  const file = path.join(results, `${name}.json`);
  const reporting = counts === vitestCounts ? ['--reporter=json', `--outputFile.json=${file}`] : [];
  const begun = performance.now();
  let output = '';
  const status = await new Promise((resolve) => {
    const child = spawn(program, [...args, ...reporting], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const late = setTimeout(() => child.kill('SIGKILL'), limit);
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from.on('data', (chunk) => {
        output += chunk;
        // Sums of parts are not the sum: only the last line of all may look like one.
        to.write(String(chunk).replace(/^(\d+ passed, \d+ failed)$/gm, '  $1'));
      });
    }
    child.on('error', (error) => {
      console.error(String(error));
      resolve(1);
    });
    child.on('close', (code) => {
      clearTimeout(late);
      resolve(code ?? 1);
    });
  });
  const seconds = (performance.now() - begun) / 1000;
  const counted = counts?.({ file, output }) ?? { passed: status === 0 ? 1 : 0, failed: 0 };
  // What fails without saying which test is one failure; so is a part that ran nothing.
  const silent = (status !== 0 && counted.failed === 0) || counted.passed + counted.failed === 0;
  return { passed: counted.passed, failed: counted.failed + (silent ? 1 : 0), seconds };
}

function vitestCounts({ file }) {
  if (!fs.existsSync(file)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(fs.readFileSync(file, 'utf8'));
  // A file that could not be loaded has no tests of its own to fail.
  const unread = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + unread.length };
}

function lastLine({ output }) {
  const [, passed, failed] = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [];
  return { passed: Number(passed ?? 0), failed: Number(failed ?? 0) };
}
