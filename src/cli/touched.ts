import fs from 'node:fs';
import path from 'node:path';
import { usedPaths } from '../core/model/uses';
import type { Disk } from './disk';
import { configNames } from './findPlaybooks';

/** Of the playbooks those that changed, that use what changed, or whose configuration changed. */
export function touchedBy(
  changed: ReadonlySet<string>,
  { files, disk, config }: { files: readonly string[]; disk: Disk; config: string | undefined },
): readonly string[] {
  if (config !== undefined && changed.has(path.resolve(disk.cwd, config))) return files;
  const configured = [...changed].filter((file) => configNames.includes(path.basename(file))).map(path.dirname);
  return files.filter(
    (file) =>
      changed.has(file) ||
      configured.some((folder) => file.startsWith(folder + path.sep)) ||
      usesOneOf(changed, file, disk),
  );
}

function usesOneOf(changed: ReadonlySet<string>, file: string, disk: Disk): boolean {
  // A file that can't be read is told when it is checked.
  if (!readText(file).includes('uses')) return false;
  const { root, documents } = disk.load(file);
  // Also what is not there any more: whoever uses a deleted file is broken by it.
  return [...documents].some(([name, document]) =>
    [name, ...usedPaths(document, name)].some((used) => changed.has(path.join(root, used))),
  );
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
