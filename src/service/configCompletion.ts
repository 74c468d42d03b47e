import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { configChoices } from '../core/lint/configGuide';
import type { LineIndex, Position } from '../core/text/lineIndex';
import type { Translate } from '../core/text/translate';
import { readCaret } from './completion/caret';

/** What can be written at the caret of `incident.config.yaml`, also while text is half typed. */
export function completeConfig(lines: LineIndex, position: Position, t: Translate): readonly CompletionItem[] {
  const caret = readCaret(lines, position);
  if (caret === undefined || (caret.at !== 'slot' && caret.at !== 'value')) return [];
  const { path, from, to, at, colon, tight } = caret;
  const taken = at === 'slot' ? caret.keys(path.length) : new Map();
  const { line } = position;
  const range = { start: { line, character: from }, end: { line, character: to } };
  return configChoices(path.map(String), t)
    .filter(({ name, form }) => (form === 'value') === (at === 'value') && !taken.has(name))
    .map(({ name, meaning, form }, place) => ({
      label: name,
      kind: form === 'key' ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
      documentation: meaning,
      sortText: String(place).padStart(3, '0'),
      textEdit: { range, newText: `${tight ? ' ' : ''}${name}${form === 'key' && !colon ? ':' : ''}` },
    }));
}
