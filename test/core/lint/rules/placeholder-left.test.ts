import { expect, test } from 'vitest';
import { expectFindings } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const rule = 'placeholder-left';
const saying = (words: string) => smallPlaybook.replace('We are sorry.', words);
const says = (words: string) =>
  `"${words}" is still to be filled in. Write the words, or use a variable that is asked for on the day.`;

test.each([
  ['<|〇〇|>をご利用のお客さま', '〇〇'],
  ['<|○○○|>について', '○○○'],
  ['<|XX|>時に復旧します', 'XX'],
  ['20<|XX|>年の障害', 'XX'],
  ['<|ＸＸ|>時', 'ＸＸ'],
  ['Call 03-<|XXXX|>-0000', 'XXXX'],
  ['Back at <|xx|>:00', 'xx'],
  ['<|TODO|>: write this', 'TODO'],
  ['Reason: <|TBD|>.', 'TBD'],
  ['<|【要記入】|>', '【要記入】'],
  ['<|【ここに店名】|>', '【ここに店名】'],
  ['<|Lorem ipsum|> dolor', 'Lorem ipsum'],
  ['Dear <|____|>,', '____'],
  ['開始：<|__|>時', '__'],
  ['<|＿＿|>時', '＿＿'],
])('%s', (words, found) => {
  const [finding] = expectFindings(rule, saying(words), [says(found)]);
  expect(finding?.severity).toBe('error');
});

test('information in a draft; several on one line; in a subject; on the sorry page', () => {
  const source = saying('<|XX|>月<|XX|>日')
    .replace('status: in-review', 'status: draft')
    .replace('title: Sign-up is not working', 'title: "<|TBD|>"');
  const findings = expectFindings(
    rule,
    `${source}sorry_page:
  visual: { asset: a.png, alt: <|TODO|>, rationale: "TODO" }
  support: { tel: 03-0000-0000, hours: "<|〇〇|>時まで" }
  lead_capture: { label: "<|__|>", consent: Only for this <|TBC|> }
`,
    [says('TBD'), says('XX'), says('XX'), says('TODO'), says('〇〇'), says('__'), says('TBC')],
  );
  expect(findings.map(({ severity }) => severity)).toEqual(findings.map(() => 'info'));
});

test.each([
  'Sizes XL, XXL and XXXL',
  'Exxon and Maxx, foxxy',
  'HTTP 5XX and 4xx errors',
  'https://status.acme.example/XX/TODO?x=__a__',
  'your to-do list, our todo app, Todoist',
  '{{started__at_XX}} {{TODO}}',
  '__Important__ and **bold**',
  'snake_case__name',
  '一〇〇円、○印',
  '【重要】お知らせ',
])('%s is left alone', (words) => {
  expectFindings(rule, saying(words), []);
});

test('a line across the page is left alone', () => {
  expectFindings(rule, saying('We are sorry.\n\n          ___\n\n          More'), []);
});

test('notes for those who follow the plan may be unfinished', () => {
  expectFindings(rule, smallPlaybook.replace('title: When it breaks', 'title: TODO XX'), []);
});
