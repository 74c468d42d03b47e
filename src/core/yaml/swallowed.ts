import { LineIndex } from '../text/lineIndex';
import { toSpan } from '../text/span';
import type { YamlDocument, YamlProblem, YamlScalar } from './tree';
import { nodesIn } from './walk';
import { fittingIndents, meantIndent, wideSpaces } from './wide';

const wideColon = /^( *(?:- +){0,9}[a-z][a-z0-9_-]*)[ \u3000]*：[ \u3000]*/;
const wideIndent = new RegExp(`^( *)([${wideSpaces}]+)`);
const lead = new RegExp(`^[${wideSpaces}]+`);
const trail = new RegExp(`[${wideSpaces}]+$`);

/** Full-width and invisible characters that YAML takes without a word: as text, or as part of a key. */
export function swallowed(document: YamlDocument): readonly YamlProblem[] {
  return [...new Reader(document).read()];
}

class Reader {
  private readonly lines: LineIndex;
  /** One line is told once. */
  private readonly told = new Set<number>();

  constructor(private readonly document: YamlDocument) {
    this.lines = new LineIndex(document.text);
    for (const { span } of document.problems) this.told.add(this.lines.lineAt(span.start));
  }

  *read(): Iterable<YamlProblem> {
    const { text, root } = this.document;
    // Most files have none of these characters in front of anything.
    if (!new RegExp(`[：${wideSpaces}]`).test(text)) return;
    for (const node of nodesIn(root)) {
      if (node.kind === 'map') for (const { key } of node.entries) if (key.style === 'plain') yield* this.inKey(key);
      if (node.kind !== 'scalar' || node.style !== 'plain') continue;
      const first = this.lines.lineAt(node.span.start);
      const last = this.lines.lineAt(node.span.end);
      // A text that shares its line with its key is a text; what begins a line may be meant as a key.
      const before = text.slice(this.lines.lineStart(first), node.span.start);
      const startsLine = before.replace(/- /g, '').trim() === '';
      for (let line = startsLine ? first : first + 1; line <= last; line++) yield* this.onLine(line);
    }
  }

  private *inKey({ span, text }: YamlScalar): Iterable<YamlProblem> {
    const line = this.lines.lineAt(span.start);
    if (wideColon.test(text)) yield* this.onLine(line);
    const before = lead.exec(text)?.[0].length ?? 0;
    const behind = trail.exec(text)?.[0].length ?? 0;
    if (before > 0 && !this.told.has(line)) {
      const indents =
        this.lines
          .line(line)
          .slice(0, span.start - this.lines.lineStart(line))
          .trim() === '';
      if (indents) yield* this.onLine(line);
      else yield this.tell(line, 'wide-gap', span.start, span.start + before, '', ['-']);
    }
    if (behind > 0 && !this.told.has(line)) yield this.tell(line, 'wide-gap', span.end - behind, span.end, '', [':']);
  }

  private *onLine(line: number): Iterable<YamlProblem> {
    if (this.told.has(line)) return;
    const start = this.lines.lineStart(line);
    const text = this.lines.line(line);
    const indent = wideIndent.exec(text);
    if (indent !== null) {
      const narrow = indent[1]?.length ?? 0;
      const meant = meantIndent(narrow, indent[2] ?? '', fittingIndents(this.lines, line));
      const from = start + narrow;
      yield this.tell(line, 'wide-space', from, start + indent[0].length, ' '.repeat(Math.max(0, meant - narrow)));
      return;
    }
    const colon = wideColon.exec(text);
    if (colon === null) return;
    const from = start + (colon[1]?.length ?? 0);
    yield this.tell(line, 'wide-colon', from, start + colon[0].length, colon[0].length === text.length ? ':' : ': ');
  }

  private tell(
    line: number,
    code: string,
    from: number,
    to: number,
    text: string,
    values?: readonly string[],
  ): YamlProblem {
    this.told.add(line);
    const span = toSpan(from, to);
    return { code, span, edits: [{ span, text }], ...(values && { values }) };
  }
}
