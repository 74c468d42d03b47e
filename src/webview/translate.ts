import japanese from '../../l10n/bundle.l10n.ja.json';

export type Translate = (message: string, ...values: readonly (string | number)[]) => string;

/** The page's own words, in the language that its `lang` names. */
export function createTranslate(locale: string): Translate {
  const bundle: Readonly<Record<string, string>> = locale === 'ja' ? japanese : {};
  return (message, ...values) =>
    (bundle[message] ?? message).replace(/\{(\d+)\}/g, (whole, index) => String(values[Number(index)] ?? whole));
}
