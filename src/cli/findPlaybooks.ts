import fs from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';

export const playbookPattern = /\.incident\.ya?ml$/;
export const configNames: readonly string[] = ['incident.config.yaml', 'incident.config.yml'];

/** The configuration in a folder; `undefined` without one, and whether the ones above still count. */
export function configIn(folder: string): { readonly file: string | undefined; readonly isTop: boolean } {
  const file = configNames.map((name) => path.join(folder, name)).find((name) => fs.existsSync(name));
  return { file, isTop: path.dirname(folder) === folder || fs.existsSync(path.join(folder, '.git')) };
}

/** The nearest configuration upwards, inside the repository. */
export function configAbove(folder: string): string | undefined {
  const { file, isTop } = configIn(folder);
  return file ?? (isTop ? undefined : configAbove(path.dirname(folder)));
}

/** A folder's `.gitignore` speaks of paths below that folder. */
interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * Absolute paths of the playbooks that an argument means, in the order of their names. A file is itself, whatever its
 * name; a folder is all `*.incident.{yaml,yml}` below it; a glob is what it matches. Undefined: there is nothing there.
 */
export function findPlaybooks(argument: string, cwd: string): readonly string[] | undefined {
  const absolute = path.resolve(cwd, argument);
  const stat = fs.statSync(absolute, { throwIfNoEntry: false });
  if (stat?.isFile()) return [absolute];
  if (stat?.isDirectory()) return walk(absolute, (file) => playbookPattern.test(file));
  const { base, isGlob } = picomatch.scan(argument);
  if (!isGlob) return undefined;
  const matches = picomatch(path.resolve(cwd, argument).split(path.sep).join('/'), { dot: true });
  const folder = path.resolve(cwd, base);
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  return walk(folder, (file) => matches(file.split(path.sep).join('/')));
}

/** Whether an argument means a file, also one that is not there any more. */
export function isMeant(file: string, argument: string, cwd: string): boolean {
  const absolute = path.resolve(cwd, argument);
  const toSlashes = (name: string) => name.split(path.sep).join('/');
  return (
    file === absolute ||
    file.startsWith(absolute + path.sep) ||
    picomatch(toSlashes(absolute), { dot: true })(toSlashes(file))
  );
}

/** Files below a folder that git does not ignore. Links to folders are not followed: they could lead round in circles. */
function walk(top: string, wanted: (file: string) => boolean): string[] {
  const found: string[] = [];
  const visit = (folder: string, ignores: readonly IgnoreFile[]) => {
    const here = withOwnRules(folder, ignores);
    for (const item of readFolder(folder)) {
      if (item.name === '.git' || item.name === 'node_modules') continue;
      const file = path.join(folder, item.name);
      const isFolder = item.isDirectory();
      if (isIgnored(file, isFolder, here)) continue;
      if (isFolder) visit(file, here);
      else if (wanted(file)) found.push(file);
    }
  };
  visit(top, rulesAbove(top));
  return found;
}

function readFolder(folder: string): fs.Dirent[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function withOwnRules(folder: string, ignores: readonly IgnoreFile[]): readonly IgnoreFile[] {
  const file = path.join(folder, '.gitignore');
  if (!fs.existsSync(file)) return ignores;
  return [...ignores, { folder, rules: ignore().add(fs.readFileSync(file, 'utf8')) }];
}

/** The rules of the folders between the root of the repository and this one. */
function rulesAbove(folder: string): readonly IgnoreFile[] {
  const root = repositoryOf(folder);
  if (root === undefined || root === folder) return [];
  const parents: string[] = [];
  for (let at = path.dirname(folder); at.length >= root.length; at = path.dirname(at)) parents.unshift(at);
  return parents.reduce<readonly IgnoreFile[]>((ignores, parent) => withOwnRules(parent, ignores), []);
}

function isIgnored(file: string, isFolder: boolean, ignores: readonly IgnoreFile[]): boolean {
  let ignored = false;
  for (const { folder, rules } of ignores) {
    const relative = path.relative(folder, file).split(path.sep).join('/') + (isFolder ? '/' : '');
    const verdict = rules.test(relative);
    if (verdict.ignored) ignored = true;
    if (verdict.unignored) ignored = false;
  }
  return ignored;
}

/** The folder above (or this one) that holds `.git`. */
export function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (fs.existsSync(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}
