import { expect, test } from 'vitest';
import { toGraph } from '../../../src/core/draw/graph';
import { escaped } from '../../../src/core/export/escaped';
import { escapeMermaid, toMermaid } from '../../../src/core/export/mermaid';
import { windows } from '../../../src/core/export/onSheets';
import { toOutline } from '../../../src/core/export/outline';
import { channelLimits } from '../../../src/core/limits/limits';
import { checkText, translators } from '../../support/lint';
import { smallPlaybook } from '../../support/small';

const hostile =
  '"]; click s1 "javascript:alert(1)" <img src=x onerror=alert(1)> `x` %%{init}%% @team #1 [a](https://evil.example) |b|';

function exported(source: string, locale: 'en' | 'ja' = 'en') {
  const { playbook, runs } = checkText(source);
  const t = translators[locale];
  const [flow] = playbook.flows.values();
  if (flow === undefined) throw new Error('no flow');
  return {
    mermaid: toMermaid(toGraph(flow, playbook, t), runs, t),
    outline: toOutline({ playbook, runs, limits: channelLimits, t }),
  };
}

function outlined(source: string): string {
  const { playbook, runs } = checkText(source);
  return toOutline({ playbook, runs, limits: channelLimits, t: translators.en });
}

test('a flow as Mermaid: its steps by their shapes, its ways with their answers, the minutes', () => {
  const { mermaid } = exported(smallPlaybook);
  expect(mermaid.split('\n').slice(0, 4)).toEqual([
    'flowchart TD',
    '  s0(["Start"])',
    '  s1["Find out · ≤ 5 min<br>find_out<br>Amina · 5 min · 1 question"]',
    '  s2{{"Judge · ≤ 6 min<br>judge<br>Amina · 1 min"}}',
  ]);
  expect(mermaid).toContain('  s5 -->|"Yes"| s6\n');
  expect(mermaid).toContain('  s5 -->|"No"| s3\n');
  const ghost = exported(smallPlaybook.replace('then: judge', 'then: nowhere')).mermaid;
  expect(ghost).toContain('classDef ghost');
});

