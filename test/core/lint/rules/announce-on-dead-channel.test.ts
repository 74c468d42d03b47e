import { expect, test } from 'vitest';
import { expectFindings, lintText } from '../../../support/lint';
import { readMarks } from '../../../support/marks';
import { smallPlaybook } from '../../../support/small';

const systems = 'systems:\n  cloud: {}\n  app: { depends_on: cloud }\n  mailer: { depends_on: [app] }\n';
const scenario = 'scenarios:\n  hosting: { kind: vendor-outage, fails: cloud }\n';
const plan = (channels: string, list: string, more = '') =>
  `${smallPlaybook
    .replace('  status: { type: status-page,', `${channels}  status: { type: status-page,`)
    .replace('channels: [status]', `channels: ${list}`)}${systems}${scenario}${more}`;
const mine = (text: string) => lintText(text).filter(({ rule }) => rule === 'announce-on-dead-channel');
const email = '  email: { type: email, depends_on: mailer }\n';

test('one of several channels is down; the evidence goes from the scenario to the channel', () => {
  const text = plan(email, '[status, <|email|>]');
  const [finding] = expectFindings(
    'announce-on-dead-channel',
    text,
    [
      'In the scenario "hosting" the channel "email" is down, and "first_word" announces on it. Those who wait there hear nothing: take it out, or make it independent.',
    ],
    plan(email, '[status]'),
  );
  expect(finding?.severity).toBe('warning');
  const source = readMarks(text).text;
  expect(finding?.related?.map(({ span, message }) => [source.slice(span.start, span.end), message])).toEqual([
    ['cloud', '"cloud" fails in "hosting"'],
    ['cloud', '"app" depends on "cloud"'],
    ['app', '"mailer" depends on "app"'],
    ['mailer', 'The channel "email" depends on "mailer"'],
  ]);
});

test('all channels of the step are down', () => {
  const [finding] = expectFindings('announce-on-dead-channel', plan(email, '[<|email|>]'), [
    'In the scenario "hosting" the channel "email" is down, and "first_word" announces on nothing that still works: customers hear nothing. Add a channel that does not share its fate.',
  ]);
  expect(finding).toMatchObject({ severity: 'error' });
  expect(finding?.fixes).toBeUndefined();
});

test('a channel that the step itself names, in a list with dashes', () => {
  const own = (list: string) => plan(email, '[status]').replace('channels: announced', `channels:\n${list}`);
  expectFindings(
    'announce-on-dead-channel',
    own('          - <|email|> # all\n          - status'),
    [/"all_over" announces on it/],
    own('          - status'),
  );
});

test('one finding for a place, however many scenarios and steps', () => {
  const more = '  flood: { kind: overload, fails: [app] }\n';
  expectFindings('announce-on-dead-channel', plan(email, '[status, <|email|>]', more), [/"hosting" and "flood"/]);
});

test('a sorry page is where it is hosted', () => {
  const page = '  page: { type: sorry-page }\n';
  const more = 'sorry_page: { hosted_on: app }\n';
  expectFindings('announce-on-dead-channel', plan(page, '[status, <|page|>]', more), [/"page" is down/]);
});

test('in a draft it is never more than a warning', () => {
  const text = plan(email, '[email]').replace('in-review', 'draft');
  expect(mine(text).map(({ severity }) => severity)).toEqual(['warning']);
});

test('an optional channel among others, but not one that is alone', () => {
  const optional = '  email: { type: email, depends_on: mailer, optional: true }\n';
  expectFindings('announce-on-dead-channel', plan(optional, '[status, email]'), []);
  expectFindings('announce-on-dead-channel', plan(optional, '[<|email|>]'), [/nothing that still works/]);
});

test('channels that live, and ones that no path of the scenario announces on', () => {
  expectFindings(
    'announce-on-dead-channel',
    plan('  email: { type: email, depends_on: other }\n', '[status, email]', '').replace(
      '  cloud: {}',
      '  other: {}\n  cloud: {}',
    ),
    [],
  );
  expectFindings('announce-on-dead-channel', plan(email, '[status]'), []);
  // Systems that depend on each other in a circle.
  expectFindings(
    'announce-on-dead-channel',
    plan(email, '[status, <|email|>]').replace('  cloud: {}', '  cloud: { depends_on: mailer }'),
    [/is down/],
  );
});

test('whoever was told before is told again, without a second finding', () => {
  expect(mine(plan(email, '[status, email]'))).toHaveLength(1);
});
