import type { Finding, Severity } from '../lint/finding';
import { LineIndex } from '../text/lineIndex';
import { printable } from '../text/printable';
import type { ReportedFile } from './reported';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };
const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * Workflow commands that GitHub shows as annotations on the lines of a pull request. Only about ten of a level are
 * shown for a step, so the worst come first.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function toGithub(files: readonly ReportedFile[]): string {
  const all = files.flatMap((file) => {
    const lines = new LineIndex(file.text);
    return file.findings.map((finding) => ({ finding, line: toCommand(finding, file.file, lines) }));
  });
  all.sort((a, b) => ranks[a.finding.severity] - ranks[b.finding.severity]);
  return all.map(({ line }) => `${line}\n`).join('');
}

function toCommand({ severity, span, rule, message }: Finding, file: string, lines: LineIndex): string {
  const start = lines.position(span.start);
  const end = lines.position(span.end);
  const properties = Object.entries({
    file,
    line: start.line + 1,
    endLine: end.line + 1,
    col: start.character + 1,
    endColumn: end.character + 1,
    title: rule,
  });
  return `::${levels[severity]} ${properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',')}::${escapeData(printable(message))}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
