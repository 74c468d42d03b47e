import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePlans } from '../../../src/core/diff/compare';
import { toDiffMarkdown, toDiffText } from '../../../src/core/diff/report';
import { diffWords } from '../../../src/core/diff/words';
import { formatEdits } from '../../../src/core/format/format';
import type { Checked } from '../../../src/core/lint/run';
import { approvedNode, contentHash } from '../../../src/core/model/contentHash';
import { applyEdits } from '../../../src/core/text/span';
import { toData } from '../../../src/core/yaml/data';
import { parseYaml } from '../../../src/core/yaml/parse';
import { checkText } from '../../support/check';
import { disordered } from '../../support/disorder';
import { translators } from '../../support/lint';
import { smallPlaybook } from '../../support/small';
import { plans } from '../flow/plans';

type Edit = readonly [from: string | RegExp, to: string];

const scenarios = `systems: { shop: {}, host: {} }
scenarios:
  outage: { title: The shop is down, fails: [shop], facts: { back: no } }
`;
const approved = `approvals:
  - { of: messages.over, by: amina, on: 2026-11-01, hash: "sha256:0" }
`;
const base = `${smallPlaybook}${scenarios}${approved}`;

/** Each the smallest change of its kind. */
const pairs: Readonly<Record<string, readonly Edit[]>> = {
  'nothing at all': [],
  'a comment': [['people:', '# who is there\npeople:']],
  'other quotes': [['title: Launch day', 'title: "Launch day"']],
  'blank lines': [['\nflows:', '\n\n\nflows:']],
  'keys in another order': [['        by: lead\n        takes: 1m', '        takes: 1m\n        by: lead']],
  'the title': [['Launch day', 'Launch week']],
  'the status': [['status: in-review', 'status: draft']],
  'a person more': [['people:', 'people:\n  zoe: { name: Zoe }']],
  'a person less, and who is deputy': [
    [/ {2}ben:.*\n/, ''],
    [', deputy: ben', ''],
  ],
  'a person under another id': [
    ['  ben: {', '  benjamin: {'],
    ['deputy: ben', 'deputy: benjamin'],
  ],
  'a person under another name': [['name: Ben', 'name: Benedict']],
  'people in another order': [[/( {2}amina:.*\n)( {2}ben:.*\n)/, '$2$1']],
  'who decides': [['person: amina, deputy: ben', 'person: ben, deputy: amina']],
  'a channel more': [['channels:\n  status', 'channels:\n  sms: { type: sms }\n  status']],
  'a channel that dies with the shop': [['{ type: status-page,', '{ type: status-page, depends_on: [shop],']],
  'what fails': [['fails: [shop]', 'fails: [host]']],
  'a scenario more': [['scenarios:', 'scenarios:\n  calm: { title: Calm, fails: [host] }']],
  'a promise': [['first_notice_within: 20m', 'first_notice_within: 5m']],
  'a class under another id': [
    ['  major:\n    title', '  severe:\n    title'],
    ['          major: first', '          severe: first'],
  ],
  'a class more': [
    ['severities:', 'severities:\n  worst: { when_all: [back = no], channels: [status], first_notice_within: 30m }'],
  ],
  'a step takes longer': [['takes: 5m\n        then: judge', 'takes: 15m\n        then: judge']],
  'a step is quicker': [['takes: 5m\n        then: judge', 'takes: 2m\n        then: judge']],
  'who does a step': [
    ['      all_over:\n        kind: announce\n        by: lead', '      all_over:\n        kind: announce'],
  ],
  'where a step speaks': [['channels: announced', 'channels: [status]']],
  'a step under another id': [
    ['      hold:', '      pause:'],
    ['then: hold', 'then: pause'],
  ],
  'all steps under other ids': [[/\b(find_out|judge|first_word|hold|is_it_back|all_over|done)\b/g, 'z_$1']],
  'all steps under other ids, and one that takes longer': [
    [/\b(find_out|judge|first_word|hold|is_it_back|all_over|done)\b/g, 'z_$1'],
    ['takes: 5m', 'takes: 6m'],
  ],
  'all steps under other ids, and one in the middle that takes longer': [
    [/\b(find_out|judge|first_word|hold|is_it_back|all_over|done)\b/g, 'z_$1'],
    ['takes: 1m', 'takes: 2m'],
  ],
  'all steps under other ids, and one less': [
    ['then: hold', 'then: is_it_back'],
    [/ {6}hold:\n(?: {8}.*\n)+/, ''],
    [/\b(find_out|judge|first_word|is_it_back|all_over|done)\b/g, 'z_$1'],
  ],
  'a flow and a step of it under other ids': [
    ['  main:\n    title', '  flow:\n    title'],
    ['      hold:', '      pause:'],
    ['then: hold', 'then: pause'],
  ],
  'a step less': [
    ['then: hold', 'then: is_it_back'],
    [/ {6}hold:\n(?: {8}.*\n)+/, ''],
  ],
  'a step more': [
    ['        then: hold', '        then: breathe\n      breathe: { kind: do, task: Breathe, takes: 1m, then: hold }'],
  ],
  'a way that ends nowhere': [['"no": first_word', '"no": nowhere']],
  'a flow under another id': [['  main:\n    title', '  flow:\n    title']],
  'a message under another id': [
    ['  notice:\n', '  first:\n'],
    ['message: notice', 'message: first'],
  ],
  'words of a text': [['Nothing is left over.', 'Everything is as before.']],
  'a title of a text': [['title: Sign-up works again', 'title: You can sign up again']],
  'a stage': [['stage: resolved', 'stage: monitoring']],
  'an approval less': [[approved, '']],
  'Japanese words': [['We are sorry.\n\n', 'ご迷惑をおかけして、申し訳ございません。\n\n']],
};

