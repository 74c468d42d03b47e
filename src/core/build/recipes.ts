import type { Playbook } from '../model/playbook';

/** What servers are told, and the pages they serve. */
export interface Serving {
  /** HTTP status; 503 says that it is down for now. */
  readonly status: number;
  /** Seconds after which machines come back; undefined says nothing. */
  readonly retryAfter: number | undefined;
  readonly robots: string;
  /** Host names of the landing pages. */
  readonly hosts: readonly string[];
  /** The first is for everybody whose language no other speaks. */
  readonly pages: readonly { readonly locale: string; readonly file: string }[];
}

export function servingOf({ sorryPage, campaign }: Playbook, pages: Serving['pages']): Serving {
  const robots = sorryPage?.robots?.value.trim() ?? '';
  return {
    status: sorryPage?.status?.value ?? 503,
    retryAfter: sorryPage?.retryAfter?.value,
    // Only what a header may hold: the file is pasted into a server.
    robots: /^[a-z][a-z-]*(?:, ?[a-z][a-z-]*)*$/.test(robots) ? robots : 'noindex',
    hosts: [...new Set((campaign?.landingPages ?? []).flatMap(({ value }) => hostOf(value) ?? []))],
    pages,
  };
}

function hostOf(url: string): string | undefined {
  return /^https?:\/\/([a-z0-9.-]+)(?=[/:?#]|$)/i.exec(url.trim())?.[1]?.toLowerCase();
}

/** The language of a page as `Accept-Language` begins with it. */
const languageOf = (locale: string) => /^[a-z]{2,3}/i.exec(locale)?.[0].toLowerCase() ?? 'en';

/**
 * nginx: switched on by a file, so that nobody edits a configuration on the worst day.
 * https://nginx.org/en/docs/http/ngx_http_core_module.html#error_page
 */
export function nginxRecipe({ status, retryAfter, robots, hosts, pages }: Serving): string {
  const [first, ...others] = pages;
  const folder = '/var/www/sorry';
  return `# The sorry page, for nginx. Copy the pages to ${folder}, this file to /etc/nginx/conf.d, and put the two marked
# lines into the server of the landing page. On:  touch ${folder}/on   Off:  rm ${folder}/on   No reload is needed.
map $http_accept_language $sorry_page {
    default /${first?.file};
${others.map(({ locale, file }) => `    "~*^${languageOf(locale)}\\b" /${file};\n`).join('')}}

server {
    listen 80;
    server_name ${hosts.length === 0 ? '_' : hosts.join(' ')};

    error_page ${status} @sorry;                              # 1
    if (-f ${folder}/on) { return ${status}; }         # 2

    location @sorry {
        root ${folder};
        add_header Cache-Control "no-store" always;
        add_header X-Robots-Tag "${robots}" always;
${retryAfter === undefined ? '' : `        add_header Retry-After "${retryAfter}" always;\n`}        rewrite ^ $sorry_page break;
    }
}
`;
}

/** Apache 2.4: https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html */
export function apacheRecipe({ status, retryAfter, robots, pages }: Serving): string {
  const [first] = pages;
  return `# The sorry page, for Apache 2.4 (mod_rewrite, mod_headers): into the virtual host of the landing page.
# On:  touch /var/www/sorry/on   Off:  rm /var/www/sorry/on
Alias "/sorry-page" "/var/www/sorry"
<Directory "/var/www/sorry">
    Require all granted
</Directory>
ErrorDocument ${status} /sorry-page/${first?.file}
RewriteEngine On
RewriteCond /var/www/sorry/on -f
RewriteCond %{REQUEST_URI} !^/sorry-page/
RewriteRule ^ - [R=${status},L]
<If "-f '/var/www/sorry/on'">
    Header always set Cache-Control "no-store"
    Header always set X-Robots-Tag "${robots}"
${retryAfter === undefined ? '' : `    Header always set Retry-After "${retryAfter}"\n`}</If>
`;
}

/** A Cloudflare Worker in front of the landing page: https://developers.cloudflare.com/workers/ */
export function workerRecipe({ status, retryAfter, robots }: Serving, html: string): string {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-robots-tag': robots,
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  };
  return `// The sorry page, for a Cloudflare Worker. On: add its route to the landing page. Off: remove the route.
const page = ${JSON.stringify(html).replace(/[<\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)};

export default {
  fetch() {
    return new Response(page, { status: ${status}, headers: ${JSON.stringify(headers)} });
  },
};
`;
}
