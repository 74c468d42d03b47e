import type {
  AnnounceStep,
  Channel,
  ChecklistItem,
  EndStep,
  Expression,
  Fact,
  Formula,
  Impact,
  Playbook,
  Scenario,
  SeverityClass,
  Step,
} from '../../../src/core/model/playbook';

/**
 * The runs of a playbook, one concrete run after the other, as the language says under "Meaning". Values come from a few
 * samples per fact. Nothing here is clever, and nothing is shared with the analyses that it is the measure of.
 */

/** Values by type that lie on, between and beyond the constants that generated criteria use. */
export const samples: Readonly<Record<string, readonly (string | number)[]>> = {
  'yes-no': ['yes', 'no'],
  percent: [0, 0.1, 0.2, 0.35, 0.5, 0.7, 0.8, 0.9, 1],
  number: [-5, 0, 5, 10, 15, 20, 25],
  impact: [-5, 0, 5, 10, 15, 20, 25],
  date: ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05', '2026-01-06'],
};

type Value = string | number | 'any value';

export interface Moment {
  /** The `call` steps that are open, outermost first. */
  readonly calls: readonly Step[];
  readonly step: Step;
  readonly severity: SeverityClass | undefined;
  readonly known: ReadonlySet<ChecklistItem>;
  /** Of facts that are known; an impact fact has one too, used once all its parts are known. */
  readonly values: ReadonlyMap<Fact, Value>;
  readonly noticed: boolean;
  readonly owed: ReadonlySet<Channel>;
  readonly shown: boolean;
  readonly waited: boolean;
  readonly lastAllClear: AnnounceStep | undefined;
  /** Owed before that all-clear and still, and not told again since. */
  readonly leftOut: ReadonlySet<Channel>;
}

interface Move {
  readonly to: number;
  readonly leavesSilence: boolean;
}

export interface BruteForce {
  readonly moments: readonly Moment[];
  /** By moment: the numbers of those that can come next. */
  readonly next: readonly (readonly number[])[];
  readonly starts: readonly number[];
  channelsAt(moment: Moment): readonly Channel[];
  isReachable(step: Step): boolean;
  reachedAt(step: Step): number | undefined;
  firstNotice(severity: SeverityClass): number | undefined;
  endsWithoutNotice(severity: SeverityClass): ReadonlySet<EndStep>;
  knownBefore(step: Step): ReadonlySet<Fact>;
  severitiesAt(step: Step): ReadonlySet<SeverityClass | undefined>;
  sendings(step: AnnounceStep): ReadonlyMap<SeverityClass | undefined, ReadonlySet<Channel>>;
  owedBefore(step: Step): ReadonlySet<Channel>;
  /** `end / the last all-clear, where it left the channel out / channel` by their ids. */
  owedAtEnds(): ReadonlySet<string>;
}

