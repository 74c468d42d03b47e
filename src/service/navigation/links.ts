import type { DocumentLink } from 'vscode-languageserver-types';
import { usesOf } from '../../core/model/uses';
import { insideQuotes } from '../../core/text/span';
import { nodesIn } from '../../core/yaml/walk';
import { type CheckedDocument, toRange } from '../checkedDocument';

/** Files that are used, where they are there, and addresses of the web that stand as values. */
export function provideLinks(document: CheckedDocument): readonly DocumentLink[] {
  const { playbook, lines, documents, uriOf } = document;
  const files = usesOf(playbook.document, playbook.file).flatMap(({ path, span, file }) =>
    file !== undefined && documents.has(file)
      ? [{ range: toRange(lines, insideQuotes(span, path)), target: uriOf(file) }]
      : [],
  );
  const addresses = nodesIn(playbook.document.root).flatMap((node) =>
    node.kind === 'scalar' && /^https?:\/\/[!-~]+$/.test(node.text) && URL.canParse(node.text)
      ? [{ range: toRange(lines, insideQuotes(node.span, node.text)), target: node.text }]
      : [],
  );
  return [...files, ...addresses];
}
