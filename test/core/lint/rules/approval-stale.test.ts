import { expect, test } from 'vitest';
import { contentHash } from '../../../../src/core/model/contentHash';
import { nodeAt } from '../../../../src/core/yaml/data';
import { parseYaml } from '../../../../src/core/yaml/parse';
import { expectFindings, fixText, lintText } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const part = (text: string, ...path: readonly string[]) => {
  const found = nodeAt(parseYaml(text).root, path);
  if (found === undefined) throw new Error(`nothing at ${path.join('.')}`);
  return contentHash(found.node);
};
const old = `sha256:${'0'.repeat(64)}`;
const approvals = (of: string, hash: string, on = '2026-11-20') =>
  `approvals:\n  - { of: ${of}, by: amina, on: ${on}, hash: "${hash}" }\n`;
const page = 'sorry_page:\n  message: notice\n  support: { email: help@acme.example }\n';

test('a message was changed after it was approved; the fix approves what stands there, today', () => {
  const now = part(smallPlaybook, 'messages', 'notice');
  const [finding] = expectFindings(
    'approval-stale',
    smallPlaybook + approvals('messages.notice', `<|${old}|>`),
    ['"messages.notice" has been changed since Amina approved it on 2026-11-20. Have it read and approved again.'],
    smallPlaybook + approvals('messages.notice', now, '2026-11-23'),
  );
  expect(finding).toMatchObject({ severity: 'error' });
  expect(finding?.fixes).toMatchObject([{ safe: false }]);
});

test('flows and the sorry page, each by itself', () => {
  expectFindings('approval-stale', `${smallPlaybook}${page}${approvals('sorry_page', `<|${old}|>`)}`, [/"sorry_page"/]);
  expectFindings('approval-stale', smallPlaybook + approvals('flows.main', `<|${old}|>`), [/"flows.main"/]);
});

test('a changed character voids it, a comment and a quote do not', () => {
  const hash = part(smallPlaybook, 'messages', 'notice');
  const stale = (text: string) => lintText(text).filter(({ rule }) => rule === 'approval-stale').length;
  const approved = smallPlaybook + approvals('messages.notice', hash);
  expect(stale(approved)).toBe(0);
  expect(stale(approved.replace('stage: investigating', 'stage: "investigating" # at first'))).toBe(0);
  expect(stale(approved.replace('We will write again', 'We write again'))).toBe(1);
  // Another message is not what was approved.
  expect(stale(approved.replace('Nothing is left over', 'All is well'))).toBe(0);
});

test('valid approvals of all kinds', () => {
  const text = smallPlaybook + page;
  expectFindings('approval-stale', text + approvals('sorry_page', part(text, 'sorry_page')), []);
  expectFindings(
    'approval-stale',
    text + approvals('flows.main', part(text, 'flows', 'main').toUpperCase().replace('SHA', 'sha')),
    [],
  );
});

test('in a draft it is a warning; what is not there or no hash is told elsewhere', () => {
  const draft = smallPlaybook.replace('in-review', 'draft') + approvals('messages.notice', old);
  expect(lintText(draft).filter(({ rule }) => rule === 'approval-stale')).toMatchObject([{ severity: 'warning' }]);
  expectFindings('approval-stale', smallPlaybook + approvals('messages.notise', old), []);
  expectFindings('approval-stale', smallPlaybook + approvals('messages.notice', 'sha256:short'), []);
});

test('an older approval is history once the same person approved again; another person has not', () => {
  const now = part(smallPlaybook, 'messages', 'notice');
  const both = (by: string, oldHash: string) =>
    `${smallPlaybook}${approvals('messages.notice', oldHash)}  - { of: messages.notice, by: ${by}, on: 2026-11-21, hash: "${now}" }\n`;
  expectFindings('approval-stale', both('amina', old), []);
  expectFindings('approval-stale', both('ben', `<|${old}|>`), [/since Amina approved/]);
});

test('a hash that is not written yet is offered', () => {
  const without = `${smallPlaybook}approvals:\n  - of: messages.notice\n    by: amina\n    on: 2026-11-20\n`;
  const [finding] = lintText(without).filter(({ rule }) => rule === 'schema');
  expect(finding?.fixes).toMatchObject([{ safe: false }]);
  const fixed = fixText(without, finding ? [finding] : []);
  expect(fixed).toBe(`${without.trimEnd()}\n    hash: ${part(smallPlaybook, 'messages', 'notice')}\n`);
  expect(lintText(fixed).filter(({ rule }) => rule === 'approval-stale' || rule === 'schema')).toEqual([]);
});

test('what a used file brings is approved as it is written there', () => {
  const shared = `playbook: 1\npartial: true\nmessages:\n  late:\n    title: Late\n    stage: apology\n    variants:\n      status: { title: Late, body: We are sorry. }\n`;
  const hash = part(shared, 'messages', 'late');
  const plan = (at: string) => `${smallPlaybook}uses: [shared.incident.yaml]\n${approvals('messages.late', at)}`;
  const files = (text: string) => ({ files: { 'shared.incident.yaml': text } });
  expectFindings('approval-stale', plan(hash), [], undefined, files(shared));
  const [finding] = expectFindings(
    'approval-stale',
    plan(`<|${hash}|>`),
    [/"messages.late"/],
    undefined,
    files(shared.replace('We are sorry', 'We are so sorry')),
  );
  expect(finding?.related?.[0]?.span.file).toBe('shared.incident.yaml');
});

test('"same_as" is not followed: the text it points to is hashed once, where it stands', () => {
  const own = (body: string) => `variants:\n  a: ${body}\n  b: { same_as: a }\n`;
  expect(part(own('One'), 'variants', 'b')).toBe(part(own('Two'), 'variants', 'b'));
  expect(part(own('One'), 'variants')).not.toBe(part(own('Two'), 'variants'));
});
