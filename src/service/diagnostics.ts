import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../core/lint/finding';
import { helpOf } from '../core/report/reported';
import { type CheckedDocument, linesOf, toRange, uriOfSpan } from './checkedDocument';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};
/** VS Code shows no more of one file. */
const most = 1000;
/** Shown faded: they could go. */
const unnecessary: ReadonlySet<string> = new Set(['unreachable-step', 'unused-definition', 'unused-ignore']);

/** What editors show, by the file it stands in: the document's own, and the files it uses. */
export function toDiagnostics(document: CheckedDocument): ReadonlyMap<string, readonly Diagnostic[]> {
  const byUri = new Map<string, Diagnostic[]>([[document.uri, []]]);
  for (const finding of worst(document.findings)) {
    const uri = uriOfSpan(document, finding.span);
    const list = byUri.get(uri) ?? [];
    byUri.set(uri, list);
    list.push(toDiagnostic(finding, document));
  }
  return byUri;
}

/** All of them, but where there are thousands the worst ones. */
function worst(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= most) return findings;
  return [...findings].sort((a, b) => severities[a.severity] - severities[b.severity]).slice(0, most);
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
