/** What is placed: sizes and rows, no words. */
export interface LayoutGraph {
  /** As they follow each other from the start down. */
  readonly steps: readonly LayoutStep[];
  readonly edges: readonly LayoutEdge[];
  /** Where the middles of steps were from the left in an earlier picture; while the author types, little moves. */
  readonly before?: readonly (readonly [id: string, x: number])[];
}
export interface LayoutStep {
  readonly id: string;
  /** From the top. */
  readonly row: number;
  readonly width: number;
  readonly height: number;
}
export interface LayoutEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Of what is written beside it. */
  readonly label: { readonly width: number; readonly height: number } | undefined;
}

export interface Layout {
  /** By the id of the step: its box, which may have grown for its answers. */
  readonly boxes: ReadonlyMap<string, Point & { readonly width: number; readonly height: number }>;
  /** By the id of the edge. */
  readonly lines: ReadonlyMap<string, Line>;
  readonly width: number;
  readonly height: number;
}
export interface Line {
  /** From box to box at right angles. */
  readonly points: readonly Point[];
  /** The upper left corner of the label. */
  readonly labelAt: Point | undefined;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** `placeSteps`, or the same with a memory. */
export type LayoutEngine = (graph: LayoutGraph) => Layout;
