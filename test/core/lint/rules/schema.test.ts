import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseYaml } from '../../../../src/core/yaml/parse';
import { expectFindings, fixText, lintText } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const schemaFindings = (text: string) => lintText(text).filter((finding) => finding.rule === 'schema');

test('a playbook that is complete has no findings', () => {
  expect(schemaFindings(smallPlaybook)).toEqual([]);
  const samples = path.resolve(import.meta.dirname, '../../../../sample-playbooks');
  const files = fs.readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  for (const file of files) {
    const findings = schemaFindings(fs.readFileSync(path.join(samples, file), 'utf8'));
    expect(
      findings.filter(({ severity }) => severity !== 'info'),
      file,
    ).toEqual([]);
  }
});

test('notes of the author and everything that may be left out are no mistakes', () => {
  expectFindings(
    'schema',
    `
    playbook: 1
    partial: true
    x-note: { anything: [1, 2] }
    people:
      amina: { name: Amina, x-desk: 12, reach: "slack:@amina" }
    campaign:
      baseline: { visits: 4000, share: 3%, x-from: last year }
    channels:
      status: { type: status-page, operators: amina, x-color: red }
    checklist:
      share: { ask: How many?, type: percent }
    impact:
      lost: { formula: 12 }
    messages:
      notice: { stage: investigating, variants: { status: One line. } }
    flows:
      main:
        steps:
          wait_a_bit: { kind: wait, every: 10m, then: done }
          say: { kind: do, title: Say it, then: done }
          done: { kind: end }
    brand:
      glossary: { DB: データベース }
    `,
    [],
  );
});

test('a near miss is put right', () => {
  expectFindings(
    'schema',
    `
    playbook: 1
    partial: true
    <|timezon|>: Asia/Tokyo
    locale: <|ja_JP|>
    review_by: <|2026/2/3|>
    activate_after: <|１５分|>
    channels:
      x:
        <|typ|>: x
        mode: <|Pull|>
        optional: <|yes|>
        quota_left: <|"4,000"|>
    severities:
      major:
        when_any: [<|share ≧ 3|>]
    people:
      amina:
        <|連絡先|>: "tel:+44-20-0000-0001"
    flows:
      main:
        steps:
          say:
            kind: <|anounce|>
            mesage: notice
          hold:
            <|knd|>: wait
            every: <|update-every|>
    `.replace('every: <|update-every|>', 'every: update-every'),
    [
      'There is no key "timezon" here. Did you mean "timezone"?',
      '"locale" takes a language like ja, ja-JP or en-GB. "ja_JP" can\'t be read that way: did you mean "ja-JP"?',
      /did you mean "2026-02-03"/,
      /did you mean "15m"/,
      /Did you mean "type"/,
      '"Pull" is no value of "mode". Did you mean "pull"?',
      /did you mean "true"/,
      /did you mean "4000"/,
      /did you mean "share >= 3"/,
      /Did you mean "reach"/,
      /Did you mean "announce"/,
      /Did you mean "kind"/,
    ],
  );
});

test('the fix of a near miss leaves nothing behind', () => {
  expectFindings(
    'schema',
    `
    playbook: 1
    partial: true
    <|timezon|>: <|JST|>
    channels:
      x: { <|typ|>: x, mode: <|Pull|> }
    `.replace('<|JST|>', 'Asia/Tokyo'),
    [/timezone/, /type/, /pull/],
    `
    playbook: 1
    partial: true
    timezone: Asia/Tokyo
    channels:
      x: { type: x, mode: pull }
    `,
  );
});

test('a wrong type says what belongs there', () => {
  expectFindings(
    'schema',
    `
    playbook: <|2|>
    partial: true
    title: { <|en|>: Title }
    uses:
      - a
    campaign: <|soon|>
    channels:
      email:
        type: email
        reach: <|many|>
        <|operators|>:
          amina: ben
      sms: <|text|>
    flows:
      main:
        steps:
          tell:
            kind: escalate
            ack_within: <|[5m, 10m]|>
            then: <|[3]|>
    `.replace('{ <|en|>: Title }', '<|{ en: Title }|>'),
    [
      '"playbook" takes 1. "2" can\'t be read that way.',
      '"title" takes text, but other keys stand below it.',
      '"campaign" takes lines below it, each with a key and a colon, such as "launch_at:". "soon" can\'t be read that way.',
      '"reach" takes a whole number like 40. "many" can\'t be read that way.',
      '"operators" takes ids of "people", but other keys stand below it.',
      /^"sms" takes lines below it, each with a key and a colon, such as "type:"/,
      '"ack_within" takes a length of time like 15m, 2h or 5d, but a list stands here.',
      '"then" takes the id of a step of this flow, but a list stands here.',
    ],
  );
});

