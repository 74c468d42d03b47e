import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { apacheModules, findApache, findNginx } from '../../scripts/webServers.mjs';
import { built, freePort, plan, untilServed } from '../support/built';

let out: ReturnType<typeof built>;
let www: string;
beforeAll(() => {
  out = built(plan, '--set', 'posted_at=10:05');
  www = path.join(out.folder, 'out');
  fs.writeFileSync(path.join(www, 'index.html'), 'the shop');
  // A server that gives up its rights reads the pages, too.
  for (const folder of [out.folder, www]) fs.chmodSync(folder, 0o755);
});

type Get = (file: string, how?: { language?: string; method?: string }) => Promise<Response>;

const getFrom =
  (port: number): Get =>
  (file, { language = 'en', method = 'GET' } = {}) =>
    fetch(`http://127.0.0.1:${port}${file}`, { method, headers: { 'accept-language': language } });

/** Everything that a server must do with the page, switched on and off by a file. */
async function expectServed(get: Get): Promise<void> {
  expect(await (await get('/index.html')).text()).toBe('the shop');
  fs.writeFileSync(path.join(www, 'on'), '');
  for (const file of ['/', '/index.html', '/deep/in/the/shop?x=1']) await expectPage(await get(file), 'sorry.html');
  for (const method of ['POST', 'PUT', 'DELETE']) await expectPage(await get('/cart', { method }), 'sorry.html');
  expect((await get('/', { method: 'HEAD' })).status).toBe(503);
  for (const [language, file] of languages) await expectPage(await get('/', { language }), file);
  fs.rmSync(path.join(www, 'on'));
  expect((await get('/index.html')).status).toBe(200);
  // Behind it nothing listens: the page shows by itself.
  await expectPage(await get('/behind/it', { language: 'ja' }), 'sorry.ja.html');
}

/** The first language of a visitor's list that has a page; the first page for everybody else. */
const languages: readonly (readonly [string, string])[] = [
  ['ja,en;q=0.5', 'sorry.ja.html'],
  ['JA-jp', 'sorry.ja.html'],
  ['fr-FR, fr;q=0.9, ja;q=0.8, en;q=0.7', 'sorry.ja.html'],
  ['fr, en;q=0.8, ja;q=0.7', 'sorry.html'],
  ['jam, jav', 'sorry.html'],
  ['fr', 'sorry.html'],
  ['', 'sorry.html'],
];

async function expectPage(answer: Response, file: string): Promise<void> {
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('1800');
  expect(answer.headers.get('x-robots-tag')).toBe('noindex');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-type')).toMatch(/^text\/html; ?charset=utf-8$/);
  expect(await answer.text()).toBe(out.read(file));
}

describe('in a real server', () => {
  it('nginx: status, headers, page and language; on and off by a file, and by itself', async () => {
    const [port, nobody] = [await freePort(), await freePort()];
    const recipe = out
      .read('server/nginx.conf')
      .replaceAll('/var/www/sorry', www)
      .replace(
        'listen 80;',
        `listen 127.0.0.1:${port};\n    root ${www};\n    location /behind/ { proxy_pass http://127.0.0.1:${nobody}; }`,
      );
    const { folder } = out;
    const config = `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}
http { access_log off; default_type text/html; client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c; uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;
${recipe}}`;
    fs.writeFileSync(path.join(folder, 'nginx.conf'), process.getuid?.() === 0 ? `user root;\n${config}` : config);
    const nginx = spawn(findNginx(), ['-c', path.join(folder, 'nginx.conf')], { stdio: 'ignore' });
    try {
      await untilServed(() => getFrom(port)('/index.html'));
      await expectServed(getFrom(port));
      expect((await getFrom(port)('/sorry-page/sorry.html')).status).toBe(404);
    } finally {
      nginx.kill();
    }
  }, 180_000);

  it('Apache: the same', async () => {
    const program = findApache();
    const modules = apacheModules();
    const [port, nobody] = [await freePort(), await freePort()];
    const { folder } = out;
    const wanted = 'mpm_event unixd authz_core alias rewrite headers dir mime proxy proxy_http'.split(' ');
    const config = `ServerRoot "${folder}"
PidFile "${folder}/apache.pid"
Listen 127.0.0.1:${port}
ServerName localhost
ErrorLog "${folder}/apache.log"
${wanted
  // Some systems have a module inside the program.
  .filter((name) => fs.existsSync(`${modules}/mod_${name}.so`))
  .map((name) => `LoadModule ${name}_module "${modules}/mod_${name}.so"`)
  .join('\n')}
${process.getuid?.() === 0 ? 'User daemon\nGroup daemon' : ''}
<IfModule mime_module>
    TypesConfig /dev/null
    AddType text/html .html
</IfModule>
DocumentRoot "${www}"
<Directory "${www}">
    Require all granted
</Directory>
${out.read('server/apache.conf').replaceAll('/var/www/sorry', www)}
ProxyPass "/behind/" "http://127.0.0.1:${nobody}/"
`;
    fs.writeFileSync(path.join(folder, 'apache.conf'), config);
    const apache = spawn(program, ['-f', path.join(folder, 'apache.conf'), '-DFOREGROUND'], { stdio: 'ignore' });
    try {
      await untilServed(() => getFrom(port)('/index.html'));
      await expectServed(getFrom(port));
    } finally {
      apache.kill();
    }
  }, 180_000);
});

