import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { configChoices } from '../core/lint/configGuide';
import { LineIndex, type Position } from '../core/text/lineIndex';
import type { Translate } from '../core/text/translate';

/** What can be written at the caret of `incident.config.yaml`. Goes by lines and indents, so that it helps while text is half typed. */
export function completeConfig(text: string, position: Position, t: Translate): readonly CompletionItem[] {
  const lines = new LineIndex(text);
  const before = lines.line(position.line).slice(0, position.character);
  const value = /^( *)([\w-]+):\s+([\w-]*)$/.exec(before);
  const key = /^( *)([\w-]*)$/.exec(before);
  const [, indent = '', name, typed = ''] = value ?? (key && [key[0], key[1], undefined, key[2]]) ?? [];
  if (value === null && key === null) return [];
  const above = keysAbove(lines, position.line, indent.length);
  const path = name === undefined ? above : [...above, name];
  const taken = new Set(name === undefined ? keysBeside(lines, position.line, indent.length) : []);
  const start = { line: position.line, character: position.character - typed.length };
  return configChoices(path, t)
    .filter(({ name: choice, form }) => (form === 'value') === (name !== undefined) && !taken.has(choice))
    .map(({ name: choice, meaning, form }, at) => ({
      label: choice,
      kind: form === 'key' ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
      documentation: meaning,
      sortText: String(at).padStart(3, '0'),
      textEdit: { range: { start, end: position }, newText: form === 'key' ? `${choice}:` : choice },
    }));
}

interface Line {
  readonly indent: number;
  readonly key: string;
}

function lineAt(lines: LineIndex, line: number): Line | undefined {
  const found = /^( *)([\w-]+):/.exec(lines.line(line));
  return found === null ? undefined : { indent: found[1]?.length ?? 0, key: found[2] ?? '' };
}

/** The keys that a line with this indent stands below, outermost first. */
function keysAbove(lines: LineIndex, line: number, indent: number): readonly string[] {
  const keys: string[] = [];
  let within = indent;
  for (let at = line - 1; at >= 0 && within > 0; at--) {
    const found = lineAt(lines, at);
    if (found === undefined || found.indent >= within) continue;
    keys.unshift(found.key);
    within = found.indent;
  }
  return keys;
}

/** The other keys of the same map. */
function keysBeside(lines: LineIndex, line: number, indent: number): readonly string[] {
  const keys: string[] = [];
  for (const step of [-1, 1]) {
    for (let at = line + step; at >= 0 && at < lines.lineCount; at += step) {
      const found = lineAt(lines, at);
      if (found === undefined) continue;
      if (found.indent < indent) break;
      if (found.indent === indent) keys.push(found.key);
    }
  }
  return keys;
}
