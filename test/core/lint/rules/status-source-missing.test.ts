import { expect, test } from 'vitest';
import { expectFindings, lintText } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const none =
  'There is no page that customers can open to see how things stand. Add a channel of the type "status-page" with its "url".';
const withoutUrl = smallPlaybook.replace('url: "https://status.acme.example", ', '');
const inRegions = (regions: string, channel: string) =>
  smallPlaybook
    .replace('{ title: Customers }', `{ title: Customers, regions: ${regions} }`)
    .replace('audiences: customers, operators', `${channel}audiences: customers, operators`);

test('a status page without an address, and only channels that reach people', () => {
  expectFindings('status-source-missing', withoutUrl.replace('channels:\n', '<|channels|>:\n'), [none]);
  expectFindings(
    'status-source-missing',
    smallPlaybook.replace('channels:\n', '<|channels|>:\n').replace('type: status-page', 'type: x'),
    [none],
  );
});

test('a region for which there is none', () => {
  const [finding] = expectFindings(
    'status-source-missing',
    inRegions('[JP, TH]', 'regions: [JP], ').replace('channels:\n', '<|channels|>:\n'),
    [/^Customers in the region "TH" have no page to open/],
  );
  expect(finding?.related).toMatchObject([{ message: '"customers" is there' }]);
});

test('one for each region, one for everybody, one inside, and a misspelt address', () => {
  expectFindings('status-source-missing', inRegions('[JP]', 'regions: [JP], '), []);
  expectFindings('status-source-missing', inRegions('[JP, TH]', ''), []);
  expectFindings(
    'status-source-missing',
    inRegions('[JP]', 'regions: [JP], ').replace(
      'audiences:\n',
      'audiences:\n  team: { internal: true, regions: [TH] }\n',
    ),
    [],
  );
  expectFindings('status-source-missing', smallPlaybook.replace('url: ', 'ulr: '), []);
});

test('in a draft it is information', () => {
  const found = lintText(withoutUrl.replace('in-review', 'draft')).filter(
    ({ rule }) => rule === 'status-source-missing',
  );
  expect(found).toMatchObject([{ severity: 'info' }]);
});
