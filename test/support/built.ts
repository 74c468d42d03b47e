import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { cli, folderWith } from './cli';
import { smallPlaybook } from './small';

const page = `sorry_page:
  http: { status: 503, retry_after: 30m, robots: noindex }
  message: sorry
  status_link: status
  support: { tel: 03-0000-0003, email: help@acme.example, hours: "<b onclick=alert(1)>9 to 17</b>" }
  visual: { asset: note.png, alt: A note on a door }
  lead_capture: { label: Tell me, endpoint: "https://forms.acme.example/back", purpose: recovery-only, consent: Once. }
`;

/** A plan with a sorry page in English, which is the first, and in Japanese. */
export const plan = `${smallPlaybook
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

export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What the built command line makes of a plan, errors or not. */
export function built(text: string, ...more: readonly string[]) {
  const folder = folderWith({ 'a.incident.yaml': text });
  fs.writeFileSync(path.join(folder, 'note.png'), pixel);
  const result = cli(['build', 'a.incident.yaml', '--out', 'out', '--force', ...more], { cwd: folder });
  const read = (file: string) => fs.readFileSync(path.join(folder, 'out', file), 'utf8');
  return { ...result, folder, read };
}

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function untilServed(get: () => Promise<unknown>): Promise<void> {
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
