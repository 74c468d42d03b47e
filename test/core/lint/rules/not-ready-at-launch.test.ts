import { expect, test } from 'vitest';
import { contentHash } from '../../../../src/core/model/contentHash';
import { nodeAt } from '../../../../src/core/yaml/data';
import { parseYaml } from '../../../../src/core/yaml/parse';
import { expectFindings, lintText } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const due = 'campaign: { launch_at: 2027-02-01, ready_by: 2026-11-20 }\n';
const marked = due.replace('2026-11-20', '<|2026-11-20|>');
const old = `sha256:${'0'.repeat(64)}`;

function approved(text: string, hashes: Readonly<Record<string, string | undefined>>): string {
  const lines = Object.entries(hashes).map(([of, hash]) => {
    const node = nodeAt(parseYaml(text.replace(/<\||\|>/g, '')).root, of.split('.'))?.node;
    return `  - { of: ${of}, by: amina, on: 2026-11-20, hash: "${hash ?? (node && contentHash(node))}" }\n`;
  });
  return `${text}approvals:\n${lines.join('')}`;
}
const one = (rule: string, text: string) => lintText(text).filter((finding) => finding.rule === rule).length;

test('a message that is sent has no approval when it is due', () => {
  expectFindings('not-ready-at-launch', smallPlaybook + marked, [
    'The plan had to be ready by now. "notice" is not approved. And 1 more.',
  ]);
  expectFindings('not-ready-at-launch', approved(smallPlaybook + marked, { 'messages.notice': undefined }), [
    'The plan had to be ready by now. "over" is not approved.',
  ]);
});

test('the sorry page, and a picture that is not ready; without "ready_by" the day before the launch counts', () => {
  const page = 'sorry_page: { message: notice, assets: [{ path: a.png, ready: false }] }\n';
  const both = { 'messages.notice': undefined, 'messages.over': undefined };
  expectFindings('not-ready-at-launch', approved(smallPlaybook + marked + page, both), [/sorry page is not.* 1 more/]);
  expectFindings('not-ready-at-launch', `${smallPlaybook}campaign: { launch_at: <|2026-11-23T09:00Z|> }\n`, [
    /"notice"/,
  ]);
});

test('all is approved, or the plan as a whole is, or it is not due yet', () => {
  const both = { 'messages.notice': undefined, 'messages.over': undefined };
  expectFindings('not-ready-at-launch', approved(smallPlaybook + due, both), []);
  expectFindings('not-ready-at-launch', smallPlaybook.replace('in-review', 'approved') + due, []);
  expectFindings('not-ready-at-launch', smallPlaybook + due.replace('2026-11-20', '2026-11-23'), []);
});

test('what was changed after its approval is one finding; it is listed where more is missing', () => {
  const changed = approved(smallPlaybook + due, { 'messages.notice': old, 'messages.over': undefined });
  expect(one('approval-stale', changed)).toBe(1);
  expect(one('not-ready-at-launch', changed)).toBe(0);
  const [finding] = expectFindings(
    'not-ready-at-launch',
    approved(smallPlaybook + marked, { 'messages.notice': old }),
    ['The plan had to be ready by now. "over" is not approved. And 1 more.'],
  );
  expect(finding?.related?.map(({ message }) => message)).toEqual([
    '"over" is not approved.',
    '"notice" was changed after it was approved.',
  ]);
});

test('ids are the same in any composition of their letters', () => {
  const text = smallPlaybook.replaceAll('notice', 'e\u0301te').replaceAll('over', 'done') + due;
  const found = approved(text, { 'messages.done': undefined }).replace(
    'approvals:',
    `approvals:\n  - { of: messages.\u00e9te, by: amina, on: 2026-11-20, hash: "${old}" }`,
  );
  expect(one('not-ready-at-launch', found)).toBe(0);
  expect(one('approval-stale', found)).toBe(1);
});
