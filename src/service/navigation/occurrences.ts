import type { Entry, Playbook, Reference, Variant } from '../../core/model/playbook';
import { sectionNames } from '../../core/model/sectionNames';
import { sharedKeys } from '../../core/model/uses';
import { insideQuotes, type Span } from '../../core/text/span';
import { type CheckedDocument, uriOfSpan } from '../checkedDocument';

/** A place of the file at hand that names an entry. */
export interface Occurrence {
  readonly entry: Entry;
  /** The name alone, without quotes and braces. */
  readonly span: Span;
  readonly isDefinition: boolean;
  /** In a text, between braces. */
  readonly inText: boolean;
}

/** The entries that this file itself defines, each with those inside it behind it: steps, choices, texts. */
export function* ownEntries(playbook: Playbook): Iterable<Entry> {
  const isOwn = ({ idSpan, id }: Entry) => idSpan.file === undefined && id !== '';
  for (const name of sectionNames) {
    for (const entry of playbook[name].values()) {
      if (!isOwn(entry)) continue;
      yield entry;
      for (const inner of insideOf(entry)) if (isOwn(inner)) yield inner;
    }
  }
}

export function insideOf(entry: Entry): Iterable<Entry> {
  if ('steps' in entry) return (entry.steps as ReadonlyMap<string, Entry>).values();
  if ('variants' in entry) return (entry.variants as ReadonlyMap<string, Entry>).values();
  return 'choices' in entry ? (entry.choices as ReadonlyMap<string, Entry>).values() : [];
}

const known = new WeakMap<CheckedDocument, readonly Occurrence[]>();

/** Every name in the file and what it means, in the order of the file; what is found once is kept with the document. */
export function occurrencesIn(document: CheckedDocument): readonly Occurrence[] {
  const found = known.get(document) ?? findAll(document);
  known.set(document, found);
  return found;
}

function findAll({ playbook }: CheckedDocument): readonly Occurrence[] {
  const found: Occurrence[] = [];
  const seen = new Set<number>();
  const text = playbook.document.text;
  const add = (entry: Entry | undefined, whole: Span, rest: Pick<Occurrence, 'isDefinition' | 'inText'>) => {
    if (entry === undefined || whole.file !== undefined || whole.end <= whole.start) return;
    const span = /["']/.test(text[whole.start] ?? '')
      ? insideQuotes(whole, text.slice(whole.start + 1, whole.end - 1))
      : whole;
    // What an alias repeats stands in the file once.
    if (seen.has(span.start)) return;
    seen.add(span.start);
    found.push({ entry, span, ...rest });
  };
  for (const entry of ownEntries(playbook)) {
    if (entry.section !== 'variants') add(entry, entry.idSpan, { isDefinition: true, inText: false });
  }
  for (const { target, span } of playbook.references) add(named(target), span, { isDefinition: false, inText: false });
  for (const { placeholders } of playbook.texts) {
    for (const { target, nameSpan } of placeholders) {
      if (target !== undefined && 'entry' in target) add(target.entry, nameSpan, { isDefinition: false, inText: true });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** A text is named by its channel. */
function named(target: Reference['target']): Entry | undefined {
  return target?.section === 'variants' ? (target as Variant).channel.target : target;
}

export function occurrenceAt(document: CheckedDocument, offset: number): Occurrence | undefined {
  const all = occurrencesIn(document);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.span.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const found = all[low];
  return found !== undefined && found.span.start <= offset ? found : undefined;
}

/** The same entry in every document that knows it: where it is defined. */
export function placeOf(document: CheckedDocument, { idSpan, section }: Entry): string {
  return `${section} ${uriOfSpan(document, idSpan)} ${idSpan.start}`;
}

/** The places of a document that name the entry at this place. */
export function occurrencesOf(document: CheckedDocument, place: string): readonly Occurrence[] {
  return occurrencesIn(document).filter(({ entry }) => placeOf(document, entry) === place);
}

/** Whether other files can use it. A choice goes where its question goes. */
export function isShared({ section }: Entry): boolean {
  return section === 'choices' || sharedKeys.has(section);
}
