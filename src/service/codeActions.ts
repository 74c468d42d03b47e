import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import { type CheckedDocument, toRange } from './checkedDocument';
import { toDiagnostic } from './diagnostics';

/** The fixes of the findings that touch the range. The one that can be applied unseen is the preferred one. */
export function provideCodeActions(document: CheckedDocument, range: Range): readonly CodeAction[] {
  const from = document.lines.offset(range.start);
  const to = document.lines.offset(range.end);
  return document.findings.flatMap((finding) => {
    if (finding.span.file !== undefined || finding.span.end < from || finding.span.start > to) return [];
    return (finding.fixes ?? []).map((fix, index) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(finding, document)],
      isPreferred: index === 0 && fix.safe,
      edit: {
        changes: {
          [document.uri]: fix.edits.map(({ span, text }) => ({ range: toRange(document.lines, span), newText: text })),
        },
      },
    }));
  });
}
