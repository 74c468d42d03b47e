import { type FlowGraph, toGraph } from '../../src/core/draw/graph';
import { placeSteps } from '../../src/core/draw/layered/placeSteps';
import type { LayoutEngine } from '../../src/core/draw/layout';
import { type Order, type PlacedFlow, placeFlow } from '../../src/core/draw/place';
import { buildPlaybook } from '../../src/core/model/build';
import type { Flow, Playbook } from '../../src/core/model/playbook';
import { parseYaml } from '../../src/core/yaml/parse';
import { translators } from './lint';

export function readPlaybook(text: string): Playbook {
  const file = 'test.incident.yaml';
  return buildPlaybook(file, new Map([[file, parseYaml(text)]]));
}

export function firstFlow(playbook: Playbook): Flow {
  const [flow] = playbook.flows.values();
  if (flow === undefined) throw new Error('the test has no flow');
  return flow;
}

export const engine: LayoutEngine = placeSteps;

export function graphOf(text: string, locale: 'en' | 'ja' = 'en'): FlowGraph {
  const playbook = readPlaybook(text);
  return toGraph(firstFlow(playbook), playbook, translators[locale]);
}

export function place(text: string, previous?: Order, locale: 'en' | 'ja' = 'en'): PlacedFlow {
  return placeFlow(graphOf(text, locale), engine, previous);
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface PlannedStep {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly phase: string | undefined;
  /** Answers for a decision, else `then`. */
  readonly ways: readonly (readonly [string, string])[];
}

const titles = [
  'お知らせした全員に、再開を伝える',
  '第一報を出す',
  'Find out when it went and what it showed',
  'Tell everyone',
  '個人情報管理者と事業部長に相談する',
  'いつからで、何件の注文が入ったか',
  'Until the next update is due',
  '続報',
];
const answers = [
  'はい',
  'いいえ',
  'もう少しかかりそうで、いつ戻るか分からない',
  'Everyone',
  'Some customers in one region',
  'No',
];
const phaseList = ['assess', 'impact', 'respond', 'cause', 'prevent'];
const kinds = ['gather', 'do', 'do', 'escalate', 'announce', 'announce', 'sorry-page', 'call'];

/** A flow as such plans are: a main line with side ways, decisions of two to four answers, loops back through a `wait`. */
export function planFlow(count: number, seed: number, { phases = true, wild = false } = {}): PlannedStep[] {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const steps: PlannedStep[] = [];
  for (let at = 0; at < count; at++) {
    const last = at === count - 1;
    const near = () => `s${Math.min(count - 1, at + 1 + Math.floor(random() * random() * 6))}`;
    const decides = !last && random() < 0.25;
    const kind = last ? 'end' : decides ? 'ask' : random() < 0.12 ? 'wait' : pick(kinds);
    const ways: [string, string][] = [];
    if (decides) {
      ways.push([answers[0] as string, `s${at + 1}`]);
      const loops = random() < 0.35 && at > 3;
      ways.push([answers[1] as string, loops ? `s${at - 1 - Math.floor(random() * Math.min(8, at - 1))}` : near()]);
      if (random() < 0.4) ways.push([answers[2] as string, near()]);
      if (random() < 0.2) ways.push([answers[4] as string, near()]);
    } else if (!last) {
      ways.push(['then', random() < 0.85 ? `s${at + 1}` : near()]);
      if (kind === 'escalate') ways.push(['no_ack', random() < 0.7 ? (ways[0]?.[1] ?? '') : near()]);
      if (kind === 'wait' && random() < 0.4) {
        const above = Math.max(1, at - 1 - Math.floor(random() * 9));
        ways.push(['on_upgrade', `s${wild ? Math.floor(random() * count) : above}`]);
      }
    }
    if (wild && ways.length > 0 && random() < 0.15)
      ways[0] = [ways[0]?.[0] ?? 'then', `s${Math.floor(random() * count)}`];
    if (wild && ways.length > 0 && random() < 0.08) ways[0] = [ways[0]?.[0] ?? 'then', `gone${at}`];
    const phase = phases ? phaseList[Math.min(4, Math.floor(((at + random() * 2 - 1) / count) * 5.2))] : undefined;
    steps.push({ id: `s${at}`, kind, title: pick(titles), phase, ways });
  }
  return steps;
}

export function toText(steps: readonly PlannedStep[]): string {
  const lines = steps.map(({ id, kind, title, phase, ways }) => {
    const keys = [
      `kind: ${kind}`,
      `title: ${JSON.stringify(title)}`,
      ...(phase === undefined ? [] : [`phase: ${phase}`]),
    ];
    if (kind === 'ask')
      keys.push(`question: Q, answers: {${ways.map(([a, to]) => `${JSON.stringify(a)}: ${to}`).join(', ')}}`);
    else keys.push(...ways.map(([key, to]) => `${key}: ${to}`), ...(kind === 'escalate' ? ['ack_within: 5m'] : []));
    return `      ${id}: { ${keys.join(', ')} }`;
  });
  return `playbook: 1\ntitle: T\nlocale: ja\nflows:\n  main:\n    title: F\n    steps:\n${lines.join('\n')}\n`;
}

/** One step put into the way that leads on from the given one. */
export function insertAfter(steps: readonly PlannedStep[], at: number): PlannedStep[] {
  const before = steps[at];
  const way = before?.ways[0];
  if (before === undefined || way === undefined) throw new Error('nothing leads on from there');
  const added: PlannedStep = {
    id: 'added',
    kind: 'do',
    title: '間に入る作業',
    phase: before.phase,
    ways: [['then', way[1]]],
  };
  const changed = { ...before, ways: [[way[0], 'added'] as const, ...before.ways.slice(1)] };
  return [...steps.slice(0, at), changed, added, ...steps.slice(at + 1)];
}
