import { expect, test } from 'vitest';
import { expectFindings, lintText } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const campaign = (peak: number) =>
  `campaign:\n  launch_at: 2027-02-01T09:00+00:00\n  <|expected_peak|>: { visits_per_minute: ${peak}, capacity: 500 }\n`;
const plain = (text: string) => text.replace(/<\||\|>/g, '');
const mail = smallPlaybook.replace('channels:\n', 'channels:\n  mail: { type: email, audiences: customers }\n');

test('more visitors are expected than the site bears', () => {
  const [finding] = expectFindings(
    'scenario-missing',
    smallPlaybook + campaign(900),
    [
      '900 visits a minute are expected, and the site bears 500: it will be overloaded if all goes well. Add a scenario of the kind "overload".',
    ],
    `${smallPlaybook}${plain(campaign(900))}scenarios:\n  overload:\n    title: Too many visitors at once\n    kind: overload\n`,
  );
  expect(finding?.fixes).toMatchObject([{ safe: false }]);
});

test('a system that is rented and never fails; the stub goes behind the others', () => {
  const systems = (name: string) => `systems:\n  ${name}: { title: The shop, vendor: Cartwright }\n`;
  const scenarios = 'scenarios:\n  crowd: { kind: overload }\n';
  expectFindings(
    'scenario-missing',
    smallPlaybook + scenarios + systems('<|shop|>'),
    [
      '"shop" is rented from "Cartwright" and can fail without your doing, but no scenario names it in "fails". Add one.',
    ],
    `${smallPlaybook}${scenarios}  shop_down:\n    title: "\\"The shop\\" is down"\n    kind: vendor-outage\n    fails: [shop]\n    fault: vendor\n${systems('shop')}`,
  );
});

test('a campaign that mails, without the mail to the wrong people', () => {
  expectFindings('scenario-missing', `${mail}<|campaign|>: { launch_at: 2027-02-01 }\n`, [/^The campaign mails/]);
  expectFindings(
    'scenario-missing',
    `${mail}campaign: { launch_at: 2027-02-01 }\n<|scenarios|>:\n  crowd: { kind: overload }\n`,
    [/^The campaign mails/],
  );
});

test('what is provided for, what is bearable, what is ours, mails without a campaign', () => {
  expectFindings('scenario-missing', plain(smallPlaybook + campaign(400)), []);
  expectFindings(
    'scenario-missing',
    plain(`${smallPlaybook}${campaign(900)}scenarios: { crowd: { kind: overload } }\n`),
    [],
  );
  expectFindings(
    'scenario-missing',
    `${smallPlaybook}systems: { shop: { vendor: C }, app: {} }\nscenarios: { down: { kind: vendor-outage, fails: shop } }\n`,
    [],
  );
  expectFindings('scenario-missing', mail, []);
  expectFindings('scenario-missing', `${mail}campaign: {}\nscenarios: { wrong: { kind: mis-sent } }\n`, []);
});

test('a section or a key that is misspelt is told elsewhere; in a draft it is information', () => {
  expectFindings(
    'scenario-missing',
    plain(`${smallPlaybook}${campaign(900)}senarios: { crowd: { kind: overload } }\n`),
    [],
  );
  expectFindings(
    'scenario-missing',
    plain(`${smallPlaybook}${campaign(900)}scenarios: { crowd: { knd: overload } }\n`),
    [],
  );
  const draft = lintText(plain(smallPlaybook + campaign(900)).replace('in-review', 'draft'));
  expect(draft.filter(({ rule }) => rule === 'scenario-missing')).toMatchObject([{ severity: 'info' }]);
});
