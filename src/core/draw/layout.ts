/** What is used of ELK's JSON. https://eclipse.dev/elk/documentation/tooldevelopers/graphdatastructure/jsonformat.html */
export interface ElkNode extends ElkShape {
  readonly children?: ElkNode[];
  readonly edges?: ElkEdge[];
  readonly ports?: ElkPort[];
}
interface ElkShape {
  readonly id: string;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  readonly layoutOptions?: Readonly<Record<string, string>>;
}
export interface ElkPort extends ElkShape {
  readonly labels?: { text: string; x?: number; y?: number; width: number; height: number }[];
}
export interface ElkEdge {
  readonly id: string;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  sections?: { startPoint: Point; endPoint: Point; bendPoints?: Point[] }[];
}
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** ELK, handed in: it is large, and each face loads it in its own way on the first picture only. */
export type LayoutEngine = (graph: ElkNode) => Promise<ElkNode>;

/**
 * Layered, from the top down, right angles; the file's order is kept where it can be, so that the same plan gives the
 * same picture.
 */
export const elkOptions: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.spacing.nodeNode': '32',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '12',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  // Rows are handed in as places, so only what leads back goes up.
  'elk.layered.cycleBreaking.strategy': 'INTERACTIVE',
  'elk.layered.layering.strategy': 'INTERACTIVE',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.separateConnectedComponents': 'false',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
};

/** Between two lines that leave a box side by side. */
export const portGap = 24;

/**
 * Lines come in from above and leave below; what leads back leaves and comes in at the right. Answers stand right of the
 * line that they name, and a decision grows until they have room there.
 */
export const elkNodeOptions: Readonly<Record<string, string>> = {
  'elk.portConstraints': 'FIXED_SIDE',
  'elk.portLabels.placement': '[OUTSIDE, NEXT_TO_PORT_IF_POSSIBLE]',
  'elk.nodeSize.constraints': '[PORTS, PORT_LABELS, MINIMUM_SIZE]',
  'elk.spacing.portPort': String(portGap),
  'elk.spacing.labelPortHorizontal': '2',
  'elk.spacing.labelPortVertical': '3',
  'elk.spacing.portsSurrounding': '[top=26,left=26,bottom=26,right=26]',
};

export const elkUnevenOptions: Readonly<Record<string, string>> = {
  'elk.portLabels.placement': '[OUTSIDE, ALWAYS_SAME_SIDE]',
};
