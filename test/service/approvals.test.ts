import { expect, test } from 'vitest';
import { applyEdits } from '../../src/core/text/span';
import { provideApprovals } from '../../src/service/approvals';
import { lintText } from '../support/lint';
import { cursorOf, openText } from '../support/service';
import { smallPlaybook } from '../support/small';

function offered(source: string) {
  const opened = openText(source);
  const at = cursorOf(opened);
  const { lines, uri } = opened.document;
  return provideApprovals(opened.document, { start: at, end: at }).map(({ title, edit }) => {
    const edits = (edit?.changes?.[uri] ?? []).map(({ range, newText }) => ({
      span: { start: lines.offset(range.start), end: lines.offset(range.end) },
      text: newText,
    }));
    return { title, text: applyEdits(opened.text, edits) };
  });
}

const rules = (text: string) => lintText(text).map(({ rule }) => rule);

test('whoever decides, or stands in, approves what the caret is on as it is now, and one changed word voids it', () => {
  const [first, second, ...more] = offered(smallPlaybook.replace('  notice:\n', '  no<|>tice:\n'));
  expect(more).toEqual([]);
  expect([first?.title, second?.title]).toEqual([
    'Approve "First notice" as it is now, as Amina',
    'Approve "First notice" as it is now, as Ben',
  ]);
  expect(first?.text).toMatch(
    /- of: messages\.notice\n {4}by: amina\n {4}on: 2026-11-23\n {4}hash: "sha256:[0-9a-f]{64}"\n$/,
  );
  expect(rules(first?.text ?? '')).not.toContain('approval-stale');
  expect(rules(first?.text.replace('title: First notice', 'title: Notice') ?? '')).toContain('approval-stale');
});

test('who has approved it as it is now is not asked again, the others are', () => {
  const [first] = offered(smallPlaybook.replace('  notice:\n', '  no<|>tice:\n'));
  const again = offered((first?.text ?? '').replace('  notice:\n', '  no<|>tice:\n'));
  expect(again.map(({ title }) => title)).toEqual(['Approve "First notice" as it is now, as Ben']);
});

test('nothing is offered beside a name, in a file that can’t be read, and for what another file brings', () => {
  expect(offered(smallPlaybook.replace('title: First notice', 'title: First<|> notice'))).toEqual([]);
  expect(offered(`${smallPlaybook.replace('  notice:\n', '  no<|>tice:\n')}x: "y\n`)).toEqual([]);
});
