// Finds the web servers that the recipes for them are tested with.
import { findProgram } from './programs.mjs';

const folders = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin', '/opt/homebrew/sbin'];
const places = (...names) => names.flatMap((name) => folders.map((folder) => `${folder}/${name}`));
/** A test starts its own; none has to run beside it. */
const env = { RUNLEVEL: '1' };

export const findNginx = () =>
  findProgram({
    name: 'nginx',
    places: places('nginx'),
    packages: ['nginx-light'],
    missing: 'nginx is missing, and the recipe for it is tested with a real one. Install nginx.',
    env,
  });

export const findApache = () =>
  findProgram({
    name: 'Apache',
    places: places('apache2', 'httpd'),
    packages: ['apache2'],
    missing: 'Apache is missing, and the recipe for it is tested with a real one. Install Apache 2.4.',
    env,
  });

/** The folder of Apache's modules: each system has its own. */
export const apacheModules = () =>
  findProgram({
    name: 'the modules of Apache',
    places: [
      '/usr/lib/apache2/modules',
      '/usr/lib64/httpd/modules',
      '/usr/libexec/apache2',
      '/opt/homebrew/lib/httpd/modules',
    ],
    packages: ['apache2'],
    missing: 'The modules of Apache are in none of the usual folders.',
    env,
  });
