import { describe, expect, test } from 'vitest';
import { resolvePath, usedPaths } from '../../../src/core/model/uses';
import { parseYaml } from '../../../src/core/yaml/parse';
import { buildText } from '../../support/model';

describe('paths', () => {
  test.each([
    ['a.yaml', 'b.yaml', 'b.yaml'],
    ['x/a.yaml', 'b.yaml', 'x/b.yaml'],
    ['x/a.yaml', './b.yaml', 'x/b.yaml'],
    ['x/a.yaml', '../b.yaml', 'b.yaml'],
    ['x/y/a.yaml', '../../z/b.yaml', 'z/b.yaml'],
    ['x/a.yaml', '..\\b.yaml', 'b.yaml'],
    ['社内/a.yaml', '../共通 部品.yaml', '共通 部品.yaml'],
    ['a.yaml', '../b.yaml', undefined],
    ['x/a.yaml', '../../x/b.yaml', undefined],
    ['a.yaml', '/etc/passwd', undefined],
    ['a.yaml', '\\\\host\\share', undefined],
    ['a.yaml', 'C:\\b.yaml', undefined],
    ['a.yaml', 'https://x.example/b.yaml', undefined],
    ['a.yaml', 'b\0.yaml', undefined],
    ['a.yaml', '', undefined],
  ])('from %s to %s', (from, path, expected) => {
    expect(resolvePath(from, path)).toBe(expected);
  });

  test('of a list, of one without brackets, and of nonsense', () => {
    const of = (text: string) => usedPaths(parseYaml(text), 'x/a.yaml');
    expect(of('uses: [b.yaml, ../c.yaml, ../../out.yaml]\n')).toEqual(['x/b.yaml', 'c.yaml']);
    expect(of('uses: b.yaml\n')).toEqual(['x/b.yaml']);
    expect(of('uses:\n')).toEqual([]);
    expect(of('uses: { a: b }\n')).toEqual([]);
    expect(of('- uses\n')).toEqual([]);
  });
});

const files = {
  'base.yaml': `playbook: 1
partial: true
brand: { we: Base, signature: Base team, glossary: { DB: 台帳 } }
policy: { eta: never, silence: allowed }
people:
  ann: { name: Ann of base }
  bob: { name: Bob of base }
roles:
  lead: { person: ann, deputy: nobody_in_base }
channels:
  status: { type: status-page, operators: [ann, gone_in_base] }
severities:
  base_only: { default: true, announce: false }
scenarios:
  not_taken: { kind: outage }
flows:
  not_taken: { steps: { a: { kind: end } } }
`,
  'later.yaml': `playbook: 1
partial: true
uses: base.yaml
brand: { we: Later }
people:
  bob: { name: Bob of later }
  cleo: { name: Cleo, reach: "tel:1" }
severities:
  worse: { uptime: severe }
  better: { default: true }
messages:
  hello:
    variants:
      status: { title: Hi, body: "{{started_at}} {{brand.we}}" }
`,
};

test('entries are taken whole: local ones win, then later files', () => {
  const playbook = buildText(
    `playbook: 1
uses: later.yaml
brand: { signature: Us }
people:
  cleo: { name: Cleo here }
roles:
  lead: { person: bob }
checklist:
  started_at: { type: datetime }
`,
    files,
  );
  expect(playbook.usesProblems).toEqual([]);
  expect([...playbook.people.values()].map(({ id, name, idSpan }) => [id, name?.value, idSpan.file])).toEqual([
    ['ann', 'Ann of base', 'base.yaml'],
    ['bob', 'Bob of later', 'later.yaml'],
    ['cleo', 'Cleo here', undefined],
  ]);
  expect(playbook.people.get('cleo')?.reach).toEqual([]);
  expect(playbook.roles.get('lead')?.person?.target?.name?.value).toBe('Bob of later');
  expect(playbook.roles.get('lead')?.deputy).toBeUndefined();
  // What an entry named that was replaced is no reference any more; what a taken one names is.
  expect(
    playbook.references.filter(({ target }) => target === undefined).map(({ id, span }) => [id, span.file]),
  ).toEqual([['gone_in_base', 'base.yaml']]);
  expect([...playbook.severities.keys()]).toEqual(['worse', 'better']);
  expect([...playbook.severities.values()].map(({ rank }) => rank)).toEqual([0, 1]);
  expect(playbook.scenarios.size + playbook.flows.size).toBe(0);
  expect([playbook.brand.we?.value, playbook.brand.signature?.value]).toEqual(['Later', 'Us']);
  expect(playbook.brand.glossary.get('DB')?.value).toBe('台帳');
  expect(playbook.policy).toMatchObject({ eta: 'never', silence: 'allowed' });
  const body = playbook.messages.get('hello')?.variants.get('status')?.parts.body;
  expect(body?.placeholders.map(({ target, span }) => [target?.kind, span.file])).toEqual([
    ['checklist', 'later.yaml'],
    ['built-in', 'later.yaml'],
  ]);
});

test('an empty section takes nothing away', () => {
  const playbook = buildText('playbook: 1\nuses: later.yaml\nseverities:\npeople:\n', files);
  expect([...playbook.severities.keys()]).toEqual(['worse', 'better']);
  expect(playbook.people.size).toBe(3);
});

test('own severities replace all others', () => {
  const playbook = buildText('playbook: 1\nuses: [later.yaml]\nseverities: { mine: { default: true } }\n', files);
  expect([...playbook.severities.keys()]).toEqual(['mine']);
});

test('references and texts of the file come first, then those of each file in order', () => {
  const { references } = buildText('playbook: 1\nuses: later.yaml\nowner: ann\n', files);
  expect(references.map(({ id, span }) => `${id} ${span.file ?? ''}`)).toEqual([
    'ann ',
    'status later.yaml',
    'ann base.yaml',
    'nobody_in_base base.yaml',
    'ann base.yaml',
    'gone_in_base base.yaml',
  ]);
});

test('problems stand at the entry through which they come', () => {
  const source = 'playbook: 1\nuses: [a.yaml, gone.yaml, ../out.yaml, list.yaml, half.yaml]\n';
  const { usesProblems } = buildText(source, {
    'a.yaml': 'playbook: 1\nuses: b.yaml\n',
    'b.yaml': 'playbook: 1\nuses: [a.yaml, missing.yaml]\n',
    'list.yaml': '- a\n',
    'half.yaml': 'playbook: 1\ntitle: "x\n',
  });
  expect(
    usesProblems.map(({ kind, path, span, files: circle }) => [kind, path, source.slice(span.start, span.end), circle]),
  ).toEqual([
    ['cycle', 'a.yaml', 'a.yaml', ['a.yaml', 'b.yaml', 'a.yaml']],
    ['not-found', 'missing.yaml', 'a.yaml', undefined],
    ['not-found', 'gone.yaml', 'gone.yaml', undefined],
    ['outside', '../out.yaml', '../out.yaml', undefined],
    ['not-a-playbook', 'list.yaml', 'list.yaml', undefined],
    ['broken', 'half.yaml', 'half.yaml', undefined],
  ]);
});

test('files that use each other in long chains and many ways end', () => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, at) => [
      `f${at}.yaml`,
      `playbook: 1\nuses: [${Array.from({ length: 20 }, (_, by) => `f${(at + by) % 300}.yaml`).join(', ')}]\npeople: { p${at}: {} }\n`,
    ]),
  );
  const started = performance.now();
  expect(buildText('playbook: 1\nuses: f0.yaml\n', many).people.size).toBeGreaterThan(100);
  expect(performance.now() - started).toBeLessThan(2000);
});
