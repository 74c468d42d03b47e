import type { TextEdit } from 'vscode-languageserver-types';
import { formatEdits } from '../core/format/format';
import { type CheckedDocument, toRange } from './checkedDocument';

/** What the layout changes, line by line; nothing where the text can't be read. */
export function provideFormatting({ playbook, lines }: CheckedDocument): readonly TextEdit[] {
  return (formatEdits(playbook.document) ?? []).map(({ span, text }) => ({
    range: toRange(lines, span),
    newText: text,
  }));
}
