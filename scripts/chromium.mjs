// Finds a Chromium for what is looked at in a browser; installs Debian's where that can be done.
import fs from 'node:fs';
import { findProgram } from './programs.mjs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Without these the pictures would show boxes where Japanese stands. */
const packages = ['chromium', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];

/** The path of a Chromium; throws in plain words where there is none and none can be installed. */
export function findChromium() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (fs.existsSync(chosen)) return chosen;
    throw new Error(`CHROME_PATH is "${chosen}", but there is no such file.`);
  }
  return findProgram({
    name: 'Chromium',
    places,
    packages,
    missing:
      'Chromium is missing. Install Chromium or Chrome (and a Japanese font such as Noto Sans CJK), or set CHROME_PATH to one.',
  });
}
