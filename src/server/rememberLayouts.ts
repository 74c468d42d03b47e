import type { Layout, LayoutEngine } from '../core/draw/layout';

/** Of how many graphs the layout is kept: those of the flows of a few open playbooks. */
const most = 24;

/** An engine that lays out the same graph once: most keystrokes change words, not boxes and lines. */
export function rememberLayouts(engine: LayoutEngine): LayoutEngine {
  const known = new Map<string, Layout>();
  return (graph) => {
    const key = JSON.stringify(graph);
    const placed = known.get(key) ?? engine(graph);
    // The one used last stands last, and the first goes.
    known.delete(key);
    known.set(key, placed);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return placed;
  };
}