test('the plan as Markdown: drawings, numbered steps, classes, texts as they will read', () => {
  const { outline } = exported(smallPlaybook, 'ja');
  expect(outline).toMatch(/^# Launch day\n\n## When it breaks\n/);
  expect(outline).toContain('\n1. **find\\_out**\n');
  expect(outline).toContain(' → 2\\. judge\n');
  expect(outline).toMatch(/\n\| Major \|.*\| 20分 \| 9分 \|\n/);
  expect(outline).toContain('> Sign-up is not working for new customers as of 26 Dec');
});

test('words of a plan stay words', () => {
  const source = smallPlaybook
    .replace('title: Launch day', `title: '${hostile}'`)
    .replace('      judge:\n', `      judge:\n        title: '${hostile}'\n`);
  const { mermaid, outline } = exported(source);
  for (const line of mermaid.split('\n').filter((each) => each.includes('click'))) {
    expect(line).toMatch(/^ {2}s\d+\{\{"[^"`<>[\]|@#]*(?:(?:#\d+;|<br>)[^"`<>[\]|@#]*)*"\}\}$/);
  }
  const prose = outline.replace(/```mermaid[\s\S]*?```/g, '');
  expect(prose).not.toMatch(/<img|\]\(/);
  expect(prose).toContain('&lt;img src=x onerror=alert');
  expect(escapeMermaid('1. first')).toBe('1#46; first');
  expect(escapeMermaid('- a\nb')).toBe('#45; a b');
});

const long = (count: number) =>
  Array.from({ length: count }, (_, at) => `      s${at + 1}: { kind: do, task: Task ${at + 1}, then: s${at + 2} }`);

test('what belongs to a step stays below it from step 10 on, too', () => {
  const steps = [...long(11), '      s12: { kind: end }'].join('\n');
  const outline = outlined(`playbook: 1\nid: p\nflows:\n  f:\n    steps:\n${steps}\n`);
  expect(outline).toContain('   - → 10\\. Task 10\n10. **Task 10**\n    Do · done after 0 s at worst\n    - → 11');
});

test('steps have the numbers that the list gives them', () => {
  const outline = outlined(`playbook: 1
id: p
flows:
  f:
    steps:
      first: { kind: ask, question: Open?, answers: { yes: late, no: early } }
      over: { kind: end }
      early: { kind: do, task: Early, then: late }
      late: { kind: do, task: Late, then: over }
`);
  expect(outline.match(/^\d+\. .*$/gm)).toEqual(['1. **Open?**', '2. **over**', '3. **Early**', '4. **Late**']);
  expect(outline).toContain('   - Yes → 4\\. Late');
});

test('of a text only what its channel shows', () => {
  const outline = outlined(`playbook: 1
id: p
channels:
  page: { type: status-page }
  x: { type: x }
  mail: { type: email }
messages:
  m:
    variants:
      page: { title: The title, body: The body. }
      x: { same_as: page }
      mail: { same_as: page }
`);
  expect(outline.split('\n').filter((line) => line.startsWith('> '))).toEqual([
    '> The title',
    '> The body.',
    '> The body.',
    '> The title',
    '> The body.',
  ]);
});

test('a class says whether one criterion is enough, in the words of its page', () => {
  const outline = outlined(`playbook: 1
id: p
checklist:
  failing: { ask: How many fail?, type: percent }
  lasting: { ask: How long?, type: minutes }
severities:
  bad: { when_any: [failing >= 50%, lasting >= 30] }
  less: { when_all: [failing >= 5%, lasting >= 10] }
`);
  expect(outline).toContain('| when one holds: How many fail? 50% and more, How long? 30 min and more |');
  expect(outline).toContain('| when all hold: How many fail? 5% and more, How long? 10 min and more |');
});

test('words and addresses can be copied from a file: nothing unseen is among them', () => {
  for (const kept of [
    'Ask @sato, #1, 5 USD of https://wiki.example/a_b?c=1&d=2#e at 10:04',
    'https://status.example',
    'deadbeef1234 www.example.com GH-1',
    'AT&T (ours)!',
  ])
    expect(escaped(kept).replace(/[<>]/g, '')).toBe(kept);
  expect(escaped('見る：https://a.example/x。次')).toBe('見る：<https://a.example/x>。次');
  expect(escaped('[a](https://a.example)')).toBe('\\[a\\]\\(<https://a.example>)');
  expect(escaped('**b** _i_ `c` <img> a|b $x$ &lt; &amp')).toBe(
    '\\*\\*b\\*\\* \\_i\\_ \\`c\\` &lt;img> a\\|b \\$x\\$ &amp;lt; &amp',
  );
  expect(['# a', '- a', '+ a', '> a', '1. a', '2) a', '= a'].map(escaped)).toEqual([
    '\\# a',
    '\\- a',
    '\\+ a',
    '\\> a',
    '1\\. a',
    '2\\) a',
    '\\= a',
  ]);
  expect(outlined(smallPlaybook.replace('title: Launch day', "title: '@a #1 $2 $3 https://a.example'"))).not.toMatch(
    /[\u200b-\u200d\u2060]|<span/,
  );
});

test('sheets are cut where no box stands, and show about as much each', () => {
  expect(windows(900, 1000, [[400, 420]])).toEqual([[0, 900]]);
  expect(
    windows(1700, 1000, [
      [700, 720],
      [860, 900],
      [990, 1010],
    ]),
  ).toEqual([
    [0, 860],
    [860, 1700],
  ]);
  // No gap in reach: what is cut through is whole on the next one.
  expect(windows(1700, 1000, [])).toEqual([
    [0, 1000],
    [820, 1700],
  ]);
  // A gap that leaves too much for the rest is taken only where no other is.
  expect(
    windows(1700, 1000, [
      [400, 420],
      [800, 820],
    ])[0],
  ).toEqual([0, 820]);
  expect(windows(1700, 1000, [[400, 420]])).toEqual([
    [0, 420],
    [420, 1420],
    [1240, 1700],
  ]);
});
