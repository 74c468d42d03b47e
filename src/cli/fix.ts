import fs from 'node:fs';
import path from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { Config } from '../core/lint/config';
import { fixAll } from '../core/lint/fixAll';
import type { Translate } from '../core/text/translate';
import { type Disk, toName } from './disk';

export interface FixRun {
  readonly disk: Disk;
  readonly configFor: (file: string) => Config;
  readonly now: number;
  readonly t: Translate;
}

/** A file before and after; paths are absolute. */
export interface ChangedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

export interface FixedFiles {
  readonly changed: readonly ChangedFile[];
  /** What was done, in order. */
  readonly done: readonly { readonly file: string; readonly rule: string; readonly title: string }[];
}

/** A shared file that was fixed for one playbook can let another be fixed; more rounds than this no real plan needs. */
const mostRounds = 5;

/** Fixes playbooks and what they use, in the memory of `disk`; nothing is written. */
export function fixFiles(files: readonly string[], { disk, configFor, now, t }: FixRun): FixedFiles {
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  const done: FixedFiles['done'][number][] = [];
  for (let round = 0; round < mostRounds; round++) {
    let more = false;
    for (const file of files) {
      const { root, name, documents } = disk.load(file);
      const mayChange = (used: string) => before.has(path.join(root, used)) || isText(path.join(root, used), disk);
      const { texts, fixed } = fixAll({ file: name, documents, config: configFor(file), now, t, mayChange });
      for (const [used, text] of texts) {
        const at = path.join(root, used);
        if (!before.has(at)) before.set(at, documents.get(used)?.text ?? '');
        after.set(at, text);
        disk.put(at, text);
        more = true;
      }
      done.push(
        ...fixed.map((one) => ({ file: path.join(root, one.file), rule: one.finding.rule, title: one.fix.title })),
      );
      if (documents.size === 1 && !after.has(file)) disk.forget(file);
    }
    if (!more) break;
  }
  const changed = [...after].map(([file, text]) => ({ file, before: before.get(file) ?? '', after: text }));
  return { changed: changed.filter((one) => one.before !== one.after), done };
}

/** Whether a file is on the disk just as it was read: bytes that are no UTF-8 would be lost in writing. */
export function isText(file: string, disk: Pick<Disk, 'textOf'>): boolean {
  try {
    const bytes = fs.readFileSync(file);
    return Buffer.from(disk.textOf(file) ?? '', 'utf8').equals(bytes);
  } catch {
    return false;
  }
}

/** Puts the new text in the place of the file in one move: whoever reads it sees the old or the new, never a half. */
export function writeChanged({ file, before, after }: ChangedFile): void {
  const target = fs.realpathSync(file);
  const { mode } = fs.statSync(target);
  // What somebody wrote meanwhile is not ours to overwrite.
  if (fs.readFileSync(target, 'utf8') !== before) throw new Error('ECHANGED');
  fs.accessSync(target, fs.constants.W_OK);
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    const handle = fs.openSync(temporary, 'wx', mode);
    try {
      fs.writeFileSync(handle, after);
      fs.fchmodSync(handle, mode);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    fs.renameSync(temporary, target);
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

/** A unified diff as `patch -p1` and `git apply` take it, with paths from `cwd`. */
export function toDiff(changed: readonly ChangedFile[], cwd: string): string {
  return changed
    .map(({ file, before, after }) => {
      const name = toName(cwd, file);
      const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, '', '', {
        context: 3,
        headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
      });
      // A name with spaces ends at a tab, or `patch` reads only its first word.
      return name.includes(' ') ? patch.replace(/^(--- .*)\n(\+\+\+ .*)\n/, '$1\t\n$2\t\n') : patch;
    })
    .join('');
}
