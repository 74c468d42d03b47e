import type { Config } from '../core/lint/config';
import type { Translate, UiLocale } from '../core/text/translate';
import type { YamlDocument } from '../core/yaml/tree';
import { type CheckedDocument, checkDocument } from '../service/checkedDocument';
import { isConfig, normalise, type OpenText, type Workspace } from './workspace';

export interface CheckerInput {
  readonly workspace: Workspace;
  readonly openText: (uri: string) => OpenText | undefined;
  readonly t: Translate;
  readonly locale: UiLocale;
  /** Milliseconds since 1970: what "today" means. */
  readonly now: () => number;
  readonly onChecked: (document: CheckedDocument) => void;
  readonly onConfig: (uri: string, open: OpenText) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Milliseconds that a keystroke waits at most for the next one. */
const longestPause = 50;

/** Checks open documents: the newest version of each, once, and again when a file that it uses has changed. */
export class Checker {
  private readonly checked = new Map<string, CheckedDocument>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly running = new Map<string, Promise<void>>();
  /** To be checked again though the text is the same. */
  private readonly stale = new Set<string>();
  /** Versions of open configurations. */
  private readonly configs = new Map<string, number>();
  private lastDuration = 0;
  private lastEnd = 0;

  constructor(private readonly input: CheckerInput) {}

  /** One check waits for a document, never a queue of them. */
  schedule(uri: string): void {
    clearTimeout(this.timers.get(uri));
    // At the speed of typing nothing waits; checks that come faster leave as much time as they take.
    const rested = performance.now() - this.lastEnd;
    const pause = Math.min(longestPause, Math.max(0, this.lastDuration - rested));
    const timer = setTimeout(() => {
      this.timers.delete(uri);
      void this.settle(uri);
    }, pause);
    this.timers.set(uri, timer);
  }

  /** What the document uses, or how it is judged, has changed. */
  recheck(uri: string): void {
    this.stale.add(uri);
    this.schedule(uri);
  }

  close(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.checked.delete(uri);
    this.stale.delete(uri);
    this.configs.delete(uri);
    for (const user of this.usersOf(uri)) this.recheck(user);
  }

  /** The newest version, checked; undefined where the document is not a playbook that is open. */
  async current(uri: string): Promise<CheckedDocument | undefined> {
    await this.settle(uri);
    return this.checked.get(uri);
  }

  /** A file as it is now, open or not. Undefined where there is none. */
  async look(uri: string): Promise<CheckedDocument | undefined> {
    if (this.input.openText(uri) !== undefined) return this.current(uri);
    const { documents, config } = await this.load(uri);
    const file = this.input.workspace.fileOf(uri);
    return documents.has(file) ? this.judge(uri, 0, documents, config) : undefined;
  }

  /** Another version of a file: what it uses is read as it is now, and told where it was changed. */
  async lookAt(uri: string, text: string): Promise<CheckedDocument> {
    const { documents, config } = await this.load(uri, text);
    return this.judge(uri, 0, documents, config);
  }

  /** Open documents that use a file. */
  usersOf(uri: string): readonly string[] {
    const file = normalise(uri);
    const uses = ({ documents, uriOf }: CheckedDocument) =>
      [...documents.keys()].some((name) => normalise(uriOf(name)) === file);
    return [...this.checked.values()]
      .filter((document) => document.uri !== uri && uses(document))
      .map(({ uri }) => uri);
  }

  /** Everyone who asks while a check is on its way waits for that one; it goes on until the newest version is done. */
  private settle(uri: string): Promise<void> {
    const known = this.running.get(uri);
    if (known !== undefined) return known;
    const run = this.checkUntilCurrent(uri)
      .catch(this.input.onFailure)
      .finally(() => this.running.delete(uri));
    this.running.set(uri, run);
    return run;
  }

  private async checkUntilCurrent(uri: string): Promise<void> {
    for (let open = this.input.openText(uri); open !== undefined; open = this.input.openText(uri)) {
      const isCurrent = this.checked.get(uri)?.version === open.version && !this.stale.has(uri);
      if (isCurrent) return;
      this.stale.delete(uri);
      if (isConfig(uri)) {
        const isNew = this.configs.get(uri) !== open.version;
        this.configs.set(uri, open.version);
        return isNew ? this.input.onConfig(uri, open) : undefined;
      }
      await this.check(uri, open.version);
    }
  }

  private async check(uri: string, version: number): Promise<void> {
    const { documents, config } = await this.load(uri);
    // While files were read, a newer version may have come: the caller begins anew.
    if (this.input.openText(uri)?.version !== version) return;
    const begun = performance.now();
    const before = this.checked.get(uri);
    const document = this.judge(uri, version, documents, config);
    this.lastEnd = performance.now();
    this.lastDuration = this.lastEnd - begun;
    this.checked.set(uri, document);
    this.input.onChecked(document);
    // The first time, those who use the file have read it from the disk, which may say the same.
    if (before?.playbook.document !== document.playbook.document)
      for (const user of this.usersOf(uri)) if (this.hasOther(user, document)) this.recheck(user);
  }

  private async load(uri: string, text?: string) {
    const { workspace } = this.input;
    const [documents, config] = await Promise.all([workspace.load(uri, text), workspace.configFor(uri)]);
    return { documents, config };
  }

  private judge(
    uri: string,
    version: number,
    documents: ReadonlyMap<string, YamlDocument>,
    config: Config,
  ): CheckedDocument {
    const { workspace, t, locale, now } = this.input;
    const root = workspace.rootOf(uri);
    return checkDocument({
      uri,
      version,
      file: workspace.fileOf(uri),
      documents,
      uriOf: (file) => workspace.uriIn(root, file),
      config,
      t,
      locale,
      now: now(),
    });
  }

  /** A user was checked with another text of the file than the one that is open. */
  private hasOther(user: string, { uri, playbook }: CheckedDocument): boolean {
    const { documents, uriOf } = this.checked.get(user) ?? { documents: new Map<string, never>(), uriOf: () => '' };
    for (const [name, used] of documents)
      if (normalise(uriOf(name)) === normalise(uri)) return used.text !== playbook.document.text;
    return false;
  }
}
