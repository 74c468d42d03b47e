import * as vscode from 'vscode';
import { inPreview, inWindow } from './bridge';
import { fileUri, openText, problems, replace } from './editor';
import { equal, isTrue, type Suite, until } from './harness';
import { words } from './words';

const quickInput = `(() => {
  const box = document.querySelector('.quick-input-widget');
  if (box === null || box.style.display === 'none') return null;
  return {
    title: box.querySelector('.quick-input-title')?.textContent ?? '',
    prompt: box.querySelector('.quick-input-message')?.textContent ?? '',
    placeholder: box.querySelector('input.input')?.placeholder ?? '',
    rows: [...box.querySelectorAll('.monaco-list-row')].map((row) => row.getAttribute('aria-label') ?? ''),
  };
})()`;

interface Box {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder: string;
  readonly rows: readonly string[];
}

/** The question that is asked now, once its title says this step. */
function question(step: number): Promise<Box | null> {
  return until(
    () => inWindow<Box | null>('inWindow', quickInput),
    (box) => box?.title.includes(`${step}/7`) === true,
    `step ${step} of the wizard`,
  );
}

const press = (key: string) => inWindow('press', key);
const type = (text: string) => inWindow('type', text);

/** The rows of the list in the side bar. */
const rows = `[...document.querySelectorAll('.sidebar .monaco-list-row')].map((row) => row.getAttribute('aria-label') ?? row.textContent)`;

function warnings(uri: vscode.Uri): readonly unknown[] {
  return problems(uri).filter(({ severity }) => severity === 'error' || severity === 'warning');
}

function tabLabels(): readonly string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

