import { createRequire } from 'node:module';
import type { LayoutEngine } from '../../src/core/draw/layout';

const require = createRequire(import.meta.url);

/** The layout engine, as the faces load it. */
export function loadElk(): LayoutEngine {
  const Elk = require('elkjs/lib/elk.bundled.js') as new () => { layout: LayoutEngine };
  const elk = new Elk();
  return (graph) => elk.layout(graph);
}
