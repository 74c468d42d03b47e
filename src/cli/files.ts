import fs from 'node:fs';
import type { Translate } from '../core/text/translate';
import { findPlaybooks, isMeant, playbookPattern } from './findPlaybooks';
import { UsageError } from './io';

/**
 * The playbooks that the arguments mean, absolute, each once; all below the folder without any. Whoever takes the last
 * one away has made no mistake: `changed` are the files that a branch touched.
 */
export function filesOf(
  given: readonly string[],
  cwd: string,
  t: Translate,
  changed: ReadonlySet<string> = new Set(),
): readonly string[] {
  const found = new Set<string>();
  for (const argument of given.length === 0 ? ['.'] : given) {
    const files = findPlaybooks(argument, cwd);
    const isGone = [...changed].some(
      (file) => playbookPattern.test(file) && !fs.existsSync(file) && isMeant(file, argument, cwd),
    );
    if (isGone && (files?.length ?? 0) === 0) continue;
    if (files === undefined) throw new UsageError(t('There is no file or folder "{0}".', argument));
    if (files.length === 0)
      throw new UsageError(t('There is no playbook in "{0}": their names end in .incident.yaml.', argument));
    for (const file of files) found.add(file);
  }
  return [...found];
}

export function readOrExplain<T>(file: string, read: () => T, t: Translate): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(t('"{0}" can’t be read: {1}', file, reasonOf(error)));
  }
}

export function writeOrExplain(file: string, write: () => void, t: Translate): void {
  try {
    write();
  } catch (error) {
    throw new UsageError(t('"{0}" can’t be written: {1}', file, reasonOf(error)));
  }
}

/** The disk's own word, e.g. EACCES: what people can look up. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
}
