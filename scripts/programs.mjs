// Finds programs that tests need for real; installs Debian's where that can be done.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/**
 * The path of the first of `places` that is there, else of the one that apt-get installs. Throws in plain words where
 * there is none and none can be installed: `missing` says what to do then.
 */
export function findProgram({ name, places, packages, missing, env = {} }) {
  const there = () => places.find((place) => fs.existsSync(place));
  const found = there();
  if (found !== undefined) return found;
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');
  if (!canInstall) throw new Error(missing);
  console.log(`${name} is missing: installing ${packages.join(', ')} with apt-get …`);
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', ...env },
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
  const installed = there();
  if (installed === undefined) throw new Error(`apt-get could not install ${name}: see above.`);
  return installed;
}
