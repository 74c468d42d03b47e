import type { Edit } from '../text/span';

/** One of the usual slips in a line, and the edits that would mend it. Offsets are in the line. */
export interface Slip {
  readonly code: string;
  /** What is pointed at. */
  readonly from: number;
  readonly to: number;
  readonly values?: readonly string[];
  readonly edits: readonly Edit[];
  /** The edits write what the author surely meant. */
  readonly safe: boolean;
}

/** The words that are pointed at are the words that are replaced. */
export function replacing(code: string, from: number, to: number, text: string, values?: readonly string[]): Slip {
  return { code, from, to, edits: [{ span: { start: from, end: to }, text }], safe: true, ...(values && { values }) };
}
