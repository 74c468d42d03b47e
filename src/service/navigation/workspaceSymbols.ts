import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { nameOf } from '../aboutEntry';
import { type CheckedDocument, toRange } from '../checkedDocument';
import { ownEntries } from './occurrences';

const most = 500;

/** Entries of every playbook whose id or name has the letters of the query in their order. */
export function provideWorkspaceSymbols(
  documents: readonly CheckedDocument[],
  query: string,
): readonly WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  for (const document of documents) {
    const { playbook, lines, uri } = document;
    const containerName = playbook.title?.value.split(/[\r\n]/)[0] ?? playbook.id;
    for (const entry of ownEntries(playbook)) {
      if (entry.section === 'variants' || entry.section === 'choices') continue;
      const title = nameOf(entry, playbook);
      if (!matches(query, `${entry.id} ${title}`)) continue;
      if (found.length >= most) return found;
      found.push({
        name: title === entry.id ? entry.id : `${entry.id} (${title})`,
        kind: entry.section === 'steps' ? SymbolKind.Method : SymbolKind.Object,
        containerName,
        location: { uri, range: toRange(lines, entry.idSpan) },
      });
    }
  }
  return found;
}

function matches(query: string, text: string): boolean {
  const inLower = text.toLowerCase();
  let from = 0;
  for (const letter of query.toLowerCase().replace(/\s/g, '')) {
    const at = inLower.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