export function authoringTests(suite: Suite): void {
  suite.test('the wizard asks, goes back, and writes a playbook in which nothing is to be mended', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const wizard = vscode.commands.executeCommand('incidentPlaybook.new');
    const first = await question(1);
    equal(first?.rows.length, 5, 'purposes');
    await inWindow('screenshot', words.picture('wizard'));
    await press('ArrowDown');
    await press('Enter');
    await question(2);
    await inWindow('clickInWindow', '.quick-input-titlebar .codicon-quick-input-back');
    await question(1);
    await press('Enter');
    await question(2);
    await type(words.title);
    await press('Enter');
    equal((await question(3))?.placeholder, words.file);
    await press('Enter');
    await question(4);
    await type(words.person);
    await press('Enter');
    await question(5);
    await press('Enter');
    await question(6);
    await press('Enter');
    equal((await question(7))?.rows.length, 7, 'channels');
    await press('ArrowDown');
    await press('Space');
    await press('Enter');
    await wizard;
    const editor = vscode.window.activeTextEditor;
    equal(editor?.document.uri.path.split('/').at(-1), words.file);
    if (editor === undefined) return;
    equal(editor.document.getText(editor.selection), words.placeholder);
    isTrue(editor.document.getText().includes(words.person), 'the name that was given');
    equal(editor.document.isDirty, false);
    await until(
      () => problems(editor.document.uri),
      (found) => found.length > 0,
      'it is checked: what is missing is mentioned',
    );
    equal(warnings(editor.document.uri), []);
    await until(
      () => inPreview<number>(`document.querySelectorAll('[data-step]').length`),
      (steps) => (steps ?? 0) > 5,
      'the flow is drawn beside',
    );
    await inWindow('screenshot', words.picture('new'));
  });

  suite.test('a part is inserted where it belongs', async () => {
    const editor = await openText(words.file);
    await vscode.commands.executeCommand('incidentPlaybook.insert', 'channel');
    await until(
      () => editor.document.getText(),
      (text) => text.includes(`\n  ${words.newChannel}:\n    type: blog\n`),
      'the channel is there',
    );
    await type('backup_site');
    await vscode.commands.executeCommand('leaveSnippet');
    isTrue(editor.document.getText().includes('\n  backup_site:\n'), 'its id is typed over');
    equal(warnings(editor.document.uri), []);
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    await editor.document.save();
  });

  suite.test('a snippet is found by its word', async () => {
    const editor = await openText(words.file);
    const place = new vscode.Position(editor.document.lineCount - 1, 0);
    const found = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      place,
    );
    const snippets = found.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet);
    const labels = snippets.map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const word of ['scenario', '文面', 'じゅうだいど'])
      isTrue(labels.includes(word), `${word} among ${labels.join()}`);
    isTrue(
      snippets.some(({ detail }) => detail?.startsWith(words.snippet) === true),
      `told in the reader's language: ${snippets.map(({ detail }) => detail).join()}`,
    );
  });

  suite.test('a draft of several lines is pasted as a block', async () => {
    const draft = await vscode.workspace.openTextDocument({ content: 'one: a\n\n- two\n' });
    await vscode.window.showTextDocument(draft, { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await press('Control+A');
    await press('Control+C');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const editor = await openText(words.file);
    const end = editor.document.positionAt(editor.document.getText().length);
    await editor.edit((edit) => edit.insert(end, 'support_script:\n  phone:'));
    const caret = editor.document.positionAt(editor.document.getText().length);
    editor.selection = new vscode.Selection(caret, caret);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await press('Control+V');
    await until(
      () => editor.document.getText().slice(-100),
      (text) => text.endsWith('support_script:\n  phone: |\n    one: a\n\n    - two'),
      'the block',
    );
    await until(
      () => editor.document.offsetAt(editor.selection.active),
      (at) => at === editor.document.getText().length,
      'the caret is behind it',
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  suite.test('the list shows every playbook, what is in it, and how much is to mend', async () => {
    await vscode.commands.executeCommand('incidentPlaybook.playbooks.focus');
    const shown = await until(
      () => inWindow<string[]>('inWindow', rows),
      (found) => found.some((row) => row.includes(words.title)) && found.length > 5,
      'the list',
    );
    isTrue(
      shown.some((row) => row.includes(words.draft)),
      `the status: ${shown.join(' | ')}`,
    );
    await inWindow('clickInWindow', `.sidebar .monaco-list-row[aria-label*="${words.title}"] .monaco-tl-twistie`);
    await until(
      () => inWindow<string[]>('inWindow', rows),
      (found) => words.sections.every((section) => found.some((row) => row.startsWith(section))),
      'its sections',
    );
    await inWindow('screenshot', words.picture('list'));
    const editor = await openText(words.file);
    await replace(editor, 'kind: escalate', 'kind: escalat');
    await until(
      () => inWindow<string[]>('inWindow', rows),
      (found) => found.some((row) => row.includes(words.title) && row.includes(words.oneProblem)),
      'the problem is counted',
    );
  });

  suite.test('a quick fix mends it, and the list knows', async () => {
    const editor = await openText(words.file);
    const at = editor.document.positionAt(editor.document.getText().indexOf('escalat\n') + 1);
    const actions = await until(
      () =>
        Promise.resolve(
          vscode.commands.executeCommand<vscode.CodeAction[]>(
            'vscode.executeCodeActionProvider',
            editor.document.uri,
            new vscode.Range(at, at),
          ),
        ),
      (found) => found.some(({ isPreferred }) => isPreferred === true),
      'a fix is offered',
    );
    const fix = actions.find(({ isPreferred }) => isPreferred === true);
    if (fix?.edit === undefined) throw new Error('the fix has no edit');
    await vscode.workspace.applyEdit(fix.edit);
    await until(
      () => warnings(editor.document.uri),
      (found) => found.length === 0,
      'it is mended',
    );
    await editor.document.save();
    await until(
      () => inWindow<string[]>('inWindow', rows),
      (found) => found.some((row) => row.includes(words.title) && !row.includes(words.oneProblem)),
      'the list knows',
    );
  });

  suite.test('all playbooks are checked at once, also those that are closed', async () => {
    const closed = fileUri('plans/plan.incident.yaml');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await openText(words.file);
    await vscode.commands.executeCommand('incidentPlaybook.lintWorkspace');
    await until(
      () => problems(closed),
      (found) => found.length > 0,
      'what is wrong in a closed file',
    );
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  suite.test('a locked preview stays with its playbook, the other follows', async () => {
    await vscode.commands.executeCommand('workbench.view.explorer');
    await openText(words.file);
    await vscode.commands.executeCommand('incidentPlaybook.preview.openLocked');
    await until(
      tabLabels,
      (labels) => labels.some((label) => label.startsWith(words.locked) && label.includes(words.title)),
      'locked',
    );
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await openText('flash-sale/flash-sale.incident.yaml');
    await vscode.commands.executeCommand('incidentPlaybook.preview.openToSide');
    await until(
      tabLabels,
      (labels) =>
        labels.some((label) => label.startsWith(words.locked) && label.includes(words.title)) &&
        labels.some((label) => !label.startsWith(words.locked) && label.includes('買えなくなった日')),
      'both',
    );
    await inWindow('screenshot', words.picture('locked'));
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  });

  suite.test('the preview shows the tab that is asked for', async () => {
    await openText(words.file);
    await vscode.commands.executeCommand('incidentPlaybook.preview.openToSide');
    await until(
      () => inPreview<number>(`document.querySelectorAll('[data-step]').length`),
      (steps) => (steps ?? 0) > 5,
      'the preview is there',
    );
    await vscode.commands.executeCommand('incidentPlaybook.preview.showTab', 'messages');
    await until(
      () => inPreview<string>(`document.querySelector('#tab-messages')?.getAttribute('aria-selected')`),
      (selected) => selected === 'true',
      'the messages',
    );
    await vscode.commands.executeCommand('incidentPlaybook.preview.showTab', 'flow');
  });

  suite.test('a playbook under another name is offered to be treated as one', async () => {
    const uri = fileUri('plan.yaml');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('# a plan\nplaybook: 1\ntitle: x\n'));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
    equal(document.languageId, 'yaml');
    equal(problems(uri), []);
    await vscode.commands.executeCommand('incidentPlaybook.treatAs');
    await until(
      () => vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString())?.languageId,
      (language) => language === 'incident-playbook',
      'the language',
    );
    await until(
      () => problems(uri).length,
      (count) => count > 0,
      'it is checked',
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(uri);
  });

  suite.test('the first steps open', async () => {
    await vscode.commands.executeCommand('incidentPlaybook.openWalkthrough');
    const text = `document.querySelector('.gettingStartedContainer')?.innerText ?? ''`;
    await inWindow('screenshot', words.picture('walkthrough'));
    await until(
      () => inWindow<string>('inWindow', text),
      (found) => found.includes(words.firstStep),
      'the walkthrough',
    );
    await inWindow('screenshot', words.picture('walkthrough'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
}
