import type { Finding, Severity } from '../lint/finding';

/** What was found in one file, to be written down. */
export interface ReportedFile {
  /** As the reader knows it: relative to where they are, with `/`. */
  readonly file: string;
  /** Empty where nothing was found: a run over thousands of files keeps only what it points into. */
  readonly text: string;
  /** Only those in this file; spans are offsets in `text`. */
  readonly findings: readonly Finding[];
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

/** The page that explains a rule. */
export function helpOf(rule: string): string {
  return `https://github.com/unhappy-path/unhappy-path/blob/main/docs/rules/${rule}.md`;
}
