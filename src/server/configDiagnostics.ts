import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { readConfig } from '../core/lint/readConfig';
import { LineIndex } from '../core/text/lineIndex';
import type { Translate } from '../core/text/translate';
import { toRange } from '../service/checkedDocument';

/** Mistakes in `incident.config.yaml` itself. */
export function configDiagnostics(text: string, t: Translate): readonly Diagnostic[] {
  const lines = new LineIndex(text);
  return readConfig(text, t).findings.map(({ rule, message, span }) => ({
    range: toRange(lines, span),
    severity: DiagnosticSeverity.Error,
    code: rule,
    source: 'unhappy-path',
    message,
  }));
}
