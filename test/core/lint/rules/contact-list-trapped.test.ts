import { expect, test } from 'vitest';
import { expectFindings } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const plan = (mail: string, fails = 'cloud') =>
  `${smallPlaybook.replace('channels:\n', `channels:\n  mail: { type: email, audiences: customers, ${mail} }\n`)}systems:
  cloud: {}
  shop: { depends_on: cloud }
  mailer: {}
scenarios:
  hosting: { kind: outage, fails: ${fails} }
`;

test('the mail can be sent, and its list is inside what is down, also through other systems', () => {
  expectFindings('contact-list-trapped', plan('depends_on: mailer, list_copy: { kept_in: <|cloud|> }'), [
    'In the scenario "hosting" the channel "mail" still works, but its list is kept in "cloud", which is down: nobody could be reached. Keep a copy somewhere else.',
  ]);
  const [finding] = expectFindings(
    'contact-list-trapped',
    plan('depends_on: mailer, list_copy: { kept_in: <|shop|> }'),
    [/its list is kept in "shop"/],
  );
  expect(finding?.related?.map(({ message }) => message)).toEqual([
    '"cloud" fails in "hosting"',
    '"shop" depends on "cloud"',
  ]);
});

test('a list elsewhere, a channel that is down itself, one nobody counts on, and no list', () => {
  expectFindings('contact-list-trapped', plan('list_copy: { kept_in: mailer }'), []);
  expectFindings('contact-list-trapped', plan('depends_on: shop, list_copy: { kept_in: shop }'), []);
  expectFindings('contact-list-trapped', plan('optional: true, list_copy: { kept_in: shop }'), []);
  expectFindings('contact-list-trapped', plan('depends_on: mailer'), []);
  expectFindings('contact-list-trapped', plan('list_copy: { kept_in: shop }', 'mailer'), []);
});