/** Undefined where there are too many moments to look at. */
export function bruteForce(playbook: Playbook, scenario: Scenario | undefined): BruteForce | undefined {
  const moments: Moment[] = [];
  const moves: Move[][] = [];
  const numbers = new Map<string, number>();
  const numberOf = (moment: Moment): number => {
    const key = keyOf(moment);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, moments.length);
    moments.push(moment);
    return moments.length - 1;
  };

  const [first] = playbook.flows.values();
  const scenarios = scenario === undefined ? [...playbook.scenarios.values()] : [];
  const flows = scenario === undefined ? [first] : [scenario.flow?.target ?? first];
  for (const each of scenarios) flows.push(each.flow?.target ?? first);
  const starts = [...new Set(flows)].flatMap((flow) =>
    flow?.start === undefined ? [] : [numberOf({ ...beginning, step: flow.start })],
  );
  for (let at = 0; at < moments.length; at++) {
    if (moments.length > 700) return undefined;
    const moment = moments[at] as Moment;
    moves.push(
      next(moment, playbook, scenario).map((after) => ({
        to: numberOf(after),
        leavesSilence: moment.severity?.announce === false && moment.severity !== after.severity,
      })),
    );
  }

  const at = (step: Step) => moments.filter((moment) => moment.step === step);
  const seconds = longest(moments, moves, starts, playbook, () => true);
  const silent = new Set(starts);
  for (const [number, out] of moves.entries()) {
    for (const move of out) if (move.leavesSilence && moments[number]?.noticed === false) silent.add(move.to);
  }
  const unnoticed = longest(moments, moves, [...silent], playbook, (from, move) => {
    return !move.leavesSilence && moments[from]?.noticed === false && moments[move.to]?.noticed === false;
  });
  const most = (over: readonly number[], which: (moment: Moment) => boolean): number | undefined => {
    const all = moments.flatMap((moment, number) => {
      const before = over[number] ?? Number.NEGATIVE_INFINITY;
      return which(moment) && before !== Number.NEGATIVE_INFINITY ? [before + cost(moment, playbook)] : [];
    });
    return all.length === 0 ? undefined : Math.max(...all);
  };

  return {
    moments,
    next: moves.map((out) => out.map(({ to }) => to)),
    starts,
    channelsAt: (moment) => (moment.step.kind === 'announce' ? channelsOf(moment.step, moment) : []),
    isReachable: (step) => at(step).length > 0,
    reachedAt: (step) => most(seconds, (moment) => moment.step === step),
    firstNotice: (severity) =>
      most(unnoticed, (moment) => moment.severity === severity && !moment.noticed && isNotice(moment)),
    endsWithoutNotice: (severity) =>
      new Set(
        moments.flatMap(({ step, calls, noticed, severity: held }) =>
          step.kind === 'end' && calls.length === 0 && !noticed && held === severity ? [step] : [],
        ),
      ),
    knownBefore(step) {
      const all = [...playbook.checklist.values(), ...playbook.impact.values()];
      return new Set(all.filter((fact) => at(step).every((moment) => isKnown(fact, moment))));
    },
    severitiesAt: (step) => new Set(at(step).map((moment) => moment.severity)),
    sendings(step) {
      const bySeverity = new Map<SeverityClass | undefined, Set<Channel>>();
      for (const moment of at(step)) {
        const told = bySeverity.get(moment.severity) ?? new Set();
        bySeverity.set(moment.severity, told);
        for (const channel of channelsOf(step, moment)) told.add(channel);
      }
      return bySeverity;
    },
    owedBefore: (step) => new Set(at(step).flatMap(({ owed }) => [...owed])),
    owedAtEnds() {
      const found = new Set<string>();
      for (const { step, calls, owed, lastAllClear, leftOut } of moments) {
        if (step.kind !== 'end' || calls.length > 0 || step.outcome === 'handed-over') continue;
        for (const channel of owed) {
          const clear = leftOut.has(channel) ? lastAllClear?.id : 'none';
          found.add(`${step.flow.id}.${step.id} / ${clear} / ${channel.id}`);
        }
      }
      return found;
    },
  };
}

const beginning: Omit<Moment, 'step'> = {
  calls: [],
  severity: undefined,
  known: new Set(),
  values: new Map(),
  noticed: false,
  owed: new Set(),
  shown: false,
  waited: false,
  lastAllClear: undefined,
  leftOut: new Set(),
};

function keyOf(moment: Moment): string {
  return [
    moment.calls.map(({ flow, id }) => `${flow.id}.${id}`),
    `${moment.step.flow.id}.${moment.step.id}`,
    moment.severity?.id ?? '',
    [...moment.known].map(({ id }) => id).sort(),
    [...moment.values].map(([{ id }, value]) => `${id}=${value}`).sort(),
    moment.noticed,
    [...moment.owed].map(({ id }) => id).sort(),
    moment.shown,
    moment.waited,
    moment.lastAllClear?.id ?? '',
    [...moment.leftOut].map(({ id }) => id).sort(),
  ].join(' | ');
}

