import { LineIndex } from '../text/lineIndex';
import { levels } from './levels';
import { placeOf, reportable } from './place';
import { helpOf, type ReportedFile, type ReportedFinding, summarise } from './reported';

/**
 * JUnit's XML: a suite for each playbook, a case for each finding. Errors are failures; of the rest a case tells in its
 * output, so that a page of results agrees with how the command ended. https://github.com/testmoapp/junitxml
 */
export function toJunit(files: readonly ReportedFile[]): string {
  const { errors } = summarise(files);
  const tests = files.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="unhappy-path" tests="${tests}" failures="${errors}">\n`,
    ...files.map(suite),
    '</testsuites>\n',
  ].join('');
}

function suite(reported: ReportedFile): string {
  const { findings, text } = reported;
  const file = xmlText(reported.file);
  const { errors } = summarise([reported]);
  const lines = new LineIndex(text);
  const cases =
    findings.length === 0
      ? [`    <testcase name="${file}" classname="${file}"/>\n`]
      : findings.map((finding) => testcase(finding, file, lines));
  return `  <testsuite name="${file}" tests="${cases.length}" failures="${errors}">\n${cases.join('')}  </testsuite>\n`;
}

function testcase({ rule, severity, message, span }: ReportedFinding, file: string, lines: LineIndex): string {
  const { startLine, startColumn } = placeOf(span, lines);
  const said = xmlText(message);
  const body = `${file}:${startLine}:${startColumn} ${severity} ${said}\n${helpOf(rule)}`;
  const inside =
    levels[severity].junit === 'failure'
      ? `<failure type="${xmlText(rule)}" message="${said}">${body}</failure>`
      : `<system-out>${body}</system-out>`;
  return `    <testcase name="${xmlText(rule)} ${startLine}:${startColumn}" classname="${file}" file="${file}" line="${startLine}">${inside}</testcase>\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function xmlText(text: string): string {
  return reportable(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
