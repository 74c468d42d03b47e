import { expect, test } from 'vitest';
import { applyEdits } from '../../src/core/text/span';
import { provideCodeActions } from '../../src/service/codeActions';
import { cursorOf, openText } from '../support/service';
import { smallPlaybook } from '../support/small';

const at = (from: string, to: string) => {
  expect(smallPlaybook).toContain(from);
  return smallPlaybook.replace(from, to);
};
/** Each fix at the cursor: its title, whether it is the preferred one, and the text after it. */
function fixes(source: string) {
  const opened = openText(source);
  const cursor = cursorOf(opened);
  return provideCodeActions(opened.document, { start: cursor, end: cursor }).map((action) => {
    expect(Object.keys(action.edit?.changes ?? {})).toEqual([opened.document.uri]);
    const edits = (action.edit?.changes?.[opened.document.uri] ?? []).map(({ range, newText }) => ({
      span: { start: opened.document.lines.offset(range.start), end: opened.document.lines.offset(range.end) },
      text: newText,
    }));
    return {
      title: action.title,
      preferred: action.isPreferred,
      codes: action.diagnostics?.map(({ code }) => code),
      after: applyEdits(opened.text, edits),
    };
  });
}

test('a slip is put right', () => {
  expect(fixes(at('then: judge', 'then: jugd<|>e'))).toEqual([
    { title: 'Change to "judge"', preferred: true, codes: ['unknown-reference'], after: smallPlaybook },
  ]);
});

test('what nothing uses can go, but is not what the author surely wants', () => {
  expect(fixes(at('channels:\n', '  pre<|>ss: { title: Press }\nchannels:\n'))).toEqual([
    { title: 'Remove "press"', preferred: false, codes: ['unused-definition'], after: smallPlaybook },
  ]);
});

test('several findings in a selection, and none beside them', () => {
  const source = at('then: judge', 'then: jugde').replace('message: notice', 'message: notise');
  const { document } = openText(source);
  const flows = source.slice(0, source.indexOf('flows:')).split('\n').length - 1;
  const all = { start: { line: flows, character: 0 }, end: { line: 999, character: 0 } };
  expect(provideCodeActions(document, all).map(({ title }) => title)).toEqual([
    'Change to "judge"',
    'Change to "notice"',
  ]);
  const top = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };
  expect(provideCodeActions(document, top)).toEqual([]);
});

test('the fix of a finding in another file belongs to that file', () => {
  const files = { 'parts.yaml': 'playbook: 1\npartial: true\npeople: { ann: {} }\nroles: { r: { person: anm } }\n' };
  const { document } = openText('playbook: 1\nuses: parts.yaml\n', { files });
  expect(document.findings.some(({ span }) => span.file === 'parts.yaml')).toBe(true);
  const all = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
  expect(provideCodeActions(document, all).map(({ title }) => title)).not.toContain('Change to "ann"');
});
