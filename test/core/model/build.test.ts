import { describe, expect, test } from 'vitest';
import { readFiles } from '../../support/folders';
import { dedent } from '../../support/marks';
import { buildText } from '../../support/model';
import { smallPlaybook } from '../../support/small';

const build = (source: string) => buildText(dedent(source));

describe('the samples', () => {
  const files = readFiles('sample-playbooks');
  test.each(Object.keys(files))('%s: every place is where it says', (file) => {
    const playbook = buildText(files[file] ?? '', files, file);
    const at = ({ start, end, file: other }: { start: number; end: number; file?: string }) =>
      (files[other ?? file] ?? '').slice(start, end);
    expect(playbook.usesProblems).toEqual([]);
    expect(playbook.references.length).toBeGreaterThan(5);
    for (const reference of playbook.references) {
      expect(at(reference.span).replace(/^["']|["']$/g, '')).toBe(reference.id);
      expect(reference.target?.id).toBe(reference.id);
      expect(reference.target && at(reference.target.idSpan).replace(/^["']|["']$/g, '')).toBe(reference.id);
    }
    for (const text of playbook.texts) {
      for (const placeholder of text.placeholders) {
        expect(placeholder.target).toBeDefined();
        expect(at(placeholder.span)).toMatch(/^\{\{.*\}\}$/);
        expect(at(placeholder.nameSpan)).toBe(placeholder.name);
      }
      const [line = ''] = text.value.split('\n');
      expect(at(text.spanOf(0, line.length))).toBe(line);
    }
    const places = [...playbook.references, ...playbook.texts].filter(({ span }) => span.file === undefined);
    expect(places.length).toBeGreaterThan(5);
    for (const list of [playbook.references, playbook.texts]) {
      const own = list.filter(({ span }) => span.file === undefined).map(({ span }) => span.start);
      expect(own).toEqual(own.toSorted((a, b) => a - b));
      expect(list.slice(0, own.length).every(({ span }) => span.file === undefined)).toBe(true);
    }
  });
});

test('what is not written has its default', () => {
  const playbook = buildText('playbook: 1\n', {}, 'plans/shop.incident.yaml');
  expect(playbook).toMatchObject({
    id: 'shop',
    locale: 'en',
    timezone: 'UTC',
    status: 'draft',
    partial: false,
    activateAfter: 300,
    uses: [],
    findItAt: [],
    isPlaybook: true,
    titleSpan: { start: 0, end: 8 },
    brand: { humour: 'never' },
    policy: {
      thirdPartyNaming: 'status-page-only',
      aiDrafts: 'human-review',
      eta: 'when-confirmed',
      silence: 'needs-reason',
    },
  });
  expect(playbook.campaign).toBeUndefined();
  expect(playbook.sorryPage).toBeUndefined();
  expect(playbook.flows.size).toBe(0);
});

test('what is no playbook says so', () => {
  expect(buildText('').isPlaybook).toBe(false);
  expect(buildText('- a\n- b\n').isPlaybook).toBe(false);
  expect(buildText('services: {}\n').isPlaybook).toBe(false);
  expect(buildText('flows: {}\n').isPlaybook).toBe(true);
});

test('durations are seconds, percents parts of one, a list of one needs no brackets', () => {
  const playbook = build(`
    playbook: 1
    activate_after: 90s
    find_it_at: red folder
    campaign:
      baseline: { rate: 2.4%, visits: 4000, share: 0.5, nonsense: many }
    checklist:
      a: { type: text }
    channels:
      x: { type: x, operators: amina, locales: ja, formats: feed, reach: 1200 }
      y: { type: status-page, locales: [en, fr] }
    severities:
      s: { first_notice_within: 2h, update_every: 1d, channels: x, default: true }
      t: { update_every: soon }
    flows:
      f:
        steps:
          a: { kind: gather, collect: a, takes: 15m }
          b: { kind: escalate, via: x, ack_within: 5m }
          c: { kind: wait, every: 20m }
          d: { kind: wait, every: update_every }
  `);
  expect(playbook.activateAfter).toBe(90);
  expect(playbook.findItAt.map(({ value }) => value)).toEqual(['red folder']);
  expect([...(playbook.campaign?.baseline ?? [])].map(([key, { value }]) => [key, value])).toEqual([
    ['rate', 0.024],
    ['visits', 4000],
    ['share', 0.5],
  ]);
  const x = playbook.channels.get('x');
  expect(x?.operators.map(({ id }) => id)).toEqual(['amina']);
  expect(x).toMatchObject({ mode: 'push', external: true, locales: ['ja'], optional: false });
  expect(x?.reach?.value).toBe(1200);
  expect(playbook.channels.get('y')).toMatchObject({ mode: 'pull', locales: ['en', 'fr'] });
  const s = playbook.severities.get('s');
  expect([s?.firstNoticeWithin?.value, s?.updateEvery]).toEqual([7200, 86_400]);
  expect(playbook.severities.get('t')?.updateEvery).toBe(1800);
  const steps = playbook.flows.get('f')?.steps;
  expect(steps?.get('a')).toMatchObject({ takes: 900, kind: 'gather' });
  expect(steps?.get('b')).toMatchObject({ ackWithin: 300, takes: 0 });
  expect(steps?.get('c')).toMatchObject({ every: 1200 });
  expect(steps?.get('d')).toMatchObject({ every: 'update_every' });
});

test('severities have their rank, and what Statuspage calls them', () => {
  const { severities } = build(`
    severities:
      a: { uptime: severe }
      b: { uptime: significant, statuspage: minor }
      c: { uptime: negligible, announce: false }
  `);
  expect(
    [...severities.values()].map(({ id, rank, statuspage, announce }) => [id, rank, statuspage, announce]),
  ).toEqual([
    ['a', 0, 'critical', true],
    ['b', 1, 'minor', true],
    ['c', 2, 'none', false],
  ]);
});

test('a channel is external when somebody outside hears it', () => {
  const { channels } = build(`
    audiences: { team: { internal: true }, press: {} }
    channels:
      chat: { type: slack }
      open_chat: { type: slack, audiences: [team, press] }
      mail: { type: email }
      inside_mail: { type: email, audiences: team }
      unknown_mail: { type: email, audiences: nobody }
      misspelt: { type: emial }
  `);
  expect([...channels.values()].map(({ id, external }) => [id, external])).toEqual([
    ['chat', false],
    ['open_chat', true],
    ['mail', true],
    ['inside_mail', false],
    ['unknown_mail', true],
    ['misspelt', true],
  ]);
  expect(channels.get('misspelt')?.type).toBe('other');
});

test('humour suits the archetype', () => {
  const humour = (brand: string) => buildText(`brand: ${brand}\n`).brand.humour;
  expect(humour('{ archetype: trust }')).toBe('never');
  expect(humour('{ archetype: jester }')).toBe('low-severity-only');
  expect(humour('{ archetype: jester, humour: never }')).toBe('never');
  expect(humour('{ humour: allowed }')).toBe('allowed');
});

test('steps by kind: exits in the order of the file', () => {
  const { flows } = build(`
    flows:
      main:
        start: ask
        steps:
          first: { kind: do, then: ask }
          ask: { kind: ask, question: Ok?, answers: { "yes": first, "no": , maybe: gone } }
          tell: { kind: announce, message: m, channels: announced, then: end }
          tell_all: { kind: announce, channels: [announced] }
          tell_some: { kind: announce, channels: [x, y] }
          tell_class: { kind: announce }
          odd: { kind: wiat, then: first, answers: { a: first }, message: m }
          nothing:
          text: nonsense
          list: [kind, end]
      second:
        steps:
          a: { kind: end, outcome: resolved }
  `);
  const main = flows.get('main');
  expect(main?.start?.id).toBe('ask');
  expect(flows.get('second')?.start?.id).toBe('a');
  const exits = (id: string) =>
    main?.steps.get(id)?.exits.map(({ via, value, to }) => `${via} ${value ?? ''} ${to.id} ${to.target?.id}`);
  expect(exits('first')).toEqual(['then  ask ask']);
  expect(exits('ask')).toEqual(['answer yes first first', 'answer maybe gone undefined']);
  expect(exits('odd')).toEqual(['then  first first', 'answer a first first']);
  expect(['nothing', 'text', 'list'].map((id) => main?.steps.get(id)?.kind)).toEqual(['unknown', 'unknown', 'unknown']);
  const channels = (id: string) => {
    const step = main?.steps.get(id);
    if (step?.kind !== 'announce') throw new Error(id);
    return Array.isArray(step.channels) ? step.channels.map((channel) => channel.id) : step.channels;
  };
  expect(['tell', 'tell_all', 'tell_some', 'tell_class'].map(channels)).toEqual([
    'announced',
    'announced',
    ['x', 'y'],
    undefined,
  ]);
});

test('a start that is misspelt leaves the first step', () => {
  const { flows } = build('flows: { main: { start: gone, steps: { a: { kind: end } } } }');
  expect(flows.get('main')?.start?.id).toBe('a');
  expect(flows.get('main')?.startReference?.target).toBeUndefined();
});

test('references inside entries know where they are looked up', () => {
  const { references } = buildText(smallPlaybook);
  const step = references.find(({ section }) => section === 'steps');
  expect(step?.scope?.id).toBe('main');
  expect(new Set(references.map(({ section }) => section))).toEqual(
    new Set(['people', 'roles', 'audiences', 'channels', 'checklist', 'severities', 'steps', 'messages']),
  );
});

test('drills, approvals and the report', () => {
  const playbook = buildText(`${smallPlaybook}
scenarios:
  crowd: { kind: overload, facts: { back: no, gone: 3 } }
drills:
  - { scenario: crowd, planned: 2027-01-20, players: amina }
  - nonsense
approvals:
  - { of: messages.notice, by: amina, on: 2026-11-20 }
  - { of: flows.main }
  - { of: sorry_page }
  - { of: people.amina }
report:
  required_when: back = no
  order: [summary, impact]
`);
  expect(playbook.drills).toHaveLength(1);
  expect(playbook.drills[0]).toMatchObject({ scenario: { target: { id: 'crowd' } }, planned: { value: '2027-01-20' } });
  expect(playbook.approvals.map(({ target }) => target?.target?.id)).toEqual(['notice', 'main', undefined, undefined]);
  expect(playbook.report?.requiredWhenFact).toMatchObject({
    fact: { target: { id: 'back' } },
    operator: '=',
    value: 'no',
  });
  expect(playbook.scenarios.get('crowd')?.facts.map(({ fact, value }) => [fact.target?.id, value.value])).toEqual([
    ['back', 'no'],
    [undefined, 3],
  ]);
});

test('ids that JavaScript knows are ids like any other', () => {
  const playbook = build(`
    people: { __proto__: { name: P }, constructor: { name: C }, toString: {} }
    owner: __proto__
    title: "{{__proto__}} {{constructor}}"
    channels: { x: { type: x, operators: [constructor, hasOwnProperty] } }
    variables: { __proto__: { sample: s } }
  `);
  expect([...playbook.people.keys()]).toEqual(['__proto__', 'constructor', 'toString']);
  expect(playbook.owner?.target?.name?.value).toBe('P');
  expect(playbook.channels.get('x')?.operators.map(({ target }) => target?.name?.value)).toEqual(['C', undefined]);
  expect(playbook.title?.placeholders.map(({ target }) => target?.kind)).toEqual(['variable', undefined]);
  expect(({} as Record<string, unknown>).name).toBeUndefined();
});

test('ids are compared in NFC', () => {
  const composed = 'ガイド';
  const playbook = buildText(`people: { ${composed.normalize('NFD')}: {} }\nowner: ${composed}\n`);
  expect(playbook.owner?.target?.id).toBe(composed.normalize('NFC'));
});

test('of two entries with the same id the first counts', () => {
  const { people } = build('people:\n  a: { name: One }\n  a: { name: Two }\n');
  expect(people.get('a')?.name?.value).toBe('One');
});
