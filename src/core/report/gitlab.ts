import { LineIndex } from '../text/lineIndex';
import { fingerprintsOf } from './fingerprints';
import { levels } from './levels';
import { placeOf, reportable, wellFormed } from './place';
import type { ReportedFile } from './reported';

/** A Code Quality report; files are named relative to the repository. https://docs.gitlab.com/ci/testing/code_quality/ */
export function toGitlab(files: readonly ReportedFile[]): string {
  const findings = files.flatMap((file) => {
    const fingerprints = fingerprintsOf(file);
    const lines = new LineIndex(file.text);
    return file.findings.map((finding) => {
      const begin = placeOf(finding.span, lines).startLine;
      return {
        description: reportable(finding.message),
        check_name: finding.rule,
        fingerprint: fingerprints.get(finding),
        severity: levels[finding.severity].gitlab,
        location: { path: wellFormed(file.file), lines: { begin, end: begin } },
      };
    });
  });
  return `${JSON.stringify(findings, null, 2)}\n`;
}
