import * as vscode from 'vscode';
import { inPreview, inWindow } from './bridge';
import { openText } from './editor';
import { equal, isTrue, type Suite, until } from './harness';
import { words } from './words';

/** Names, of keys too, and words that are the same in every language. */
const names =
  /\b(?:Ctrl|Shift|Alt|X|LINE|Instagram|Facebook|Enter|CI|Unhappy Path|YAML|min|draft)\b|\{\{\w+\}\}|[\w-]+\.incident(?:\.ya?ml)?/g;
/** What the editor itself says around our words; its own translation is another extension's. */
const editors = /, has actions|Mark Done|Next Section|Tip: Use keyboard shortcut.*|Go Back|Welcome|\(?\d+\/\d+\)?/g;

function expectJapanese(text: string, about: string): void {
  const left = text
    .replace(editors, '')
    .replace(names, '')
    .match(/[A-Za-z]{2,}[^\n]{0,40}/g);
  equal(left, null, `${about}: English is left`);
  isTrue(/[ぁ-んァ-ヶ一-龠]/.test(text), `${about}: there is Japanese in "${text.slice(0, 100)}"`);
}

const boxRows = `[...document.querySelectorAll('.quick-input-list .monaco-list-row')].map((row) => row.querySelector('.label-name')?.textContent ?? '')`;
const listRows = `[...document.querySelectorAll('.sidebar .monaco-list-row .label-name, .sidebar .monaco-list-row .label-description')].map((row) => row.textContent)`;

export function japaneseTests(suite: Suite): void {
  suite.test('the window is Japanese', async () => {
    equal(vscode.env.language, 'ja');
  });

  suite.test('every command is Japanese in the palette', async () => {
    await openText(words.file);
    await inWindow('press', 'F1');
    await inWindow('type', 'インシデント対応');
    const shown = await until(
      () => inWindow<string[]>('inWindow', boxRows),
      (rows) => rows.filter((row) => row.startsWith('インシデント対応:')).length >= 9,
      'our commands',
    );
    await inWindow('screenshot', words.picture('commands'));
    await inWindow('press', 'Escape');
    for (const row of shown.filter((found) => found.startsWith('インシデント対応:'))) expectJapanese(row, 'a command');
  });

  suite.test('the list, the first steps and the preview are Japanese', async () => {
    await vscode.commands.executeCommand('incidentPlaybook.playbooks.focus');
    const rows = await until(
      () => inWindow<string[]>('inWindow', listRows),
      (found) => found.length > 5,
      'the list',
    );
    for (const row of rows.filter((found) => /シナリオ|フロー|チャネル|重大度|下書き|問題/.test(found)))
      expectJapanese(row, 'a row');
    await vscode.commands.executeCommand('incidentPlaybook.openWalkthrough');
    const steps = await until(
      () => inWindow<string>('inWindow', `document.querySelector('.gettingStartedSlideDetails')?.innerText ?? ''`),
      (text) => text.includes(words.firstStep),
      'the first steps',
    );
    expectJapanese(steps, 'the first steps');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await openText(words.file);
    await vscode.commands.executeCommand('incidentPlaybook.preview.openToSide');
    const shown = await until(
      () => inPreview<string>('document.body.innerText'),
      (text) => text?.includes('お知らせ') === true,
      'the preview',
    );
    expectJapanese((shown ?? '').replaceAll('main', ''), 'the preview');
  });

  suite.test('what is found is told in Japanese', async () => {
    const { document } = await openText(words.file);
    const found = await until(
      () => vscode.languages.getDiagnostics(document.uri),
      (list) => list.length > 0,
      'findings',
    );
    for (const { message } of found) isTrue(/[ぁ-ん]/.test(message), message);
  });

  suite.test('every word of the manifest is Japanese', async () => {
    const { contributes } = (vscode.extensions.getExtension('unhappy-path.unhappy-path')?.packageJSON ?? {}) as {
      readonly contributes: Readonly<Record<string, unknown>>;
    };
    const { commands, views, viewsContainers, walkthroughs, configuration } = contributes;
    const text = JSON.stringify({ commands, views, viewsContainers, walkthroughs, configuration });
    const shown = [
      ...text.matchAll(
        /"(?:title|description|name|altText|markdownDescription|contextualTitle|category)":"((?:[^"\\]|\\.)*)"/g,
      ),
    ].map(([, value = '']) => value);
    isTrue(shown.length > 25, `${shown.length} texts`);
    for (const value of shown) isTrue(/[ぁ-んァ-ヶ一-龠]/.test(value), value);
  });
}
