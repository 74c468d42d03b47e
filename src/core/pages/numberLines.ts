import type { Expression, Fact, Playbook, SeverityClass } from '../model/playbook';

/** A stretch of a number line on which every value leads to the same. */
export interface Stretch {
  /** Undefined where it has no end on that side. */
  readonly from: End | undefined;
  readonly to: End | undefined;
  /** The first class that matches for this fact alone; undefined where none does. */
  readonly taken: SeverityClass | undefined;
  /** Worse ones that match if their other criteria hold, too; worst first. */
  readonly perhaps: readonly SeverityClass[];
}

export interface End {
  readonly at: number;
  /** The end itself belongs to the stretch. */
  readonly included: boolean;
}

/** A fact that criteria compare with numbers, and what each of its values leads to. */
export interface NumberLine {
  readonly fact: Fact;
  readonly stretches: readonly Stretch[];
}

/** The criteria fact by fact, in the order in which the classes name them. */
export function numberLines(playbook: Playbook): readonly NumberLine[] {
  const classes = [...playbook.severities.values()];
  const ofFact = new Map<Fact, Term[]>();
  for (const severity of classes) {
    for (const expression of [...severity.whenAny, ...severity.whenAll]) {
      const { target } = expression.fact;
      if (target === undefined || expression.number === undefined) continue;
      const terms = ofFact.get(target) ?? [];
      ofFact.set(target, terms);
      terms.push({ severity, expression, at: expression.number });
    }
  }
  return [...ofFact].map(([fact, terms]) => ({ fact, stretches: stretchesOf(terms) }));
}

interface Term {
  readonly severity: SeverityClass;
  readonly expression: Expression;
  readonly at: number;
}

/** Between two bounds nothing changes, so a value in each gap and the bounds themselves tell all. */
function stretchesOf(terms: readonly Term[]): readonly Stretch[] {
  const bounds = [...new Set(terms.map(({ at }) => at))].sort((a, b) => a - b);
  const cells: Stretch[] = [];
  const add = (from: End | undefined, to: End | undefined, sample: number) => {
    const outcome = outcomeAt(sample, terms);
    const last = cells.at(-1);
    if (last !== undefined && isSame(last, outcome)) cells[cells.length - 1] = { ...last, to };
    else cells.push({ from, to, ...outcome });
  };
  for (const [place, at] of bounds.entries()) {
    const before = bounds[place - 1];
    const from = before === undefined ? undefined : { at: before, included: false };
    add(from, { at, included: false }, before === undefined ? at - 1 : (before + at) / 2);
    add({ at, included: true }, { at, included: true }, at);
  }
  const last = bounds.at(-1);
  if (last !== undefined) add({ at: last, included: false }, undefined, last + 1);
  return cells;
}

function isSame(one: Stretch, other: Outcome): boolean {
  return (
    one.taken === other.taken &&
    one.perhaps.length === other.perhaps.length &&
    one.perhaps.every((severity, at) => severity === other.perhaps[at])
  );
}

type Outcome = Pick<Stretch, 'taken' | 'perhaps'>;

/** Classes are tried from the worst, so the first that surely matches hides all behind it. */
function outcomeAt(value: number, terms: readonly Term[]): Outcome {
  const matching = terms.filter(({ expression, at }) => holds(value, expression, at)).map(({ severity }) => severity);
  const taken = matching.find(isEnough);
  const perhaps = matching.filter((severity) => taken === undefined || severity.rank < taken.rank);
  return { taken, perhaps: [...new Set(perhaps)] };
}

/** One criterion that holds makes the class match, whatever else is true. */
function isEnough({ whenAny, whenAll }: SeverityClass): boolean {
  return whenAll.length === 0 || (whenAll.length === 1 && whenAny.length === 0);
}

function holds(value: number, { operator }: Expression, at: number): boolean {
  switch (operator) {
    case '=':
      return value === at;
    case '!=':
      return value !== at;
    case '<':
      return value < at;
    case '<=':
      return value <= at;
    case '>':
      return value > at;
    case '>=':
      return value >= at;
  }
}
