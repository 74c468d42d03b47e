import type { Span } from '../text/span';
import { entryOf } from '../yaml/data';
import type { YamlDocument, YamlNode } from '../yaml/tree';
import type { UsesProblem } from './playbook';

export interface Use {
  /** As written. */
  readonly path: string;
  readonly span: Span;
  /** Relative to the root; undefined where the path leads out of it. */
  readonly file: string | undefined;
}

/** Files that one file names in `uses`, in its order. */
export function usesOf(document: YamlDocument, file: string): readonly Use[] {
  if (document.root?.kind !== 'map') return [];
  const value = entryOf(document.root, 'uses')?.value;
  const items: readonly YamlNode[] = value === undefined ? [] : value.kind === 'list' ? value.items : [value];
  return items.flatMap((item) =>
    item.kind === 'scalar' && item.style !== 'missing'
      ? [{ path: item.text, span: item.span, file: resolvePath(file, item.text) }]
      : [],
  );
}

/** Paths of the files that one file names in `uses`; those that lead out of the root are left out. */
export function usedPaths(document: YamlDocument, file: string): readonly string[] {
  return usesOf(document, file).flatMap((use) => use.file ?? []);
}

/** A path relative to the folder of `from`; undefined where it is absolute, a URL, or leads out of the root. */
export function resolvePath(from: string, path: string): string | undefined {
  if (path === '' || /^[a-z][a-z0-9+.-]*:|^[\\/]/i.test(path) || path.includes('\0')) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of path.replace(/\\/g, '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** What other files can take over. */
export const sharedKeys: ReadonlySet<string> = new Set([
  'people',
  'roles',
  'audiences',
  'systems',
  'channels',
  'checklist',
  'impact',
  'severities',
  'variables',
  'messages',
  'brand',
  'policy',
]);

/** It says so itself, or has a section of the language. */
export function isPlaybookRoot(root: YamlNode | undefined): boolean {
  return root?.kind === 'map' && root.entries.some(({ key }) => key.text === 'playbook' || sharedKeys.has(key.text));
}

export interface UsedFiles {
  /** All files that are pulled in, those that others use before them; the file at hand is not among them. */
  readonly files: readonly string[];
  readonly problems: readonly UsesProblem[];
}

/** More files than a playbook can sensibly use: a safeguard, not a rule. */
const mostFiles = 200;

export function followUses(file: string, documents: ReadonlyMap<string, YamlDocument>): UsedFiles {
  const problems: UsesProblem[] = [];
  const files: string[] = [];
  const done = new Set<string>([file]);
  const own = documents.get(file);

  /** Depth first, so that a file stands behind what it uses; `path` is the way from the file at hand. */
  const visit = (current: string, path: readonly string[], at: Use) => {
    for (const use of usesOf(documents.get(current) ?? empty, current)) {
      const via = path.length === 1 ? use : at;
      const report = (kind: UsesProblem['kind'], cycle?: readonly string[]) =>
        problems.push({ kind, span: via.span, path: use.path, ...(cycle && { files: cycle }) });
      if (use.file === undefined) report('outside');
      else if (path.includes(use.file)) report('cycle', [...path.slice(path.indexOf(use.file)), use.file]);
      else if (!documents.has(use.file)) report('not-found');
      else if (!isPlaybookRoot(documents.get(use.file)?.root)) report('not-a-playbook');
      else if (!done.has(use.file) && done.size < mostFiles) {
        if (documents.get(use.file)?.problems.length !== 0) report('broken');
        done.add(use.file);
        visit(use.file, [...path, use.file], via);
        files.push(use.file);
      }
    }
  };
  if (own !== undefined) visit(file, [file], { path: '', span: { start: 0, end: 0 }, file });
  return { files, problems };
}

const empty: YamlDocument = { text: '', root: undefined, comments: [], problems: [] };
