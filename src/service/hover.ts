import type { Hover } from 'vscode-languageserver-types';
import type { Entry, PlaceholderTarget } from '../core/model/playbook';
import { describeEntry, describeKey, describeValue } from '../core/schema/describe';
import type { Position } from '../core/text/lineIndex';
import { aboutEntry } from './aboutEntry';
import { type CheckedDocument, toOffset, toRange } from './checkedDocument';
import { code, plain } from './markdown';
import { occurrenceAt } from './navigation/occurrences';
import { pathAt } from './pathAt';
import { referenceAt } from './referenceAt';

/** What the thing under the caret is: the target of a reference, what a placeholder stands for, or what a key means. */
export function provideHover(document: CheckedDocument, position: Position): Hover | undefined {
  const offset = toOffset(document, position);
  const reference = referenceAt(document, offset);
  const found = pathAt(document.playbook.document.root, offset);
  const about =
    reference?.placeholder !== undefined
      ? aboutPlaceholder(reference.placeholder, document)
      : aboutTarget(reference?.target ?? occurrenceAt(document, offset)?.entry, document);
  const meaning = found && aboutPath(found, document);
  const span = reference?.span ?? found?.span;
  const parts = [about, meaning].filter((part) => part !== undefined && part !== '');
  if (span === undefined || parts.length === 0) return undefined;
  return { contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') }, range: toRange(document.lines, span) };
}

function aboutPath(
  { path, on, text, kind }: NonNullable<ReturnType<typeof pathAt>>,
  { locale, t }: CheckedDocument,
): string | undefined {
  if (on === 'value') {
    const value = describeValue(path, text, locale, kind);
    return value && `**${plain(value.name)}**: ${value.description}`;
  }
  const key = describeKey(path, locale, kind);
  if (key === undefined) return describeEntry(path, locale, kind)?.description;
  return [
    `**${plain(key.title)}**${key.title === key.name ? '' : ` ${code(key.name)}`}`,
    key.description,
    ...(key.values.length === 0
      ? []
      : [key.values.map(({ name, description }) => `- ${code(name)}: ${description}`).join('\n')]),
    ...(key.default === undefined ? [] : [t('Where it is not written: {0}', plain(key.default))]),
    ...(key.examples.length === 0 ? [] : [t('For example: {0}', key.examples.map(code).join(t(', ')))]),
  ].join('\n\n');
}

function aboutPlaceholder(target: PlaceholderTarget, document: CheckedDocument): string {
  const { t } = document;
  if (target.kind === 'time') {
    return target.name === 'posted_at'
      ? t('The time at which the message goes out.')
      : t('The time of the next update: "update_every" of the class later.');
  }
  if (target.kind === 'built-in') {
    return target.text === undefined
      ? t('Filled in on the day.')
      : t('Stands for: {0}', plain(target.text.value.trim()));
  }
  return aboutEntry(target.entry, document);
}

function aboutTarget(entry: Entry | undefined, document: CheckedDocument): string | undefined {
  return entry && aboutEntry(entry, document);
}
