export type UiLocale = 'en' | 'ja';

/** The sentence in the reader's language, with `{0}`, `{1}` … filled in. English is the key. */
export type Translate = (message: string, ...values: readonly (string | number)[]) => string;

/** A bundle as `@vscode/l10n` and `vscode.l10n` read it: English sentence → translation. */
export type Bundle = Readonly<Record<string, string>>;

/**
 * `@vscode/l10n` keeps one language for a whole process; a server answers readers of two, so each call gets its own.
 * A sentence that the bundle lacks stays English.
 */
export function createTranslate(bundle: Bundle = {}): Translate {
  return (message, ...values) =>
    (Object.hasOwn(bundle, message) ? (bundle[message] as string) : message).replace(/\{(\d+)\}/g, (whole, index) =>
      shorten(String(values[Number(index)] ?? whole)),
    );
}

/** Nobody reads a quotation of a page: its beginning and its end tell which one it is. */
const longestQuotation = 300;

function shorten(value: string): string {
  if (value.length <= longestQuotation) return value;
  const half = longestQuotation / 2;
  // A character of two halves is kept whole.
  const from = value.slice(0, half).replace(/[\uD800-\uDBFF]$/, '');
  return `${from} … ${value.slice(-half).replace(/^[\uDC00-\uDFFF]/, '')}`;
}
