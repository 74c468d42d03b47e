import type { Translate } from '../../text/translate';
import { comments, headersOf, languagePattern, type Serving } from '../serving';

/**
 * Apache 2.4. The headers belong to the folder of the pages: whichever error leads there, they come along.
 * https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html
 * https://httpd.apache.org/docs/2.4/mod/core.html#errordocument
 */
export function apacheRecipe(serving: Serving, t: Translate): string {
  const { status, pages } = serving;
  const [first, ...others] = pages;
  const folder = '/var/www/sorry';
  const statuses = [...new Set([status, 502, 503, 504])].sort();
  const byLanguage = others
    .map(
      (page) => `RewriteCond "%{REQUEST_URI}" "=/sorry-page/${first.file}"
RewriteCond "%{HTTP:Accept-Language}" "${languagePattern(serving, [page])}" [NC]
RewriteRule "^" "/sorry-page/${page.file}" [PT,L]
`,
    )
    .join('');
  return `${comments([
    t('The sorry page, for Apache 2.4 with {0}.', 'mod_alias, mod_headers, mod_rewrite'),
    t('Copy the pages to {0}, and put this into the virtual host of the landing page, before its own rules.', folder),
    t('On: {0}   Off: {1}   No reload is needed.', `touch ${folder}/on`, `rm ${folder}/on`),
    t('It also shows by itself while the servers behind Apache don’t answer.'),
    t('Errors that they answer themselves are shown with: {0}', 'ProxyErrorOverride On'),
  ])}Alias "/sorry-page" "${folder}"
<IfModule mod_proxy.c>
    ProxyPass "/sorry-page" "!"
</IfModule>
<Directory "${folder}">
    Require all granted
    AllowOverride None
    AddDefaultCharset utf-8
    FileETag None
${headersOf(serving)
  .map(([name, value]) => `    Header always set ${name} "${value}"\n`)
  .join('')}</Directory>
${statuses.map((each) => `ErrorDocument ${each} "/sorry-page/${first.file}"\n`).join('')}RewriteEngine On
${byLanguage}RewriteCond "${folder}/on" -f
RewriteCond "%{REQUEST_URI}" "!^/sorry-page/"
RewriteRule "^" "-" [R=${status},L]
`;
}
