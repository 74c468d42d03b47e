// node scripts/l10n.mjs add "English" "日本語"   adds one translation
// node scripts/l10n.mjs check                    fails where a sentence in src has no translation, or a translation no sentence
import fs from 'node:fs';
import path from 'node:path';
import { sentencesIn } from './sentences.mjs';

const bundlePath = path.resolve(import.meta.dirname, '../l10n/bundle.l10n.ja.json');
const lockPath = `${bundlePath}.lock`;
const read = () => (fs.existsSync(bundlePath) ? JSON.parse(fs.readFileSync(bundlePath, 'utf8')) : {});

const byCodePoint = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
function write(bundle) {
  const sorted = Object.fromEntries(Object.entries(bundle).sort(([a], [b]) => byCodePoint(a, b)));
  fs.writeFileSync(bundlePath, `${JSON.stringify(sorted, null, 2)}\n`);
}

/** Several people may add at once: the lock is a folder, since making one is atomic. */
function locked(run) {
  for (;;) {
    try {
      fs.mkdirSync(lockPath);
      break;
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
  try {
    run();
  } finally {
    fs.rmdirSync(lockPath);
  }
}

function* sourceFiles(folder) {
  for (const item of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, item.name);
    if (item.isDirectory()) yield* sourceFiles(at);
    else if (/\.ts$/.test(item.name)) yield at;
  }
}

const [command, english, japanese] = process.argv.slice(2);
if (command === 'add') {
  if (!english || !japanese) {
    console.error('usage: node scripts/l10n.mjs add "English" "日本語"');
    process.exit(2);
  }
  const known = read()[english];
  // The same English stands in other places, too, and they would change unseen.
  if (known !== undefined && known !== japanese) {
    console.error(`"${english}" is "${known}" already: change it in the bundle, and look at each place that says it.`);
    process.exit(1);
  }
  locked(() => write({ ...read(), [english]: japanese }));
} else if (command === 'check') {
  const used = new Map();
  for (const file of sourceFiles(path.resolve(import.meta.dirname, '../src'))) {
    for (const sentence of sentencesIn(fs.readFileSync(file, 'utf8'))) used.set(sentence, file);
  }
  const bundle = read();
  const missing = [...used].filter(([sentence]) => !Object.hasOwn(bundle, sentence));
  const stale = Object.keys(bundle).filter((sentence) => !used.has(sentence));
  for (const [sentence, file] of missing)
    console.error(`no Japanese for: ${JSON.stringify(sentence)}  (${path.relative('.', file)})`);
  for (const sentence of stale) console.error(`nothing says: ${JSON.stringify(sentence)}`);
  for (const [sentence, translation] of Object.entries(bundle)) {
    const slots = (text) => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort().join();
    if (slots(sentence) !== slots(translation)) {
      console.error(`other slots in the Japanese of: ${JSON.stringify(sentence)}`);
      process.exitCode = 1;
    }
  }
  if (missing.length || stale.length) process.exitCode = 1;
}
