import { applyEdits, type Edit, type Span, settledEdits, toSpan } from '../text/span';

/** A text with edits in it, and the way from its offsets back to the author's. */
export class MendedText {
  readonly text: string;
  /** Where each edit begins in the mended text, in order. */
  private readonly starts: readonly number[];
  private readonly edits: readonly Edit[];
  private readonly shifts: readonly number[];

  constructor(own: string, edits: readonly Edit[]) {
    this.text = edits.length === 0 ? own : applyEdits(own, edits);
    this.edits = settledEdits(edits);
    const starts: number[] = [];
    const shifts: number[] = [];
    let shift = 0;
    for (const { span, text } of this.edits) {
      starts.push(span.start + shift);
      shift += text.length - (span.end - span.start);
      shifts.push(shift);
    }
    this.starts = starts;
    this.shifts = shifts;
  }

  toOwn(at: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const edit = this.edits[low - 1];
    if (edit === undefined) return at;
    const inside = at - (this.starts[low - 1] ?? 0);
    if (inside < edit.text.length) return Math.min(edit.span.start + inside, edit.span.end);
    return at - (this.shifts[low - 1] ?? 0);
  }

  toOwnSpan({ start, end }: Span): Span {
    const own = this.toOwn(start);
    return toSpan(own, Math.max(own, this.toOwn(end)));
  }
}
