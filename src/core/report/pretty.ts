import type { Finding, Severity } from '../lint/finding';
import { displayWidth } from '../text/displayWidth';
import { LineIndex } from '../text/lineIndex';
import { printable } from '../text/printable';
import type { Translate } from '../text/translate';
import { type ReportedFile, type Summary, summarise } from './reported';

export interface PrettyOptions {
  readonly t: Translate;
  readonly colour: boolean;
}

/** Columns of a source line that are shown; of a longer one, the part around the finding. */
const shownColumns = 100;

/** For people at a terminal: each finding with its line, and carets right under the words, also under full-width text. */
export function toPretty(files: readonly ReportedFile[], { t, colour }: PrettyOptions): string {
  const paint = colour ? painted : plain;
  const blocks = files.flatMap(({ file, text, findings }) => {
    if (findings.length === 0) return [];
    const lines = new LineIndex(text);
    return [`${paint.file(printable(file))}\n`, ...findings.map((finding) => `${block(finding, lines, paint, t)}\n`)];
  });
  return `${blocks.join('')}${closing(summarise(files), paint, t)}\n`;
}

function block(finding: Finding, lines: LineIndex, paint: Paint, t: Translate): string {
  const { line, character } = lines.position(finding.span.start);
  const length = Math.max(1, Math.min(finding.span.end, lines.lineEnd(line)) - finding.span.start);
  const { before, marked, after } = excerpt(lines.line(line), character, length);
  const number = String(line + 1);
  const margin = ' '.repeat(number.length);
  const severity = { error: t('error'), warning: t('warning'), info: t('information') }[finding.severity];
  const fix = finding.fixes?.[0];
  return [
    `  ${number}:${character + 1}  ${paint[finding.severity](severity)}  ${printable(finding.message)}  ${paint.faint(finding.rule)}`,
    `  ${paint.faint(`${number} |`)} ${before}${marked}${after}`,
    `  ${paint.faint(`${margin} |`)} ${' '.repeat(displayWidth(before))}${paint[finding.severity]('^'.repeat(Math.max(1, displayWidth(marked))))}`,
    ...(fix === undefined ? [] : [`  ${margin}   ${paint.faint(`${t('Fix:')} ${printable(fix.title)}`)}`]),
    '',
  ].join('\n');
}

/** The line in three parts, cut to what fits, in characters that a terminal can print. */
function excerpt(line: string, from: number, length: number): { before: string; marked: string; after: string } {
  const marked = printable(line.slice(from, from + Math.min(length, shownColumns)));
  const room = Math.max(0, shownColumns - displayWidth(marked));
  const before = tail(
    printable(line.slice(Math.max(0, from - shownColumns), from)).trimStart(),
    Math.ceil(room / 2),
    from > shownColumns,
  );
  const rest = line.slice(from + length, from + length + shownColumns);
  const after = head(printable(rest), room - displayWidth(before), line.length > from + length + rest.length);
  return { before, marked, after };
}

function head(text: string, columns: number, more: boolean): string {
  if (displayWidth(text) <= columns) return more ? `${text}…` : text;
  let kept = '';
  let width = 0;
  for (const character of text) {
    width += displayWidth(character);
    if (width > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

function tail(text: string, columns: number, more: boolean): string {
  if (displayWidth(text) <= columns) return more ? `…${text}` : text;
  let kept = '';
  let width = 0;
  for (const character of [...text].reverse()) {
    width += displayWidth(character);
    if (width > columns - 1) break;
    kept = character + kept;
  }
  return `…${kept}`;
}

function closing({ files, errors, warnings, infos }: Summary, paint: Paint, t: Translate): string {
  const checked = files === 1 ? t('1 playbook checked') : t('{0} playbooks checked', files);
  if (errors + warnings + infos === 0) return `${paint.good('✓')} ${t('{0}: {1}', checked, t('nothing to mend.'))}`;
  const counts = [
    errors === 1 ? t('1 error') : t('{0} errors', errors),
    warnings === 1 ? t('1 warning') : t('{0} warnings', warnings),
    infos === 1 ? t('1 piece of information') : t('{0} pieces of information', infos),
  ];
  const sign = errors > 0 ? paint.error('✗') : warnings > 0 ? paint.warning('!') : paint.good('✓');
  return `${sign} ${t('{0}: {1}', checked, counts.join(t(', ')))}${t('.')}`;
}

type Paint = Readonly<Record<Severity | 'file' | 'faint' | 'good', (text: string) => string>>;

const inColour = (code: string) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const painted: Paint = {
  file: inColour('1;4'),
  error: inColour('31'),
  warning: inColour('33'),
  info: inColour('36'),
  good: inColour('32'),
  faint: inColour('2'),
};
const same = (text: string) => text;
const plain: Paint = { file: same, error: same, warning: same, info: same, good: same, faint: same };
