import * as vscode from 'vscode';
import { authoringTests } from './authoring';
import { inWindow } from './bridge';
import { fileUri, openText, problems } from './editor';
import { equal, isTrue, Suite, until } from './harness';

/** Milliseconds of the processor, of the extension alone: by the clock it is also what the editor does as it starts. */
const mostToWake = 150;

/** The extension as people have it: installed from its file. The tests are an extension of their own. */
export async function run(): Promise<void> {
  const suite = new Suite();
  const extension = vscode.extensions.getExtension('unhappy-path.unhappy-path');
  if (extension === undefined) throw new Error('it is not installed');

  suite.test('it is installed, and nothing of it is loaded', async () => {
    isTrue(extension.extensionPath.includes('unhappy-path.unhappy-path-'), extension.extensionPath);
    equal(extension.isActive, false);
  });

  suite.test('it wakes quickly, and a YAML file of somebody else starts no server', async () => {
    const uri = fileUri('compose.yaml');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('services:\n  web: { image: nginx }\n'));
    const [begun, used] = [performance.now(), process.cpuUsage()];
    await extension.activate();
    const { user, system } = process.cpuUsage(used);
    const woken = (user + system) / 1000;
    const clock = performance.now() - begun;
    const document = await vscode.workspace.openTextDocument(uri);
    const opened = performance.now();
    await vscode.window.showTextDocument(document);
    await inWindow('note', `awake after ${woken.toFixed(1)} ms of the processor, ${clock.toFixed(1)} ms by the clock`);
    isTrue(woken < mostToWake, `awake after ${woken} ms`);
    isTrue(performance.now() - opened < 2000, 'the file is there');
    equal(servers(), []);
    equal(vscode.languages.getDiagnostics(uri), []);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri);
  });

  suite.test('a playbook starts it, and has its findings', async () => {
    const { document } = await openText('plans/plan.incident.yaml');
    await until(
      () => problems(document.uri).length,
      (count) => count > 0,
      'its findings',
    );
    equal(servers().length, 1);
  });

  authoringTests(suite);
  await suite.run();
  await inWindow('done');
}

/** Our servers among the processes of this host. */
function servers(): readonly string[] {
  const { readdirSync, readFileSync } = require('node:fs') as typeof import('node:fs');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/stat`, 'utf8');
        const isOurs = status.slice(status.lastIndexOf(')') + 2).split(' ')[1] === String(process.pid);
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        return isOurs && command.includes('unhappy-path') ? [command] : [];
      } catch {
        return [];
      }
    });
}
