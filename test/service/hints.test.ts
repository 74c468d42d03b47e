import { expect, test } from 'vitest';
import { applyEdits } from '../../src/core/text/span';
import type { UiLocale } from '../../src/core/text/translate';
import { provideFixAll } from '../../src/service/codeActions';
import { provideCodeLenses } from '../../src/service/codeLens';
import { provideInlayHints } from '../../src/service/inlayHints';
import { openText } from '../support/service';
import { smallPlaybook } from '../support/small';

const commands = { showReferences: 'show', openPreview: 'open' };

function lenses(source: string, locale: UiLocale = 'en') {
  const { document } = openText(source, { locale });
  return provideCodeLenses(document, commands).map(
    ({ range, command }) => `${document.lines.line(range.start.line).trim().split(':')[0]}: ${command?.title}`,
  );
}

test('above a class the worst case, above a message and a channel its uses', () => {
  expect(lenses(smallPlaybook)).toEqual([
    'playbook: Open the preview',
    'major: First notice after 9 min at worst',
    'status: used 3 times',
    'notice: used once',
    'over: used once',
  ]);
  expect(lenses(smallPlaybook, 'ja')).toContain('major: 第一報まで最悪9分');
  const [, , channel] = provideCodeLenses(openText(smallPlaybook).document, commands);
  expect(channel?.command?.arguments?.[2]).toHaveLength(3);
});

test('what no path announces, and a loop, are told; half-typed text has no lens', () => {
  const silent = smallPlaybook.replace(
    'kind: announce\n        by: lead\n        message: notice',
    'kind: do\n        by: lead\n        task: nothing',
  );
  expect(lenses(silent).find((lens) => lens.startsWith('major'))).not.toContain('9 min');
  expect(lenses(smallPlaybook.replace('title: Major', 'title: "Major'))).toEqual([]);
});

test('an editor without our commands sees the words alone', () => {
  const plain = provideCodeLenses(openText(smallPlaybook).document, undefined);
  expect(plain.every(({ command }) => command?.command === '')).toBe(true);
});

test('names behind ids, lengths behind texts', () => {
  const { document } = openText(smallPlaybook);
  const whole = { start: { line: 0, character: 0 }, end: document.lines.position(document.lines.text.length) };
  const shown = provideInlayHints(document, whole).map(({ position, label }) => {
    const line = document.lines.line(position.line);
    return `${line.slice(0, position.character)}«${label}»${line.slice(position.character)}`.trim();
  });
  expect(shown).toContain('lead: { person: amina«Amina», deputy: ben, decides: true }');
  expect(shown).toContain('message: notice«First notice»');
  expect(shown).toContain('status:«22 / 255»');
  const first = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
  expect(provideInlayHints(document, first)).toEqual([]);
});

test('all that can mean only one thing is mended at once', () => {
  const slips = smallPlaybook
    .replace('stage: investigating', 'stagee: investigating')
    .replace('then: judge', 'then: jugde');
  const { document } = openText(slips);
  const [action] = provideFixAll(document);
  const [edit] = action?.edit?.changes?.[document.uri] ?? [];
  if (edit === undefined) throw new Error('no edit');
  const span = { start: document.lines.offset(edit.range.start), end: document.lines.offset(edit.range.end) };
  const mended = applyEdits(slips, [{ span, text: edit.newText }]);
  expect(mended).toContain('stage: investigating');
  expect(mended).toContain('then: judge');
  expect(provideFixAll(openText(mended).document)).toEqual([]);
});