/** Everything that can come next. */
function next(moment: Moment, playbook: Playbook, scenario: Scenario | undefined): readonly Moment[] {
  const { step, calls } = moment;
  const named = (fact: ChecklistItem): Value => {
    const found = moment.waited ? undefined : scenario?.facts.find((each) => each.fact.target === fact);
    const value = found?.value.value;
    if (value === undefined) return 'any value';
    return fact.type === 'percent' && typeof value === 'string' ? Number(value.replace('%', '')) / 100 : value;
  };
  const then = (change: Partial<Moment> = {}, via = 'then'): readonly Moment[] =>
    step.exits.flatMap((exit) => {
      const taken = exit.via === 'no_ack' || exit.via === via;
      return taken && exit.to.target !== undefined ? [{ ...moment, ...change, step: exit.to.target }] : [];
    });

  switch (step.kind) {
    case 'end': {
      const call = calls.at(-1);
      if (call === undefined) return [];
      return call.exits.flatMap((exit) =>
        exit.to.target === undefined ? [] : [{ ...moment, calls: calls.slice(0, -1), step: exit.to.target }],
      );
    }
    case 'call': {
      const start = step.calls?.target?.start;
      return start === undefined || calls.length > 3 ? [] : [{ ...moment, calls: [...calls, step], step: start }];
    }
    case 'gather': {
      let after: Moment[] = [moment];
      for (const { target } of step.collect) {
        if (target === undefined) continue;
        after = after.flatMap((each) => {
          const learned = learn(each, target, named(target), playbook);
          const forgotten = { ...learned, known: each.known, values: without(learned.values, target) };
          return target.optional && !each.known.has(target) ? [learned, forgotten] : [learned];
        });
      }
      return after.flatMap(({ known, values }) => then({ known, values }));
    }
    case 'ask': {
      const fact = step.fact?.target;
      return step.exits.flatMap((exit) => {
        if (exit.to.target === undefined) return [];
        if (fact === undefined) return [{ ...moment, step: exit.to.target }];
        const value = exit.value ?? '';
        if (named(fact) !== 'any value' && named(fact) !== value) return [];
        return [{ ...learn(moment, fact, value, playbook), step: exit.to.target }];
      });
    }
    case 'classify':
      return valuations(moment, playbook).flatMap((values) => {
        const severity = classify({ ...moment, values }, playbook);
        return step.exits.flatMap((exit) =>
          exit.value === severity?.id && exit.to.target !== undefined
            ? [{ ...moment, values, severity, step: exit.to.target }]
            : [],
        );
      });
    case 'wait': {
      const values = new Map([...moment.values.keys()].map((fact) => [fact, 'any value'] as const));
      const after = { values, waited: scenario !== undefined };
      const worse = [...playbook.severities.values()].filter(({ rank }) => rank < (moment.severity?.rank ?? 0));
      return [...then(after), ...worse.flatMap((severity) => then({ ...after, severity }, 'on_upgrade'))];
    }
    case 'announce': {
      const stage = step.message?.target?.stage?.value;
      const owed = new Set(moment.owed);
      const leftOut = new Set(moment.leftOut);
      const noticed = moment.noticed || isNotice(moment);
      const open = stage === 'investigating' || stage === 'identified' || stage === 'monitoring';
      const over = stage === 'resolved' || stage === 'postmortem';
      for (const channel of channelsOf(step, moment)) {
        if (open && (channel.type !== 'sorry-page' || moment.shown)) {
          if (step.channels !== 'announced') leftOut.delete(channel);
          owed.add(channel);
        }
        if (over) owed.delete(channel);
      }
      return over ? then({ owed, lastAllClear: step, leftOut: owed, noticed }) : then({ owed, leftOut, noticed });
    }
    case 'sorry-page': {
      const owed = new Set(moment.owed);
      const leftOut = new Set(moment.leftOut);
      const list = playbook.sorryPage?.leadCapture?.list?.target;
      for (const channel of playbook.channels.values()) {
        if (channel.type !== 'sorry-page') continue;
        if (step.action === 'show') {
          leftOut.delete(channel);
          owed.add(channel);
        }
        if (step.action === 'hide') owed.delete(channel);
        if (step.action === 'hide') leftOut.delete(channel);
      }
      if (step.action === 'show' && list !== undefined) {
        owed.add(list);
        leftOut.delete(list);
      }
      return then({ owed, leftOut, shown: step.action === 'show' });
    }
    default:
      return then();
  }
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  return new Map([...map].filter(([each]) => each !== key));
}

/** A new value for the fact, and so for what is made of it. */
function learn(moment: Moment, fact: ChecklistItem, value: Value, playbook: Playbook): Moment {
  const values = new Map(moment.values).set(fact, value);
  for (const impact of playbook.impact.values()) if (parts(impact).includes(fact)) values.set(impact, 'any value');
  return { ...moment, known: new Set(moment.known).add(fact), values };
}

function parts(impact: Impact): readonly ChecklistItem[] {
  const collect = (formula: Formula | undefined): readonly ChecklistItem[] => {
    if (formula?.kind === 'operation') return [...collect(formula.left), ...collect(formula.right)];
    return formula?.kind === 'fact' && formula.fact.target !== undefined ? [formula.fact.target] : [];
  };
  return collect(impact.expression);
}

