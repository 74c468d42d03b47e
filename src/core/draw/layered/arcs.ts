/** A thing with a place on one axis. */
export interface Place {
  x: number;
  readonly out: Arc[];
  readonly in: Arc[];
  /** Arcs of the tree that meet here. */
  readonly tree: Arc[];
  parent: Arc | undefined;
  /** Places below this one in the tree have numbers from `low` to `number`. */
  low: number;
  number: number;
}

/** `to` stands at least `length` behind `from`; each unit more costs `weight`. */
export interface Arc {
  readonly from: Place;
  readonly to: Place;
  readonly length: number;
  readonly weight: number;
  /** What the picture would lose if the arc were longer by one; below 0 it gains. */
  cut: number;
  inTree: boolean;
}

export function toPlace(): Place {
  return { x: 0, out: [], in: [], tree: [], parent: undefined, low: 0, number: 0 };
}

export function join(from: Place, to: Place, length: number, weight: number): Arc {
  const arc: Arc = { from, to, length, weight, cut: 0, inTree: false };
  from.out.push(arc);
  to.in.push(arc);
  return arc;
}

/** By how much an arc is longer than it has to be. */
export const slack = ({ from, to, length }: Arc) => to.x - from.x - length;