test('a key of another kind of step, and one that nothing has', () => {
  expectFindings(
    'schema',
    `
    playbook: 1
    partial: true
    <|colour|>: red
    people:
      amina:
        <|shoe_size|>: 40
    flows:
      main:
        steps:
          act:
            kind: do
            task: Act
            <|ack_within|>: 5m
    `,
    [
      '"colour" is no section of a playbook. Remove it, or begin it with "x-" if it is a note of your own.',
      '"amina" has no key "shoe_size". Remove it, or begin it with "x-" if it is a note of your own.',
      'A step of the kind "do" has no "ack_within"; it belongs to "escalate". Change the kind or remove the key.',
    ],
  );
});

test("names and days that can't be", () => {
  expectFindings(
    'schema',
    `
    playbook: 1
    partial: true
    review_by: <|2026-02-30|>
    people:
      <|1st|>: { name: A }
      担当: { name: B }
      <|a b|>: { name: C }
    `,
    [/There is no "2026-02-30" in the calendar/, /"1st" can't be a name/, /"a b" can't be a name/],
  );
});

test('what is missing is told once for each entry, at its key, and can be written', () => {
  expectFindings(
    'schema',
    `
    playbook: 1
    status: in-review
    title: <|Launch|>
    channels:
      <|status|>:
        url: https://status.acme.example
      email: { type: email }
    checklist:
      <|back|>:
        type: choice # of words
    severities:
      all: { default: true }
    drills:
      - <|planned|>: 2026-12-01
    scenarios:
      crowd: { kind: overload }
    messages:
      <|notice|>: {}
    `,
    [
      'This playbook is not complete yet: "flows" is still to be written.',
      '"status" is not complete yet: "type" is missing.',
      '"back" is not complete yet: "ask", "choices" is missing.',
      '"drills" is not complete yet: "scenario" is missing.',
      '"notice" is not complete yet: "stage", "variants" is missing.',
    ],
    `
    playbook: 1
    status: in-review
    title: Launch
    channels:
      status:
        type: other
        url: https://status.acme.example
      email: { type: email }
    checklist:
      back:
        ask: When did it start?
        type: choice # of words
        choices: { everyone: Everyone, some: Some }
    severities:
      all: { default: true }
    drills:
      - scenario: crowd
        planned: 2026-12-01
    scenarios:
      crowd: { kind: overload }
    messages:
      notice: { stage: investigating, variants: {} }
    flows:
      main:
        steps:
          done:
            kind: end
            outcome: resolved
    `,
  );
});

test('the kind of a step is guessed from its keys', () => {
  const text =
    'playbook: 1\npartial: true\nflows:\n  main:\n    steps:\n      a:\n        to: lead\n        ack_within: 5m\n';
  expect(fixText(text, schemaFindings(text))).toContain('      a:\n        kind: escalate\n        to: lead\n');
});

test('in a draft, what is missing or empty is information, and what is wrong is not', () => {
  const findings = schemaFindings('playbook: 1\ntitle: A\nchannels:\n  x: {}\npeople:\nreview_by: soon\n');
  expect(findings.map(({ severity }) => severity)).toEqual(['info', 'info', 'info', 'error']);
  const inReview = schemaFindings('playbook: 1\nstatus: in-review\ntitle: A\nchannels:\n  x: {}\npeople:\n');
  expect(inReview.map(({ severity }) => severity)).toEqual(['error', 'error', 'error']);
});

test('a new file is one piece of information, and its fix a playbook', () => {
  for (const text of ['', '\n', '# to do\n', 'playbook: 1', 'playbook: 1\n']) {
    const findings = schemaFindings(text);
    expect(
      findings.map(({ severity }) => severity),
      JSON.stringify(text),
    ).toEqual(['info']);
    const fixed = fixText(text, findings);
    expect(parseYaml(fixed).problems).toEqual([]);
    expect(schemaFindings(fixed), fixed).toEqual([]);
    expect(lintText(fixed).filter(({ severity }) => severity === 'error')).toEqual([]);
  }
});

test('a file that is no playbook says so once', () => {
  expectFindings('schema', '<|just words|>\n', [
    'A playbook begins with the line "playbook: 1", and has keys with a colon like "title:" below it.',
  ]);
  expectFindings('schema', '<|- a|>\n- b\n', [/^A playbook begins/]);
  expectFindings('schema', '<|name|>: x\nversion: 2\n', [/^This is no playbook yet/], undefined);
});

