import { describe, expect, test } from 'vitest';
import { describeItem } from '../../../src/service/completion/completion';
import { relativeFiles } from '../../../src/service/completion/files';
import { names, offered, taken } from '../../support/completion';
import { openText } from '../../support/service';

const english = `
playbook: 1
title: Opening day
campaign:
  baseline: { visits_per_hour: 1200 }
people:
  ann: { name: Ann }
  bob: { name: Bob }
roles:
  lead: { person: ann, decides: true }
systems:
  shop: { title: The shop }
channels:
  news: { type: blog, title: News, operators: [ann] }
  mail: { type: email, title: Newsletter }
checklist:
  over: { ask: Is it over?, type: yes-no }
  reason: { ask: Why?, type: choice, choices: { ours: Our mistake, theirs: Their mistake } }
  share: { ask: How many can't buy?, type: percent }
severities:
  bad: { when_any: [share >= 10%], channels: [news], first_notice_within: 30m }
  other: { default: true, announce: false, silence_reason: Nobody sees it }
scenarios:
  down: { title: Down, fails: [shop] }
flows:
  main:
    steps:
      look: { kind: gather, collect: [share], then: judge }
      judge: { kind: classify, cases: { bad: tell, other: done } }
      tell: { kind: announce, message: first, then: done }
      done: { kind: end, outcome: resolved }
messages:
  first:
    title: First notice
    stage: investigating
    variants:
      news: { title: We know, body: As of {{posted_at}} }
`;

const japanese = `
playbook: 1
title: 発売日
locale: ja-JP
people:
  佐藤: { name: 佐藤みなみ }
channels:
  お知らせ: { type: blog, title: お知らせ欄, operators: [佐藤] }
checklist:
  直ったか: { ask: 直りましたか, type: yes-no }
severities:
  重大: { title: 重大な障害, default: true, channels: [お知らせ], first_notice_within: 30m }
flows:
  main:
    steps:
      調べる: { kind: ask, fact: 直ったか, answers: { yes: 終わり, no: 終わり } }
      終わり: { kind: end, outcome: resolved }
messages:
  第一報:
    stage: investigating
    variants:
      お知らせ: { title: ご注文について, body: ただいま確認しています。 }
`;

const below = (source: string, more: string) => `${source}${more.replace(/^\n/, '')}`;
/** The last lines, from the first that differs. */
const added = (source: string, name: string, text: string, options = {}) =>
  taken(below(source, text), name, options).slice(source.replace(/^\n/, '').length);

describe('keys', () => {
  test('those that must be there come first, with what belongs behind them', () => {
    expect(names('<|>').slice(0, 6)).toEqual(['playbook', 'title', 'channels', 'severities', 'flows', 'messages']);
    expect(taken('<|>', 'playbook')).toBe('playbook: 1');
    expect(taken('<|>', 'messages')).toBe('messages:\n  $0');
    expect(added(english, 'uses', '<|>')).toBe('uses:\n  - $0');
    expect(added(english, 'support_script', 'sup<|>')).toBe('support_script:\n  $0');
    expect(added(english, 'phone', 'support_script:\n  <|>')).toBe('support_script:\n  phone: |\n    $0');
    expect(added(english, 'of', 'approvals:\n  <|>')).toBe('approvals:\n  - of: $0');
    expect(added(english, 'by', 'approvals:\n  - of: flows.main\n    <|>')).toBe(
      'approvals:\n  - of: flows.main\n    by: $0',
    );
    expect(added(english, 'players', 'drills:\n- scenario: down\n  <|>')).toBe(
      'drills:\n- scenario: down\n  players: [$0]',
    );
  });

  test('not those that are there, in lines and in braces', () => {
    expect(names(below(english, '<|>'))).not.toContain('flows');
    expect(names(english.replace('person: ann,', '<|>,'))).toEqual(['person', 'deputy', 'title']);
    expect(names(english.replace('decides: true', '<|>decides: true'))).toContain('decides');
    expect(names(below(english, 'followup:\n  by: ann\n  <|>\n  within: 2d\n'))).not.toContain('within');
    expect(names(below(english, 'followup:\n  by: ann\n  <|>\n  publish: customers\n'))).toContain('within');
  });

  test('a step has the keys of its kind, wherever that is written', () => {
    const step = (text: string) => below(english, '').replace('      done:', `${text}      done:`);
    expect(names(step('      more:\n        kind: wait\n        <|>\n'))).toEqual(
      expect.arrayContaining(['every', 'then', 'on_upgrade']),
    );
    expect(names(step('      more:\n        <|>\n        kind: wait\n'))).not.toContain('message');
    expect(names(step('      more: { kind: call, <|> }\n'))).toContain('flow');
    expect(names(step('      more:\n        <|>\n'))[0]).toBe('kind');
  });

  test('what a text needs depends on where it is said', () => {
    const variant = (channel: string) =>
      names(english.replace('news: { title: We know, body: As of {{posted_at}} }', `${channel}:\n        <|>`));
    expect(variant('mail').slice(0, 2)).toEqual(['subject', 'body']);
    expect(variant('news').slice(0, 2)).toEqual(['title', 'body']);
  });

  test('a key that is there is exchanged, its colon stays', () => {
    expect(taken('playbook: 1\nti<|>tel: Sale\n', 'title')).toBe('playbook: 1\ntitle: Sale\n');
    expect(taken('playbook: 1\nti<|>\n', 'title')).toBe('playbook: 1\ntitle: $0\n');
  });

  test('in steps of four where the file is', () => {
    expect(taken('playbook: 1\npeople:\n    ann:\n        name: Ann\nsup<|>', 'support_script')).toMatch(
      /support_script:\n {4}\$0$/,
    );
  });
});