function edited(edits: readonly Edit[]): string {
  return edits.reduce((text, [from, to]) => {
    const next = text.replace(from, to);
    if (next === text) throw new Error(`nothing to replace: ${from}`);
    return next;
  }, base);
}

const read = (text: string): Checked => checkText(text, { now: '2026-11-24T00:00Z' });
const compare = (before: string, after: string) => comparePlans(read(before), read(after), { t: translators.en });
const compared = (before: string, after: string) => [
  { file: 'plan.incident.yaml', comparison: compare(before, after), before: read(before), after: read(after) },
];

describe('what a change says', () => {
  it('is what it always said, for each kind of change', async () => {
    const told = Object.entries(pairs).map(
      ([name, edits]) => `=== ${name}\n${toDiffText(compared(base, edited(edits)), translators.en)}`,
    );
    expect(told.length).toBeGreaterThanOrEqual(30);
    await expect(told.join('\n')).toMatchFileSnapshot('../../golden/diffs.txt');
  });

  it.each(Object.entries(pairs))('mirrors: %s', (_, edits) => {
    const after = edited(edits);
    const mirror = {
      added: 'removed',
      removed: 'added',
      changed: 'changed',
      renamed: 'renamed',
      moved: 'moved',
    } as const;
    const [there, back] = [compare(base, after), compare(after, base)];
    const sorted = (list: readonly string[]) => [...list].sort();
    expect(sorted(back.changes.map(({ kind, section, id, to }) => `${kind} ${section} ${to ?? id}`))).toEqual(
      sorted(there.changes.map(({ kind, section, id }) => `${mirror[kind]} ${section} ${id}`)),
    );
    expect(back.unseen).toBe(there.unseen);
    const better = ({ better: is, kind }: { better: boolean | undefined; kind: string }, turned: boolean) =>
      `${kind} ${turned ? !is : is}`;
    expect(sorted(back.impact.map((one) => better(one, true)))).toEqual(
      sorted(there.impact.map((one) => better(one, false))),
    );
  });

  it('is nothing where a playbook was only laid out anew', () => {
    for (const folder of ['flash-sale/flash-sale', 'b2b-service/b2b-service', 'software-launch/software-launch']) {
      const text = fs.readFileSync(`sample-playbooks/${folder}.incident.yaml`, 'utf8');
      const other = text.replace(/: (?!true|false|null)([a-z][a-z_]+)$/gm, ': "$1"').replace(/\n\n(?=[a-z])/g, '\n');
      expect(other).not.toBe(text);
      const { changes, impact, unseen } = compare(text, other);
      expect(changes).toEqual([]);
      expect(impact).toEqual([]);
      expect(unseen).toBeGreaterThan(0);
      expect(compare(text, applyEdits(other, formatEdits(parseYaml(other)) ?? [])).changes).toEqual([]);
    }
  });
});

