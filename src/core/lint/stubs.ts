import type { Entry, Playbook, SectionName, Step } from '../model/playbook';
import { type Edit, toSpan } from '../text/span';
import type { Translate } from '../text/translate';
import { freshId, insertBehind, type NewEntry, toLines, toScalar } from './edits';

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

/** New keys behind the last key of an entry. */
export function addKeys(
  { keys, idSpan, span }: Pick<Entry, 'keys' | 'idSpan' | 'span'>,
  entries: readonly NewEntry[],
  text: string,
): Edit | undefined {
  const [key] = keys.values();
  if (key === undefined || idSpan.file !== undefined) return undefined;
  const inBraces = text.slice(idSpan.end, key.start).includes('{');
  const end = inBraces ? text.lastIndexOf('}', span.end) : span.end;
  return insertBehind(text, { key, end }, entries);
}

/** New entries behind the last one of a section; where the file has none, a section of their own at its end. */
export function addToSection(section: SectionName, entries: readonly NewEntry[], playbook: Playbook): Edit | undefined {
  const { text } = playbook.document;
  const last = [...playbook[section].values()].findLast(({ idSpan }) => idSpan.file === undefined);
  if (last !== undefined) return insertBehind(text, { key: last.idSpan, end: last.span.end }, entries);
  if (playbook.sectionKeys.has(section)) return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lead = text === '' || text.endsWith('\n') ? '' : newline;
  const lines = toLines({ key: section, value: entries });
  return { span: toSpan(text.length, text.length), text: `${lead}${lines.join(newline)}${newline}` };
}

export function toDo(t: Translate, what: string): string {
  return t('To do: {0}', what);
}
