import { expect, test } from 'vitest';
import { toGraph } from '../../../src/core/draw/graph';
import { escapeMermaid, toMermaid } from '../../../src/core/export/mermaid';
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
  expect(prose).not.toMatch(/<img|@team|\]\(https:|https:\/\/evil/);
  expect(prose).toContain('&lt;img src=x onerror=alert');
  expect(escapeMermaid('1. first')).toBe('1#46; first');
  expect(escapeMermaid('- a\nb')).toBe('#45; a b');
});
