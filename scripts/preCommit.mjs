import { findProgram } from './programs.mjs';

/** The path of a pre-commit, for the test of our hook. */
export function findPreCommit() {
  return findProgram({
    name: 'pre-commit',
    places: ['/usr/bin/pre-commit', '/usr/local/bin/pre-commit', '/opt/homebrew/bin/pre-commit'],
    packages: ['pre-commit'],
    missing: 'pre-commit is missing, and the hook is tested with a real one. Install pre-commit.',
  });
}