function isKnown(fact: Fact, { known }: Moment): boolean {
  return fact.section === 'impact' ? parts(fact).every((part) => known.has(part)) : known.has(fact);
}

/** The values settled, for every known fact that a criterion asks for. */
function valuations(moment: Moment, playbook: Playbook): readonly ReadonlyMap<Fact, Value>[] {
  const asked = new Set<Fact>();
  for (const { whenAny, whenAll } of playbook.severities.values()) {
    for (const { fact } of [...whenAny, ...whenAll]) if (fact.target !== undefined) asked.add(fact.target);
  }
  let all: ReadonlyMap<Fact, Value>[] = [moment.values];
  for (const fact of asked) {
    if (!isKnown(fact, moment)) continue;
    all = all.flatMap((values) =>
      values.get(fact) === 'any value' || !values.has(fact)
        ? possible(fact).map((value) => new Map(values).set(fact, value))
        : [values],
    );
  }
  return all;
}

function possible(fact: Fact): readonly (string | number)[] {
  if (fact.section === 'impact') return samples.impact ?? [];
  return fact.type === 'choice' ? [...fact.choices.keys()] : (samples[fact.type] ?? []);
}

function classify(moment: Moment, playbook: Playbook): SeverityClass | undefined {
  const holds = (expression: Expression): boolean => {
    const fact = expression.fact.target;
    if (fact === undefined || !isKnown(fact, moment)) return false;
    const value = moment.values.get(fact) ?? '';
    const constant = typeof value === 'number' ? (expression.number ?? Number(expression.value)) : expression.value;
    switch (expression.operator) {
      case '=':
        return value === constant;
      case '!=':
        return value !== constant;
      case '<':
        return value < constant;
      case '<=':
        return value <= constant;
      case '>':
        return value > constant;
      case '>=':
        return value >= constant;
    }
  };
  const classes = [...playbook.severities.values()];
  const first =
    classes.find(({ whenAny, whenAll }) => {
      if (whenAny.length + whenAll.length === 0) return false;
      return (whenAny.length === 0 || whenAny.some(holds)) && whenAll.every(holds);
    }) ?? classes.find((severity) => severity.default);
  const held = moment.severity;
  if (held === undefined || (first !== undefined && first.rank < held.rank)) return first;
  return held;
}

function channelsOf(step: AnnounceStep, { severity, owed }: Moment): readonly Channel[] {
  if (step.channels === 'announced') return [...owed];
  if (step.channels === undefined && severity?.announce !== true) return [];
  return (step.channels ?? severity?.channels ?? []).flatMap(({ target }) => (target === undefined ? [] : [target]));
}

function isNotice(moment: Moment): boolean {
  return moment.step.kind === 'announce' && channelsOf(moment.step, moment).some(({ external }) => external);
}

function cost({ step, severity }: Moment, playbook: Playbook): number {
  if (step.kind === 'escalate') return step.takes + step.ackWithin;
  if (step.kind === 'wait')
    return step.takes + (step.every === 'update_every' ? (severity?.updateEvery ?? 1800) : step.every);
  if (step.kind !== 'sorry-page' || step.action !== 'show') return step.takes;
  return step.takes + (playbook.sorryPage?.switchover?.takes ?? 0) + (playbook.sorryPage?.switchover?.dnsTtl ?? 0);
}

/** What has passed at most before each moment. A run that makes more moves than there are moments goes round: endless. */
function longest(
  moments: readonly Moment[],
  moves: readonly (readonly Move[])[],
  starts: readonly number[],
  playbook: Playbook,
  allowed: (from: number, move: Move) => boolean,
): readonly number[] {
  const most = moments.map(() => Number.NEGATIVE_INFINITY);
  let now = new Map(starts.map((start) => [start, 0]));
  for (let made = 0; made < 2 * moments.length + 2 && now.size > 0; made++) {
    const after = new Map<number, number>();
    for (const [from, seconds] of now) {
      most[from] = made > moments.length ? Number.POSITIVE_INFINITY : Math.max(most[from] ?? 0, seconds);
      for (const move of moves[from] ?? []) {
        if (!allowed(from, move)) continue;
        const sum = seconds + cost(moments[from] as Moment, playbook);
        after.set(move.to, Math.max(after.get(move.to) ?? Number.NEGATIVE_INFINITY, sum));
      }
    }
    now = after;
  }
  return most;
}
