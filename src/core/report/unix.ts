import { LineIndex } from '../text/lineIndex';
import { placeOf, reportable } from './place';
import type { ReportedFile } from './reported';

/** One line for each finding, as compilers write them: `file:line:column: severity: message [rule]`. Editors' tasks read it. */
export function toUnix(files: readonly ReportedFile[]): string {
  return files
    .flatMap(({ file, text, findings }) => {
      const lines = new LineIndex(text);
      return findings.map(({ span, severity, message, rule }) => {
        const { startLine, startColumn } = placeOf(span, lines);
        return `${reportable(file)}:${startLine}:${startColumn}: ${severity}: ${reportable(message)} [${rule}]\n`;
      });
    })
    .join('');
}
