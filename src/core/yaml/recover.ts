import { YAMLException } from 'js-yaml';
import { LineIndex } from '../text/lineIndex';
import { type Edit, type Span, toSpan } from '../text/span';
import { type Candidate, candidatesOn, lastResorts, misplaced } from './candidates';
import { fromEvents } from './fromEvents';
import { MendedText } from './mendedText';
import { misread } from './misread';
import { movedTree } from './moved';
import { recoverLoosely } from './recoverLoosely';
import type { YamlDocument, YamlNode, YamlProblem } from './tree';
import { valueSlips } from './valueSlips';
import { wideSpaces } from './wide';

/** Characters that are parsed at most while looking for what was meant: keeps a keystroke, and a huge broken file, quick. */
const mostWork = (length: number) => Math.min(8_000_000, 1_000_000 + 60 * length);
/** Above this length the first slip that helps is taken, not the one that helps most. */
const longText = 200_000;
const mostProblems = 30;
/** Misread places that are mended in one go. */
const mostTogether = 4000;
/** How far above its end an open quote or bracket is looked for. */
const mostLinesOpen = 2000;
/** Further than any line: the text is YAML, but not all of it means what it says. */
const yamlButMisread = 1e9;

/** A key, an item or a comment that is indented with wide spaces: the parser may stumble far below it. */
const wideFrame = new RegExp(
  `^ *[${wideSpaces}][ ${wideSpaces}]*(?:#|- |[\\p{L}_][\\p{L}\\p{N}_-]*[ \\u3000]*[:：])`,
  'u',
);

const mendsMisread: ReadonlySet<string> = new Set([
  'starts-with',
  'inside-braces',
  'missing-space',
  'wide-colon',
  'wide-gap',
  'wide-bar',
  'bullet',
]);

/** How far the text can be read with the edits so far. `at` is in the author's text. */
type Attempt =
  | { readonly kind: 'read'; readonly document: YamlDocument; readonly mended: MendedText; readonly rank: number }
  | { readonly kind: 'stumbled'; readonly at: number; readonly reason: string; readonly rank: number };

/**
 * Text that is half typed or slipped. At the place where the parser stumbles every usual slip is tried: it is mended in a
 * copy, the copy is parsed, and the slip after which the parser comes furthest is what was wrong; so one slip is one
 * problem. A line that nothing mends is left out of the copy. The tree is the copy's, with its places in the author's text.
 */
export function recover(text: string): YamlDocument {
  return new Recovery(text).run();
}

class Recovery {
  private readonly lines: LineIndex;
  private readonly found: Candidate[] = [];
  private edits: readonly Edit[] = [];
  /** Whether a line opens what it does not close. */
  private readonly open = new Map<number, boolean>();
  private work = 0;

  private readonly mostWork: number;

  constructor(private readonly text: string) {
    this.lines = new LineIndex(text);
    this.mostWork = mostWork(text.length);
  }

  run(): YamlDocument {
    for (let attempt = this.attempt(this.edits); ; ) {
      if (attempt.kind === 'read' && attempt.rank === Number.POSITIVE_INFINITY) return this.give(attempt);
      if (attempt.kind === 'stumbled' && /maxDepth/.test(attempt.reason)) return this.tooDeep(attempt.at);
      const next = this.work > this.mostWork ? undefined : this.mend(attempt);
      if (next === undefined) return attempt.kind === 'read' ? this.give(attempt) : this.giveUp(attempt.at);
      attempt = next;
    }
  }

  private attempt(edits: readonly Edit[]): Attempt {
    const mended = new MendedText(this.text, edits);
    try {
      const document = fromEvents(mended.text);
      this.spend(mended, mended.text.length);
      const slips = document.problems.filter(({ code }) => misread.has(code)).length;
      return {
        kind: 'read',
        document,
        mended,
        rank: slips === 0 ? Number.POSITIVE_INFINITY : yamlButMisread - slips,
      };
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      const at = mended.toOwn(error.mark?.position ?? 0);
      this.spend(mended, error.mark?.position ?? 0);
      const line = this.lines.lineAt(at);
      const rank = isOpen(error.reason) ? (this.openedAbove(line, edits) ?? line) : line;
      return { kind: 'stumbled', at, reason: error.reason, rank };
    }
  }

  /** A parser stops where it stumbles; the copy is made as a whole. */
  private spend({ text }: MendedText, read: number): void {
    this.work += read + text.length / 4 + 1000;
  }

