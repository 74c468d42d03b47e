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

/** Where this branch left `revision`. */
export interface Base {
  readonly commit: string;
  /** The folder of the repository. */
  readonly top: string;
}

export function baseOf(revision: string, cwd: string, t: Translate): Base {
  const { base, top } = findBase(revision, cwd, t, '--since');
  return { commit: base, top };
}

/** Files that have another name since then, by their absolute paths now: the paths that they had. */
export function renamedSince({ commit, top }: Base, t: Translate): ReadonlyMap<string, string> {
  const argv = ['diff', '--name-status', '--find-renames', '--diff-filter=R', '--no-ext-diff', '-z', commit, '--'];
  const words = (git(top, argv, t) ?? '').split('\0');
  const found = new Map<string, string>();
  // R100, the old name, the new name.
  for (let at = 0; at + 2 < words.length; at += 3)
    found.set(path.join(top, words[at + 2] ?? ''), path.join(top, words[at + 1] ?? ''));
  return found;
}

/** A file as it was in a commit, also where a link led to it; undefined where it was not there. */
export function textAt({ commit, top }: Base, file: string, t: Translate): string | undefined {
  let name = path.relative(top, file).replaceAll(path.sep, '/');
  for (let links = 0; links < 8; links++) {
    const mode = git(top, ['ls-tree', '-z', commit, '--', name], t);
    const text = mode === undefined || mode === '' ? undefined : git(top, ['show', `${commit}:${name}`], t);
    if (text === undefined || !mode?.startsWith('120000')) return text;
    name = path.posix.join(path.posix.dirname(name), text);
    if (name.startsWith('..')) return undefined;
  }
  return undefined;
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
