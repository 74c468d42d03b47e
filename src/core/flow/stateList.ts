import { numberAt } from './links';

/** States that differ in their knowledge alone, at most, before they are taken together. */
const mostPerGroup = 64;

/** The states that a walk has come to, numbered in that order, and those that it has still to go on from. */
export class StateList {
  readonly place: number[] = [];
  readonly severity: number[] = [];
  readonly flags: number[] = [];
  readonly knows: number[] = [];
  private readonly open: number[] = [];
  /** By what the states of a group have in common: the latest of them, which leads to the one before. */
  private readonly latest = new Map<number, number>();
  private readonly before: number[] = [];
  /** By group: the state that stands for all that are too many. */
  private readonly joined = new Map<number, number>();

  constructor(
    private readonly severities: number,
    private readonly join: (one: number, other: number) => number,
  ) {}

  get count(): number {
    return this.place.length;
  }

  /** A state to go on from; one whose knowledge has grown comes again. */
  next(): number | undefined {
    return this.open.pop();
  }

  /** The number of the state; of one that allows more, where there are too many like it. */
  enter(place: number, severity: number, flags: number, knows: number): number {
    const group = (place * (this.severities + 1) + severity + 1) * 16 + flags;
    const latest = this.latest.get(group) ?? -1;
    let size = 0;
    for (let at = latest; at >= 0; at = numberAt(this.before, at), size++) if (this.knows[at] === knows) return at;
    if (size < mostPerGroup) {
      const added = this.add(place, severity, flags, knows);
      this.before[added] = latest;
      this.latest.set(group, added);
      return added;
    }
    const known = this.joined.get(group);
    if (known === undefined) {
      const added = this.add(place, severity, flags, knows);
      this.joined.set(group, added);
      return added;
    }
    const either = this.join(numberAt(this.knows, known), knows);
    if (either !== this.knows[known]) {
      this.knows[known] = either;
      this.open.push(known);
    }
    return known;
  }

  private add(place: number, severity: number, flags: number, knows: number): number {
    const added = this.place.length;
    this.place.push(place);
    this.severity.push(severity);
    this.flags.push(flags);
    this.knows.push(knows);
    this.before.push(-1);
    this.open.push(added);
    return added;
  }
}