describe('Cloudflare', () => {
  it('the Worker answers with the page in the language of the visitor', async () => {
    const file = path.join(out.folder, 'worker.mjs');
    fs.writeFileSync(file, out.read('server/cloudflare-worker.js'));
    const { default: worker } = await import(/* @vite-ignore */ pathToFileURL(file).href);
    for (const [language, page] of languages) {
      const request = new Request('https://spring.acme.example/deep?x=1', { headers: { 'accept-language': language } });
      await expectPage(worker.fetch(request), page);
    }
    await expectPage(worker.fetch(new Request('https://spring.acme.example/')), 'sorry.html');
    const bodies = new Request('https://spring.acme.example/cart', { method: 'POST', body: 'a=b' });
    await expectPage(worker.fetch(bodies), 'sorry.html');
  });

  it('takes the page for its own errors: it has the mark once, is small enough, and is the page otherwise', () => {
    const html = out.read('server/cloudflare-5xx.html');
    expect(html.replace('<div>::CLOUDFLARE_ERROR_500S_BOX::</div>', '')).toBe(out.read('sorry.html'));
    expect(html.split('::CLOUDFLARE_ERROR_500S_BOX::')).toHaveLength(2);
    // A picture of more than what Cloudflare takes is left out there, and only there.
    const again = built(plan, '--set', 'posted_at=10:05');
    fs.writeFileSync(path.join(again.folder, 'note.png'), Buffer.alloc(1_200_000));
    expect(rebuilt(again.folder)).toBe(0);
    expect(again.read('sorry.html').length).toBeGreaterThan(1_500_000);
    expect(Buffer.byteLength(again.read('server/cloudflare-5xx.html'))).toBeLessThan(50_000);
  });
});

const cliFile = path.resolve('dist/cli.js');
const rebuilt = (cwd: string) =>
  spawnSync(process.execPath, [cliFile, 'build', 'a.incident.yaml', '--out', 'out', '--samples', '--force'], { cwd })
    .status;

const tag = (name: string) => ({
  tag: `!${name}`,
  resolve: (value: string) => ({ [name]: value }),
});
const readTemplate = (text: string) => parse(text, { customTags: [tag('Ref'), tag('Sub'), tag('GetAtt')] });

interface CloudFrontAnswer {
  uri?: string;
  statusCode?: number;
  headers: Record<string, { value: string }>;
}

/** A function of CloudFront with its store, in a world of its own. */
function runFunction(code: string, store: Readonly<Record<string, string>>, event: unknown) {
  const chosen: string[] = [];
  const cf = {
    kvs: () => ({
      get: async (key: string) => {
        if (store[key] === undefined) throw new Error('KeyNotFound');
        return store[key];
      },
    }),
    selectRequestOriginById: (id: string) => void chosen.push(id),
  };
  expect(code).toMatch(/^import cf from 'cloudfront';\n/);
  const body = code.replace("import cf from 'cloudfront';", '');
  const context = vm.createContext({ cf, event });
  return { chosen, answer: vm.runInContext(`${body}\nhandler(event)`, context) as Promise<CloudFrontAnswer> };
}

