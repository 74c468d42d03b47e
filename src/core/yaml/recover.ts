import { YAMLException } from 'js-yaml';
import { LineIndex } from '../text/lineIndex';
import { applyEdits, type Edit, type Span, toSpan } from '../text/span';
import { fromEvents, misread } from './fromEvents';
import { recoverLoosely } from './recoverLoosely';
import { type Slip, slipsIn } from './slips';
import type { YamlDocument, YamlNode, YamlProblem, YamlScalar } from './tree';

/** Characters that are parsed at most while looking for what was meant: keeps a huge broken file quick. */
const mostWork = 20_000_000;
const mostProblems = 30;
/** How far above its end an open quote is looked for. */
const mostLinesOpen = 2000;

/** A place where the text, mended so far, is not YAML. Offsets are in the mended text. */
interface Stumble {
  readonly at: number;
  readonly tooDeep: boolean;
  /** The text is YAML, and says what its author does not mean. */
  readonly misread: boolean;
  /** Something that was opened above is not closed yet. */
  readonly isOpen: boolean;
}

type Attempt =
  | { readonly document: YamlDocument; readonly stumble?: undefined }
  | { readonly stumble: Stumble; readonly document?: undefined };

/**
 * Text that is half typed or slipped. Each slip is looked for at the place where the parser stumbles, mended in a copy,
 * and the copy is parsed again: what mends it is what was wrong, so one slip is one problem. A line that nothing mends
 * is left out of the copy. The tree is the mended copy's, with its places in the author's text.
 */
export function recover(text: string): YamlDocument {
  return new Recovery(text).run();
}

class Recovery {
  private readonly lines: LineIndex;
  private readonly problems: YamlProblem[] = [];
  private readonly edits: Edit[] = [];
  private readonly dropped = new Set<number>();
  private work = 0;

  constructor(private readonly text: string) {
    this.lines = new LineIndex(text);
  }

  run(): YamlDocument {
    let attempt = this.parse(this.edits);
    while (attempt.stumble !== undefined) {
      if (attempt.stumble.tooDeep)
        return this.give([...this.problems, { code: 'too-deep', span: this.onLine(attempt.stumble.at) }]);
      if (this.problems.length >= mostProblems || this.work > mostWork) return this.giveUp(attempt.stumble);
      attempt = this.mend(attempt.stumble);
    }
    const { document } = attempt;
    const problems = [
      ...this.problems,
      ...document.problems.map((problem) => ({ ...problem, span: this.toOwn(problem.span) })),
    ];
    return {
      text: this.text,
      root: document.root && this.ownTree(document.root),
      comments: document.comments.map((comment) => ({ ...comment, span: this.toOwn(comment.span) })),
      problems: problems.sort((a, b) => a.span.start - b.span.start),
    };
  }

  private parse(edits: readonly Edit[]): Attempt {
    const mended = applyEdits(this.text, edits);
    this.work += mended.length;
    try {
      const document = fromEvents(mended);
      const first = document.problems.find(({ code }) => misread.has(code));
      return first === undefined
        ? { document }
        : { stumble: { at: first.span.start, tooDeep: false, misread: true, isOpen: false } };
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      const isOpen = /deficient indentation|end of the stream within|missed comma|flow collection/.test(error.reason);
      return {
        stumble: { at: error.mark?.position ?? 0, tooDeep: /maxDepth/.test(error.reason), misread: false, isOpen },
      };
    }
  }

  /** Tries what may be wrong here and on the lines above; keeps what lets the parser come further. */
  private mend(stumble: Stumble): Attempt {
    const here = this.lines.lineAt(this.toOwnOffset(stumble.at));
    for (const line of [...(stumble.isOpen ? this.openedAbove(here) : []), ...this.suspects(here)]) {
      for (const slip of slipsIn(this.lines.line(line), this.indentsAround(line))) {
        const edits = this.inText(slip, line);
        const attempt = this.parse([...this.edits, ...edits]);
        const further = attempt.stumble === undefined || this.isFurther(attempt.stumble, stumble, edits, here);
        if (!further) continue;
        this.edits.push(...edits);
        const start = this.lines.lineStart(line);
        this.problems.push({
          code: slip.code,
          span: toSpan(start + slip.from, start + Math.max(slip.to, slip.from)),
          ...(slip.values && { values: slip.values }),
          ...(slip.safe && { edits }),
        });
        return attempt;
      }
    }
    return this.drop(here, stumble);
  }

