import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { toGraph } from '../../../src/core/draw/graph';
import { orderOf, placeFlow } from '../../../src/core/draw/place';
import { buildPlaybook } from '../../../src/core/model/build';
import { usedPaths } from '../../../src/core/model/uses';
import { parseYaml } from '../../../src/core/yaml/parse';
import type { YamlDocument } from '../../../src/core/yaml/tree';
import { engine, insertAfter, place, planFlow, toText } from '../../support/flows';
import { crossedLabels, crossings, flaws, movement } from '../../support/geometry';
import { translators } from '../../support/lint';

const root = path.resolve(import.meta.dirname, '../../..');

function read(file: string) {
  const documents = new Map<string, YamlDocument>();
  const waiting = [file];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const full = path.join(root, next);
    if (documents.has(next) || !fs.existsSync(full)) continue;
    const document = parseYaml(fs.readFileSync(full, 'utf8'));
    documents.set(next, document);
    waiting.push(...usedPaths(document, next));
  }
  return buildPlaybook(file, documents);
}

describe('no box on a box, no label on a box or a label, no line through a box, all on the page', () => {
  const samples = fs
    .readdirSync(path.join(root, 'sample-playbooks'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.incident.yaml'))
    .map((file) => `sample-playbooks/${file}`);
  it.each(samples)('%s', async (file) => {
    const playbook = read(file);
    for (const flow of playbook.flows.values()) {
      const placed = await placeFlow(toGraph(flow, playbook, translators.ja), engine);
      expect(flaws(placed)).toEqual([]);
      expect(crossedLabels(placed)).toEqual([]);
      const again = await placeFlow(toGraph(flow, playbook, translators.ja), engine, orderOf(placed));
      expect(flaws(again)).toEqual([]);
    }
  });

  it('200 flows at random, some with steps that are missing, unreachable or go round in circles', async () => {
    for (let seed = 1; seed <= 200; seed++) {
      const plan = planFlow(4 + (seed % 23), seed, { phases: seed % 3 !== 0, wild: seed % 2 === 0 });
      const placed = await place(toText(plan));
      expect({ seed, flaws: flaws(placed), labels: crossedLabels(placed) }).toEqual({ seed, flaws: [], labels: [] });
      if (seed % 5 === 0) {
        const edited = plan.filter((_, at) => at !== 2);
        const next = await place(toText(edited), orderOf(placed));
        expect({ seed, flaws: flaws(next) }).toEqual({ seed, flaws: [] });
      }
    }
  }, 120_000);
});

it('draws loops that lead to themselves, steps that are missing, parts that nothing leads to', async () => {
  const placed = await place(`playbook: 1
title: T
flows:
  main:
    steps:
      a: { kind: ask, question: Q, answers: { again: a, on: b, gone: nowhere } }
      b: { kind: wait, then: b, on_upgrade: a }
      c: { kind: do, then: d }
      d: { kind: do, then: c }
      e: { kind: end }
      f: { kind: do, then: }
`);
  expect(flaws(placed)).toEqual([]);
  expect(placed.steps.filter(({ unreachable }) => unreachable).map(({ id }) => id)).toEqual(['c', 'd', 'e', 'f']);
  expect(placed.steps.find(({ kind }) => kind === 'ghost')?.face.full).toBe('? nowhere');
  expect(placed.edges.filter(({ back }) => back).map(({ id }) => id)).toEqual(['a→a', 'b→b', 'b→a', 'd→c']);
});

it('asks beside a step that is not there whether a similar one was meant', async () => {
  const placed = await place(
    'playbook: 1\nflows: { main: { steps: { tell_boss: { kind: do, then: tell_bos }, x: { kind: end } } } }\n',
  );
  const ghost = placed.steps.find(({ kind }) => kind === 'ghost');
  expect(ghost?.face.details.join(' ')).toContain('tell_boss');
});

it('lets time run down the page: only what leads back goes up', async () => {
  const placed = await place(toText(planFlow(40, 5)));
  const y = new Map(placed.steps.map((step) => [step.id, step.y]));
  for (const { from, to, back } of placed.edges) {
    if (!back) expect(y.get(to)).toBeGreaterThan(y.get(from) ?? 0);
  }
});

it('places the same flow in the same way', async () => {
  const text = toText(planFlow(30, 3));
  expect(JSON.stringify((await place(text)).edges)).toBe(JSON.stringify((await place(text)).edges));
});

describe('one inserted step moves the others little, and none to the other side', () => {
  const measure = async (count: number, seeds: readonly number[]) => {
    let mean = 0;
    let flips = 0;
    let fresh = 0;
    let sticky = 0;
    let edits = 0;
    for (const seed of seeds) {
      for (const phases of [true, false]) {
        const plan = planFlow(count, seed, { phases });
        const before = await place(toText(plan));
        for (const share of [0.1, 0.2, 0.34, 0.5, 0.7, 0.85]) {
          const at = Math.floor(count * share);
          if (plan[at]?.ways[0] === undefined) continue;
          const text = toText(insertAfter(plan, at));
          const after = await place(text, orderOf(before));
          const moved = movement(before, after);
          mean += moved.mean;
          flips += moved.flips;
          sticky += crossings(after);
          fresh += crossings(await place(text));
          edits++;
        }
      }
    }
    return { mean: mean / edits, flips: flips / edits, sticky: sticky / edits, fresh: fresh / edits };
  };

  it('12 steps: less than 30 px', async () => {
    const { mean, flips } = await measure(12, [17, 34, 51, 68]);
    expect(mean).toBeLessThan(30);
    expect(flips).toBe(0);
  });

  it('50 steps: less than 56 px, and lines cross no more often than afresh, give or take one', async () => {
    const { mean, flips, sticky, fresh } = await measure(50, [17, 34, 51]);
    expect(mean).toBeLessThan(56);
    expect(flips).toBe(0);
    expect(sticky).toBeLessThan(fresh + 1);
  }, 60_000);
});
