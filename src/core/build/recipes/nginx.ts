import type { Translate } from '../../text/translate';
import { comments, headersOf, languagePattern, type Serving } from '../serving';

/**
 * nginx: switched on by a file, so that nobody edits a configuration on the worst day; and shown by itself while what
 * stands behind it does not answer. An internal redirect, since a named location would answer POST with 405.
 * https://nginx.org/en/docs/http/ngx_http_core_module.html#error_page
 */
export function nginxRecipe(serving: Serving, t: Translate): string {
  const { status, hosts, pages } = serving;
  const [first, ...others] = pages;
  const folder = '/var/www/sorry';
  const statuses = [...new Set([status, 502, 503, 504])].sort().join(' ');
  return `${comments([
    t('The sorry page, for nginx. Copy the pages to {0} and this file to /etc/nginx/conf.d.', folder),
    t(
      'Put what stands between the two marks into the server of the landing page. Of this file only the map is needed then.',
    ),
    t('On: {0}   Off: {1}   No reload is needed.', `touch ${folder}/on`, `rm ${folder}/on`),
    t('It also shows by itself while the servers behind nginx don’t answer.'),
    t('Errors that they answer themselves are shown with: {0}', 'proxy_intercept_errors on;'),
  ])}map $http_accept_language $sorry_page {
    default ${first.file};
${others.map((page) => `    "~*${languagePattern(serving, [page])}" ${page.file};\n`).join('')}}

server {
    listen 80;
    server_name ${hosts.length === 0 ? '_' : hosts.join(' ')};

    # --- 8< ---
    set $sorry "";
    if (-f ${folder}/on) { set $sorry on; }
    if ($uri ~ "^/sorry-page/") { set $sorry ""; }
    if ($sorry) { return ${status}; }
    error_page ${statuses} =${status} /sorry-page/$sorry_page;
    location ^~ /sorry-page/ {
        internal;
        alias ${folder}/;
        default_type text/html;
        charset utf-8;
${headersOf(serving)
  .map(([name, value]) => `        add_header ${name} "${value}" always;\n`)
  .join('')}    }
    # --- >8 ---
}
`;
}
