import type { ChecklistItem, Expression, Fact, Formula, Impact, Playbook, SeverityClass } from '../model/playbook';
import { contract, type Ranges, resultOf } from './contract';
import { buildCells, type Constant, constantOf, type FactCells, unknown } from './factCells';

/** One criterion: it holds where the fact is in the mask. */
interface Term {
  readonly fact: number;
  readonly mask: bigint;
}

/** A severity class as masks. */
interface ClassTerms {
  readonly any: readonly Term[];
  readonly all: readonly Term[];
  /** It has criteria; without, only `default` takes it. */
  readonly judged: boolean;
}

/** A fact that criteria ask for, or that an impact fact which they ask for is made of. */
export interface CriterionFact {
  /** Undefined for a criterion that can't be read: it may hold or not. */
  readonly fact: ChecklistItem | Impact | undefined;
  readonly cells: FactCells;
  /** For an impact fact: the criterion facts in its formula. It is known when they all are. */
  readonly parts: readonly number[];
}

/**
 * What a run can know of each criterion fact, one mask each: the values it may have, and bit 0 where it may be unknown.
 * An impact fact has only values here, since its parts say whether it is known; without any value it is not known.
 */
export type Box = readonly bigint[];

export interface Outcome {
  readonly severity: number;
  readonly box: Box;
}

/** The criteria of all severity classes, by rank. */
export interface Criteria {
  readonly facts: readonly CriterionFact[];
  readonly indexOf: ReadonlyMap<Fact, number>;
  /** The impact facts that a criterion fact is a part of. */
  wholesOf(index: number): readonly number[];
  /** Nothing gathered yet. */
  readonly start: Box;
  /** Each fact may be anything that it can be in a plan that gathers it before it is judged. */
  readonly gathered: Box;
  /** The classes that a `classify` can take, with what the run then knows. `held` is -1 before the first. */
  take(box: Box, held: number): readonly Outcome[];
  /** Whether some facts in the box make this the first class that matches, as far as one fact at a time tells. */
  canBeTaken(severity: number, box: Box): boolean;
}

