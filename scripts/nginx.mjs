// Finds an nginx for the test of its recipe; installs Debian's where that can be done.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const places = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'];

/** The path of an nginx; throws in plain words where there is none and none can be installed. */
export function findNginx() {
  const there = () => places.find((place) => fs.existsSync(place));
  const found = there();
  if (found !== undefined) return found;
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');
  if (!canInstall) throw new Error('nginx is missing, and the recipe for it is tested with a real one. Install nginx.');
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      // The test starts its own; none has to run beside it.
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'nginx-light');
  const installed = there();
  if (installed === undefined) throw new Error('apt-get could not install nginx: see above.');
  return installed;
}
