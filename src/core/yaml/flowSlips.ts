import { closingQuote, quoteEdits } from './quote';
import { isSpace, skipSpace } from './readLine';
import { replacing, type Slip } from './slip';

/** Text like `tel:` is no key without its space. */
export const scheme = /^(?:https?|mailto|tel|sms|slack):/;

interface Open {
  readonly mark: string;
  readonly at: number;
  isValue: boolean;
}

/** What can be wrong between the brackets or braces that open at `from`, on one line. */
export function flowSlips(line: string, from: number): readonly Slip[] {
  return new FlowReader(line, from).read();
}

/** Reads what an author means: `{{name}}` is a word, and a piece ends at the next comma or closing bracket. */
class FlowReader {
  private readonly slips: Slip[] = [];
  private readonly stack: Open[] = [];
  private at: number;

  constructor(
    private readonly line: string,
    from: number,
  ) {
    this.at = from;
  }

  read(): readonly Slip[] {
    const { line, stack } = this;
    for (this.at = skipSpace(line, this.at); this.at < line.length; this.at = skipSpace(line, this.at)) {
      const character = line[this.at] ?? '';
      if (stack.length === 0 && this.at > 0 && this.hasOpened) {
        if (/[\]}]/.test(character)) this.slips.push(replacing('extra-bracket', this.at, this.at + 1, '', [character]));
        return this.slips;
      }
      if (character === '#' && isSpace(line[this.at - 1])) break;
      this.step(character);
      this.hasOpened = true;
    }
    if (stack.length > 0) this.leftOpen();
    return this.slips;
  }

  private hasOpened = false;

  private step(character: string): void {
    const open = this.stack.at(-1);
    if (/[[{]/.test(character) && !this.line.startsWith('{{', this.at) && !this.isText()) {
      this.stack.push({ mark: character, at: this.at, isValue: false });
      this.at++;
    } else if (/[\]}]/.test(character)) {
      this.stack.pop();
      this.at++;
    } else if (character === ',') {
      if (open !== undefined) open.isValue = false;
      this.at++;
    } else if (character === ':' && (open?.isValue !== true || isSpace(this.line[this.at + 1]))) {
      if (open !== undefined) open.isValue = true;
      this.at++;
    } else if (character === '"' || character === "'") this.quoted();
    else this.plain(open);
  }

  /** `[重要] 本日` between braces: what follows the bracket makes it text. */
  private isText(): boolean {
    const open = this.line[this.at];
    const close = open === '[' ? ']' : '}';
    let depth = 0;
    for (let at = this.at; at < this.line.length; at++) {
      if (this.line[at] === open) depth++;
      if (this.line[at] !== close || --depth > 0) continue;
      const next = this.line[skipSpace(this.line, at + 1)];
      return this.stack.length > 0 && next !== undefined && !/[,\]}:#]/.test(next);
    }
    return false;
  }

  private quoted(): void {
    const close = closingQuote(this.line, this.at);
    if (close < 0) {
      const end = /\s*[\]}][\]}\s,]*$/.exec(this.line.slice(this.at))?.index ?? this.line.length - this.at;
      const mark = this.line[this.at] ?? '"';
      const edits = [{ span: { start: this.at + end, end: this.at + end }, text: mark }];
      this.slips.push({ code: 'unclosed-quote', from: this.at, to: this.at + 1, values: [mark], edits, safe: true });
      this.at += Math.max(end, 1);
      return;
    }
    const next = this.line[skipSpace(this.line, close + 1)];
    if (next === undefined || /[,\]}:#]/.test(next)) this.at = close + 1;
    else this.quotePiece('text-after-quote', close + 1, undefined, [this.line.slice(this.at, close + 1)]);
  }

  private plain(open: Open | undefined): void {
    const start = this.at;
    const piece = this.line.slice(start, this.pieceEnd(start));
    const inMap = open?.mark === '{';
    if (inMap && !open.isValue) {
      const wide = /^([\p{L}_][\p{L}\p{N}_-]*)[ \u3000]*：[ \u3000]*/u.exec(piece);
      const tight = /^[A-Za-z_][\w-]*:(?=[^\s:])/.exec(piece);
      if (wide !== null) {
        const from = start + (wide[1]?.length ?? 0);
        this.slips.push(replacing('wide-colon', from, start + wide[0].length, ': '));
      } else if (tight !== null && !scheme.test(piece)) {
        const at = start + tight[0].length - 1;
        this.slips.push(replacing('missing-space', at, at + 1, ': ', [tight[0].slice(0, -1)]));
      } else {
        const colon = /:(?=\s|$)/.exec(piece);
        if (colon !== null) {
          this.at = start + colon.index;
          return;
        }
      }
      this.at = start + Math.max(piece.length, 1);
      return;
    }
    const first = /^(?:\{\{|[[{@`%&*!|>?]|-\s)/.exec(piece);
    const cut = / #(?=\S)/.exec(piece);
    const second = inMap ? /:(?=\s|$)/.exec(piece) : null;
    if (first !== null) this.quotePiece('starts-with', start, start + first[0].trimEnd().length, [first[0].trimEnd()]);
    else if (piece.includes('{{')) this.quotePiece('inside-braces', start + piece.indexOf('{{'), undefined, ['{{']);
    else if (second !== null) this.quotePiece('second-colon', start + second.index, start + second.index + 1);
    else if (cut !== null) this.quotePiece('cut-off', start + cut.index + 1, start + cut.index + 2);
    else this.at = start + Math.max(piece.length, 1);
  }

  /** The text that begins here as a whole, in quotes. */
  private quotePiece(code: string, from: number, to?: number, values?: readonly string[]): void {
    const end = Math.max(this.pieceEnd(this.at), from);
    const edits = quoteEdits(this.line, this.at, end);
    this.slips.push({ code, from, to: to ?? Math.min(from + 2, end), edits, safe: true, ...(values && { values }) });
    this.at = end;
  }

  /** Before the next comma or closing bracket that is not part of `{{name}}` or of a `[word]`. */
  private pieceEnd(from: number): number {
    let inner = 0;
    let end = from;
    for (; end < this.line.length; end++) {
      const character = this.line[end] ?? '';
      if (/[[{]/.test(character)) inner++;
      else if (/[\]}]/.test(character)) {
        if (inner === 0) break;
        inner--;
      } else if (character === ',' && inner === 0) break;
      else if (character === '#' && isSpace(this.line[end - 1]) && isSpace(this.line[end + 1] ?? ' ')) break;
    }
    while (end > from && isSpace(this.line[end - 1])) end--;
    return end;
  }

  private leftOpen(): void {
    const [first] = this.stack;
    if (first === undefined) return;
    let end = this.at;
    while (end > 0 && isSpace(this.line[end - 1])) end--;
    const text = this.stack
      .map(({ mark }) => (mark === '[' ? ']' : '}'))
      .reverse()
      .join('');
    const edits = [{ span: { start: end, end }, text }];
    this.slips.push({
      code: 'unclosed-bracket',
      from: first.at,
      to: first.at + 1,
      values: [first.mark],
      edits,
      safe: false,
    });
  }
}