export function buildCriteria(playbook: Playbook): Criteria {
  const classes = [...playbook.severities.values()];
  const { facts, indexOf, terms } = collect(classes, playbook.timezone);
  const fallback = classes.findIndex((severity) => severity.default);

  const take = (box: Box, held: number): readonly Outcome[] => {
    const outcomes: Outcome[] = [];
    const worse = held < 0 ? classes.length : held;
    for (let rank = 0; rank < worse; rank++) {
      const found = takenAs(rank, box);
      if (found !== undefined) outcomes.push({ severity: rank, box: found });
    }
    if (held >= 0) {
      const kept = without(range(held), box);
      if (kept !== undefined) outcomes.push({ severity: held, box: kept });
    }
    return outcomes;
  };

  /** What is known once the class was the first to match; undefined where that can't be. */
  const takenAs = (rank: number, box: Box): Box | undefined => {
    const others = without(range(rank), box);
    const matched = others === undefined ? undefined : matching(rank, others);
    if (rank !== fallback) return matched;
    const left = without(range(classes.length), box);
    return matched === undefined || left === undefined
      ? (matched ?? left)
      : matched.map((mask, at) => mask | (left[at] ?? 0n));
  };

  const range = (end: number) => Array.from({ length: end }, (_, rank) => rank);

  /** What is known once none of these classes matched. A class rules something out only where one fact settles it. */
  const without = (ranks: readonly number[], box: Box): Box | undefined => {
    const possible = seen(box);
    const left = [...possible];
    for (const rank of ranks) {
      const open = undecided(terms[rank], possible);
      if (open === 'holds') return undefined;
      if (open === 'fails') continue;
      for (const { fact, mask } of open) left[fact] = (left[fact] ?? 0n) & ~mask;
    }
    return settle(left, box);
  };

  /** What is known once the class matched: every one of `when_all`, and one of `when_any`. */
  const matching = (rank: number, box: Box): Box | undefined => {
    const { any = [], all = [], judged = false } = terms[rank] ?? {};
    if (!judged) return undefined;
    const left = seen(box);
    for (const { fact, mask } of all) left[fact] = (left[fact] ?? 0n) & mask;
    if (all.some(({ fact }) => left[fact] === 0n)) return undefined;
    if (any.length > 0) {
      const able = any.filter(({ fact, mask }) => ((left[fact] ?? 0n) & mask) !== 0n);
      const [first] = able;
      if (first === undefined) return undefined;
      // Which of several facts it was is not remembered: that would take two facts together.
      if (able.every(({ fact }) => fact === first.fact)) {
        left[first.fact] = (left[first.fact] ?? 0n) & able.reduce((sum, { mask }) => sum | mask, 0n);
      }
    }
    return settle(left, box);
  };

  /** What a criterion sees: an impact fact is unknown where one of its parts is. */
  const seen = (box: Box): bigint[] =>
    facts.map(({ parts }, at) => {
      const mask = box[at] ?? 0n;
      if (facts[at]?.fact?.section !== 'impact') return mask;
      if (mask === 0n || parts.some((part) => box[part] === unknown)) return unknown;
      return parts.some((part) => ((box[part] ?? 0n) & unknown) !== 0n) ? mask | unknown : mask;
    });

  /** What formulas leave of a box; the same few boxes come again for every class. */
  const known = new Map<string, Box | undefined>();
  const contractedOf = (left: Box): Box | undefined => {
    const key = left.join();
    if (!known.has(key)) known.set(key, contractByFormulas(left, facts));
    return known.get(key);
  };

  /** Back from what criteria see to what is kept; undefined where a fact has no value left. */
  const settle = (left: readonly bigint[], before: Box): Box | undefined => {
    const contracted = left.includes(0n) ? undefined : contractedOf(left);
    if (contracted === undefined) return undefined;
    const box = [...contracted];
    for (const [at, { fact, parts }] of facts.entries()) {
      if (fact?.section !== 'impact') continue;
      const mask = box[at] ?? 0n;
      // Where a part was unknown the values say nothing, so they stay.
      box[at] =
        mask === unknown && parts.some((part) => before[part] === unknown) ? (before[at] ?? 0n) : mask & ~unknown;
      if ((mask & unknown) !== 0n) continue;
      for (const part of parts) box[part] = (box[part] ?? 0n) & ~unknown;
    }
    return facts.some(({ fact }, at) => box[at] === 0n && fact?.section !== 'impact') ? undefined : box;
  };

  const gathered = facts.map(({ fact, cells }) =>
    fact?.section === 'checklist' && fact.optional ? cells.all | unknown : cells.all,
  );
  const start = facts.map(({ fact, cells }) => (fact?.section === 'checklist' ? unknown : cells.all));
  const wholes = facts.map(() => [] as number[]);
  for (const [whole, { parts }] of facts.entries()) for (const part of parts) wholes[part]?.push(whole);
  const wholesOf = (index: number) => wholes[index] ?? [];
  const canBeTaken = (rank: number, box: Box) => takenAs(rank, box) !== undefined;
  return { facts, indexOf, wholesOf, start, gathered, take, canBeTaken };
}

/**
 * What stands between the box and "the class matches": `holds` or `fails` where that is settled, else the values that
 * must be ruled out if it does not match. Empty where only several facts together could tell.
 */
function undecided(terms: ClassTerms | undefined, possible: readonly bigint[]): 'holds' | 'fails' | readonly Term[] {
  if (terms === undefined || !terms.judged) return 'fails';
  const can = ({ fact, mask }: Term) => ((possible[fact] ?? 0n) & mask) !== 0n;
  const must = ({ fact, mask }: Term) => ((possible[fact] ?? 0n) & ~mask) === 0n;
  if (!terms.all.every(can) || (terms.any.length > 0 && !terms.any.some(can))) return 'fails';
  const all = terms.all.filter((term) => !must(term));
  const any = terms.any.some(must) ? [] : terms.any.filter(can);
  const [first] = [...all, ...any];
  if (first === undefined) return 'holds';
  if (all.length === 0) return any;
  if (![...all, ...any].every(({ fact }) => fact === first.fact)) return [];
  const both = all.reduce((mask, term) => mask & term.mask, possible[first.fact] ?? 0n);
  const one = any.length === 0 ? both : any.reduce((mask, term) => mask | term.mask, 0n);
  return [{ fact: first.fact, mask: both & one }];
}

/** An impact of an impact there is not, so what one formula tells another is soon told. */
const mostRounds = 4;

