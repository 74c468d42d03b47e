import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../core/lint/finding';
import { helpOf } from '../core/report/reported';
import { type CheckedDocument, linesOf, toRange, uriOfSpan } from './checkedDocument';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};
/** Shown faded: they could go. */
const unnecessary: ReadonlySet<string> = new Set(['unreachable-step', 'unused-definition', 'unused-ignore']);

/** What editors show, by the file it stands in: the document's own, and the files it uses. */
export function toDiagnostics(document: CheckedDocument): ReadonlyMap<string, readonly Diagnostic[]> {
  const byUri = new Map<string, Diagnostic[]>([[document.uri, []]]);
  for (const finding of document.findings) {
    const uri = uriOfSpan(document, finding.span);
    const list = byUri.get(uri) ?? [];
    byUri.set(uri, list);
    list.push(toDiagnostic(finding, document));
  }
  return byUri;
}

export function toDiagnostic(
  { rule, severity, message, span, related = [] }: Finding,
  document: CheckedDocument,
): Diagnostic {
  return {
    range: toRange(linesOf(document, span), span),
    severity: severities[severity],
    code: rule,
    codeDescription: { href: helpOf(rule) },
    source: 'unhappy-path',
    message,
    ...(unnecessary.has(rule) && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related.length > 0 && {
      relatedInformation: related.map((other) => ({
        message: other.message,
        location: { uri: uriOfSpan(document, other.span), range: toRange(linesOf(document, other.span), other.span) },
      })),
    }),
  };
}
