// Builds everything into dist/: `node esbuild.mjs [--watch] [--production]`.
import fs from 'node:fs';
import path from 'node:path';
import { context } from 'esbuild';
import { sentencesIn } from './scripts/sentences.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const node = { platform: 'node', format: 'cjs', target: 'node20' };
// The web host loads an extension as CommonJS in a worker: nothing but `vscode` may stay outside.
const worker = { platform: 'browser', format: 'cjs', target: 'es2022', mainFields: ['browser', 'module', 'main'] };
const page = { platform: 'browser', format: 'iife', target: 'es2022' };

const root = import.meta.dirname;

/** The page says some dozens of sentences: the translations of all others would be read for nothing at its start. */
const ownWords = {
  name: 'own words',
  setup(build) {
    build.onLoad({ filter: /bundle\.l10n\.ja\.json$/ }, ({ path: file }) => {
      const said = new Set(
        ['src/webview', 'src/protocol'].flatMap((folder) =>
          fs
            .readdirSync(path.join(root, folder), { recursive: true })
            .filter((name) => name.endsWith('.ts'))
            .flatMap((name) => sentencesIn(fs.readFileSync(path.join(root, folder, name), 'utf8'))),
        ),
      );
      const all = Object.entries(JSON.parse(fs.readFileSync(file, 'utf8')));
      return {
        contents: JSON.stringify(Object.fromEntries(all.filter(([sentence]) => said.has(sentence)))),
        loader: 'json',
      };
    });
  },
};

/** Output below dist/ → how it is built. */
const table = {
  // resvg brings a program for each kind of machine: it can't be part of a bundle.
  'cli.js': {
    entry: 'src/cli/main.ts',
    ...node,
    banner: { js: '#!/usr/bin/env node' },
    external: ['@resvg/resvg-js'],
  },
  'client.js': { entry: 'src/client/node.ts', ...node, external: ['vscode'] },
  'server.js': { entry: 'src/server/node.ts', ...node },
  'process.js': { entry: 'src/server/process.ts', ...node },
  'web/client.js': { entry: 'src/client/browser.ts', ...worker, external: ['vscode'] },
  'web/server.js': { entry: 'src/server/browser.ts', ...worker, format: 'iife' },
  'webview.js': { entry: 'src/webview/main.ts', ...page, plugins: [ownWords] },
  'diff.js': { entry: 'src/webview/diff/main.ts', ...page, plugins: [ownWords] },
  'webview.css': { entry: 'src/webview/page.css', ...page },
};

const dist = path.join(root, 'dist');

const contexts = await Promise.all(
  Object.entries(table).map(([output, { entry, ...options }]) =>
    context({
      ...options,
      entryPoints: [path.join(root, entry)],
      outfile: path.join(dist, output),
      bundle: true,
      // Every engine here knows `\p{…}`; esbuild would make a `new RegExp` of each, compiled anew at every use.
      supported: { 'regexp-unicode-property-escapes': true },
      minify: production,
      sourcemap: production ? false : 'linked',
      metafile: true,
      legalComments: 'none',
      // Japanese takes half as many bytes as its escapes.
      charset: 'utf8',
      logLevel: 'warning',
      // The page and the workers have no Node; ids of files in messages help nobody.
      define: { 'process.env.NODE_ENV': '"production"' },
    }),
  ),
);

/** The licences of what is in the bundles, from the bundles themselves: one package may be there in two versions. */
function writeLicences(metafiles) {
  const folders = new Set();
  for (const { inputs } of metafiles) {
    for (const input of Object.keys(inputs)) {
      const [folder] = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input) ?? [];
      if (folder !== undefined) folders.add(folder);
    }
  }
  const texts = new Map();
  for (const folder of folders) {
    const at = path.join(root, folder);
    const { name, version, license, repository } = JSON.parse(fs.readFileSync(path.join(at, 'package.json'), 'utf8'));
    const source = String(repository?.url ?? repository ?? '')
      .replace(/^git\+/, '')
      .replace(/^[\w-]+\/[\w.-]+$/, 'https://github.com/$&');
    const file = fs.readdirSync(at).find((item) => /^licen[cs]e/i.test(item));
    const text = file === undefined ? `Licence: ${license}` : fs.readFileSync(path.join(at, file), 'utf8').trim();
    texts.set(`${name} ${version}`, `${name} ${version} (${license})\nSource: ${source}\n\n${text}\n`);
  }
  const sorted = [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  fs.writeFileSync(path.join(dist, 'THIRD_PARTY_LICENSES.txt'), sorted.join(`\n${'-'.repeat(78)}\n\n`));
}

if (watch) {
  await Promise.all(contexts.map((building) => building.watch()));
} else {
  const results = await Promise.all(contexts.map((building) => building.rebuild()));
  writeLicences(results.map(({ metafile }) => metafile));
  fs.mkdirSync(path.join(dist, 'meta'), { recursive: true });
  for (const [index, output] of Object.keys(table).entries()) {
    fs.writeFileSync(
      path.join(dist, 'meta', `${output.replace('/', '-')}.json`),
      JSON.stringify(results[index].metafile),
    );
  }
  fs.chmodSync(path.join(dist, 'cli.js'), 0o755);
  await Promise.all(contexts.map((building) => building.dispose()));
}
