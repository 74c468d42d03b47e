import { LineIndex } from '../text/lineIndex';
import { helpOf, type ReportedFile, summarise } from './reported';

/** The stable format for other programs. Lines and columns from 1, columns in UTF-16; the end is exclusive. */
export function toJson(files: readonly ReportedFile[]): string {
  const findings = files.flatMap(({ file, text, findings }) => {
    const lines = new LineIndex(text);
    const place = (offset: number) => {
      const { line, character } = lines.position(offset);
      return { line: line + 1, column: character + 1 };
    };
    return findings.map(({ rule, severity, message, span, fixes = [] }) => ({
      file,
      rule,
      severity,
      message,
      help: helpOf(rule),
      range: { start: place(span.start), end: place(span.end) },
      fixes: fixes.map(({ title, safe }) => ({ title, safe })),
    }));
  });
  return `${JSON.stringify({ version: 1, findings, summary: summarise(files) }, null, 2)}\n`;
}
