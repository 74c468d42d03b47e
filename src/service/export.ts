import type { LayoutEngine } from '../core/draw/layout';
import { exportPlan } from '../core/export/exportPlan';
import type { ExportParams, PreviewWish } from '../protocol/preview';
import type { CheckedDocument } from './checkedDocument';

/** The plan as the text of a file; undefined where it can't be read, or has nothing to draw. */
export function provideExport(
  document: CheckedDocument,
  engine: LayoutEngine,
  format: ExportParams['format'],
  wish: PreviewWish | undefined,
  flow?: string,
): string | undefined {
  if (document.broken) return undefined;
  return exportPlan({
    ...document,
    engine,
    format,
    wish,
    flow: document.playbook.flows.get(flow ?? ''),
  });
}
