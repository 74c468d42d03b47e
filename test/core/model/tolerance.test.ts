import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from '../../../src/core/lint/run';
import { buildPlaybook } from '../../../src/core/model/build';
import { parseYaml } from '../../../src/core/yaml/parse';
import type { YamlDocument, YamlNode } from '../../../src/core/yaml/tree';
import { translators } from '../../support/lint';

const sample = readFileSync(
  new URL('../../../sample-playbooks/mis-sent-mail/mis-sent-mail.incident.yaml', import.meta.url),
  'utf8',
);
const span = { start: 3, end: 8 };
const scalar = (value: string | number | boolean | null, style: 'plain' | 'missing' = 'plain'): YamlNode => ({
  kind: 'scalar',
  span,
  value,
  text: style === 'missing' ? '' : String(value),
  style,
});
const key = (text: string) => ({ kind: 'scalar', span, value: text, text, style: 'plain' }) as const;

/** What may stand where something else belongs. */
const intruders: readonly YamlNode[] = [
  scalar(null, 'missing'),
  scalar('status'),
  scalar(Number.POSITIVE_INFINITY),
  scalar(true),
  { kind: 'list', span, flow: true, items: [] },
  { kind: 'list', span, flow: true, items: [scalar('status'), { kind: 'list', span, flow: true, items: [] }] },
  { kind: 'map', span, flow: true, entries: [] },
  {
    kind: 'map',
    span,
    flow: true,
    entries: [
      { key: key('__proto__'), value: scalar('x') },
      { key: key(''), value: scalar(null, 'missing') },
      { key: key('kind'), value: scalar('announce') },
    ],
  },
];

/** The tree once for each of its nodes, with the intruder in the node's place. */
function* withIntruder(node: YamlNode, intruder: YamlNode): Iterable<YamlNode> {
  yield intruder;
  if (node.kind === 'list') {
    for (const [at, item] of node.items.entries())
      for (const changed of withIntruder(item, intruder)) yield { ...node, items: node.items.with(at, changed) };
  } else if (node.kind === 'map') {
    for (const [at, entry] of node.entries.entries())
      for (const changed of withIntruder(entry.value, intruder))
        yield { ...node, entries: node.entries.with(at, { ...entry, value: changed }) };
  }
}

const document = parseYaml(sample);
const root = document.root as YamlNode;

test.each(intruders.map((intruder, at) => [at, intruder] as const))(
  'anything may stand anywhere (%i): it is read, and checked',
  (_, intruder) => {
    let trees = 0;
    for (const changed of withIntruder(root, intruder)) {
      const documents = new Map<string, YamlDocument>([['a.yaml', { ...document, root: changed }]]);
      expect(() => buildPlaybook('a.yaml', documents)).not.toThrow();
      // Every rule on every tree would take minutes: on some, spread evenly.
      if (trees++ % 7 === 0)
        expect(() => check({ file: 'a.yaml', documents, t: translators.en, now: 0 })).not.toThrow();
    }
    expect(trees).toBeGreaterThan(300);
  },
);
