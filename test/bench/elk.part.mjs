// The same graph for elkjs, with the options that are recommended for flowcharts: what a drawing takes off the shelf.
const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.spacing.nodeNode': '36',
  'elk.layered.spacing.nodeNodeBetweenLayers': '44',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '12',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.spacing.edgeLabel': '4',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
};
const atTail = { 'elk.edgeLabels.placement': 'TAIL' };

export function toElk({ steps, edges }) {
  return {
    id: 'root',
    layoutOptions: options,
    children: steps.map(({ id, width, height }) => ({ id, width, height })),
    edges: edges.map(({ id, from, to, label }) => ({
      id,
      sources: [from],
      targets: [to],
      ...(label && { labels: [{ text: id, width: label.width, height: label.height, layoutOptions: atTail }] }),
    })),
  };
}
