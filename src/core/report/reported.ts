import type { Finding, Severity } from '../lint/finding';
import type { Span } from '../text/span';

/** What was found in one file, to be written down. */
export interface ReportedFile {
  /** As the reader knows it: relative to where they are, or for a service to the root of the repository, with `/`. */
  readonly file: string;
  /** Empty where nothing was found: a run over thousands of files keeps only what it points into. */
  readonly text: string;
  /** Only those in this file; spans are offsets in `text`. */
  readonly findings: readonly ReportedFinding[];
}

export interface ReportedFinding extends Finding {
  /** The related places with the files that they are in, named like `ReportedFile.file`. */
  readonly places?: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly file: string;
  readonly text: string;
  readonly span: Span;
  readonly message: string;
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export function summarise(files: readonly ReportedFile[]): Summary {
  const count = (severity: Severity) =>
    files.reduce((sum, { findings }) => sum + findings.filter((finding) => finding.severity === severity).length, 0);
  return { files: files.length, errors: count('error'), warnings: count('warning'), infos: count('info') };
}

/** Where the project lives. */
export const home = 'https://github.com/unhappy-path/unhappy-path';

/** The page that explains a rule. */
export function helpOf(rule: string): string {
  return `${home}/blob/main/docs/rules/${rule}.md`;
}
