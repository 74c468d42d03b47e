import type { Range } from 'vscode-languageserver-types';
import type { Limits } from '../core/limits/limits';
import type { Config } from '../core/lint/config';
import { type Checked, check } from '../core/lint/run';
import { LineIndex, type Position } from '../core/text/lineIndex';
import type { Span } from '../core/text/span';
import type { Translate, UiLocale } from '../core/text/translate';
import type { YamlDocument } from '../core/yaml/tree';

/** One version of an open playbook with all that is known of it: parsed and checked once, asked by every feature. */
export interface CheckedDocument extends Checked {
  readonly uri: string;
  readonly version: number;
  readonly lines: LineIndex;
  /** Of a file it uses. */
  readonly linesIn: (file: string) => LineIndex;
  readonly t: Translate;
  readonly locale: UiLocale;
  /** Milliseconds since 1970: when it was checked. */
  readonly now: number;
  /** What each channel takes, as configured. */
  readonly limits: Limits;
  readonly config: Config;
  /** The files it uses, by path; and where they are. */
  readonly documents: ReadonlyMap<string, YamlDocument>;
  readonly uriOf: (file: string) => string;
}

export interface CheckDocumentInput {
  readonly uri: string;
  readonly version: number;
  /** Path relative to the root, with `/`. */
  readonly file: string;
  readonly documents: ReadonlyMap<string, YamlDocument>;
  readonly uriOf: (file: string) => string;
  readonly config: Config;
  readonly t: Translate;
  readonly locale: UiLocale;
  readonly now: number;
}

export function checkDocument({ uri, version, uriOf, locale, ...input }: CheckDocumentInput): CheckedDocument {
  const checked = check(input);
  const lines = new LineIndex(checked.playbook.document.text);
  const others = new Map<string, LineIndex>();
  const linesIn = (file: string) => {
    const known = others.get(file) ?? new LineIndex(input.documents.get(file)?.text ?? '');
    others.set(file, known);
    return known;
  };
  return {
    ...checked,
    uri,
    version,
    uriOf,
    locale,
    t: input.t,
    now: input.now,
    limits: input.config.limits,
    config: input.config,
    documents: input.documents,
    lines,
    linesIn,
  };
}

export function toRange(lines: LineIndex, span: Span): Range {
  return { start: lines.position(span.start), end: lines.position(span.end) };
}

export function toOffset(document: CheckedDocument, position: Position): number {
  return document.lines.offset(position);
}

/** The lines of the file that a span is in: the document's own, or those of a file it uses. */
export function linesOf(document: CheckedDocument, { file }: Span): LineIndex {
  return file === undefined ? document.lines : document.linesIn(file);
}

export function uriOfSpan(document: CheckedDocument, { file }: Span): string {
  return file === undefined ? document.uri : document.uriOf(file);
}
