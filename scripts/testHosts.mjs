// Runs test/vscode/ in both real VS Codes, with the extension as it is published: `node scripts/testHosts.mjs [node|web] [en|ja] [installed]`.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { bundleForHost } from './bundle.mjs';
import { cache, hosts, startHost } from './hosts.mjs';
import { packageExtension, packageVsix } from './package.mjs';
import { commit } from './repository.mjs';
import { openWindow, startBridge } from './window.mjs';

const root = path.resolve(import.meta.dirname, '..');
/** Milliseconds for one host from the start of its window. */
const limit = 240_000;

/** @returns {Promise<{passed: number, failed: number}>} */
export async function testHost(host, extension, { language = 'en', entry = 'index.ts', vsix } = {}) {
  const folder = path.join(cache, `workspace-${host}`);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(path.join(root, 'test/vscode/workspace'), folder, { recursive: true });
  fs.cpSync(path.join(root, 'sample-playbooks'), folder, { recursive: true });
  commit(folder);

  const window = await openWindow({ locale: language });
  const counts = { passed: 0, failed: 0 };
  const complaints = [];
  window.page.on('pageerror', (error) => complaints.push(String(error)));
  let finish;
  let turn = entry === 'index.ts' && language === 'en' ? 'first' : 'only';
  let kept;
  const finished = new Promise((resolve) => {
    finish = resolve;
  });
  const bridge = await startBridge(window.page, {
    expectedFindings: () => findingsIn(folder),
    report: (_, { name, ms, error }) => {
      counts[error === undefined ? 'passed' : 'failed'] += 1;
      console.log(`  ${error === undefined ? '✓' : '✗'} ${name} (${ms} ms)`);
      if (error !== undefined) console.log(error.replace(/^/gm, '      '));
    },
    note: (_, text) => console.log(`    ${text}`),
    turn: () => turn,
    keep: (_, value) => {
      kept = value;
    },
    kept: () => kept,
    done: () => {
      if (turn !== 'first') return finish('done');
      // The tests themselves load the window anew, as people do.
      turn = 'reloaded';
    },
  });
  let server;
  try {
    const tests = await bundleForHost(entry, host, extension, {
      BRIDGE: bridge.url,
      HOST: host,
      LANGUAGE: language,
    });
    server = await startHost(host, { extension, tests, folder, vsix });
    await window.page.exposeFunction('codeAutomationLog', () => {});
    await window.page.exposeFunction('codeAutomationExit', () => finish('exit'));
    await window.page.goto(server.url);
    const late = setTimeout(() => finish('late'), limit);
    const how = await finished;
    clearTimeout(late);
    if (how !== 'done' || counts.failed > 0) {
      const picture = path.join(cache, `failed-${host}-${language}.png`);
      await window.page.screenshot({ path: picture });
      if (how !== 'done') {
        counts.failed += 1;
        console.log(`  ✗ the tests ended early (${how}); ${picture} shows the window`);
        for (const complaint of complaints.slice(0, 5)) console.log(`      ${complaint}`);
      }
    }
  } finally {
    bridge.stop();
    await window.close();
    await server?.stop();
  }
  return counts;
}

/** The file that people install: packaged, weighed, installed in the oldest editor, and used. */
export async function testInstalled() {
  const { packagePath, files, size, complaints } = await packageVsix();
  console.log(`  ${files.length} files, ${(size / 1e6).toFixed(2)} MB`);
  for (const complaint of complaints) console.log(`  ✗ ${complaint}`);
  const driver = path.join(cache, 'driver');
  fs.mkdirSync(driver, { recursive: true });
  const manifest = { name: 'driver', publisher: 'tests', version: '1.0.0', engines: { vscode: '^1.100.0' } };
  fs.writeFileSync(path.join(driver, 'package.json'), JSON.stringify(manifest));
  const { passed, failed } = await testHost('node', driver, { entry: 'installed.ts', vsix: packagePath });
  return { passed: passed + (complaints.length === 0 ? 1 : 0), failed: failed + complaints.length };
}

/** A copy whose manifest is Japanese: the web host takes other languages only from the marketplace. */
function inJapanese(extension) {
  const copy = `${extension}-ja`;
  fs.rmSync(copy, { recursive: true, force: true });
  fs.cpSync(extension, copy, { recursive: true });
  fs.copyFileSync(path.join(copy, 'package.nls.ja.json'), path.join(copy, 'package.nls.json'));
  return copy;
}

/** Of every playbook below a folder, as the editor shows them: by file, lines from 1. */
function findingsIn(folder) {
  const files = fs.readdirSync(folder, { recursive: true }).filter((file) => /\.incident\.ya?ml$/.test(file));
  const byFile = Object.fromEntries(files.map((file) => [file.replaceAll('\\', '/'), []]));
  const cli = path.join(root, 'dist/cli.js');
  const args = ['lint', '--format', 'json', '--locale', 'en', ...Object.keys(byFile)];
  const { stdout } = spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  for (const { file, rule, severity, message, range } of JSON.parse(stdout).findings) {
    byFile[file].push({
      rule,
      severity,
      message,
      start: [range.start.line, range.start.column],
      end: [range.end.line, range.end.column],
    });
  }
  for (const found of Object.values(byFile))
    found.sort((a, b) => a.start[0] - b.start[0] || a.start[1] - b.start[1] || (a.rule < b.rule ? -1 : 1));
  return byFile;
}

if (process.argv[1] === import.meta.filename) {
  const chosen = process.argv.slice(2).filter((name) => hosts.includes(name));
  const named = ['en', 'ja'].filter((language) => process.argv.includes(language));
  const languages = named.length > 0 ? named : ['en', 'ja'];
  const sum = { passed: 0, failed: 0 };
  if (process.argv.includes('installed')) {
    console.log('VS Code, node host, installed from its file');
    Object.assign(sum, await testInstalled());
  }
  const wanted = process.argv.includes('installed') && chosen.length === 0 ? [] : chosen.length > 0 ? chosen : hosts;
  const extension = await packageExtension();
  for (const host of wanted) {
    for (const language of languages) {
      console.log(`VS Code, ${host} host, ${language}`);
      const spoken = host === 'web' && language === 'ja' ? inJapanese(extension) : extension;
      const { passed, failed } = await testHost(host, spoken, { language });
      sum.passed += passed;
      sum.failed += failed;
    }
  }
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exit(sum.failed > 0 || sum.passed === 0 ? 1 : 0);
}
