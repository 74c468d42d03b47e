import type { Markup } from './markup';
import { toHtml } from './toHtml';

export interface HtmlDocument {
  /** BCP 47, of what is written on it. */
  readonly lang: string;
  readonly title: string;
  /** A style sheet that fetches nothing. */
  readonly styles: string;
  readonly body: Markup;
  /** What may be had and sent besides its own styles, as directives of a policy; default nothing. */
  readonly also?: readonly string[];
  /** For search engines; default: it is not to be found. */
  readonly robots?: string;
  /** Its colours follow those of the reader's system. */
  readonly isAlsoDark?: boolean;
}

const fromTheRight = /^(?:ar|dv|fa|he|ps|sd|ur|yi)(?![a-z])/i;

/** One file that needs nothing else and runs nothing. */
export function toHtmlDocument({
  lang,
  title,
  styles,
  body,
  also = [],
  robots = 'noindex',
  isAlsoDark = false,
}: HtmlDocument): string {
  const policy = ["default-src 'none'", "style-src 'unsafe-inline'", ...also].join('; ');
  return `<!DOCTYPE html>
<html lang="${toHtml(lang)}"${fromTheRight.test(lang) ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="${toHtml(robots)}">
${isAlsoDark ? '<meta name="color-scheme" content="light dark">\n' : ''}<title>${toHtml(title)}</title>
<style>${styles}</style>
</head>
<body>
${toHtml(body)}
</body>
</html>
`;
}
