import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import { fixAll } from '../core/lint/fixAll';
import { smallestEdit } from '../core/text/span';
import { type CheckedDocument, toRange } from './checkedDocument';
import { toDiagnostic } from './diagnostics';

export const fixAllKind = 'source.fixAll.incidentPlaybook';

/** All that can mean only one thing, mended at once: nothing where there is nothing to mend. */
export function provideFixAll(document: CheckedDocument): readonly CodeAction[] {
  const { playbook, documents, config, t, now, lines, uri } = document;
  const { file } = playbook;
  const { texts } = fixAll({ file, documents, config, t, now, mayChange: (other) => other === file });
  const text = texts.get(file);
  if (text === undefined) return [];
  const edit = smallestEdit({ start: 0, end: lines.text.length }, lines.text, text);
  return [
    {
      title: t('Mend everything that can mean only one thing'),
      kind: fixAllKind,
      edit: { changes: { [uri]: [{ range: toRange(lines, edit.span), newText: edit.text }] } },
    },
  ];
}

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