describe('names of entries', () => {
  const answers = (text: string) => names(english.replace('{ kind: gather, collect: [share], then: judge }', text));

  test('classes, channels, questions and answers are offered where they are the keys', () => {
    expect(names(english.replace('bad: tell, other: done', 'bad: tell, <|>'))).toEqual(['other']);
    expect(names(english.replace('      news: {', '      <|>\n      news: {'))).toEqual(['mail']);
    expect(
      answers('\n        kind: ask\n        fact: over\n        answers:\n          yes: done\n          <|>'),
    ).toEqual(['no']);
    expect(answers('{ kind: ask, fact: reason, answers: { <|> } }')).toEqual(['ours', 'theirs']);
    expect(names(english.replace('fails: [shop]', 'facts: { <|> }'))).toEqual(['over', 'reason', 'share']);
    expect(names(english.replace('fails: [shop]', 'facts: { reason: <|> }'))).toEqual(['ours', 'theirs']);
  });

  test('a new entry is a form to fill in, in the indent of its place', () => {
    const bare = english.replace('  mail: {', '  <|>\n  mail: {');
    expect(names(bare)).toEqual(['channel']);
    expect(taken(bare, 'channel')).toContain('\n  ${1:new_channel}:\n    type: ${2|blog,');
    expect(taken(english.replace('  shop:', '  <|>\n  shop:'), 'systems')).toContain(
      '\n  ${1:a_name}:\n    title: $2\n',
    );
    expect(names(english.replace('      done: {', '      <|>\n      done: {'))).toEqual(
      expect.arrayContaining(['do', 'ask', 'announce', 'wait', 'end']),
    );
    const wide = 'playbook: 1\nchannels:\n    news:\n        type: blog\n    <|>';
    expect(taken(wide, 'channel')).toContain('\n    ${1:new_channel}:\n        type: ${2|');
  });
});

