import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { parse } from 'parse5';
import { describe, expect, it, test } from 'vitest';
import { findNginx } from '../../scripts/nginx.mjs';
import { cli, folderWith } from '../support/cli';
import { smallPlaybook } from '../support/small';

const page = `sorry_page:
  http: { status: 503, retry_after: 30m, robots: noindex }
  message: sorry
  status_link: status
  support: { tel: 03-0000-0003, email: help@acme.example, hours: "<b onclick=alert(1)>9 to 17</b>" }
  visual: { asset: note.png, alt: A note on a door }
  lead_capture: { label: Tell me, endpoint: "https://forms.acme.example/back", purpose: recovery-only, consent: Once. }
`;
const plan = `${smallPlaybook
  .replace('channels:', 'channels:\n  sorry: { type: sorry-page }')
  .replace('people:', 'campaign: { landing_pages: ["https://spring.acme.example/start"] }\npeople:')}  sorry:
    variants:
      sorry: { title: We are not there, body: "Sorry. As of {{posted_at}}, **nothing** works. <script>alert(1)</script>" }
  sorry_ja:
    locale: ja
    translation_of: sorry
    variants:
      sorry: { title: ただいま準備中です, body: 申し訳ございません。 }
${page}`;
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function built(text: string, ...more: readonly string[]) {
  const folder = folderWith({ 'a.incident.yaml': text });
  fs.writeFileSync(path.join(folder, 'note.png'), pixel);
  const result = cli(['build', 'a.incident.yaml', '--out', 'out', '--force', ...more], { cwd: folder });
  const read = (file: string) => fs.readFileSync(path.join(folder, 'out', file), 'utf8');
  return { ...result, folder, read };
}

describe('the sorry page', () => {
  it('is one file for each language that needs nothing else, and is valid', () => {
    const { code, read } = built(plan, '--set', 'posted_at=10:05');
    expect(code).toBe(0);
    for (const [file, locale] of [
      ['sorry.html', 'en'],
      ['sorry.ja.html', 'ja'],
    ] as const) {
      const html = read(file);
      const problems: string[] = [];
      parse(html, { onParseError: ({ code: problem }) => problems.push(problem) });
      expect(problems).toEqual([]);
      expect(html).toContain(`<html lang="${locale}">`);
      expect(html).not.toMatch(/<script|<link|@import|url\(|\{\{|onclick=alert\(1\)>9 to 17<\/b>$/);
      expect(html.replace(/data:image[^"]*/, '').length).toBeLessThan(50_000);
      expect(html).toContain('action="https://forms.acme.example/back"');
      expect(html).toContain('src="data:image/png;base64,');
    }
    expect(read('sorry.html')).toContain('As of 10:05, <strong>nothing</strong> works. &lt;script&gt;');
    expect(read('sorry.html')).toContain('href="tel:03-0000-0003"');
  });

  it('is not built with errors or blanks, unless that is wanted; what nobody approved is said', () => {
    const folder = folderWith({
      'a.incident.yaml': plan,
      'bad.incident.yaml': plan.replace('then: judge', 'then: nowhere'),
    });
    const build = (...argv: readonly string[]) => cli(['build', ...argv, '--out', 'out'], { cwd: folder });
    expect(build('bad.incident.yaml')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('--force'),
    });
    expect(fs.existsSync(path.join(folder, 'out'))).toBe(false);
    const { stderr } = built(plan, '--samples');
    expect(stderr).toContain('Not approved as it is now: sorry_page');
    expect(stderr).toContain('Not approved as it is now: messages.sorry');
    expect(cli(['build', 'a.incident.yaml'], { cwd: folder }).code).toBe(2);
  });

  it('takes no picture from outside the repository', () => {
    const { read } = built(plan.replace('asset: note.png', 'asset: /etc/hostname.png'));
    expect(read('sorry.html')).not.toContain('<img');
  });
});

test('the recipe for nginx, in a real one: status, headers and page, on and off by a file', async () => {
  const { folder, read } = built(plan, '--set', 'posted_at=10:05');
  const port = await freePort();
  const www = path.join(folder, 'out');
  fs.writeFileSync(path.join(www, 'index.html'), 'the shop');
  const recipe = read('server/nginx.conf')
    .replaceAll('/var/www/sorry', www)
    .replace('listen 80;', `listen 127.0.0.1:${port};\n    root ${www};`);
  const config = `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}
http { access_log off; default_type text/html; client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c; uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;
${recipe}}`;
  fs.writeFileSync(path.join(folder, 'nginx.conf'), process.getuid?.() === 0 ? `user root;\n${config}` : config);
  const nginx = spawn(findNginx(), ['-c', path.join(folder, 'nginx.conf')], { stdio: 'ignore' });
  try {
    const get = (file: string, language = 'en') =>
      fetch(`http://127.0.0.1:${port}${file}`, { headers: { 'accept-language': language } });
    await untilServed(() => get('/index.html'));
    expect(await (await get('/index.html')).text()).toBe('the shop');
    fs.writeFileSync(path.join(www, 'on'), '');
    for (const file of ['/', '/index.html', '/deep/in/the/shop?x=1']) {
      const answer = await get(file);
      expect(answer.status, file).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('1800');
      expect(answer.headers.get('x-robots-tag')).toBe('noindex');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-type')).toContain('text/html');
      expect(await answer.text()).toBe(read('sorry.html'));
    }
    expect(await (await get('/', 'ja,en;q=0.5')).text()).toBe(read('sorry.ja.html'));
    fs.rmSync(path.join(www, 'on'));
    expect((await get('/index.html')).status).toBe(200);
  } finally {
    nginx.kill();
  }
}, 120_000);

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilServed(get: () => Promise<unknown>): Promise<void> {
  for (let at = 0; ; at++) {
    try {
      await get();
      return;
    } catch (error) {
      if (at > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