  /** Takes the slip that lets the parser come furthest. */
  private mend(attempt: Attempt): Attempt | undefined {
    if (attempt.kind === 'read') return this.mendMisread(attempt);
    const here = this.lines.lineAt(attempt.at);
    const suspects = this.suspects(here, attempt);
    const usual = this.best(attempt.rank, suspects, candidatesOn);
    if (usual !== undefined && (usual.attempt.kind === 'read' || this.text.length > longText)) return this.take(usual);
    const indented = this.best(usual?.attempt.rank ?? attempt.rank, suspects, misplaced);
    const chosen = indented ?? usual ?? this.best(attempt.rank, suspects, lastResorts);
    return chosen === undefined ? undefined : this.take(chosen);
  }

  /** All places that mean something else than they say, together; then one by one. */
  private mendMisread(attempt: Extract<Attempt, { kind: 'read' }>): Attempt | undefined {
    const places = attempt.document.problems.filter(({ code }) => misread.has(code)).slice(0, mostTogether);
    const lines = new Set(places.map(({ span }) => this.lines.lineAt(attempt.mended.toOwn(span.start))));
    const together: Candidate[] = [];
    for (const line of lines) {
      if (this.isMended(line, this.edits)) continue;
      for (const candidate of candidatesOn(this.lines, line)) {
        if (!mendsMisread.has(candidate.code)) continue;
        together.push(candidate);
        break;
      }
    }
    this.work += together.length * 500;
    const all = this.attempt([...this.edits, ...together.flatMap(({ edits }) => edits)]);
    if (all.kind === 'read' && all.rank > attempt.rank) {
      this.edits = [...this.edits, ...together.flatMap(({ edits }) => edits)];
      this.found.push(...together);
      return all;
    }
    const chosen = this.best(attempt.rank, [...lines].slice(0, 10), candidatesOn);
    return chosen === undefined ? undefined : this.take(chosen);
  }

  private best(
    rank: number,
    suspects: readonly number[],
    candidates: (lines: LineIndex, line: number) => Iterable<Candidate>,
  ): { candidate: Candidate; attempt: Attempt; edits: readonly Edit[] } | undefined {
    let best: { candidate: Candidate; attempt: Attempt; edits: readonly Edit[] } | undefined;
    for (const line of suspects) {
      for (const candidate of candidates(this.lines, line)) {
        if (this.work > this.mostWork) return best;
        const edits = this.withEdits(candidate);
        const attempt = this.attempt(edits);
        if (attempt.rank <= (best?.attempt.rank ?? rank)) continue;
        best = { candidate, attempt, edits };
        if (attempt.kind === 'read' || this.text.length > longText) return best;
      }
    }
    return best;
  }

  private take({
    candidate,
    attempt,
    edits,
  }: {
    candidate: Candidate;
    attempt: Attempt;
    edits: readonly Edit[];
  }): Attempt {
    this.edits = edits;
    this.found.push(candidate);
    return attempt;
  }

  /** What was mended on a line before gives way to what is tried on it now. */
  private withEdits(candidate: Candidate): readonly Edit[] {
    if (candidate.code !== 'unreadable') return [...this.edits, ...candidate.edits];
    const start = this.lines.lineStart(candidate.line);
    const end = this.lines.lineEnd(candidate.line);
    return [...this.edits.filter(({ span }) => span.end < start || span.start > end), ...candidate.edits];
  }

