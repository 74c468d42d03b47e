import { describe, expect, it } from 'vitest';
import { drawFlow, placedToSvgText } from '../../../src/core/draw/drawFlow';
import type { Markup } from '../../../src/core/draw/markup';
import { layoutFlow, placeFlow } from '../../../src/core/draw/place';
import { toHtml } from '../../../src/core/draw/toHtml';
import { createRuns } from '../../../src/core/flow/createRuns';
import type { Step } from '../../../src/core/model/playbook';
import { engine, firstFlow, graphOf, place, planFlow, readPlaybook, toText } from '../../support/flows';
import { flaws } from '../../support/geometry';
import { hostile } from '../../support/hostileTexts';
import { translators } from '../../support/lint';
import { smallPlaybook } from '../../support/small';

const japanese = { t: translators.ja, locale: 'ja' };
const english = { t: translators.en, locale: 'en' };

function all(markup: Markup): Markup[] {
  return [markup, ...(markup.children ?? []).flatMap((child) => (typeof child === 'string' ? [] : all(child)))];
}

const text = (markup: Markup): string =>
  (markup.children ?? []).map((child) => (typeof child === 'string' ? child : text(child))).join('');

async function small() {
  const playbook = readPlaybook(smallPlaybook);
  const runs = createRuns(playbook);
  const placed = await layoutFlow(firstFlow(playbook), engine, { playbook, t: translators.en });
  return { placed, options: { ...english, doneAfter: (step: Step) => runs.reachedAt(step)?.seconds } };
}

describe('a step of the drawing', () => {
  it('says to a screen reader its place, its kind, its name and where it leads', async () => {
    const { placed, options } = await small();
    const names = all(drawFlow(placed, options)).flatMap(({ attributes }) =>
      attributes?.['data-step'] === undefined ? [] : String(attributes['aria-label']),
    );
    expect(names[2]).toBe('3 of 7, Announce, First notice, Amina, 3 min, where its severity says, next: hold');
    expect(names[4]).toBe('5 of 7, Ask, Is it back?, Amina, next: Yes: All clear, No: First notice');
  });

  it('leads to its place in the text, and is one of many behind a single tab stop', async () => {
    const { placed, options } = await small();
    const steps = all(drawFlow(placed, options)).filter(({ attributes }) => attributes?.['data-step'] !== undefined);
    expect(
      steps.map(({ key, attributes }) => [key, attributes?.['data-src'], attributes?.tabindex]).slice(0, 2),
    ).toEqual([
      ['find_out', 'flows.main.steps.find_out', '0'],
      ['judge', 'flows.main.steps.judge', '-1'],
    ]);
    expect(steps.filter(({ attributes }) => attributes?.tabindex === '0')).toHaveLength(1);
  });

  it('says when it is done at worst, but not behind a loop', async () => {
    const { placed, options } = await small();
    const clocks = all(drawFlow(placed, options)).filter(({ attributes }) => attributes?.class === 'up-clock');
    expect(clocks.map(text)).toEqual(['≤ 5 min', '≤ 6 min']);
  });

  it('shows a finding by a shape of its own, and tells it in the tooltip and to a screen reader', async () => {
    const { placed, options } = await small();
    const problems = new Map([['judge', { severity: 'error' as const, messages: ['Something is wrong.'] }]]);
    const step = all(drawFlow(placed, { ...options, problems })).find(
      ({ attributes }) => attributes?.['data-step'] === 'judge',
    );
    if (step === undefined) throw new Error('no step');
    expect(all(step).map(({ attributes }) => attributes?.class)).toContain('up-badge up-badge-error');
    expect(step.attributes?.['aria-label']).toContain('Something is wrong.');
    expect(text(step)).toContain('Something is wrong.');
  });

  it('moves nothing when a finding comes or goes', async () => {
    const { placed, options } = await small();
    const places = (markup: Markup) =>
      all(markup)
        .filter(({ key }) => key === 'shape')
        .map(({ attributes }) => attributes?.d);
    const problems = new Map([['judge', { severity: 'error' as const, messages: ['x'] }]]);
    const before = places(drawFlow(placed, options));
    expect(places(drawFlow(placed, { ...options, problems })).filter((d) => before.includes(d))).toHaveLength(
      before.length,
    );
  });
});

describe('what is written beside the lines', () => {
  const labels = async (yaml: string, locale: 'en' | 'ja') =>
    Object.fromEntries(
      graphOf(yaml, locale).edges.flatMap(({ id, label }) => (label === undefined ? [] : [[id, label.full]])),
    );

  it('is in the language of the plan for answers, and of the reader for the rest', async () => {
    const plan = (locale: string) => `playbook: 1
locale: ${locale}
checklist:
  back: { ask: B, type: yes-no }
  scope: { ask: S, type: choice, choices: { all: Everyone, some: Some people } }
severities:
  bad: { title: Bad, channels: [] }
  mild: { title: Mild, default: true, announce: false }
flows:
  main:
    steps:
      a: { kind: classify, cases: { bad: b, mild: e } }
      b: { kind: escalate, ack_within: 5m, then: c, no_ack: d }
      c: { kind: ask, fact: back, answers: { "yes": e, "no": d } }
      d: { kind: ask, fact: scope, answers: { all: f, some: f } }
      f: { kind: wait, then: e, on_upgrade: a }
      e: { kind: end, outcome: resolved }
`;
    expect(await labels(plan('ja'), 'en')).toEqual({
      'a→b': 'Bad',
      'a→e': 'Mild',
      'b→d': 'no answer in 5 min',
      'c→e': 'はい',
      'c→d': 'いいえ',
      'd→f': 'Everyone, Some people',
      'f→a': 'it got worse',
    });
    expect(await labels(plan('en'), 'ja')).toMatchObject({
      'c→e': 'Yes',
      'b→d': '5分返事がなければ',
      'f→a': '重くなったら',
    });
  });

  it('is one line where answered or not leads on to the same step', async () => {
    const found = await labels(
      'playbook: 1\nflows: { main: { steps: { a: { kind: escalate, ack_within: 5m, then: b, no_ack: b }, b: { kind: end } } } }',
      'en',
    );
    expect(found).toEqual({ 'a→b': 'answer or not' });
  });
});

