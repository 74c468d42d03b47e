import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { builtInNames, type Entry, type Playbook } from '../../core/model/playbook';
import { formats } from '../../core/schema/formats';
import type { Position } from '../../core/text/lineIndex';
import { toNfc } from '../../core/text/nfc';
import type { Translate } from '../../core/text/translate';
import { type CheckedDocument, toOffset, toRange } from '../checkedDocument';
import { isShared, occurrenceAt, occurrencesOf, placeOf } from './occurrences';
import type { OtherDocuments } from './references';

/** Why a name can't be given, in the reader's language. */
export class RenameRefused extends Error {}

/** The name under the caret, as it can be written over. */
export function prepareRename(
  document: CheckedDocument,
  position: Position,
): { readonly range: Range; readonly placeholder: string } | undefined {
  const found = occurrenceAt(document, toOffset(document, position));
  if (found === undefined) return undefined;
  const { start, end } = found.span;
  return { range: toRange(document.lines, found.span), placeholder: document.lines.text.slice(start, end) };
}

/** The new name at every place that names the entry, in all files that know it. Quotes and braces stay. */
export async function provideRename(
  document: CheckedDocument,
  position: Position,
  newName: string,
  others: OtherDocuments,
): Promise<WorkspaceEdit | undefined> {
  const { t } = document;
  const found = occurrenceAt(document, toOffset(document, position));
  if (found === undefined) return undefined;
  const { entry } = found;
  const name = newName.trim();
  if (toNfc(name) === entry.id) return { changes: {} };
  if (!formats.id(name)) {
    throw new RenameRefused(
      t('"{0}" can’t be a name: it has to begin with a letter, and may have letters, digits, "_" and "-".', name),
    );
  }
  if (/^(?:true|false|null)$/i.test(name))
    throw new RenameRefused(t('"{0}" can’t be a name: files read it as something else.', name));
  const place = placeOf(document, entry);
  const documents = [document, ...(isShared(entry) ? await others() : [])];
  const changes: Record<string, TextEdit[]> = {};
  for (const each of documents) {
    const edits = occurrencesOf(each, place).map(({ span }) => ({ range: toRange(each.lines, span), newText: name }));
    if (edits.length === 0) continue;
    refuseIfTaken(entry, toNfc(name), each.playbook, t);
    changes[each.uri] = edits;
  }
  return { changes };
}

/** Names that stand for different things in the same place must differ. */
function refuseIfTaken(entry: Entry, name: string, playbook: Playbook, t: Translate): void {
  const { section } = entry;
  const inBraces = section === 'checklist' || section === 'variables' || section === 'impact';
  const isTaken =
    section === 'steps'
      ? [...playbook.flows.values()].some((flow) => flow.steps.get(entry.id) === entry && flow.steps.has(name))
      : section === 'choices'
        ? [...playbook.checklist.values()].some(
            (item) => item.choices.get(entry.id) === entry && item.choices.has(name),
          )
        : inBraces
          ? (['checklist', 'variables', 'impact'] as const).some((each) => playbook[each].has(name))
          : section !== 'variants' && playbook[section].has(name);
  if (isTaken) throw new RenameRefused(t('"{0}" is taken: something else here has that name.', name));
  const isBuiltIn =
    builtInNames.some((each) => each === name) || playbook.campaign?.baseline.has(name) || name === 'fault';
  if (inBraces && isBuiltIn) throw new RenameRefused(t('"{0}" is taken: it already means something here.', name));
}
