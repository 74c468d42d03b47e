import type { Diagnostic } from 'vscode-languageserver';

/** The diagnostics on show. A file may get some from its own check, and some from every playbook that uses it. */
export class Published {
  /** File → the document whose check found them → diagnostics. */
  private readonly byFile = new Map<string, Map<string, readonly Diagnostic[]>>();

  /** What the check of `source` found, by file; returns the files whose list may have changed. */
  replace(source: string, found: ReadonlyMap<string, readonly Diagnostic[]>): ReadonlySet<string> {
    const touched = new Set(found.keys());
    for (const [uri, bySource] of this.byFile) {
      if (bySource.delete(source)) touched.add(uri);
      if (bySource.size === 0) this.byFile.delete(uri);
    }
    for (const [uri, diagnostics] of found) {
      const bySource = this.byFile.get(uri) ?? new Map<string, readonly Diagnostic[]>();
      this.byFile.set(uri, bySource.set(source, diagnostics));
    }
    return touched;
  }

  /** What several playbooks find in one file is shown once. */
  of(uri: string): readonly Diagnostic[] {
    const seen = new Set<string>();
    return [...(this.byFile.get(uri)?.values() ?? [])].flat().filter(({ code, range, message }) => {
      const key = JSON.stringify([code, range, message]);
      return !seen.has(key) && seen.add(key);
    });
  }
}
