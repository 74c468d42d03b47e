import type { Playbook } from '../model/playbook';

/** One language of the sorry page, as a server has it. */
export interface ServedPage {
  /** Lower case, as `Accept-Language` begins with it: letters only. */
  readonly language: string;
  /** Beside the other files: letters, digits, `.`, `_` and `-` only. */
  readonly file: string;
  readonly html: string;
}

/** What servers are told. Each value is safe in a header, a comment, a string and a shell word. */
export interface Serving {
  /** HTTP status; 503 says that it is down for now. */
  readonly status: number;
  /** Seconds after which machines come back; undefined says nothing. */
  readonly retryAfter: number | undefined;
  readonly robots: string;
  /** Host names of the landing pages. */
  readonly hosts: readonly string[];
  /** The first is for everybody whose language no other speaks; one for each language. */
  readonly pages: readonly [ServedPage, ...ServedPage[]];
}

/** Undefined without a page. */
export function servingOf(
  { sorryPage, campaign }: Playbook,
  pages: readonly { readonly locale: string; readonly file: string; readonly html: string }[],
): Serving | undefined {
  const served = new Map<string, ServedPage>();
  for (const { locale, file, html } of pages) {
    const language = /^[a-z]{2,3}(?![a-z])/i.exec(locale)?.[0].toLowerCase() ?? 'en';
    if (!served.has(language)) served.set(language, { language, file, html });
  }
  const [first, ...others] = served.values();
  if (first === undefined) return undefined;
  const { status, retryAfter, robots } = sorryPage ?? {};
  return {
    // A page that says sorry with any other status would be taken for the landing page itself.
    status: [429, 500, 501, 502, 503, 504].includes(status?.value ?? 0) ? (status?.value ?? 503) : 503,
    retryAfter: Number.isSafeInteger(retryAfter?.value) ? retryAfter?.value : undefined,
    robots: /^[a-z][a-z-]*(?:, ?[a-z][a-z-]*)*$/.exec(robots?.value.trim() ?? '')?.[0] ?? 'noindex',
    hosts: [...new Set((campaign?.landingPages ?? []).flatMap(({ value }) => hostOf(value) ?? []))],
    pages: [first, ...others],
  };
}

function hostOf(url: string): string | undefined {
  return /^https?:\/\/([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?=[/:?#]|$)/i.exec(url.trim())?.[1]?.toLowerCase();
}

/** Beside its type; the page changes while it is shown, and nobody keeps an old one. */
export function headersOf({ robots, retryAfter }: Serving): readonly (readonly [string, string])[] {
  return [
    ['Cache-Control', 'no-store'],
    ['X-Robots-Tag', robots],
    ...(retryAfter === undefined ? [] : [['Retry-After', String(retryAfter)] as const]),
  ];
}

/**
 * Matches an `Accept-Language` whose first language that has a page is one of `wanted`; in PCRE and in JavaScript alike,
 * without regard to case. Linear: an entry ends at its comma only.
 */
export function languagePattern({ pages }: Serving, wanted: readonly ServedPage[]): string {
  const any = (some: readonly ServedPage[]) => some.map(({ language }) => language).join('|');
  return `^(?:(?! *(?:${any(pages)})(?![a-z]))[^,]*,)* *(${any(wanted)})(?![a-z])`;
}

/** Sentences as comments of a configuration, each on lines of its own. */
export function comments(sentences: readonly string[], sign = '#', indent = ''): string {
  return sentences
    .flatMap((sentence) => sentence.split(/[\r\n\u0085\u2028\u2029]+/))
    .map((line) => `${indent}${sign} ${line}\n`)
    .join('');
}
