import path from 'node:path';
import type { Finding } from '../core/lint/finding';
import type { RelatedPlace, ReportedFile, ReportedFinding } from '../core/report/reported';
import type { YamlDocument } from '../core/yaml/tree';
import { toName } from './disk';

/** A finding whose related places have absolute paths. */
interface Entry {
  text: string;
  readonly findings: Map<string, ReportedFinding>;
}

/** What was found, by file. A finding in a used file is seen by each of its users, and told once. */
export class Report {
  private readonly byFile = new Map<string, Entry>();

  /** Adds the findings of a playbook, each to the file that it is in. */
  addAll(
    findings: readonly Finding[],
    { root, name, documents }: { root: string; name: string; documents: ReadonlyMap<string, YamlDocument> },
  ): void {
    const main = path.join(root, name);
    const absolute = (file: string | undefined) => (file === undefined ? main : path.join(root, file));
    this.add(main, '', []);
    for (const finding of findings) {
      const text = documents.get(finding.span.file ?? name)?.text;
      if (text === undefined) continue;
      const places = finding.related?.flatMap(({ span, message }): RelatedPlace[] => {
        const there = documents.get(span.file ?? name)?.text;
        return there === undefined ? [] : [{ file: absolute(span.file), text: there, span, message }];
      });
      this.add(absolute(finding.span.file), text, [{ ...finding, ...(places && { places }) }]);
    }
  }

  add(file: string, text: string, findings: readonly ReportedFinding[]): void {
    const entry = this.byFile.get(file) ?? { text: '', findings: new Map() };
    this.byFile.set(file, entry);
    if (findings.length > 0) entry.text = text;
    for (const finding of findings) {
      entry.findings.set(`${finding.rule} ${finding.span.start} ${finding.span.end}`, finding);
    }
  }

  /** Named relative to a folder. */
  files(folder: string): readonly ReportedFile[] {
    return [...this.byFile].map(([file, { text, findings }]) => ({
      file: toName(folder, file),
      text,
      findings: [...findings.values()]
        .sort((a, b) => a.span.start - b.span.start)
        .map(({ places, ...finding }) => ({
          ...finding,
          ...(places && { places: places.map((place) => ({ ...place, file: toName(folder, place.file) })) }),
        })),
    }));
  }
}

export function onlyErrors(files: readonly ReportedFile[]): readonly ReportedFile[] {
  return files.map((file) => ({ ...file, findings: file.findings.filter(({ severity }) => severity === 'error') }));
}