  /** The line of the stumble, two above it, and the one on which an open quote or bracket began. */
  private suspects(here: number, attempt: Extract<Attempt, { kind: 'stumbled' }>): readonly number[] {
    const near: number[] = [];
    for (let line = here; line >= 0 && near.length < 3 && here - line < 200; line--) {
      const text = this.lines.line(line);
      if (/^\s*(?:#|$)/.test(text) || this.isMended(line, this.edits)) continue;
      near.push(line);
    }
    for (const line of [this.above(here, /^---(?:\s|$)/), this.above(here, wideFrame)])
      if (line !== undefined) near.push(line);
    const opened = this.openedAbove(here, this.edits);
    if (opened === undefined) return [...new Set(near)];
    return isOpen(attempt.reason)
      ? [opened, ...near.filter((line) => line !== opened)]
      : [...new Set([...near, opened])];
  }

  /** The nearest line above that looks so, where something stands above it. */
  private above(here: number, pattern: RegExp): number | undefined {
    for (let line = here; line > 0 && line > here - mostLinesOpen; line--)
      if (pattern.test(this.lines.line(line)) && !this.isMended(line, this.edits)) return line;
    return undefined;
  }

  /** The nearest line above on which a quote or a bracket was opened and not closed. */
  private openedAbove(here: number, edits: readonly Edit[]): number | undefined {
    for (let line = here; line >= 0 && line > here - mostLinesOpen; line--) {
      if (this.leavesOpen(line) && !this.isMended(line, edits)) return line;
    }
    return undefined;
  }

  private leavesOpen(line: number): boolean {
    let open = this.open.get(line);
    if (open === undefined) {
      const text = this.lines.line(line);
      const may = text.length <= 2000 && /["'[{]/.test(text);
      open = may && [...valueSlips(text, 0)].some(({ code }) => code.startsWith('unclosed'));
      this.open.set(line, open);
    }
    return open;
  }

  private isMended(line: number, edits: readonly Edit[]): boolean {
    const start = this.lines.lineStart(line);
    const end = this.lines.lineEnd(line);
    return edits.some(({ span }) => span.start >= start && span.start <= end);
  }

  private give({ document, mended }: Extract<Attempt, { kind: 'read' }>): YamlDocument {
    const own = (span: Span) => mended.toOwnSpan(span);
    const left = document.problems.map((problem) => ({ ...problem, span: this.onLine(own(problem.span)) }));
    return {
      text: this.text,
      root: document.root && this.asWritten(movedTree(document.root, own)),
      comments: document.comments.map((comment) => ({ ...comment, span: own(comment.span) })),
      problems: this.told(left),
    };
  }

  /** Text that only the copy has in quotes stands without them in the file. */
  private asWritten(node: YamlNode): YamlNode {
    if (node.kind === 'map') {
      const entries = node.entries.map(({ key, value }) => ({ key, value: this.asWritten(value) }));
      return { ...node, entries };
    }
    if (node.kind === 'list') return { ...node, items: node.items.map((item) => this.asWritten(item)) };
    const isQuoted = node.style === 'single' || node.style === 'double';
    const isPlain = isQuoted && this.text.slice(node.span.start, node.span.end) === node.text;
    return isPlain ? { ...node, style: 'plain' } : node;
  }

  /** What is wrong, in the order of the file. Behind a line that nothing mends, only what is sure is told. */
  private told(others: readonly YamlProblem[]): readonly YamlProblem[] {
    const mended = this.found.map(
      ({ code, span, values, edits, safe }): YamlProblem => ({
        code,
        span: this.onLine(span),
        ...(values && { values }),
        ...(safe && { edits }),
      }),
    );
    const inOrder = [...mended, ...others].sort((a, b) => a.span.start - b.span.start);
    const isVague = ({ code }: YamlProblem) => code === 'unreadable' || code === 'indentation' || code === 'no-colon';
    const lost = inOrder.findIndex(({ code }) => code === 'unreadable');
    return inOrder.filter((problem, at) => lost < 0 || at <= lost || !isVague(problem)).slice(0, mostProblems);
  }

  private tooDeep(at: number): YamlDocument {
    const problems = this.told([{ code: 'too-deep', span: this.onLine(toSpan(at, at + 1)) }]);
    return { text: this.text, root: undefined, comments: [], problems };
  }

  private giveUp(at: number): YamlDocument {
    const unknown: YamlProblem = { code: 'unreadable', span: this.onLine(toSpan(at, at + 1)) };
    const problems = this.told(this.found.length > 0 ? [] : [unknown]);
    const root = this.text.length <= longText ? recoverLoosely(this.text) : undefined;
    return { text: this.text, root, comments: [], problems };
  }

  /** Kept on the line where it begins; of a line that can't be read, its first character. */
  private onLine({ start, end }: Span): Span {
    const from = Math.min(start, this.text.length);
    const line = this.lines.lineAt(from);
    const stop = this.lines.lineEnd(line);
    const begin = Math.min(from, stop);
    return toSpan(begin, Math.max(begin, Math.min(end, stop)));
  }
}

/** The parser's words where something that was opened is not closed. */
function isOpen(reason: string): boolean {
  return /deficient indentation|end of the stream within|missed comma|flow collection/.test(reason);
}