describe('values', () => {
  test('closed lists say what each value means', () => {
    const { items } = offered(english.replace('type: blog', 'type: <|>'));
    const item = items.find(({ label }) => label === 'status-page');
    expect(item?.documentation).toMatchObject({ kind: 'markdown' });
    expect(taken(english.replace('type: blog', 'type: <|>'), 'x')).toContain('news: { type: x, title');
    expect(taken(english.replace('type: blog', 'type: bl<|>og'), 'x')).toContain('news: { type: x, title');
    expect(names(english.replace('decides: true', 'decides: <|>'))).toEqual(['true', 'false']);
  });

  test('ids of the right section, with what they are called', () => {
    expect(names(english.replace('person: ann', 'person: <|>'))).toEqual(['ann', 'bob']);
    expect(names(english.replace('then: judge', 'then: <|>'))).toEqual(['look', 'judge', 'tell', 'done']);
    expect(names(english.replace('message: first', 'message: <|>'))).toEqual(['first']);
    const { items } = offered(english.replace('message: first', 'message: <|>'));
    expect(items[0]?.labelDetails?.description).toBe('First notice');
  });

  test('a list gets its brackets, and what it has is not offered again', () => {
    const value = (text: string) => english.replace('operators: [ann]', text);
    expect(taken(value('operators: <|>'), 'bob')).toContain('operators: [bob] }');
    expect(names(value('operators: [ann, <|>]'))).toEqual(['bob']);
    expect(taken(value('operators: [ann, <|>]'), 'bob')).toContain('operators: [ann, bob] }');
    expect(taken(value('operators: [<|>'), 'bob')).toContain('operators: [bob');
    expect(added(english, 'ann', 'drills:\n  - players:\n      - <|>')).toBe('drills:\n  - players:\n      - ann');
    expect(added(english, 'ann', 'drills:\n  - players:\n      <|>')).toBe('drills:\n  - players:\n      - ann');
  });

  test('the space behind a colon is written where it lacks', () => {
    expect(added(english, 'ann', 'owner:<|>')).toBe('owner: ann');
    expect(added(english, 'ann', 'owner: "<|>"')).toBe('owner: "ann"');
  });

  test('what approvals name, and the fingerprint of what they name', () => {
    expect(names(below(english, 'approvals:\n  - of: <|>'))).toEqual(['messages.first', 'flows.main', 'sorry_page']);
    const [hash, ...others] = names(below(english, 'approvals:\n  - of: messages.first\n    hash: <|>'));
    expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(others).toEqual([]);
    expect(names(below(english, 'approvals:\n  - of: messages.first\n    on: <|>'))).toEqual(['2026-11-23']);
  });

  test('lengths of time, languages, time zones', () => {
    expect(names(english.replace('first_notice_within: 30m', 'first_notice_within: <|>'))).toContain('15m');
    expect(names(below(english, 'locale: <|>'))).toContain('ja-JP');
    expect(names(below(english, 'timezone: <|>'))).toContain('Asia/Tokyo');
  });

  test('other files, as they are named from here', () => {
    const files = [
      '/plans/a/one.incident.yaml',
      '/plans/shop.incident.yaml',
      '/plans/a/b/two.incident.yaml',
      '/else.incident.yaml',
    ];
    expect(relativeFiles(files, '/plans/a/one.incident.yaml', '/plans')).toEqual([
      '../shop.incident.yaml',
      'b/two.incident.yaml',
    ]);
  });
});

describe('criteria and formulas', () => {
  const when = (text: string) => english.replace('when_any: [share >= 10%]', `when_any: ${text}`);

  test('a fact, a comparison, a value', () => {
    expect(names(when('[<|>]'))).toEqual(['over', 'reason', 'share']);
    expect(names(when('[sh<|>]'))).toContain('share');
    expect(taken(when('[sh<|>]'), 'share')).toContain('when_any: [share ],');
    expect(names(when('[share <|>]'))).toEqual(['>=', '<', '>', '<=', '=', '!=']);
    expect(names(when('[reason <|>]'))).toEqual(['=', '!=']);
    expect(taken(when('[reason <|>]'), '=')).toContain('[reason = ]');
    expect(names(when('[reason = <|>]'))).toEqual(['ours', 'theirs']);
    expect(taken(when('[reason = <|>]'), 'theirs')).toContain('[reason = theirs]');
    expect(taken(when('["reason = <|>"]'), 'theirs')).toContain('["reason = theirs"]');
    expect(names(when('[over != <|>]'))).toEqual(['yes', 'no']);
    expect(names(below(english, 'report:\n  required_when: <|>'))).toContain('fault');
    expect(names(below(english, 'report:\n  required_when: fault = <|>'))).toEqual(['ours', 'vendor', 'nobody']);
  });

  test('names and signs in turn', () => {
    const formula = (text: string) => below(english, `impact:\n  lost:\n    formula: ${text}`);
    expect(names(formula('<|>'))).toEqual(['share', 'visits_per_hour']);
    expect(names(formula('share <|>'))).toEqual(['*', '/', '+', '-']);
    expect(taken(formula('share * vis<|>'), 'visits_per_hour')).toMatch(/formula: share \* visits_per_hour $/);
    expect(names(formula('(share + <|>'))).toEqual(['share', 'visits_per_hour']);
  });
});

