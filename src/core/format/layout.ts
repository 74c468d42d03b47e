import type { LineIndex } from '../text/lineIndex';
import type { Edit, Span } from '../text/span';
import type { YamlDocument, YamlList, YamlMap, YamlNode, YamlScalar } from '../yaml/tree';

/** Spaces that each level is indented by. */
const step = 2;

/** A column of the text as it is, and where it goes; with those that it stands in. */
export interface Column {
  readonly old: number;
  readonly now: number;
  readonly outer: Column | undefined;
}

/** Where each line begins, and the gaps within lines. */
export interface Layout {
  /** Lines that begin an entry of a map or a list. */
  readonly columns: ReadonlyMap<number, Column>;
  /** Lines inside a value: how many spaces they move by. Their ends and blank ones belong to the value. */
  readonly moves: ReadonlyMap<number, number>;
  readonly gaps: readonly Edit[];
}

/** The author wrote in a way whose lines can't be told apart: the text stays as it is. */
export class Unusual extends Error {}

/** Where every line of a text that is YAML should begin. Goes by the tree, so that nothing is taken for a key that is none. */
export function layOut(document: YamlDocument, lines: LineIndex): Layout {
  const layout = new Builder(document.text, lines);
  if (document.root !== undefined) layout.visit(document.root, { old: -step, now: -step, outer: undefined });
  return layout;
}

class Builder implements Layout {
  readonly columns = new Map<number, Column>();
  readonly moves = new Map<number, number>();
  readonly gaps: Edit[] = [];

  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
  ) {}

  /** `parent` is the column of the key or the dash that the node belongs to. */
  visit(node: YamlNode, parent: Column): void {
    if (node.kind === 'scalar' || node.flow || this.text[node.span.start] === '*') this.inline(node, parent);
    else if (node.kind === 'map') this.map(node, parent);
    else this.list(node, parent);
  }

  private map(map: YamlMap, parent: Column): void {
    for (const { key, value } of map.entries) {
      const column = { old: this.columnOf(key.span.start), now: parent.now + step, outer: parent };
      this.begin(key.span.start, column);
      const colon = this.skipSpace(key.span.end);
      if (this.text[colon] !== ':' || this.isSplit(key.span)) throw new Unusual();
      this.gap(key.span.end, colon, '');
      this.gapBehind(colon + 1);
      this.visit(value, column);
    }
  }

  private list(list: YamlList, parent: Column): void {
    let from = list.span.start;
    for (const item of list.items) {
      const dash = this.dashFrom(from);
      const column = { old: this.columnOf(dash), now: parent.now + step, outer: parent };
      this.begin(dash, column);
      this.gapBehind(dash + 1);
      this.visit(item, column);
      from = Math.max(dash + 1, item.span.end);
    }
  }

  /** A value that is no block of keys or dashes: all its lines but the one that it begins on move together. */
  private inline(node: YamlNode, parent: Column): void {
    if (node.span.end <= node.span.start) return;
    const first = this.lines.lineAt(node.span.start);
    const last = this.lines.lineAt(node.span.end - 1);
    const isBlock = node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded');
    if (isBlock) {
      this.block(node, parent, first, last);
      return;
    }
    const begins = this.isFirst(node.span.start) ? first : first + 1;
    let least = Number.POSITIVE_INFINITY;
    for (let at = begins; at <= last; at++) {
      const indent = this.indentOf(at);
      if (indent !== undefined) least = Math.min(least, indent);
    }
    for (let at = begins; at <= last; at++) this.moves.set(at, parent.now + step - least);
  }

  /** Text below a `|`: moved as a whole, so that what is indented in it stays so. */
  private block(node: YamlScalar, parent: Column, first: number, last: number): void {
    const header = this.text.slice(node.span.start, this.lines.lineEnd(first));
    const stated = /^[|>][-+]?([1-9])/.exec(header)?.[1];
    let own: number | undefined;
    for (let at = first + 1; at <= last && own === undefined; at++) own = this.indentOf(at);
    const before = stated === undefined ? own : parent.old + Number(stated);
    const now = parent.now + (stated === undefined ? step : Number(stated));
    let end = last;
    // With a `+` the empty lines behind it are part of it.
    if (/^[|>]\d?\+/.test(header))
      while (end + 2 < this.lines.lineCount && this.lines.line(end + 1).trim() === '') end++;
    for (let at = first + 1; at <= end; at++) this.moves.set(at, now - (before ?? now));
  }

  private begin(offset: number, column: Column): void {
    if (this.isFirst(offset)) this.columns.set(this.lines.lineAt(offset), column);
  }

  /** One space in front of what follows on the line; a comment stays where it is. */
  private gapBehind(from: number): void {
    const to = this.skipSpace(from);
    const next = this.text[to];
    if (next !== undefined && next !== '\n' && next !== '\r' && next !== '#') this.gap(from, to, ' ');
  }

  private gap(start: number, end: number, text: string): void {
    if (this.text.slice(start, end) !== text) this.gaps.push({ span: { start, end }, text });
  }

  /** The dash of the next item: between two there is nothing but space and comments. */
  private dashFrom(from: number): number {
    let at = from;
    for (;;) {
      while (/\s/.test(this.text[at] ?? '')) at++;
      if (this.text[at] !== '#') break;
      at = this.lines.lineEnd(this.lines.lineAt(at));
    }
    if (this.text[at] !== '-') throw new Unusual();
    return at;
  }

  private isSplit({ start, end }: Span): boolean {
    return this.lines.lineAt(start) !== this.lines.lineAt(end);
  }

  private isFirst(offset: number): boolean {
    const start = this.lines.lineStart(this.lines.lineAt(offset));
    return /^\uFEFF?[ \t]*(?:[&!][^\s]*[ \t]+)*$/.test(this.text.slice(start, offset));
  }

  private columnOf(offset: number): number {
    return offset - this.lines.lineStart(this.lines.lineAt(offset));
  }

  private skipSpace(from: number): number {
    let at = from;
    while (this.text[at] === ' ' || this.text[at] === '\t') at++;
    return at;
  }

  /** Undefined for a blank line. */
  private indentOf(line: number): number | undefined {
    const text = this.lines.line(line);
    const indent = text.search(/[^ ]/);
    return indent < 0 ? undefined : indent;
  }
}
