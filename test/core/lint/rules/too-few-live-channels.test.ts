import { expect, test } from 'vitest';
import { expectFindings, lintText } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const plan = (channels: string, scenario: string, status = 'host') =>
  `${smallPlaybook
    .replace('operators: amina }', `operators: amina, depends_on: ${status} }`)
    .replace('channels:\n', `channels:\n${channels}`)}systems:
  cloud: {}
  host: { depends_on: cloud }
  mailer: {}
  inside: {}
scenarios:
  ${scenario}: { kind: outage, fails: cloud }
`;
const mail = (more: string) => `  mail: { type: email, audiences: customers, ${more} }\n`;

test('no channel is left', () => {
  const [finding] = expectFindings('too-few-live-channels', plan(mail('depends_on: host'), '<|hosting|>'), [
    'In the scenario "hosting" no channel to customers works any more, so nobody can tell them anything. Add one that does not depend on what fails.',
  ]);
  expect(finding).toMatchObject({ severity: 'error' });
  expect(finding?.related?.length).toBeGreaterThan(3);
});

test('one is left; optional ones and those inside do not count', () => {
  const only = /only the channel "mail" still reaches customers/;
  expect(
    expectFindings('too-few-live-channels', plan(mail('depends_on: mailer'), '<|hosting|>'), [only]),
  ).toMatchObject([{ severity: 'warning' }]);
  const others = '  x: { type: x, optional: true }\n  chat: { type: slack }\n';
  expectFindings('too-few-live-channels', plan(mail('depends_on: mailer') + others, '<|hosting|>'), [only]);
});

test('two are left that stand on one system', () => {
  const two = `${mail('depends_on: inside')}  sms: { type: sms, audiences: customers, depends_on: inside }\n`;
  expectFindings('too-few-live-channels', plan(two, '<|hosting|>'), [
    /"mail" and "sms" still work, but every two of them stand on a common system, such as "inside"/,
  ]);
});

test('two that share nothing, and a plan without scenarios', () => {
  const two = `${mail('depends_on: mailer')}  sms: { type: sms, audiences: customers, depends_on: inside }\n`;
  expectFindings('too-few-live-channels', plan(two, 'hosting'), []);
  expectFindings('too-few-live-channels', plan(mail(''), 'hosting', 'inside'), []);
  expectFindings('too-few-live-channels', smallPlaybook, []);
});

test('in a draft it is information', () => {
  const text = plan(mail('depends_on: host'), 'hosting').replace('in-review', 'draft');
  const found = lintText(text).filter(({ rule }) => rule === 'too-few-live-channels');
  expect(found).toMatchObject([{ severity: 'info' }]);
});
