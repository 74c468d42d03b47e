import * as vscode from 'vscode';
import { authoringTests } from './authoring';
import { inWindow } from './bridge';
import { Suite } from './harness';
import { japaneseTests } from './japanese';
import { languageTests } from './language';
import { previewTests } from './preview';
import { afterReload, beforeReload } from './reloading';
import { reviewingTests } from './reviewing';
import { writingTests } from './writing';

/** The language of the window; set when the tests are bundled. */
declare const LANGUAGE: 'en' | 'ja';

/** Called by the editor once the window is open; again in the window that comes after it, where the harness asks for one. */
export async function run(): Promise<void> {
  const suite = new Suite();
  const turn = await inWindow<'first' | 'only' | 'reloaded'>('turn');
  if (turn === 'reloaded') afterReload(suite);
  else {
    if (LANGUAGE === 'en') {
      languageTests(suite);
      previewTests(suite);
      reviewingTests(suite);
    }
    authoringTests(suite);
    writingTests(suite);
    if (LANGUAGE === 'ja') japaneseTests(suite);
    if (turn === 'first') beforeReload(suite);
  }
  await suite.run();
  await inWindow('done');
  if (turn !== 'first') return;
  await vscode.commands.executeCommand('workbench.action.reloadWindow');
  // Whoever came to an end here would end the tests.
  await new Promise(() => {});
}
