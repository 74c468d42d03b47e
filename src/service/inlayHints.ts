import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver-types';
import { figuresOf } from '../core/limits/figures';
import type { Variant } from '../core/model/playbook';
import { graphemesOf } from '../core/text/graphemes';
import { insideQuotes } from '../core/text/span';
import { nameOf } from './aboutEntry';
import type { CheckedDocument } from './checkedDocument';
import { occurrencesIn } from './navigation/occurrences';

/** A name is to remind of a thing, not to say it. */
const mostCharacters = 20;

/** Names behind ids (`Parameter`), and behind each text how full it is (`Type`), within the range. */
export function provideInlayHints(document: CheckedDocument, range: Range): readonly InlayHint[] {
  const { playbook, lines, limits, t, broken } = document;
  if (broken) return [];
  const from = lines.offset(range.start);
  const to = lines.offset(range.end);
  const isIn = (offset: number) => from <= offset && offset <= to;
  const hints: InlayHint[] = [];
  // A text is named by its channel: there its length says more.
  const texts = new Set([...playbook.messages.values()].flatMap(({ variants }) => [...variants.values()].map(startOf)));
  for (const { entry, span, isDefinition, inText } of occurrencesIn(document)) {
    if (isDefinition || inText || !isIn(span.end) || entry.section === 'choices') continue;
    const name = nameOf(entry, playbook);
    if (name === entry.id || texts.has(span.start)) continue;
    hints.push({
      position: lines.position(afterQuote(lines.text, span.end)),
      label: shortened(name),
      kind: InlayHintKind.Parameter,
      paddingLeft: true,
    });
  }
  for (const { variants } of playbook.messages.values()) {
    for (const variant of variants.values()) {
      const { idSpan } = variant;
      if (idSpan.file !== undefined || !isIn(idSpan.end)) continue;
      const [fullest] = figuresOf(variant, playbook, limits, t).toSorted((a, b) => b.share - a.share);
      const colon = lines.text.indexOf(':', idSpan.end);
      if (fullest === undefined || colon < 0) continue;
      hints.push({
        position: lines.position(colon + 1),
        label: fullest.text,
        kind: InlayHintKind.Type,
        paddingLeft: true,
        tooltip: t('Length with every blank at its longest'),
      });
    }
  }
  return hints;
}

function afterQuote(text: string, offset: number): number {
  return text[offset] === '"' || text[offset] === "'" ? offset + 1 : offset;
}

function shortened(name: string): string {
  const characters = [...graphemesOf(name)];
  return characters.length <= mostCharacters ? name : `${characters.slice(0, mostCharacters - 1).join('')}…`;
}

/** Of the name without its quote. */
function startOf({ idSpan, id }: Variant): number {
  return insideQuotes(idSpan, id).start;
}