describe('inside words', () => {
  const body = (text: string) =>
    english.replace(
      'news: { title: We know, body: As of {{posted_at}} }',
      `news:\n        title: We know\n        body: |\n          ${text}`,
    );

  test('what stands for something is offered behind the braces', () => {
    expect(taken(body('As of {{<|>'), '{{posted_at}}')).toMatch(/As of \{\{posted_at\}\}\n/);
    expect(names(body('As of {{<|>'))).toEqual(
      expect.arrayContaining(['{{share}}', '{{posted_at}}', '{{next_update_at}}']),
    );
    expect(taken(body('As of {{po<|>}}'), '{{posted_at}}')).toMatch(/As of \{\{posted_at\}\}\n/);
    expect(taken(body('As of {<|>}'), '{{posted_at}}')).toMatch(/As of \{\{posted_at\}\}\n/);
    expect(taken(body('At {{ posted_at }} and {{<|> we go'), '{{share}}')).toMatch(
      /At \{\{ posted_at \}\} and \{\{share\}\} we go\n/,
    );
    expect(taken(english.replace('title: We know', 'title: "It is {{<|>"'), '{{share}}')).toContain(
      'title: "It is {{share}}"',
    );
  });

  test('nothing comes up while words are typed', () => {
    expect(names(body('As of <|>'), { sign: ' ' })).toEqual([]);
    expect(names(body('As of: <|>'), { sign: ':' })).toEqual([]);
    expect(names(body('key: <|>'))).not.toContain('title');
    expect(names(below(english, 'followup:\n  <|>'), { sign: ' ' })).toEqual([]);
  });

  test('comments speak to the linter', () => {
    expect(names('# <|>\nplaybook: 1\n')).toEqual(['playbook-ignore', 'playbook-ignore-file']);
    expect(taken('# playbook-ignore jar<|>\n', 'jargon')).toBe('# playbook-ignore jargon -- ${1:reason}\n');
    expect(names('# our jargon <|>\n')).toEqual([]);
  });
});

describe('in Japanese', () => {
  test('what is typed finds the key, before and after it is converted', () => {
    const { items } = offered('playbook: 1\n<|>', { locale: 'ja' });
    const item = items.find(({ label }) => label === '重大度');
    expect(item?.labelDetails?.description).toBe('severities');
    expect(item?.filterText).toBe('severities 重大度 じゅうだいど');
    expect(taken('playbook: 1\nじゅうだい<|>', '重大度', { locale: 'ja' })).toBe('playbook: 1\nseverities:\n  $0');
  });

  test('ids of every script, their names beside them', () => {
    expect(names(japanese.replace('fact: 直ったか', 'fact: <|>'), { locale: 'ja' })).toEqual(['直ったか']);
    expect(taken(japanese.replace('operators: [佐藤]', 'operators: [佐<|>]'), '佐藤', { locale: 'ja' })).toContain(
      'operators: [佐藤]',
    );
    expect(names(japanese.replace('yes: 終わり, no', 'yes: <|>, no'), { locale: 'ja' })).toEqual(['調べる', '終わり']);
  });

  test('a new entry is written in the language of the playbook', () => {
    const form = taken(japanese.replace('      終わり: {', '      <|>\n      終わり: {'), 'end', { locale: 'ja' });
    expect(form).toContain(
      '      ${1:おしまい}:\n        kind: end\n        outcome: ${2|resolved,not-announced,handed-over|}\n      終わり',
    );
  });
});

test('half-typed text around the caret does not matter', () => {
  const broken = english.replace('title: News, operators', 'title: "News, operators');
  expect(names(broken.replace('kind: end', 'kind: <|>'))).toContain('announce');
  expect(names(broken.replace('stage: investigating', 'stage: <|>'))).toContain('resolved');
  expect(names('playbook: 1\nchannels:\n  news:\n    type: <|>\n  - ]{')).toContain('blog');
});

test('an editor without snippets gets plain text', () => {
  const options = { snippets: false, details: false };
  expect(taken('<|>', 'messages', { options })).toBe('messages:\n  ');
  const { items } = offered(english.replace('message: first', 'message: <|>'), { options });
  expect(items[0]).toMatchObject({ label: 'first', detail: 'First notice', insertTextFormat: 1 });
});

test('who looks at an item reads what it is about', () => {
  const source = english.replace('then: judge', 'then: <|>');
  const { document } = openText(source);
  const item = offered(source).items.find(({ label }) => label === 'tell');
  if (item === undefined) throw new Error('no step');
  expect(describeItem(document, item).documentation).toMatchObject({ value: expect.stringContaining('Leads to') });
});
