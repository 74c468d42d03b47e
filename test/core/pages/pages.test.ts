import { describe, expect, it } from 'vitest';
import { createRuns } from '../../../src/core/flow/createRuns';
import type { Finding } from '../../../src/core/lint/finding';
import { channelsPage } from '../../../src/core/pages/channels';
import { listPage } from '../../../src/core/pages/list';
import { numberLines } from '../../../src/core/pages/numberLines';
import { play } from '../../../src/core/pages/play';
import type { Scene } from '../../../src/core/pages/scene';
import { severitiesPage } from '../../../src/core/pages/severities';
import { translators } from '../../support/lint';
import { buildText } from '../../support/model';
import { smallPlaybook } from '../../support/small';
import { bySource, textOf, withClass } from './markup';

function scene(text: string, uiLocale: 'en' | 'ja' = 'en'): Scene {
  const playbook = buildText(text);
  return { playbook, runs: createRuns(playbook), t: translators[uiLocale], uiLocale };
}

describe('the list', () => {
  it('says of each step what it is, when it is done at worst, and where it leads', () => {
    const page = listPage(scene(smallPlaybook));
    const step = (id: string) => textOf(bySource(page, `flows.main.steps.${id}`));
    expect(step('first_word')).toMatch(/^3\.First notice\s?Announce/);
    expect(step('first_word')).toContain('→4. hold');
    expect(step('is_it_back')).toMatch(/yes→6\. .*no→3\. First notice/);
    expect(step('find_out')).toContain('done after 5 min at worst');
    // Round the loop there is no worst case.
    expect(step('is_it_back')).not.toContain('at worst');
  });

  it('tells steps that are not there, and those that nobody comes to', () => {
    const page = listPage(scene(smallPlaybook.replace('then: is_it_back', 'then: nowhere')));
    expect(textOf(bySource(page, 'flows.main.steps.hold'))).toContain('? nowhere');
    expect(textOf(bySource(page, 'flows.main.steps.done'))).toContain('nobody comes here');
  });

  it('names the classes in which something is announced, where that tells something', () => {
    const text = smallPlaybook
      .replace('    default: true', '    when_any: ["back = no"]')
      .replace('collect: [started_at]', 'collect: [started_at, back]')
      .replace('flows:\n', '  minor: { title: Minor, default: true, announce: false }\nflows:\n')
      .replace('major: first_word', 'major: first_word\n          minor: done');
    expect(textOf(bySource(listPage(scene(text)), 'flows.main.steps.first_word'))).toContain('severity: Major');
    expect(textOf(listPage(scene(smallPlaybook)))).not.toContain('severity:');
  });

  it('says what the drawing says of a scenario and of what is wrong', () => {
    const text =
      smallPlaybook
        .replace('operators: amina }', 'operators: amina, depends_on: shop }')
        .replace('channels: announced', 'channels: [status]') + systems;
    const input = scene(text);
    const played = play(input.playbook, input.runs, { scenario: 'cloud_out' });
    const at = text.indexOf('collect:');
    const findings: Finding[] = [
      { rule: 'x', severity: 'error', span: { start: at, end: at + 7 }, message: 'Mend it.' },
    ];
    const page = listPage({ ...input, played, findings });
    expect(textOf(page)).toContain('In "The cloud is out" these channels are down: status.');
    expect(textOf(bySource(page, 'flows.main.steps.all_over'))).toContain('status (down)');
    expect(textOf(bySource(page, 'flows.main.steps.find_out'))).toContain('Mend it.');
    const slowest = listPage({ ...input, played: play(input.playbook, input.runs, { severity: 'major' }) });
    expect(textOf(bySource(slowest, 'flows.main.steps.first_word'))).toContain('done after 9 min at worst');
    expect(textOf(bySource(slowest, 'flows.main.steps.hold'))).toContain('not on this way');
  });
});

const systems = `systems:
  cloud: { title: Cloud }
  shop: { title: Shop, depends_on: cloud }
scenarios:
  cloud_out: { title: The cloud is out, kind: outage, fails: cloud }
  wrong: { title: Wrong list, kind: mis-sent }
`;

describe('the channels', () => {
  it('live or are down, and because of what', () => {
    const text = smallPlaybook.replace('operators: amina }', 'operators: amina, depends_on: shop }') + systems;
    const row = bySource(channelsPage(scene(text)), 'channels.status');
    expect(withClass(row, 'up-dead').map(textOf)).toEqual(['✕downbecause ofShop ← Cloud']);
    expect(withClass(row, 'up-lives').map(textOf)).toEqual(['●lives']);
    expect(textOf(row)).toContain('Amina');
  });

  it('say what to add where there is none', () => {
    expect(textOf(channelsPage(scene('playbook: 1\n', 'ja')))).toContain('チャネルがまだありません');
  });
});

const classes = `playbook: 1
title: Plan
checklist:
  share: { ask: How many?, type: percent }
  minutes: { ask: How long?, type: minutes }
severities:
  worst: { title: Worst, when_any: [share >= 50%] }
  long: { title: Long, when_all: [share > 10%, minutes >= 30] }
  some: { title: Some, when_any: [share >= 10%, minutes = 5] }
  rest: { title: Rest, default: true }
`;

describe('the number lines', () => {
  it('tell what each value is taken for, and what other criteria have to say', () => {
    const shown = numberLines(buildText(classes)).map(({ fact, stretches }) => [
      fact.id,
      ...stretches.map(({ from, to, taken, perhaps }) => {
        const open = from === undefined ? '…' : `${from.included ? '[' : '('}${from.at}`;
        const end = to === undefined ? '…' : `${to.at}${to.included ? ']' : ')'}`;
        return `${open} ${end} ${taken?.id ?? '-'} ${perhaps.map(({ id }) => id).join()}`.trim();
      }),
    ]);
    expect(shown).toEqual([
      ['share', '… 0.1) -', '[0.1 0.1] some', '(0.1 0.5) some long', '[0.5 … worst'],
      ['minutes', '… 5) -', '[5 5] some', '(5 30) -', '[30 … - long'],
    ]);
  });

  it('are said in words, with a sign for the class', () => {
    const page = severitiesPage(scene(classes));
    const text = textOf(page);
    expect(text).toContain('below 10%no class for this alone');
    expect(text).toContain('50% and moreWorst');
    // The sign is that of the drawing.
    const [taken] = withClass(page, 'up-taken').filter((one) => textOf(one) === 'Worst');
    expect(withClass(taken ?? '', 'up-impact-major')).toHaveLength(1);
    expect(text).toContain('30 min and moreno class for this aloneLong, if its other criteria hold');
    expect(text).toContain('How many? 50% and more');
  });
});

describe('the classes', () => {
  it('say how soon customers hear of them at worst, and whether that is in time', () => {
    const late = smallPlaybook.replace('first_notice_within: 20m', 'first_notice_within: 5m');
    expect(withClass(severitiesPage(scene(smallPlaybook)), 'up-in-time').map(textOf)).toEqual([
      '✓ at worst after 9 min',
    ]);
    expect(withClass(severitiesPage(scene(late)), 'up-late').map(textOf)).toEqual(['✕ at worst after 9 min']);
  });
});