describe('what is no news', () => {
  const problems = (before: string, after: string) =>
    compare(before, after).impact.flatMap(({ kind, summary }) => (kind === 'finding' ? [summary] : []));
  const late = base.replace('first_notice_within: 20m', 'first_notice_within: 5m');

  it('is a problem that was there before and only counts otherwise', () => {
    const later = late.replace('takes: 5m', 'takes: 6m');
    expect(read(later).findings.map(({ message }) => message)).not.toEqual(
      read(late).findings.map(({ message }) => message),
    );
    expect(problems(late, later)).toEqual([]);
    expect(problems(base, late)).toHaveLength(1);
  });

  it('is a problem at a thing that only got another name', () => {
    const dead = base.replace('{ type: status-page,', '{ type: status-page, depends_on: [shop],');
    const renamed = dead.replaceAll('first_word', 'first_notice_goes_out');
    expect(read(dead).findings.some(({ message }) => message.includes('"first_word"'))).toBe(true);
    expect(problems(dead, renamed)).toEqual([]);
    expect(problems(late, late.replaceAll(/\bmajor\b/g, 'severe'))).toEqual([]);
  });

  it('is a name where it is used, and neither is it layout', () => {
    const renamed = edited(pairs['all steps under other ids'] ?? []);
    const { changes, unseen } = compare(base, renamed);
    expect(changes.map(({ kind }) => kind)).toEqual(Array(7).fill('renamed'));
    expect(unseen).toBe(0);
    expect(
      compare(
        base,
        edited([
          ['  ben: {', '  bob: {'],
          ['deputy: ben', 'deputy:  bob'],
        ]),
      ).unseen,
    ).toBe(1);
  });
});

describe('a text that takes over another', () => {
  const plan = base
    .replace('channels:\n', 'channels:\n  post: { type: x }\n  wall: { type: on-site }\n')
    .replace(/(?=systems:)/, '      post: { same_as: status }\n      wall: { same_as: status, title: It works }\n');
  const moved = plan.replace('works again. It did', 'works again for all of you. It did');
  const told = (before: string, after: string) =>
    compare(before, after).changes.map(({ group, kind, id, summary }) => `${group} ${kind} ${id}: ${summary}`);

  it('is told with it: what it says, how long, and its words', () => {
    expect(told(plan, moved)).toMatchInlineSnapshot(`
      [
        "what changed over.status: Text 115 → 130 characters",
        "what changed over.post: says what "status" says; Text 115 / 280 → 130 / 280",
        "what changed over.wall: says what "status" says; Text 115 → 130 characters",
      ]
    `);
    expect(compare(plan, moved).changes.every(({ words }) => words?.some(({ text }) => /all of you/.test(text)))).toBe(
      true,
    );
    expect(told(moved, plan).map((text) => text.replace(/:.*/, ''))).toEqual(
      told(plan, moved).map((text) => text.replace(/:.*/, '')),
    );
  });

  it('is told once where it was changed itself, and not where its source only looks different', () => {
    const other = moved.replace('title: It works', 'title: It runs');
    expect(told(plan, other)).toHaveLength(3);
    expect(told(plan, plan.replace('title: Sign-up works again', 'title: "Sign-up works again"'))).toEqual([]);
  });
});

