import path from 'node:path';
import type { LayoutEngine } from '../core/draw/layout';

/** A file of its own: no other command pays for reading it. */
export function loadLayout(): LayoutEngine {
  const Elk = require(path.join(__dirname, 'elk.js')) as new () => { layout: LayoutEngine };
  const elk = new Elk();
  return (graph) => elk.layout(graph);
}
