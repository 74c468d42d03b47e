import { expect, test } from 'vitest';
import { playbookWith } from '../../../support/hostile';
import { expectFindings, lintText } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const rule = 'undefined-variable';
const saying = (words: string) => smallPlaybook.replace('We are sorry.', words);

test('a near miss is put right, the rest has to be defined', () => {
  const [first] = expectFindings(rule, saying('Since <|{{startet_at}}|>, until <|{{somewhen}}|>.'), [
    'Nothing is called "startet_at". Did you mean "started_at"?',
    'Nothing is called "somewhen". Define it under "variables" or "checklist", or customers will read the braces.',
  ]);
  expect(first?.severity).toBe('error');
  expectFindings(rule, saying('At <|{{ Posted-At }}|>.'), [/mean "posted_at"/], saying('At {{ posted_at }}.'));
});

test('empty braces', () => {
  expectFindings(rule, saying('Since <|{{ }}|>.'), [/braces are empty/]);
});

test('the place is right in quotes, and in a draft it is an error too', () => {
  const source = smallPlaybook
    .replace('status: in-review', 'status: draft')
    .replace('title: Sign-up is not working', 'title: "Sign-up \\"now\\" <|{{who}}|>"');
  const [finding] = expectFindings(rule, source, [/Nothing is called "who"/]);
  expect(finding?.severity).toBe('error');
});

test('braces that fill nothing in: one, three, or full-width ones around a known name', () => {
  expectFindings(
    rule,
    saying('<|{posted_at}|> <|{{ posted_at }|> <|｛｛posted_at｝｝|> <|{brand.we}|>'),
    [/"\{posted_at\}" is not filled in/, /is not filled in/, /"｛｛posted_at｝｝"/, /brand/],
    saying('{{posted_at}} {{posted_at}} {{posted_at}} {{brand.we}}'),
  );
});

test('other braces are the author’s own words', () => {
  expectFindings(rule, saying('Use {curly} ones, {{posted_at}}, {{{posted_at}}}, ｛笑｝ and { }.'), []);
});

test('variables, facts, impact, what the language knows, and names in any composition', () => {
  const source = saying(
    '{{started_at}} {{lost}} {{ショップ名}} {{ shop }} {{posted_at}} {{next_update_at}} {{brand.we}} {{brand.signature}} {{policy.third_party_phrase}} {{scenario.title}}',
  );
  expectFindings(
    rule,
    `${source}variables:\n  shop: {}\n  ${'ショップ名'.normalize('NFD')}: {}\nimpact:\n  lost: { title: Lost }\n`,
    [],
  );
});

test('a text that is used through an alias is told once', () => {
  const source = smallPlaybook
    .replace('title: Sign-up is not working', 'title: &title Down <|{{who}}|>')
    .replace('title: Sign-up works again', 'title: *title');
  const found = lintText(source.replaceAll(/<\||\|>/g, '')).filter((finding) => finding.rule === rule);
  expect(found.length).toBeGreaterThan(0);
  expect(new Set(found.map(({ span }) => span.start)).size).toBe(found.length);
});

test('braces without end take no time', () => {
  const started = performance.now();
  for (const open of ['{', '｛', '{a', '{{a ']) lintText(playbookWith('x', open.repeat(100_000)));
  expect(performance.now() - started).toBeLessThan(4000);
});
