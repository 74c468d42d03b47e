import { authoringTests } from './authoring';
import { inWindow } from './bridge';
import { Suite } from './harness';
import { japaneseTests } from './japanese';
import { languageTests } from './language';
import { previewTests } from './preview';
import { reviewingTests } from './reviewing';
import { writingTests } from './writing';

/** The language of the window; set when the tests are bundled. */
declare const LANGUAGE: 'en' | 'ja';

/** Called by the editor once the window is open. */
export async function run(): Promise<void> {
  const suite = new Suite();
  if (LANGUAGE === 'en') {
    languageTests(suite);
    previewTests(suite);
    reviewingTests(suite);
  }
  authoringTests(suite);
  writingTests(suite);
  if (LANGUAGE === 'ja') japaneseTests(suite);
  await suite.run();
  await inWindow('done');
}