  /** The line itself, the lines above it, and the line on which an open quote or bracket began. */
  private suspects(here: number): readonly number[] {
    const lines: number[] = [];
    for (let line = here; line >= 0 && lines.length < 3; line--) {
      if (this.dropped.has(line) || /^\s*(?:#|$)/.test(this.lines.line(line))) continue;
      if (!this.isMended(line)) lines.push(line);
    }
    return lines;
  }

  /** The nearest line above on which a quote or a bracket was opened and not closed. */
  private openedAbove(here: number): readonly number[] {
    for (let line = here; line >= 0 && line > here - mostLinesOpen; line--) {
      if (this.isMended(line) || this.dropped.has(line)) continue;
      const text = this.lines.line(line);
      if (/["'[{]/.test(text) && slipsIn(text, []).some(({ code }) => code.startsWith('unclosed'))) return [line];
    }
    return [];
  }

  private isMended(line: number): boolean {
    const start = this.lines.lineStart(line);
    const end = this.lines.lineEnd(line);
    return this.edits.some(({ span }) => span.start >= start && span.end <= end);
  }

  private indentsAround(line: number): readonly number[] {
    const indents: number[] = [];
    for (let at = line - 1; at >= 0 && indents.length < 6; at--) {
      const text = this.lines.line(at);
      if (text.trim() === '') continue;
      indents.push(text.length - text.trimStart().length);
    }
    return indents;
  }

  private isFurther(stumble: Stumble, before: Stumble, edits: readonly Edit[], line: number): boolean {
    if (stumble.misread !== before.misread) return stumble.misread;
    const at = toOwnOffset(stumble.at, [...this.edits, ...edits]);
    return this.lines.lineAt(at) > line || (at >= this.text.length && line >= this.lines.lineCount - 1);
  }

  /** Nothing mends the line: it is blanked in the copy, so that the rest can be read. */
  private drop(here: number, stumble: Stumble): Attempt {
    const own = this.toOwnOffset(stumble.at);
    let line = here;
    while (line > 0 && (this.dropped.has(line) || this.lines.line(line).trim() === '')) line--;
    if (this.dropped.has(line)) return this.parse(this.edits.slice(0, 0));
    this.dropped.add(line);
    const start = this.lines.lineStart(line);
    const end = this.lines.lineEnd(line);
    for (let at = this.edits.length - 1; at >= 0; at--) {
      const span = this.edits[at]?.span;
      if (span !== undefined && span.start >= start && span.end <= end) this.edits.splice(at, 1);
    }
    this.edits.push({ span: toSpan(start, end), text: '' });
    if (!this.problems.some(({ code, span }) => code === 'unreadable' && this.lines.lineAt(span.start) >= line - 1)) {
      this.problems.push({ code: 'unreadable', span: this.onLine(Math.min(Math.max(own, start), end)) });
    }
    return this.parse(this.edits);
  }

  private giveUp(stumble: Stumble): YamlDocument {
    const problems =
      this.problems.length > 0
        ? this.problems
        : [{ code: 'unreadable', span: this.onLine(this.toOwnOffset(stumble.at)) }];
    return this.give(problems, this.text.length <= mostWork / 20 ? recoverLoosely(this.text) : undefined);
  }

  private give(problems: readonly YamlProblem[], root?: YamlNode): YamlDocument {
    return { text: this.text, root, comments: [], problems };
  }

  private inText({ edits }: Slip, line: number): readonly Edit[] {
    const start = this.lines.lineStart(line);
    return edits.map(({ span, text }) => ({ span: toSpan(start + span.start, start + span.end), text }));
  }

  /** One character, or none at the end of a line. */
  private onLine(at: number): Span {
    const offset = Math.min(at, this.text.length);
    const end = this.lines.lineEnd(this.lines.lineAt(offset));
    return toSpan(Math.min(offset, end), Math.min(offset + 1, end));
  }

  private toOwnOffset(at: number): number {
    return toOwnOffset(at, this.edits);
  }

  private toOwn({ start, end }: Span): Span {
    return toSpan(this.toOwnOffset(start), this.toOwnOffset(end));
  }

  private ownTree(node: YamlNode): YamlNode {
    const span = this.toOwn(node.span);
    if (node.kind === 'scalar') return { ...node, span };
    if (node.kind === 'list') return { ...node, span, items: node.items.map((child) => this.ownTree(child)) };
    return {
      ...node,
      span,
      entries: node.entries.map(({ key, value }) => ({
        key: this.ownTree(key) as YamlScalar,
        value: this.ownTree(value),
      })),
    };
  }
}

/** From the mended text back to the author's. */
function toOwnOffset(at: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { span, text } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const from = span.start + shift;
    if (at < from) break;
    if (at < from + text.length) return Math.min(span.start + (at - from), Math.max(span.end, span.start));
    shift += text.length - (span.end - span.start);
  }
  return at - shift;
}
