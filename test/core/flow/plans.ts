// biome-ignore-all lint/suspicious/noThenProperty: the key of the language that says which step comes next
import fc from 'fast-check';
import { buildPlaybook } from '../../../src/core/model/build';
import type { Playbook } from '../../../src/core/model/playbook';
import { parseYaml } from '../../../src/core/yaml/parse';

/** A playbook from what its YAML would hold. */
export function toPlaybook(data: unknown): Playbook {
  const file = 'test.incident.yaml';
  return buildPlaybook(file, new Map([[file, parseYaml(JSON.stringify(data, undefined, 1))]]));
}

export interface PlanOptions {
  /** A class asks for one fact only, and no fact that an impact is made of is optional: then the analyses are exact. */
  readonly exact: boolean;
  readonly scenarios: boolean;
  /** Flows may come to call themselves. */
  readonly recursive: boolean;
}

const durations = fc.constantFrom('0s', '0s', '1m', '2m', '7m');
const checklist = {
  hurt: { type: 'yes-no', about: 'personal-data' },
  size: { type: 'choice', choices: { small: 'S', medium: 'M', large: 'L' } },
  share: { type: 'percent' },
  count: { type: 'number' },
  mood: { type: 'choice', choices: { calm: 'C', angry: 'A' }, optional: true },
  day: { type: 'date' },
  // No criterion asks for it, so a sum with it can be anything: what formulas rule out has a test of its own.
  spare: { type: 'number' },
};
const facts = [...Object.keys(checklist)];

const expressionOn: Readonly<Record<string, fc.Arbitrary<string>>> = {
  hurt: fc.constantFrom('hurt = yes', 'hurt != yes', 'hurt = no'),
  size: fc.constantFrom('size = large', 'size != small', 'size = medium'),
  share: numeric('share', ['20%', '50%', '80%', '0%', '100%']),
  count: numeric('count', ['0', '10', '20']),
  mood: fc.constantFrom('mood = angry', 'mood != angry'),
  day: numeric('day', ['2026-01-02', '2026-01-04', '2026-01-05']),
  loss: numeric('loss', ['0', '10', '20']),
};

function numeric(fact: string, constants: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom('<', '<=', '>', '>=', '=', '!='), fc.constantFrom(...constants))
    .map(([operator, constant]) => `${fact} ${operator} ${constant}`);
}

const someFact = fc.constantFrom(...Object.keys(expressionOn));
const anyExpression = someFact.chain((fact) => expressionOn[fact] as fc.Arbitrary<string>);

function criteria(exact: boolean): fc.Arbitrary<object> {
  const of = (expression: fc.Arbitrary<string>) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.record({ when_any: fc.array(expression, { minLength: 1, maxLength: 2 }) }) },
      { weight: 2, arbitrary: fc.record({ when_all: fc.array(expression, { minLength: 1, maxLength: 2 }) }) },
      {
        weight: 1,
        arbitrary: fc.record({
          when_any: fc.array(expression, { minLength: 1, maxLength: 2 }),
          when_all: fc.array(expression, { minLength: 1, maxLength: 2 }),
        }),
      },
    );
  return exact ? someFact.chain((fact) => of(expressionOn[fact] as fc.Arbitrary<string>)) : of(anyExpression);
}

const channelIds = ['status', 'mail', 'chat', 'sorry'];
const someChannels = fc.uniqueArray(fc.constantFrom(...channelIds), { minLength: 1, maxLength: 2 });

