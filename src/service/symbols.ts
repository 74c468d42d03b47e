import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Entry, SectionName } from '../core/model/playbook';
import { type CheckedDocument, toRange } from './checkedDocument';
import { insideOf } from './navigation/occurrences';

const kinds: Readonly<Record<SectionName, SymbolKind>> = {
  people: SymbolKind.Object,
  roles: SymbolKind.Interface,
  audiences: SymbolKind.Object,
  systems: SymbolKind.Module,
  channels: SymbolKind.Event,
  checklist: SymbolKind.Field,
  impact: SymbolKind.Number,
  severities: SymbolKind.Enum,
  scenarios: SymbolKind.Class,
  flows: SymbolKind.Namespace,
  variables: SymbolKind.Variable,
  messages: SymbolKind.String,
};

/** The outline: every section with its entries, flows with their steps, messages with their variants. */
export function provideSymbols(document: CheckedDocument): readonly DocumentSymbol[] {
  const { playbook, lines } = document;
  const root = playbook.document.root;
  if (root?.kind !== 'map') return [];
  return root.entries.flatMap(({ key, value }) => {
    const name = key.text;
    if (name === '') return [];
    const kind = Object.hasOwn(kinds, name) ? kinds[name as SectionName] : SymbolKind.Property;
    const entries = Object.hasOwn(kinds, name) ? [...playbook[name as SectionName].values()] : [];
    const children = entries.flatMap((entry) => toSymbol(entry, kind, document));
    const end = Math.max(key.span.end, value.span.end);
    return {
      name,
      kind,
      range: toRange(lines, { start: key.span.start, end }),
      selectionRange: toRange(lines, key.span),
      ...(value.kind === 'scalar' && name === 'title' && { detail: value.text }),
      children,
    };
  });
}

function toSymbol(entry: Entry, kind: SymbolKind, document: CheckedDocument): readonly DocumentSymbol[] {
  if (entry.idSpan.file !== undefined) return [];
  const inner = [...insideOf(entry)].flatMap((child) => toSymbol(child, SymbolKind.Method, document));
  return [
    {
      name: entry.id === '' ? '?' : entry.id,
      kind,
      detail: detailOf(entry),
      range: toRange(document.lines, entry.span),
      selectionRange: toRange(document.lines, entry.idSpan),
      children: inner,
    },
  ];
}

function detailOf(entry: Entry): string {
  const title = entry.section === 'variants' ? undefined : entry.title?.value;
  const name = 'name' in entry ? (entry.name as { value: string } | undefined)?.value : undefined;
  return (title ?? name ?? '').split(/[\r\n]/)[0] ?? '';
}
