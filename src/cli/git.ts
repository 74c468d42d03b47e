import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Translate } from '../core/text/translate';
import { UsageError } from './io';

/**
 * Absolute paths of the files that differ from where this branch left `revision`: committed, staged, changed, deleted,
 * or not yet known to git. A renamed file is there by both names. Throws a `UsageError` that says what is in the way.
 */
export function changedSince(
  revision: string,
  cwd: string,
  t: Translate,
  option = '--changed-since',
): ReadonlySet<string> {
  const { top, base } = findBase(revision, cwd, t, option);
  const names = [
    // A rename is told as two names; external tools of the author's are not run.
    git(top, ['diff', '--name-only', '--no-renames', '--no-ext-diff', '--ignore-submodules', '-z', base, '--'], t),
    git(top, ['ls-files', '--others', '--exclude-standard', '-z'], t),
  ];
  if (names.includes(undefined)) throw new UsageError(t('Git could not tell what changed since "{0}".', revision));
  return new Set(
    names.flatMap((list) => (list ?? '').split('\0').filter((name) => name !== '')).map((name) => path.join(top, name)),
  );
}

/** The commit at which this branch left `revision`. */
export function baseOf(revision: string, cwd: string, t: Translate): string {
  return findBase(revision, cwd, t, '--since').base;
}

/** A file as it was in a commit; undefined where it was not there. */
export function textAt(commit: string, file: string, cwd: string): string | undefined {
  // A path that begins with ./ is one below the folder at hand.
  const name = path.relative(cwd, file).replaceAll(path.sep, '/');
  return git(cwd, ['show', `${commit}:./${name}`], (message) => message);
}

function findBase(revision: string, cwd: string, t: Translate, option: string) {
  const asked = t('{1} takes a branch, a tag or a commit, like origin/main. It got "{0}".', revision, option);
  if (revision.startsWith('-')) throw new UsageError(asked);
  const root = git(cwd, ['rev-parse', '--show-cdup'], t);
  if (root === undefined) throw new UsageError(t('{0} works in a git repository only.', option));
  const top = path.resolve(cwd, root.replace(/\r?\n$/, ''));
  const commit = git(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], t)?.trim();
  if (commit === undefined) {
    throw new UsageError(t('Git knows no "{0}". In CI, fetch it first: the whole history is needed.', revision));
  }
  const base = git(top, ['merge-base', commit, 'HEAD'], t)?.trim();
  if (base === undefined) {
    throw new UsageError(
      t('"{0}" and this branch have no commit in common. In CI, fetch the whole history.', revision),
    );
  }
  return { top, base };
}

/** What git prints; undefined where it says no. Its arguments go past every shell. */
function git(cwd: string, argv: readonly string[], t: Translate): string | undefined {
  try {
    return execFileSync('git', argv, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 28,
    });
  } catch (error) {
    if (error instanceof Error && (error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new UsageError(t('This needs git, which is not installed here.'));
    }
    return undefined;
  }
}
