import { toNfc } from '../text/nfc';
import { type Span, toSpan } from '../text/span';
import { spansInScalar } from '../yaml/scalarSpan';
import type { YamlScalar } from '../yaml/tree';
import type { Placeholder, PlaceholderTarget, Text } from './playbook';

/** `{{name}}`, also with spaces inside; what is between the braces is the name, whatever it is. */
const placeholderPattern = /\{\{([^{}\n]*)\}\}/g;

/** A text of the author. Places are worked out when somebody asks: most texts are never pointed into. */
export class AuthorText implements Text {
  readonly value: string;
  readonly placeholders: readonly AuthorPlaceholder[];
  private places: ((from: number, to: number) => Span) | undefined;

  constructor(
    private readonly source: string,
    private readonly file: string | undefined,
    readonly scalar: YamlScalar,
    readonly keySpan: Span,
  ) {
    this.value = scalar.text;
    this.placeholders = this.value.includes('{{')
      ? [...this.value.matchAll(placeholderPattern)].map((match) => new AuthorPlaceholder(this, match.index, match[0]))
      : [];
  }

  get span(): Span {
    return inFile(this.scalar.span, this.file);
  }

  readonly spanOf = (from: number, to: number): Span => {
    this.places ??= spansInScalar(this.source, this.scalar);
    return inFile(this.places(from, to), this.file);
  };
}

export class AuthorPlaceholder implements Placeholder {
  readonly name: string;
  readonly to: number;
  /** Settled when all definitions are known. */
  target: PlaceholderTarget | undefined;

  constructor(
    private readonly text: Text,
    readonly from: number,
    private readonly braces: string,
  ) {
    this.to = from + braces.length;
    this.name = toNfc(braces.slice(2, -2).trim());
  }

  get span(): Span {
    return this.text.spanOf(this.from, this.to);
  }

  get nameSpan(): Span {
    const inner = this.braces.slice(2, -2);
    const from = this.from + 2 + (inner.length - inner.trimStart().length);
    return this.text.spanOf(from, from + inner.trim().length);
  }
}

export function inFile(span: Span, file: string | undefined): Span {
  return file === undefined ? span : toSpan(span.start, span.end, file);
}