describe('CloudFront', () => {
  const template = () => readTemplate(out.read('server/cloudfront.yaml'));
  const request = (language: string | undefined, method = 'GET') => ({
    version: '1.0',
    context: { eventType: 'viewer-request' },
    viewer: { ip: '192.0.2.1' },
    request: {
      method,
      uri: '/deep/in/the/shop',
      querystring: { x: { value: '1' } },
      headers: language === undefined ? {} : { 'accept-language': { value: language } },
      cookies: {},
    },
  });

  it('shows the page from another origin for each error of the shop, and keeps errors for a moment only', () => {
    const { Resources } = template();
    const { Origins, CacheBehaviors, CustomErrorResponses, DefaultCacheBehavior, Aliases } =
      Resources.Site.Properties.DistributionConfig;
    expect(Aliases).toEqual({ Ref: 'Aliases' });
    expect(template().Parameters.Aliases.Default).toBe('spring.acme.example');
    expect(CustomErrorResponses.map(({ ErrorCode }: { ErrorCode: number }) => ErrorCode)).toEqual([500, 502, 503, 504]);
    for (const { ResponseCode, ResponsePagePath, ErrorCachingMinTTL } of CustomErrorResponses) {
      expect(ResponseCode).toBe(503);
      expect(ErrorCachingMinTTL).toBeLessThanOrEqual(10);
      const [behaviour] = CacheBehaviors;
      expect(behaviour.PathPattern).toBe('/sorry/*');
      expect(ResponsePagePath).toBe('/sorry/sorry.html');
      expect(behaviour.TargetOriginId).not.toBe(DefaultCacheBehavior.TargetOriginId);
    }
    expect(Origins.map(({ Id }: { Id: string }) => Id)).toEqual(['shop', 'sorry']);
    expect(Resources.SorryBucketPolicy.Properties.PolicyDocument.Statement[0].Resource).toEqual({
      Sub: `\${SorryBucket.Arn}/sorry/*`,
    });
    const items = Resources.SorryHeaders.Properties.ResponseHeadersPolicyConfig.CustomHeadersConfig.Items;
    expect(items).toContainEqual({ Header: 'Retry-After', Value: '1800', Override: true });
  });

  it('with the switch on: leads to the page in the language of the visitor, and answers 503', async () => {
    const { Resources } = template();
    const toPage = Resources.SorryRequest.Properties.FunctionCode;
    const toStatus = Resources.SorryResponse.Properties.FunctionCode;
    // What a function may be at most: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
    for (const code of [toPage, toStatus]) expect(Buffer.byteLength(code)).toBeLessThan(10_240);
    const on = { sorry: 'on' };
    for (const [language, file] of languages) {
      const { answer, chosen } = runFunction(toPage, on, request(language));
      expect(await answer).toMatchObject({ uri: `/sorry/${file}`, querystring: {} });
      expect(chosen).toEqual(['sorry']);
    }
    expect(await runFunction(toPage, on, request(undefined)).answer).toMatchObject({ uri: '/sorry/sorry.html' });
    const headers = {
      'retry-after': { value: '1800' },
      'cache-control': { value: 'no-store' },
      'x-robots-tag': { value: 'noindex' },
    };
    const posted = runFunction(toPage, on, request('ja', 'POST'));
    expect(await posted.answer).toEqual({ statusCode: 503, headers });
    expect(posted.chosen).toEqual([]);
    const response = {
      response: { statusCode: 200, statusDescription: 'OK', headers: { etag: { value: '"1"' } }, cookies: {} },
    };
    const { answer } = runFunction(toStatus, on, response);
    expect(await answer).toMatchObject({ statusCode: 503, headers: { etag: { value: '"1"' }, ...headers } });
  });

  it('with the switch off, or without an answer of the store: leaves the shop alone', async () => {
    const { Resources } = template();
    for (const store of [{}, { sorry: 'off' }] as readonly Readonly<Record<string, string>>[]) {
      const event = request('ja');
      const { answer, chosen } = runFunction(Resources.SorryRequest.Properties.FunctionCode, store, event);
      expect(await answer).toBe(event.request);
      expect(chosen).toEqual([]);
      const response = { statusCode: 200, headers: {} };
      const kept = runFunction(Resources.SorryResponse.Properties.FunctionCode, store, { response });
      expect(await kept.answer).toEqual({ statusCode: 200, headers: {} });
    }
  });
});

