import { fileOfEdit, safeFixOf } from '../lint/fixAll';
import { byteLength } from '../text/bytes';
import { LineIndex } from '../text/lineIndex';
import { applyEdits, type Span, toSpan } from '../text/span';
import { levels } from './levels';
import { onOneLine, reportable, wellFormed } from './place';
import { helpOf, home, type ReportedFile, type ReportedFinding } from './reported';

/**
 * Reviewdog's diagnostic format: lines from 1, columns in UTF-8 bytes from 1, files relative to where it runs.
 * https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
 */
export function toRdjson(files: readonly ReportedFile[]): string {
  const diagnostics = files.flatMap((file) => {
    const lines = new LineIndex(file.text);
    return file.findings.map((finding) => toDiagnostic(finding, file, lines));
  });
  return `${JSON.stringify({ source: { name: 'unhappy-path', url: home }, diagnostics }, null, 2)}\n`;
}

function toDiagnostic(finding: ReportedFinding, { file, text }: ReportedFile, lines: LineIndex) {
  const suggestion = toSuggestion(finding, text, lines);
  return {
    message: reportable(finding.message),
    location: { path: wellFormed(file), range: toRange(onOneLine(finding.span, lines), lines) },
    severity: levels[finding.severity].rdjson,
    code: { value: finding.rule, url: helpOf(finding.rule) },
    ...(suggestion && { suggestions: [suggestion] }),
    ...(finding.places?.length && {
      related_locations: finding.places.map((place) => {
        const own = place.text === text ? lines : new LineIndex(place.text);
        return {
          message: reportable(place.message),
          location: { path: wellFormed(place.file), range: toRange(onOneLine(place.span, own), own) },
        };
      }),
    }),
  };
}

/** The safe fix as one replacement: half of a fix that was accepted alone could break the file. */
function toSuggestion(finding: ReportedFinding, text: string, lines: LineIndex) {
  const fix = safeFixOf(finding);
  if (fix === undefined) return undefined;
  if (!fix.edits.every((edit) => fileOfEdit(edit, finding, '') === (finding.span.file ?? ''))) return undefined;
  const start = Math.min(...fix.edits.map(({ span }) => span.start));
  const end = Math.max(...fix.edits.map(({ span }) => span.end));
  const edits = fix.edits.map((edit) => ({ ...edit, span: toSpan(edit.span.start - start, edit.span.end - start) }));
  return {
    range: toRange(toSpan(start, end), lines),
    text: wellFormed(applyEdits(text.slice(start, end), edits)),
  };
}

function toRange(span: Span, lines: LineIndex) {
  const place = (offset: number) => {
    const { line, character } = lines.position(offset);
    return { line: line + 1, column: byteLength(lines.line(line).slice(0, character)) + 1 };
  };
  return { start: place(span.start), end: place(span.end) };
}
