import { expect, test } from 'vitest';
import { expectFindings, lintText } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const whole = `  status_link: status
  support: { email: help@acme.example }
  http: { status: 503, retry_after: 10m }
  switchover:
    trigger: Nothing loads for five minutes
    decided_by: lead
    done_by: lead
    takes: 5m
    agreed_with: { role: lead, on: 2026-11-01 }
`;
const plan = (page: string, more = '') => `${smallPlaybook}<|sorry_page|>:\n  message: notice\n${page}${more}`;
const plain = (text: string) => text.replace(/<\||\|>/g, '');
const lacking = (keys: string) =>
  `The sorry page lacks ${keys}. Visitors need a way on, and somebody has to be able to switch it on.`;
const systems = (control: string) =>
  `systems:\n  host: { control: ${control} }\n  shop: { depends_on: host }\nscenarios:\n  down: { kind: outage, fails: shop }\n`;

test('what is missing is named, and written as far as it can be known', () => {
  const [finding] = expectFindings(
    'sorry-page-incomplete',
    plan(whole.replace('  status_link: status\n', '').replace('  http: { status: 503, retry_after: 10m }\n', '')),
    [lacking('"status_link", "http.status: 503" and "http.retry_after"')],
  );
  expect(finding?.fixes).toMatchObject([{ title: 'Write "status_link" and "http"', safe: false }]);
  const [edit] = finding?.fixes?.[0]?.edits ?? [];
  expect(edit?.text).toBe(
    '\n  status_link: status\n  http:\n    status: 503\n    retry_after: 10m\n    robots: noindex',
  );
  expectFindings('sorry-page-incomplete', plan(''), [
    lacking('"status_link", "support", "http.status: 503", "http.retry_after" and "switchover"'),
  ]);
});

test('another status, and a switch that nobody agreed to', () => {
  expectFindings('sorry-page-incomplete', plan(whole.replace('503', '200')), [lacking('"http.status: 503"')]);
  expectFindings('sorry-page-incomplete', plan(whole.replace(/ +agreed_with.*\n/, '')), [
    lacking('"switchover.agreed_with"'),
  ]);
});

test('where all that fails is rented it is information', () => {
  const rented = plan(whole.replace(/ +agreed_with.*\n/, ''), systems('none'));
  expect(expectFindings('sorry-page-incomplete', rented, [/rented/])).toMatchObject([{ severity: 'info' }]);
  const own = plan(whole.replace(/ +agreed_with.*\n/, ''), systems('ours'));
  expect(expectFindings('sorry-page-incomplete', own, [/lacks/])).toMatchObject([{ severity: 'warning' }]);
});

test('nothing is missing, there is no page, or a key is misspelt', () => {
  expectFindings('sorry-page-incomplete', plain(plan(whole)), []);
  expectFindings('sorry-page-incomplete', smallPlaybook, []);
  expectFindings('sorry-page-incomplete', plain(plan(whole.replace('status_link', 'status_lnk'))), []);
  expectFindings('sorry-page-incomplete', plain(plan(whole.replace('agreed_with', 'agreed_wit'))), []);
});

test('in a draft it is information', () => {
  const draft = lintText(plain(plan('')).replace('in-review', 'draft'));
  expect(draft.filter(({ rule }) => rule === 'sorry-page-incomplete')).toMatchObject([{ severity: 'info' }]);
});
