import type { Finding } from '../lint/finding';
import { LineIndex } from '../text/lineIndex';
import { levels, ranks } from './levels';
import { reportable } from './place';
import type { ReportedFile } from './reported';

/** GitHub shows ten annotations of a level for a step. https://github.com/orgs/community/discussions/26680 */
const shownOfLevel = 10;

export interface GithubOptions {
  /** Whether the rest goes elsewhere; else every finding is written into the log. */
  readonly onlyShown?: boolean;
}

/** A finding with the file that it is in. */
export interface Placed {
  readonly finding: Finding;
  readonly file: string;
  readonly lines: LineIndex;
}

/**
 * Workflow commands that GitHub shows as annotations on the lines of a pull request, the worst first. Files are named
 * relative to the repository. https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function toGithub(files: readonly ReportedFile[], { onlyShown = false }: GithubOptions = {}): string {
  const { all, shown } = annotated(files);
  return (onlyShown ? shown : all).map((placed) => `${toCommand(placed)}\n`).join('');
}

/** All findings from the worst, in two parts: those that GitHub shows, and those for which it has no room. */
export function annotated(files: readonly ReportedFile[]): {
  readonly all: readonly Placed[];
  readonly shown: readonly Placed[];
  readonly rest: readonly Placed[];
} {
  const all = files.flatMap(({ file, text, findings }) => {
    const lines = new LineIndex(text);
    return findings.map((finding) => ({ finding, file, lines }));
  });
  all.sort((a, b) => ranks[a.finding.severity] - ranks[b.finding.severity]);
  const counts = { error: 0, warning: 0, info: 0 };
  const shown: Placed[] = [];
  const rest: Placed[] = [];
  for (const placed of all) (counts[placed.finding.severity]++ < shownOfLevel ? shown : rest).push(placed);
  return { all, shown, rest };
}

function toCommand({ finding: { severity, span, rule, message }, file, lines }: Placed): string {
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
  return `::${levels[severity].github} ${properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',')}::${escapeData(reportable(message))}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