/** An `aws` that writes down what it is asked, and answers some questions. */
function withAws(script: string, ...argv: readonly string[]) {
  const bin = path.join(out.folder, 'bin');
  const log = path.join(out.folder, 'aws.log');
  fs.mkdirSync(bin, { recursive: true });
  fs.rmSync(log, { force: true });
  fs.writeFileSync(
    path.join(bin, 'aws'),
    `#!/bin/sh
printf '%s\\n' "$*" >>'${log}'
case "$*" in *head-bucket*) exit 1 ;; *"=='Bucket'"*) echo pages-1 ;; *"=='Switch'"*) echo arn:1 ;; *ETag*) echo TAG ;; esac
`,
    { mode: 0o755 },
  );
  const { status, stderr } = spawnSync('sh', [path.join(www, script), ...argv], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
  });
  return { status, stderr, calls: fs.existsSync(log) ? fs.readFileSync(log, 'utf8').trim().split('\n') : [] };
}

describe('the commands', () => {
  it('of CloudFront set up, upload each page without a cache, and switch', () => {
    const setUp = withAws(
      'server/cloudfront.sh',
      'setup',
      'origin.acme.example',
      'arn:aws:acm:us-east-1:1:certificate/a',
    );
    expect(setUp).toMatchObject({ status: 0, stderr: '' });
    expect(setUp.calls[0]).toContain(
      'cloudformation deploy --stack-name sorry-page --template-file server/cloudfront.yaml',
    );
    expect(setUp.calls[0]).toContain('ShopDomain=origin.acme.example');
    for (const file of ['sorry.html', 'sorry.ja.html'])
      expect(setUp.calls).toContain(
        `s3 cp ${file} s3://pages-1/sorry/${file} --content-type text/html; charset=utf-8 --cache-control no-store`,
      );
    expect(withAws('server/cloudfront.sh', 'on').calls.at(-1)).toBe(
      'cloudfront-keyvaluestore put-key --kvs-arn arn:1 --key sorry --value on --if-match TAG',
    );
    expect(withAws('server/cloudfront.sh', 'off').calls.at(-1)).toContain('--value off');
    expect(withAws('server/cloudfront.sh', 'of').status).toBe(2);
  });

  it('of S3 make a website of the host’s name: every address leads to the page for now, everybody reads it, nothing else', () => {
    const { status, stderr, calls } = withAws('server/s3.sh');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(calls[1]).toBe('s3 mb s3://spring.acme.example');
    expect(calls).toContain(
      's3 cp sorry.ja.html s3://spring.acme.example/sorry.ja.html --content-type text/html; charset=utf-8 --cache-control no-store',
    );
    const website = JSON.parse(out.read('server/s3-website.json'));
    expect(website.IndexDocument).toEqual({ Suffix: 'sorry.html' });
    for (const { Condition, Redirect } of website.RoutingRules) {
      expect(['403', '404']).toContain(Condition.HttpErrorCodeReturnedEquals);
      expect(Redirect).toEqual({ ReplaceKeyWith: 'sorry.html', HttpRedirectCode: '302' });
    }
    const [statement] = JSON.parse(out.read('server/s3-policy.json')).Statement;
    expect(statement).toMatchObject({ Action: 's3:GetObject', Principal: '*' });
    expect(statement.Resource).toEqual([
      'arn:aws:s3:::spring.acme.example/sorry.html',
      'arn:aws:s3:::spring.acme.example/sorry.ja.html',
    ]);
    expect(out.read('server/s3.sh')).toContain('200');
  });
});
