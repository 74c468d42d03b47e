import type { CompletionItem } from 'vscode-languageserver-types';
import { LineIndex } from '../../src/core/text/lineIndex';
import { type CompletionInput, provideCompletion } from '../../src/service/completion/completion';
import type { TextOptions } from './lint';
import { cursorOf, openText } from './service';

type Options = TextOptions & Partial<Omit<CompletionInput, 'position'>>;

const editor = { snippets: true, details: true };

/** What is offered at the cursor `<|>`. */
export function offered(source: string, { options = editor, sign, files: _, ...rest }: Options = {}) {
  const opened = openText(source, rest);
  const items = provideCompletion(opened.document, { position: cursorOf(opened), options, ...(sign && { sign }) });
  return { items, text: opened.text };
}

/** The names that the file would say, in the order of the list. */
export function names(source: string, options: Options = {}): readonly string[] {
  return offered(source, options)
    .items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
    .map(({ filterText = '', label }) => filterText.split(' ')[0] ?? label);
}

/** The text after the choice with this name, with `$0` and the other stops where an editor goes. */
export function taken(source: string, name: string, options: Options = {}): string {
  const { items, text } = offered(source, options);
  const item = items.find(({ filterText = '', label }) => label === name || filterText.split(' ')[0] === name);
  if (item === undefined) throw new Error(`no ${name} among ${items.map(({ label }) => label).join(', ')}`);
  return withItem(text, item);
}

export function withItem(text: string, { textEdit, insertTextFormat }: CompletionItem): string {
  if (textEdit === undefined || !('range' in textEdit)) throw new Error('no edit');
  const lines = new LineIndex(text);
  const { start, end } = textEdit.range;
  const newText = insertTextFormat === 2 ? textEdit.newText.replace(/\\([\\$}])/g, '$1') : textEdit.newText;
  return text.slice(0, lines.offset(start)) + newText + text.slice(lines.offset(end));
}
