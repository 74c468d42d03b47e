import fs from 'node:fs';
import path from 'node:path';
import { usedPaths } from '../core/model/uses';
import { parseYaml } from '../core/yaml/parse';
import type { YamlDocument } from '../core/yaml/tree';
import { repositoryOf } from './findPlaybooks';

/** Playbooks on the disk, each parsed once in a run. */
export class Disk {
  private readonly documents = new Map<string, YamlDocument | undefined>();
  private readonly roots = new Map<string, string>();

  /** `readText`: from where texts come, by their absolute path; it throws where there is none. */
  constructor(
    readonly cwd: string,
    private readonly readText: (file: string) => string = (file) => fs.readFileSync(file, 'utf8'),
  ) {}

  /** Puts a text in the place of a file that need not be there: standard input. */
  put(file: string, text: string): void {
    this.documents.set(file, parseYaml(text));
  }

  /** What was read from a file, or put in its place. */
  textOf(file: string): string | undefined {
    return this.documents.get(file)?.text;
  }

  /** A file and all that it uses, by path relative to `root`. Throws what the disk throws where the file can't be read. */
  load(file: string): { root: string; name: string; documents: ReadonlyMap<string, YamlDocument> } {
    const root = this.rootOf(path.dirname(file));
    const name = toName(root, file);
    const documents = new Map<string, YamlDocument>();
    const waiting = [name];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (documents.has(next)) continue;
      const document = this.read(path.join(root, next), next === name);
      if (document === undefined) continue;
      documents.set(next, document);
      waiting.push(...usedPaths(document, next));
    }
    return { root, name, documents };
  }

  /** Drops a file that nothing else asks for, so that a run over thousands stays small. */
  forget(file: string): void {
    this.documents.delete(file);
  }

  private read(file: string, must: boolean): YamlDocument | undefined {
    if (this.documents.has(file)) return this.documents.get(file);
    let document: YamlDocument | undefined;
    try {
      document = parseYaml(this.readText(file));
    } catch (error) {
      if (must) throw error;
    }
    this.documents.set(file, document);
    return document;
  }

  /** Where `uses` may reach: the repository, else the folder the command runs in, else the file's own. */
  private rootOf(folder: string): string {
    const known = this.roots.get(folder);
    if (known !== undefined) return known;
    const below = !path.relative(this.cwd, folder).startsWith('..');
    const root = repositoryOf(folder) ?? (below ? this.cwd : folder);
    this.roots.set(folder, root);
    return root;
  }
}

export function toName(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}