describe('bands', () => {
  const bands = (phases: readonly string[]) =>
    graphOf(
      `playbook: 1\nflows:\n  main:\n    steps:\n${phases
        .map((phase, at) => `      s${at}: { kind: do, phase: ${phase}, then: s${at + 1} }`)
        .join('\n')}\n      s${phases.length}: { kind: end }\n`,
    ).bands.map(({ phase, steps }) => `${phase} ${steps.length}`);

  it('follow the flow, not the list of phases', () => {
    expect(bands(['assess', 'assess', 'impact', 'respond', 'respond', 'cause', 'cause', 'prevent'])).toEqual([
      'assess 2',
      'impact 1',
      'respond 2',
      'cause 2',
      'prevent 2',
    ]);
  });
  it('come again where a phase does, but not for a single step', () => {
    expect(bands(['respond', 'respond', 'cause', 'cause', 'cause', 'respond'])).toEqual([
      'respond 2',
      'cause 3',
      'respond 2',
    ]);
    expect(bands(['respond', 'respond', 'impact', 'respond'])).toEqual(['respond 5']);
  });
  it('a step in a band of another phase says its own', () => {
    const graph = graphOf(
      'playbook: 1\nflows: { main: { steps: { a: { kind: do, phase: respond, then: b }, b: { kind: do, phase: impact, then: c }, c: { kind: do, phase: respond, then: d }, d: { kind: end } } } }',
    );
    expect(graph.steps.find(({ id }) => id === 'b')?.face.details).toContain('phase: Impact');
  });
});

describe('a drawing in a file', () => {
  it('has its styles without variables, a title, its steps by id, and the same bytes each time', async () => {
    const { placed, options } = await small();
    const svg = placedToSvgText(placed, options);
    const again = await small();
    expect(svg).toBe(placedToSvgText(again.placed, again.options));
    expect(svg).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).toContain('<title>When it breaks</title>');
    expect(svg).toContain('data-step="first_word"');
    expect(svg).not.toContain('var(');
    expect(svg).not.toContain('tabindex');
  });
});

describe('whatever stands in the file', () => {
  it('is drawn as text, and quickly', async () => {
    for (const title of hostile) {
      const yaml = `playbook: 1
title: ${JSON.stringify(title)}
roles: { r: { title: ${JSON.stringify(title)} } }
channels: { c: { type: email, title: ${JSON.stringify(title)} } }
flows:
  main:
    title: ${JSON.stringify(title)}
    trigger: ${JSON.stringify(title)}
    steps:
      a: { kind: ask, title: ${JSON.stringify(title)}, note: ${JSON.stringify(title)}, by: r, question: ${JSON.stringify(title)}, answers: { ${JSON.stringify(title.slice(0, 900))}: b, x: c } }
      b: { kind: announce, title: ${JSON.stringify(title)}, by: r, channels: [c, c, c, c], then: c }
      c: { kind: end, title: ${JSON.stringify(title)} }
`;
      const placed = await place(yaml);
      expect(flaws(placed)).toEqual([]);
      const html = toHtml(drawFlow(placed, japanese));
      expect(html).not.toMatch(/<(?:img|script)|<svg on/);
      expect(html.length).toBeLessThan(60_000);
    }
  });

  it('nothing: an empty flow has an empty drawing', async () => {
    const placed = await place('playbook: 1\nflows: { main: { steps: {} } }');
    expect(placed.steps).toEqual([]);
    expect(toHtml(drawFlow(placed, english))).toContain('<svg');
  });

  it('a step that nothing is known of', async () => {
    const placed = await place(
      'playbook: 1\nflows: { main: { steps: { a: , b: { kind: , then: }, c: { kind: gahter, then: a } } } }',
    );
    expect(flaws(placed)).toEqual([]);
    expect(toHtml(drawFlow(placed, english))).toContain('Unknown kind');
  });

  it('more steps than anybody reads: as many as can be laid out', () => {
    const graph = graphOf(toText(planFlow(5000, 1)));
    expect(graph.steps.filter(({ step }) => step !== undefined)).toHaveLength(1200);
  });
});

it('asks the engine for nothing where there is nothing to lay out', async () => {
  const graph = graphOf('playbook: 1\nflows: { main: { title: T } }');
  const placed = await placeFlow(graph, () => {
    throw new Error('not needed');
  });
  expect(placed.edges).toEqual([]);
});
