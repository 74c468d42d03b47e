import { applyEdits, type Edit } from '../text/span';
import type { Slip } from './slip';
import { structureSlips } from './structureSlips';
import { valueSlips } from './valueSlips';

/** Nobody slips in a line of this length in a way that reading it could tell. */
const longestLine = 20_000;

/** Indentations around a line: the nearest first, and the one of the next line. */
export interface Around {
  readonly indents: readonly number[];
  readonly below: number;
  /** Where the line itself may stand. */
  readonly fitting: readonly number[];
}

/** Every slip that the line may have made, the surest first. Whether one is it, only parsing again can tell. */
export function* slipsIn(line: string, { indents, below, fitting }: Around): Iterable<Slip> {
  if (line.length > longestLine) return;
  const structure = [...structureSlips(line, indents, fitting)];
  yield* structure;
  yield* valueSlips(line, below);
  // One slip may hide another on its line: `title:@x`.
  for (const slip of structure) {
    const [edit] = slip.edits;
    if (edit === undefined || slip.code === 'no-colon') continue;
    for (const hidden of valueSlips(applyEdits(line, slip.edits), below))
      yield {
        ...slip,
        edits: [...slip.edits, ...hidden.edits.map((inner) => back(inner, edit))],
        safe: slip.safe && hidden.safe,
      };
  }
}

/** From the line behind the first edit to the line before it. */
function back({ span, text }: Edit, first: Edit): Edit {
  const shift = first.text.length - (first.span.end - first.span.start);
  const own = (at: number) => (at >= first.span.start + first.text.length ? at - shift : Math.min(at, first.span.end));
  return { span: { start: own(span.start), end: own(span.end) }, text };
}