/** The box, as criteria see it, without what the formulas of impact facts rule out; undefined where nothing is left. */
function contractByFormulas(seen: Box, facts: readonly CriterionFact[]): Box | undefined {
  const box = [...seen];
  for (let round = 0; round < mostRounds; round++) {
    let changed = false;
    for (const [at, { fact, cells, parts }] of facts.entries()) {
      if (fact?.section !== 'impact' || fact.expression === undefined) continue;
      const mask = box[at] ?? 0n;
      const wanted = cells.spanOf(mask);
      const ranges: Ranges = new Map();
      for (const part of parts) {
        const item = facts[part]?.fact;
        const range = facts[part]?.cells.spanOf(box[part] ?? 0n);
        if (item?.section === 'checklist' && range !== undefined) ranges.set(item, range);
      }
      // Where the impact or one of its parts is surely unknown the formula says nothing.
      if (wanted === undefined || ranges.size < parts.length) continue;
      const mayBeUnknown = (mask & unknown) !== 0n;
      const possible = mask & (cells.within(resultOf(fact.expression, ranges)) | unknown);
      if (possible === 0n) return undefined;
      changed ||= possible !== mask;
      box[at] = possible;
      if (mayBeUnknown) continue;
      if (!contract(fact.expression, cells.spanOf(possible) ?? wanted, ranges)) return undefined;
      for (const part of parts) {
        const { fact: item, cells: values } = facts[part] ?? {};
        const range = item?.section === 'checklist' ? ranges.get(item) : undefined;
        const before = box[part] ?? 0n;
        const after = range === undefined || values === undefined ? before : before & values.within(range);
        if (after === 0n) return undefined;
        changed ||= after !== before;
        box[part] = after;
      }
    }
    if (!changed) return box;
  }
  return box;
}

/** Gives every fact that criteria ask for a number, and the criteria as masks over its cells. */
function collect(classes: readonly SeverityClass[], timezone: string) {
  const indexOf = new Map<Fact, number>();
  const asked: (Fact | undefined)[] = [];
  const constants: Constant[][] = [];
  const numberOf = (fact: Fact): number => {
    const known = indexOf.get(fact);
    if (known !== undefined) return known;
    indexOf.set(fact, asked.length);
    asked.push(fact);
    constants.push([]);
    return asked.length - 1;
  };
  const readings = new Map<Expression, { readonly fact: number; readonly constant: Constant | undefined }>();
  const unreadable = (): number => {
    asked.push(undefined);
    constants.push([]);
    return asked.length - 1;
  };
  for (const { whenAny, whenAll } of classes) {
    for (const expression of [...whenAny, ...whenAll]) {
      const fact = expression.fact.target;
      const constant = fact === undefined ? undefined : constantOf(expression, fact, timezone);
      if (fact === undefined || constant === undefined) {
        readings.set(expression, { fact: unreadable(), constant: undefined });
        continue;
      }
      const number = numberOf(fact);
      constants[number]?.push(constant);
      readings.set(expression, { fact: number, constant });
    }
  }
  for (const fact of [...asked]) if (fact?.section === 'impact') for (const part of partsOf(fact)) numberOf(part);

  const facts = asked.map((fact, at): CriterionFact => {
    if (fact === undefined) return { fact, cells: eitherWay, parts: [] };
    const parts = fact.section === 'impact' ? [...partsOf(fact)].map(numberOf) : [];
    return { fact, cells: buildCells(fact, constants[at] ?? [], timezone), parts };
  });
  const toTerm = (expression: Expression): Term => {
    const { fact, constant } = readings.get(expression) ?? { fact: 0, constant: undefined };
    if (constant === undefined) return { fact, mask: 2n };
    return { fact, mask: facts[fact]?.cells.where(expression.operator, constant) ?? 0n };
  };
  const terms = classes.map(({ whenAny, whenAll, keys }): ClassTerms => {
    const written = keys.has('when_any') || keys.has('when_all') || whenAny.length + whenAll.length > 0;
    const all = whenAll.map(toTerm);
    // Criteria that can't be read at all may hold or not.
    if (written && whenAny.length + whenAll.length === 0) all.push({ fact: facts.length, mask: 2n });
    return { any: whenAny.map(toTerm), all, judged: written };
  });
  if (terms.some(({ all }) => all.some(({ fact }) => fact === facts.length))) {
    facts.push({ fact: undefined, cells: eitherWay, parts: [] });
  }
  return { facts, indexOf, terms };
}

/** Of a criterion that can't be read: two cells, "holds" and "does not". */
const eitherWay: FactCells = {
  all: 6n,
  where: () => 2n,
  cellOf: () => undefined,
  spanOf: () => undefined,
  within: () => 6n,
};

/** The checklist facts in a formula, each once. */
export function partsOf(impact: Impact): ReadonlySet<ChecklistItem> {
  const parts = new Set<ChecklistItem>();
  const open: (Formula | undefined)[] = [impact.expression];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'operation') open.push(next.left, next.right);
    if (next.kind === 'fact' && next.fact.target !== undefined) parts.add(next.fact.target);
  }
  return parts;
}
