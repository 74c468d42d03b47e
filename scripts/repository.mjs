import { spawnSync } from 'node:child_process';

/** The folder as a Git repository of its own in which nothing is changed yet; the branch `earlier` is where it began. */
export function commit(folder) {
  const name = ['-c', 'user.name=Tests', '-c', 'user.email=tests@example.org', '-c', 'commit.gpgsign=false'];
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '-A'],
    [...name, 'commit', '-qm', 'The plans'],
    ['branch', 'earlier'],
  ]) {
    const { status, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`git ${args.join(' ')} failed: ${stderr}`);
  }
}
