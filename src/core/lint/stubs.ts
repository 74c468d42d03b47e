import type { Step } from '../model/playbook';
import type { Edit } from '../text/span';
import type { Translate } from '../text/translate';
import { freshId, insertBehind, type NewEntry, toScalar } from './edits';

export interface Stub {
  readonly id: string;
  readonly edit: Edit;
}

/** A new `end` behind the step, which says that something is still to be decided. */
export function endStub(step: Step, wanted: string, title: string, text: string): Stub {
  const id = freshId(wanted, step.flow.steps);
  const entry: NewEntry = {
    key: id,
    value: [
      { key: 'kind', value: 'end' },
      { key: 'title', value: toScalar(title) },
      { key: 'outcome', value: 'handed-over' },
    ],
  };
  return { id, edit: insertBehind(text, { key: step.idSpan, end: step.span.end }, [entry]) };
}

/** The same place may be written to twice, by a key of the last step and by a new step behind it: one edit then. */
export function together(edits: readonly (Edit | undefined)[]): readonly Edit[] {
  const merged: Edit[] = [];
  for (const edit of edits) {
    if (edit === undefined) continue;
    const same = merged.findIndex(({ span }) => span.start === edit.span.start && span.end === edit.span.end);
    const before = merged[same];
    if (before === undefined) merged.push(edit);
    else merged[same] = { span: before.span, text: before.text + edit.text };
  }
  return merged;
}

/** New keys behind the last key of the step. */
export function addKeys(step: Step, entries: readonly NewEntry[], text: string): Edit | undefined {
  const [key] = step.keys.values();
  if (key === undefined) return undefined;
  const inBraces = text.slice(step.idSpan.end, key.start).includes('{');
  const end = inBraces ? text.lastIndexOf('}', step.span.end) : step.span.end;
  return insertBehind(text, { key, end }, entries);
}

export function toDo(t: Translate, what: string): string {
  return t('To do: {0}', what);
}
