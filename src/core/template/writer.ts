import type { Span } from '../text/span';
import { quote } from '../yaml/quote';

/** Letters and what goes with them, which YAML takes for nothing but text. */
const plain = /^\p{L}[\p{L}\p{M}\p{N}\p{Zs}'’,.?!()、。？！（）「」/]*$/u;
/** Words that YAML reads as something else. */
const special = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

/** Writes a playbook line by line, and keeps the place of what is to be written over first. */
export class Writer {
  private lines = '';
  private first: Span | undefined;

  get text(): string {
    return this.lines;
  }

  get placeholder(): Span | undefined {
    return this.first;
  }

  line(line: string, note?: string): void {
    this.lines += note === undefined ? `${line}\n` : `${line}  # ${note}\n`;
  }

  /** A key, or the dash of a list, and a text that may hold anything but line breaks. `open`: it stands in for another. */
  value(key: string, text: string, { open = false } = {}): void {
    const isPlain = plain.test(text) && !special.test(text) && !/\s$/.test(text);
    const written = isPlain ? text : quote(text);
    const head = `${key}${key.endsWith('-') ? '' : ':'} `;
    if (open && this.first === undefined) {
      const start = this.lines.length + head.length + (isPlain ? 0 : 1);
      this.first = { start, end: start + text.length };
    }
    this.line(head + written);
  }
}
