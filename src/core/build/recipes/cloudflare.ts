import type { Translate } from '../../text/translate';
import { comments, headersOf, languagePattern, type Serving } from '../serving';

/** A Cloudflare Worker in front of the landing page: https://developers.cloudflare.com/workers/runtime-apis/response/ */
export function workerRecipe(serving: Serving, t: Translate): string {
  const { status, pages } = serving;
  const headers = Object.fromEntries([
    ['Content-Type', 'text/html; charset=utf-8'],
    ...headersOf(serving),
    ...(pages.length > 1 ? [['Vary', 'Accept-Language'] as const] : []),
  ]);
  const htmlOf = Object.fromEntries(pages.map(({ language, html }) => [language, html]));
  return `${comments(
    [
      t('The sorry page, for a Cloudflare Worker. It holds the pages, and needs nothing that could be down.'),
      t('On: add its route to the landing page. Off: remove the route.'),
      'https://developers.cloudflare.com/workers/configuration/routing/routes/',
    ],
    '//',
  )}const pages = ${literal(htmlOf)};
const language = /${languagePattern(serving, pages)}/i;

export default {
  fetch(request) {
    const found = language.exec(request.headers.get('Accept-Language') ?? '');
    const page = pages[found === null ? ${literal(pages[0].language)} : found[1].toLowerCase()];
    return new Response(page, { status: ${status}, headers: ${literal(headers)} });
  },
};
`;
}

/** JSON that is JavaScript everywhere, also inside a page. */
function literal(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Bytes of a page that Cloudflare keeps: https://developers.cloudflare.com/rules/custom-errors/ */
export const mostErrorPageBytes = 1_500_000;

/**
 * The page for "500 class errors": Cloudflare takes no page without the place where it says what failed.
 * https://developers.cloudflare.com/rules/custom-errors/reference/error-tokens/
 */
export function cloudflareErrorPage(html: string): string {
  return html.replace(/<\/main>(?![\s\S]*<\/main>)/, '<div>::CLOUDFLARE_ERROR_500S_BOX::</div></main>');
}