describe('an approval', () => {
  const hash = (text: string) => {
    const { playbook } = read(text);
    const [approval] = playbook.approvals;
    const node = approval && approvedNode(approval, playbook);
    return node === undefined ? '' : contentHash(node);
  };
  const held = base.replace('sha256:0', hash(base));
  const impact = (before: string, after: string) =>
    compare(before, after).impact.map(({ kind, better }) => `${kind} ${better}`);

  it('that does not hold any more is told once', () => {
    const other = held.replace('Nothing is left over.', 'Everything is as before.');
    expect(read(other).findings.map(({ rule }) => rule)).toContain('approval-stale');
    expect(impact(held, other)).toEqual(['approval false']);
    expect(impact(other, held)).toEqual(['approval true']);
  });

  it('holds on for what and who got another name', () => {
    expect(impact(held, held.replace('  amina: {', '  zara: {').replace(/: amina\b/g, ': zara'))).toEqual([]);
    expect(
      impact(
        held,
        held
          .replace('  over:\n', '  end:\n')
          .replace('message: over', 'message: end')
          .replace('messages.over', 'messages.end'),
      ),
    ).toEqual([]);
  });
});

const written = ['sample-playbooks', 'test/golden/ok'].flatMap((folder) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.incident.yaml'))
    .map((file) => `${folder}/${file}`),
);

const dataOf = (text: string) => JSON.stringify(toData(parseYaml(text).root));

