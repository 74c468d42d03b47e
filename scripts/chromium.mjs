// Finds a Chromium for what is looked at in a browser; installs Debian's where that can be done.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

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
  const found = places.find((place) => fs.existsSync(place));
  if (found !== undefined) return found;
  if (!canInstall()) {
    throw new Error(
      'Chromium is missing. Install Chromium or Chrome (and a Japanese font such as Noto Sans CJK), or set CHROME_PATH to one.',
    );
  }
  console.log(`Chromium is missing: installing ${packages.join(', ')} with apt-get …`);
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  const { status } = apt('install', '-y', '--no-install-recommends', ...packages);
  const installed = places.find((place) => fs.existsSync(place));
  if (status !== 0 || installed === undefined) throw new Error('apt-get could not install Chromium: see above.');
  return installed;
}

function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');
}
