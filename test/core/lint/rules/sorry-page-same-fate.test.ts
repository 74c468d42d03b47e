import { expect, test } from 'vitest';
import { expectFindings, lintText } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const plan = (page: string, step = '{ kind: sorry-page, action: show, then: judge }') =>
  `${smallPlaybook
    .replace('then: judge\n', 'then: page\n')
    .replace('      judge:\n', `      page: ${step}\n      judge:\n`)}sorry_page: { ${page} }
systems:
  cloud: {}
  shop: { depends_on: cloud }
  cdn: {}
scenarios:
  hosting: { kind: outage, fails: cloud }
`;

test('the page is hosted on what is down', () => {
  expectFindings('sorry-page-same-fate', plan('hosted_on: <|cloud|>'), [
    'In the scenario "hosting" the sorry page is shown, but it is hosted on "cloud", which is down then. Host it where the failure does not reach.',
  ]);
  const [finding] = expectFindings('sorry-page-same-fate', plan('hosted_on: <|shop|>'), [/hosted on "shop"/]);
  expect(finding?.related).toHaveLength(2);
});

test('and so is its form', () => {
  expectFindings(
    'sorry-page-same-fate',
    plan('hosted_on: cdn, lead_capture: { label: Mail, purpose: recovery-only, consent: Once, endpoint_on: <|shop|> }'),
    [/its form is answered by "shop"/],
  );
});

test('hosted elsewhere, or never shown', () => {
  expectFindings('sorry-page-same-fate', plan('hosted_on: cdn'), []);
  expectFindings(
    'sorry-page-same-fate',
    plan('hosted_on: shop', '{ kind: sorry-page, action: hide, then: judge }'),
    [],
  );
  expectFindings('sorry-page-same-fate', plan('hosted_on: shop', '{ kind: do, task: Look, then: judge }'), []);
});

test('every scenario that can show the page counts, once each; in a draft it is a warning', () => {
  const two = `${plan('hosted_on: <|shop|>')}  shop_down: { kind: outage, fails: shop }\n`;
  expectFindings('sorry-page-same-fate', two, [/^In the scenario "hosting" and "shop_down" the sorry page/]);
  const draft = lintText(plan('hosted_on: shop').replace('in-review', 'draft'));
  expect(draft.filter(({ rule }) => rule === 'sorry-page-same-fate')).toMatchObject([{ severity: 'warning' }]);
});
