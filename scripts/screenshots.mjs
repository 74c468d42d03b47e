// Takes the pictures of the documentation anew, each in a real VS Code: `node scripts/screenshots.mjs [NAME…]`.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../media/screenshots');

/** File name → what `npm start` shows. */
const pictures = {
  'flash-sale-light': ['--theme', 'light', '--caret', 'title: 店長に知らせる'],
  'messages-dark': ['--theme', 'dark', '--tab', 'messages', '--caret', 'messages:'],
  'readiness-light': [
    ...['--theme', 'light', '--language', 'en', '--tab', 'readiness'],
    ...['--file', 'software-launch/software-launch.incident.yaml', '--caret', 'campaign:'],
  ],
  'sorry-page-light': ['--theme', 'light', '--tab', 'sorry-page', '--caret', 'sorry_page:'],
  'review-light': ['--theme', 'light', '--review', '--caret', '確かめる:'],
  'software-launch-dark': [
    ...['--theme', 'dark', '--language', 'en'],
    ...['--file', 'software-launch/software-launch.incident.yaml', '--caret', 'flows:'],
  ],
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => pictures[name] === undefined);
if (unknown.length > 0) {
  console.error(`There is no picture ${unknown.join(', ')}; there are ${Object.keys(pictures).join(', ')}.`);
  process.exit(2);
}
for (const [name, args] of Object.entries(pictures)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const start = path.join(import.meta.dirname, 'start.mjs');
  const { status } = spawnSync(
    process.execPath,
    [start, '--screenshot', path.join(folder, `${name}.png`), '--size', '1440x900', ...args],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exit(1);
}