test('a step that shows a sorry page needs one', () => {
  expectFindings(
    'schema',
    smallPlaybook.replace(
      '      hold:\n',
      '      show:\n        kind: <|sorry-page|>\n        action: show\n        then: hold\n      hold:\n',
    ),
    ['The step "show" needs a sorry page, and this playbook has no section "sorry_page" yet.'],
  );
});

test('what another file brings is not missing', () => {
  const base = 'playbook: 1\npartial: true\nchannels:\n  x: { type: x }\nseverities:\n  all: { default: true }\n';
  expectFindings(
    'schema',
    `
    playbook: 1
    title: <|A|>
    status: in-review
    uses: base.incident.yaml
    `,
    ['This playbook is not complete yet: "flows", "messages" is still to be written.'],
    undefined,
    { files: { 'base.incident.yaml': base } },
  );
});

test('what other rules know better is left to them', () => {
  expectFindings(
    'schema',
    `
    playbook: 1
    partial: true
    people: { amina: { name: } }
    severities:
      minor: { announce: false }
      major: {}
    flows:
      main:
        steps:
          tell: { kind: escalate }
          judge: { kind: classify, cases: { major: } }
          act: { kind: do, task: Act, then: }
    messages:
      notice: { stage: resolved, drafted_by: ai, variants: { email: { subject: A }, x: } }
    `,
    [],
  );
});

test('says it in Japanese', () => {
  expectFindings(
    'schema',
    'playbook: 1\npartial: true\nactivate_after: <|15分|>\n<|チャネル|>: {}\nflows: { main: { steps: { a: { kind: do, task: b, <|via|>: c } } } }\n',
    [
      '「activate_after」には15m、2h、5d のような時間の長さを書きます。「15分」はそう読めません。「15m」ではありませんか？',
      'ここに「チャネル」というキーはありません。「channels」ではありませんか？',
      '種類が「do」のステップに「via」は書けません。これは「escalate」のキーです。種類を変えるか、このキーを消してください。',
    ],
    undefined,
    { locale: 'ja' },
  );
});

test('a huge file with a mistake on every line is told in a moment', () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => `  k${at}: { nam: ${at}, reach: [1, {}], zzz: 1 }`);
  const text = `playbook: 1\npartial: true\npeople:\n${lines.join('\n')}\n`;
  const start = performance.now();
  expect(schemaFindings(text).length).toBeGreaterThan(100);
  expect(performance.now() - start).toBeLessThan(4000);
});

test('answers have the form that their question asks for', () => {
  const source = (maybe: string, lots: string, soon: string, five: string) => `
    playbook: 1
    partial: true
    checklist:
      back: { ask: A, type: yes-no }
      share: { ask: A, type: percent }
      since: { ask: A, type: datetime }
      scope: { ask: A, type: choice, choices: { all: All } }
      cause: { ask: A, type: text }
    impact:
      lost: { formula: 3 }
    scenarios:
      crowd: { facts: { back: ${maybe}, share: 5%, since: ${soon}, scope: all, cause: 5 } }
    severities:
      major:
        when_any: [share > ${lots}, lost >= ${five}, back = yes, scope = all]
      minor: { default: true }
    `;
  expectFindings(
    'schema',
    source('<|true|>', '<|many|>', '<|soon|>', '<|five|>').replace('scope = all]', '<|scope > all|>]'),
    [
      'The answer to "back" is one of yes, no; "true" can\'t be one.',
      /^The answer to "since" is a day and a time like/,
      'The answer to "share" is a share like 2.4%, or a number from 0 to 1; "many" can\'t be one.',
      'The answer to "lost" is a number like 900; "five" can\'t be one.',
      '"scope" has no more or less, so ">" never holds. Compare it with "=" or "!=".',
    ],
  );
  expectFindings('schema', source('yes', '50%', '2026-11-27T20:00', '1000'), []);
  expectFindings(
    'schema',
    source('<|yse|>', '0.5', '2026-11-27T20:00', '1000'),
    [/"yse"/],
    source('yes', '0.5', '2026-11-27T20:00', '1000'),
  );
});

test('a formula works things out from numbers', () => {
  const source = (formula: string) => `
    playbook: 1
    partial: true
    campaign: { baseline: { visits: 100 } }
    checklist:
      share: { ask: A, type: percent }
      cause: { ask: A, type: text }
      back: { ask: A, type: yes-no }
    impact:
      lost: { formula: ${formula} }
    `;
  expectFindings('schema', source('share * <|cause|> + <|back|>'), [
    'The answer to "cause" is no number, so "lost" can\'t be worked out from it. Ask for a "number", "percent", "minutes" or "money".',
    /^The answer to "back" is no number/,
  ]);
  expectFindings('schema', source('visits * share / 60'), []);
});
