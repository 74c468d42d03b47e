import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type Range,
} from 'vscode-languageserver-types';
import { readingOf } from '../../core/schema/readings';
import { escapeSnippet } from '../../core/template/blocks';
import type { UiLocale } from '../../core/text/translate';

/** Something that can be written at the caret. */
export interface Choice {
  /** What the file says: an id, a key, a value. */
  readonly name: string;
  /** What people call it. */
  readonly title?: string;
  /** Written instead of the name, in the syntax of snippets; lines below the first with their indent. */
  readonly snippet?: string;
  readonly description?: string;
  readonly kind: CompletionItemKind;
  /** The next thing can be chosen at once. */
  readonly goesOn?: boolean;
  /** The entry it names, described when somebody looks. */
  readonly about?: EntryPath;
  /** A form to fill in, behind what there is to choose. */
  readonly isForm?: boolean;
}

/** The way to an entry: `channels` and its id; a step's flow, a variant's message and a choice's question in between. */
export type EntryPath = readonly string[];

/** What comes back when an item is looked at. */
export interface ItemData {
  readonly uri?: string;
  readonly about?: EntryPath;
  /** The client asks for the next choices when this one is taken. */
  readonly goesOn?: boolean;
}

/** What the editor can take. */
export interface CompletionOptions {
  readonly snippets: boolean;
  /** Labels with a description of their own beside them. */
  readonly details: boolean;
}

export interface Frame {
  readonly range: Range;
  /** Before what is written, and behind it. */
  readonly lead: string;
  readonly tail: string;
  readonly locale: UiLocale;
  readonly options: CompletionOptions;
  readonly uri: string;
}

export function toItem(choice: Choice, place: number, frame: Frame): CompletionItem {
  const { name, title = name, snippet, description, kind, goesOn, about } = choice;
  const { range, lead, tail, locale, options, uri } = frame;
  const inWords = title !== name && title !== '';
  // In Japanese people look for 重大度, and the file says severities.
  const isTitleFirst = choice.isForm || (inWords && locale === 'ja' && about === undefined);
  const label = isTitleFirst ? title : name;
  const beside = choice.isForm || !inWords ? undefined : oneLine(isTitleFirst ? name : title);
  const text = `${lead}${snippet ?? escapeSnippet(name)}${tail}`;
  const data: ItemData = { uri, ...(about && { about }), ...(goesOn && { goesOn }) };
  return {
    label: oneLine(label),
    ...(beside && (options.details ? { labelDetails: { description: beside } } : { detail: beside })),
    kind,
    ...(description && { documentation: { kind: 'markdown', value: description } }),
    // The names first: what is typed in English is found by its beginning.
    filterText: oneLine(inWords ? `${name} ${title} ${readingOf(title)}` : name),
    sortText: `${choice.isForm ? 'z' : ''}${String(place).padStart(4, '0')}`,
    insertTextFormat: options.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range, newText: options.snippets ? text : withoutStops(text) },
    data,
  };
}

/** What a snippet writes before anybody types. */
export function withoutStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^|\\])*?)\|\}/g, (_, choices: string) => /^(?:\\.|[^,\\])*/.exec(choices)?.[0] ?? '')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\([\\$},|])/g, '$1');
}

function oneLine(text: string): string {
  return text.split(/[\r\n]/, 1)[0]?.slice(0, 100) ?? '';
}

export { CompletionItemKind };