function severities(exact: boolean): fc.Arbitrary<Readonly<Record<string, object>>> {
  const one = fc.record({
    criteria: criteria(exact),
    announce: fc.constantFrom(true, true, false),
    channels: someChannels,
    update_every: fc.constantFrom('10m', '20m'),
    escalate_to: fc.constantFrom([], ['lead'], ['lead', 'boss']),
  });
  return fc
    .tuple(
      fc.array(one, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(true, true, true, true, true, true, false),
      fc.boolean(),
    )
    .map(([classes, withDefault, judged]) =>
      Object.fromEntries(
        classes.map(({ criteria: own, announce, channels, update_every, escalate_to }, at) => {
          const last = withDefault && at === classes.length - 1;
          const rest = { announce, update_every, escalate_to, ...(announce && { channels }) };
          return [`s${at}`, { ...(last && { default: true }), ...((!last || (judged && !exact)) && own), ...rest }];
        }),
      ),
    );
}

const stages = ['investigating', 'identified', 'resolved', 'postmortem', 'apology'];

function step(kind: string, target: fc.Arbitrary<string>, classes: readonly string[], flows: readonly string[]) {
  const takes = durations;
  switch (kind) {
    case 'gather':
      return fc.record({
        kind: fc.constant(kind),
        takes,
        collect: fc.uniqueArray(fc.constantFrom(...facts, 'tally'), { minLength: 2, maxLength: 5 }),
        then: target,
      });
    case 'classify':
      return fc
        .tuple(takes, fc.array(target, { minLength: classes.length, maxLength: classes.length }), fc.nat(9))
        .map(([time, targets, left]) => ({
          kind,
          takes: time,
          cases: Object.fromEntries(
            classes.flatMap((id, at) => (left === at && classes.length > 1 ? [] : [[id, targets[at]]])),
          ),
        }));
    case 'ask':
      return fc.oneof(
        fc.record({
          kind: fc.constant(kind),
          takes,
          fact: fc.constant('hurt'),
          answers: fc.record({ yes: target, no: target }),
        }),
        fc.record({
          kind: fc.constant(kind),
          takes,
          fact: fc.constant('mood'),
          answers: fc.record({ calm: target, angry: target }),
        }),
        fc.record({
          kind: fc.constant(kind),
          takes,
          fact: fc.constant('size'),
          answers: fc.record({ small: target, medium: target, large: target }),
        }),
        fc.record({
          kind: fc.constant(kind),
          takes,
          question: fc.constant('Well?'),
          answers: fc.record({ a: target, b: target }),
        }),
      );
    case 'escalate':
      return fc
        .record({
          kind: fc.constant(kind),
          takes,
          to: fc.option(fc.constantFrom(['lead'], ['boss'], ['lead', 'boss']), { nil: undefined }),
          ack_within: durations,
          then: target,
          no_ack: target,
        })
        .map(({ to, ...rest }) => ({ ...rest, ...(to !== undefined && { to }) }));
    case 'announce':
      return fc
        .record({
          takes,
          message: fc.constantFrom(...stages),
          channels: fc.option(fc.oneof(someChannels, fc.constant('announced')), { nil: undefined }),
          then: target,
        })
        .map(({ channels, ...rest }) => ({ kind, ...rest, ...(channels !== undefined && { channels }) }));
    case 'sorry-page':
      return fc.record({ kind: fc.constant(kind), takes, action: fc.constantFrom('show', 'hide'), then: target });
    case 'wait':
      return fc
        .record({
          takes,
          every: fc.constantFrom('5m', 'update_every'),
          then: target,
          up: fc.option(target, { nil: undefined }),
        })
        .map(({ up, ...rest }) => ({ kind, ...rest, ...(up !== undefined && { on_upgrade: up }) }));
    case 'call':
      return fc.record({ kind: fc.constant(kind), takes, flow: fc.constantFrom(...flows), then: target });
    default:
      return fc.record({ kind: fc.constant('do'), takes, task: fc.constant('Work'), then: target });
  }
}

const kinds = [
  'gather',
  'gather',
  'classify',
  'classify',
  'ask',
  'do',
  'escalate',
  'announce',
  'announce',
  'announce',
  'sorry-page',
  'wait',
  'wait',
];

/** Without these most runs would end before a class is taken. */
const usual = [Array(40).fill('gather'), Array(40).fill('classify')];

/** `callable`: the flows that may be called; with `forward`, ways lead back only from a `wait`. */
function flow(
  size: number,
  classes: readonly string[],
  callable: readonly string[],
  forward: boolean,
): fc.Arbitrary<object> {
  const names = Array.from({ length: size }, (_, at) => `x${at}`);
  const steps = names.map((_, at) =>
    fc.constantFrom(...(usual[at] ?? []), ...kinds, ...(callable.length > 0 ? ['call'] : [])).chain((kind) => {
      const next = names[at + 1] ?? 'done';
      const behind = [...names.slice(at + 1), 'done', 'away'];
      const others = fc.constantFrom(...(forward && kind !== 'wait' ? behind : [...names, ...behind]));
      const ahead = kind === 'wait' ? 1 : 3;
      const target = fc.oneof({ weight: ahead, arbitrary: fc.constant(next) }, { weight: 1, arbitrary: others });
      return step(kind, target, classes, callable) as fc.Arbitrary<object>;
    }),
  );
  return fc.tuple(...steps).map((made) => ({
    steps: {
      ...Object.fromEntries(made.map((each, at) => [names[at], each])),
      done: { kind: 'end', outcome: 'resolved' },
      away: { kind: 'end', outcome: 'handed-over' },
    },
  }));
}

const scenarioFacts = fc.record(
  {
    hurt: fc.constantFrom('yes', 'no'),
    size: fc.constantFrom('small', 'large'),
    share: fc.constantFrom('50%', '10%', '100%'),
    count: fc.constantFrom(5, 10, 25),
  },
  { requiredKeys: [] },
);

/** What a small playbook may hold: every kind of step, loops, calls, criteria, scenarios. */
export function plans({ exact, scenarios, recursive }: PlanOptions): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  return fc
    .record({
      severities: severities(exact),
      sizes: fc.tuple(fc.integer({ min: 5, max: 10 }), fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 2 })),
      forward: fc.boolean(),
      external: fc.boolean(),
    })
    .chain(({ severities: classes, sizes, forward, external }) => {
      const ids = Object.keys(classes);
      return fc.record({
        playbook: fc.constant(1),
        title: fc.constant('T'),
        audiences: fc.constant({ all: { title: 'All' }, team: { internal: true } }),
        roles: fc.constant({ lead: {}, boss: {} }),
        channels: fc.constant({
          status: { type: 'status-page', audiences: external ? 'all' : 'team' },
          mail: { type: 'email' },
          chat: { type: 'slack' },
          sorry: { type: 'sorry-page' },
        }),
        checklist: fc.constant(exact ? checklist : { ...checklist, tally: { type: 'number', optional: true } }),
        impact: fc.constant({ loss: { formula: exact ? 'share + spare' : 'share + tally + spare' } }),
        severities: fc.constant(classes),
        scenarios: scenarios
          ? fc.record({
              one: fc.record({ facts: scenarioFacts }),
              two: fc.record({ facts: scenarioFacts, flow: fc.constantFrom('main', 'other') }),
            })
          : fc.constant({}),
        flows: fc.record({
          main: flow(sizes[0], ids, ['other', 'last', ...(recursive ? ['main'] : [])], forward),
          other: flow(sizes[1], ids, ['last', ...(recursive ? ['main', 'other'] : [])], forward),
          last: flow(sizes[2], ids, recursive ? ['other'] : [], forward),
        }),
        messages: fc.constant(Object.fromEntries(stages.map((stage) => [stage, { stage, variants: {} }]))),
        sorry_page: fc.constant({
          switchover: { takes: '3m', dns_ttl: '4m' },
          lead_capture: { list: 'mail' },
        }),
      });
    });
}
