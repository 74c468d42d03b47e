import { toSpan } from '../text/span';
import type { YamlComment } from './tree';

const hash = 35;

/**
 * Reads what stands between the values: indicators and comments. Positions only grow, so the whole text is read once.
 * A parser's events name the values; what is between them only has `- : , [ ] { } ? | >` and comments.
 */
export class Gaps {
  readonly comments: YamlComment[] = [];
  private cursor = 0;

  constructor(private readonly text: string) {}

  get position(): number {
    return this.cursor;
  }

  /** Goes to `end`, keeping the comments on the way. Gives the first of the wanted characters outside comments, or -1. */
  moveTo(end: number, wanted = ''): number {
    let found = -1;
    for (let at = this.cursor; at < end; at++) {
      if (this.text.charCodeAt(at) === hash && this.startsComment(at)) {
        const stop = this.lineEnd(at);
        this.addComment(at, stop);
        at = stop - 1;
      } else if (found < 0 && wanted !== '' && wanted.includes(this.text[at] ?? '')) found = at;
    }
    if (end > this.cursor) this.cursor = end;
    return found;
  }

  /** The first of the wanted characters from here on, with only space and comments before it; -1 where something else comes. */
  peek(wanted: string): number {
    for (let at = this.cursor; at < this.text.length; at++) {
      const character = this.text[at] ?? '';
      if (character === '#' && this.startsComment(at)) at = this.lineEnd(at) - 1;
      else if (wanted.includes(character)) return at;
      else if (!/[\s,]/.test(character)) return -1;
    }
    return -1;
  }

  /** Jumps over a value: nothing in it is a comment. */
  skip(end: number): void {
    if (end > this.cursor) this.cursor = end;
  }

  private startsComment(at: number): boolean {
    const before = this.text[at - 1];
    return before === undefined || /[\s\uFEFF]/.test(before);
  }

  private lineEnd(from: number): number {
    for (let at = from; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 10 || code === 13) return at;
    }
    return this.text.length;
  }

  private addComment(start: number, end: number): void {
    let before = start - 1;
    while (before >= 0 && (this.text[before] === ' ' || this.text[before] === '\t')) before--;
    const ownLine = before < 0 || /[\r\n\uFEFF]/.test(this.text[before] ?? '');
    this.comments.push({ span: toSpan(start, end), text: this.text.slice(start + 1, end).trim(), ownLine });
  }
}
