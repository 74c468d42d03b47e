import { authoringTests } from './authoring';
import { inWindow } from './bridge';
import { Suite } from './harness';
import { languageTests } from './language';
import { previewTests } from './preview';

/** Called by the editor once the window is open. */
export async function run(): Promise<void> {
  const suite = new Suite();
  languageTests(suite);
  previewTests(suite);
  authoringTests(suite);
  await suite.run();
  await inWindow('done');
}
