import { type Config, defaultConfig } from '../core/lint/config';
import { readConfig } from '../core/lint/readConfig';
import { usedPaths } from '../core/model/uses';
import type { Translate } from '../core/text/translate';
import { parseYaml } from '../core/yaml/parse';
import type { YamlDocument } from '../core/yaml/tree';

/** How the server comes to a file that is not open: undefined where there is none. */
export type ReadFile = (uri: string) => Promise<string | undefined>;

/** An open document, as the editor has it now. */
export interface OpenText {
  readonly version: number;
  readonly getText: () => string;
}

const configNames = ['incident.config.yaml', 'incident.config.yml'];

export function isConfig(uri: string): boolean {
  return configNames.includes(uri.slice(uri.lastIndexOf('/') + 1));
}

/** Files, open and on disk, each parsed once a version. */
export class Workspace {
  private readonly parsed = new Map<string, { version: number; document: YamlDocument }>();
  /** Files that are not open. Undefined: asked for, and not there. */
  private readonly onDisk = new Map<string, YamlDocument | undefined>();
  private readonly configs = new Map<string, Config | undefined>();
  private folders: readonly string[] = [];

  constructor(
    private readonly openText: (uri: string) => OpenText | undefined,
    private readonly readFile: ReadFile,
    private readonly t: Translate,
    /** A configuration that is not open was read; empty where there is none any more. */
    private readonly onConfigRead: (uri: string, text: string) => void,
  ) {}

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const bare = (uri: string) => uri.replace(/\/$/, '');
    const gone = new Set(removed.map(bare));
    this.folders = [...this.folders.filter((folder) => !gone.has(folder)), ...added.map(bare)];
  }

  get roots(): readonly string[] {
    return this.folders;
  }

  /** Where `uses` may reach: the workspace folder, else the folder of the file. */
  rootOf(uri: string): string {
    const inside = this.folders.filter((folder) => uri.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length);
    return inside[0] ?? uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
  }

  /** A document that was never saved has no folder, only a name. */
  fileOf(uri: string): string {
    const root = this.rootOf(uri);
    return decodePath(root === '' ? uri.slice(uri.lastIndexOf('/') + 1) : uri.slice(root.length + 1));
  }

  uriIn(root: string, file: string): string {
    return `${root}/${file.split('/').map(encodeURIComponent).join('/')}`;
  }

  /** The document and all it uses, by path. `text`: another version of the document than the one at hand. */
  async load(uri: string, text?: string): Promise<ReadonlyMap<string, YamlDocument>> {
    const root = this.rootOf(uri);
    const documents = new Map<string, YamlDocument>();
    const own = this.fileOf(uri);
    const waiting = [own];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (documents.has(file)) continue;
      const document =
        file === own && text !== undefined
          ? parseYaml(text)
          : await this.document(file === own ? uri : this.uriIn(root, file));
      if (document === undefined) continue;
      documents.set(file, document);
      waiting.push(...usedPaths(document, file));
    }
    return documents;
  }

  /** The nearest configuration upwards, inside the root. */
  async configFor(uri: string): Promise<Config> {
    const root = this.rootOf(uri);
    for (
      let folder = uri.slice(0, uri.lastIndexOf('/'));
      folder.length >= root.length;
      folder = folder.slice(0, folder.lastIndexOf('/'))
    ) {
      for (const name of configNames) {
        const config = await this.config(`${folder}/${name}`);
        if (config !== undefined) return config;
      }
      if (!folder.includes('/')) break;
    }
    return defaultConfig;
  }

  /** The file changed outside the editor, or is closed. */
  forget(uri: string): void {
    this.parsed.delete(normalise(uri));
    this.onDisk.delete(normalise(uri));
    this.configs.delete(normalise(uri));
  }

  private async config(uri: string): Promise<Config | undefined> {
    const open = this.openText(uri);
    if (open !== undefined) return readConfig(open.getText(), this.t).config;
    const key = normalise(uri);
    if (!this.configs.has(key)) {
      const text = await this.readFile(uri);
      this.configs.set(key, text === undefined ? undefined : readConfig(text, this.t).config);
      this.onConfigRead(uri, text ?? '');
    }
    return this.configs.get(key);
  }

  private async document(uri: string): Promise<YamlDocument | undefined> {
    const key = normalise(uri);
    const open = this.openText(uri);
    if (open !== undefined) {
      const known = this.parsed.get(key);
      if (known?.version === open.version) return known.document;
      const document = parseYaml(open.getText());
      this.parsed.set(key, { version: open.version, document });
      return document;
    }
    if (!this.onDisk.has(key)) {
      const text = await this.readFile(uri);
      this.onDisk.set(key, text === undefined ? undefined : parseYaml(text));
    }
    return this.onDisk.get(key);
  }
}

/** The same file under one name: editors escape more characters than we do. */
export function normalise(uri: string): string {
  return decodePath(uri);
}

function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