/** Every step under another name, wherever it is named. */
function withOtherSteps(text: string): string {
  const { playbook } = read(text);
  const spans = [
    ...[...playbook.flows.values()].flatMap(({ steps }) => [...steps.values()].map(({ idSpan }) => idSpan)),
    ...playbook.references.flatMap(({ section, target, span }) => (section === 'steps' && target ? [span] : [])),
  ].filter(({ file }) => file === undefined);
  const edits = spans.sort((a, b) => a.start - b.start);
  return applyEdits(
    text,
    edits.map(({ start }) => {
      const at = start + (/["']/.test(text[start] ?? '') ? 1 : 0);
      return { span: { start: at, end: at }, text: 'z_' };
    }),
  );
}

describe('of plans with other names for all steps', () => {
  // What an anchor stands before can't be written in front of it.
  it.each(written.filter((file) => !/\nuses:| &\w/.test(fs.readFileSync(file, 'utf8'))))(
    'each step is told as renamed, and nothing else: %s',
    (file) => {
      const text = fs.readFileSync(file, 'utf8');
      const { changes, impact, unseen } = compare(text, withOtherSteps(text));
      const told = changes.filter(({ kind }) => kind !== 'renamed').map(({ id, summary }) => `${id} ${summary}`);
      // An approval is given to the names, too.
      const others = impact.filter(({ kind }) => kind !== 'approval');
      expect({ told, others, unseen }).toEqual({ told: [], others: [], unseen: 0 });
    },
  );

  it('mirrors, where some say something else, too', () => {
    let renamed = 0;
    for (const file of written)
      for (const nth of [2, 3, 5]) {
        const text = fs.readFileSync(file, 'utf8');
        let at = 0;
        const other = withOtherSteps(text).replace(/takes: |then: z_/g, (key) =>
          ++at % nth > 0 ? key : key === 'takes: ' ? 'takes: 1' : 'then: y_',
        );
        const [there, back] = [compare(text, other).changes, compare(other, text).changes];
        const mirror = { added: 'removed', removed: 'added' } as Readonly<Record<string, string>>;
        expect(back.map(({ kind, id, to }) => `${mirror[kind] ?? kind} ${to ?? id} ${to && id}`).sort(), file).toEqual(
          there.map(({ kind, id, to }) => `${kind} ${id} ${to}`).sort(),
        );
        renamed += there.filter(({ kind }) => kind === 'renamed').length;
      }
    expect(renamed).toBeGreaterThan(100);
  });

  it('a step that says something else, too, is told with it', () => {
    const text = base.replace('    steps:', '    start: find_out\n    steps:');
    const { changes } = compare(text, withOtherSteps(text).replace('takes: 1m', 'takes: 2m'));
    expect(changes.map(({ kind, to }) => `${kind} ${to}`)).toHaveLength(7);
    expect(changes.find(({ id }) => id === 'main.judge')?.summary).toBe(
      'is called "z_judge" now, and was "judge"; takes: 1m → 2m',
    );
  });
});

describe('of random plans', () => {
  it('other layouts say the same, before and after the formatter', () => {
    let [seen, changed] = [0, 0];
    for (const file of written) {
      const text = fs.readFileSync(file, 'utf8');
      for (let seed = 1; seed <= 3; seed++) {
        const other = disordered(text, seed, { texts: true });
        // An indent that is told by number means another text where the indent is another.
        if (other === undefined || dataOf(other) !== dataOf(text)) continue;
        seen++;
        const formatted = applyEdits(other, formatEdits(parseYaml(other)) ?? []);
        if (formatted !== other) changed++;
        for (const [before, after] of [
          [text, other],
          [other, formatted],
        ] as const) {
          const { changes, impact } = compare(before, after);
          expect({ changes, impact }, `${file} ${seed}`).toEqual({ changes: [], impact: [] });
        }
      }
    }
    expect(written.length).toBeGreaterThan(8);
    expect(seen).toBeGreaterThan(written.length);
    expect(changed).toBeGreaterThan(seen / 2);
  });

  it('what is new one way is gone the other way', () => {
    const pair = fc.tuple(...[1, 2].map(() => plans({ exact: false, scenarios: true, recursive: true })));
    const toText = (data: unknown) => JSON.stringify(data, undefined, 1);
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const [there, back] = [compare(toText(one), toText(other)), compare(toText(other), toText(one))];
        const list = ({ changes }: typeof there, isTurned: boolean) =>
          changes
            .map(({ kind, section, id, to }) =>
              [
                isTurned && kind === 'added' ? 'removed' : isTurned && kind === 'removed' ? 'added' : kind,
                section,
                ...(isTurned ? [to ?? id, to === undefined ? '' : id] : [id, to ?? '']),
              ].join(' '),
            )
            .sort();
        expect(list(back, true)).toEqual(list(there, false));
        expect(back.impact).toHaveLength(there.impact.length);
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});

describe('a text word by word', () => {
  it('is parted as its language does it, and put together again', () => {
    const runs = diffWords('ご注文ができません。お待ちください。', 'ご予約ができません。少しお待ちください。', 'ja');
    expect(
      runs
        .filter(({ kind }) => kind !== 'added')
        .map(({ text }) => text)
        .join(''),
    ).toBe('ご注文ができません。お待ちください。');
    expect(
      runs
        .filter(({ kind }) => kind !== 'removed')
        .map(({ text }) => text)
        .join(''),
    ).toBe('ご予約ができません。少しお待ちください。');
    expect(runs).toContainEqual({ kind: 'removed', text: '注文' });
    expect(diffWords('a', 'b', 'no such language!')).toHaveLength(2);
  });
});

describe('a comment of a pull request', () => {
  it('runs, mentions and links nothing that an author wrote', () => {
    const attack =
      '@acme/all <script>x</script> [a](https://evil.example) ![](https://evil.example/x.png) #1 </details> `x` javascript://x';
    const text = toDiffMarkdown(
      compared(
        base,
        base
          .replace('title: Launch day', `title: ${JSON.stringify(attack)}`)
          .replace('title: When it breaks', `title: ${JSON.stringify(attack)}`)
          .replace('Nothing is left over.', attack),
      ),
      translators.en,
    );
    const outside = text.replace(/```mermaid[\s\S]*?```/g, '');
    expect(outside).not.toMatch(/@acme|<script|\]\(http|https:\/\/evil|(?<!\\)#1/);
    expect(outside.match(/<\/details>/g)).toHaveLength(1);
  });
});

it('calls keys as the reader does, and leaves the names that the author gave', () => {
  const change = (from: string, to: string) =>
    comparePlans(read(base), read(base.replace(from, to)), { t: translators.ja, locale: 'ja' }).changes.map(
      ({ summary }) => summary,
    );
  expect(change('takes: 5m\n        then: judge', 'takes: 15m\n        then: judge')).toEqual(['所要時間：5m → 15m']);
  expect(change('first_notice_within: 20m', 'first_notice_within: 5m')).toEqual(['第一報まで：20m → 5m']);
  expect(change('"no": first_word', '"no": hold')).toEqual(['答えごとの進み先.no：first_word → hold']);
});
