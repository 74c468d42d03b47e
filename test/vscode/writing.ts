import * as vscode from 'vscode';
import { inWindow } from './bridge';
import { openText, problems, replace } from './editor';
import { equal, isTrue, type Suite, until } from './harness';
import { words } from './words';

/** The items that the editor offers at a place, as it shows them. */
async function offered(
  document: vscode.TextDocument,
  place: vscode.Position,
): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    place,
  );
  return list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
}

/** What the author picks, by what it is called or by what the file says. */
async function take(editor: vscode.TextEditor, name: string): Promise<void> {
  const place = editor.selection.active;
  const items = await offered(editor.document, place);
  const label = (item: vscode.CompletionItem) => (typeof item.label === 'string' ? item.label : item.label.label);
  const item = items.find((each) => label(each) === name || each.filterText?.split(' ')[0] === name);
  if (item === undefined) throw new Error(`no ${name} among ${items.map(label).join(', ')}`);
  const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
  const text = typeof item.insertText === 'string' ? new vscode.SnippetString(item.insertText) : item.insertText;
  isTrue(text !== undefined && range !== undefined, `what ${name} writes`);
  if (text === undefined || range === undefined) return;
  await editor.insertSnippet(text, range, { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true });
  await vscode.commands.executeCommand('leaveSnippet');
}

const atEnd = (document: vscode.TextDocument) => document.lineAt(document.lineCount - 1).range.end;

async function append(editor: vscode.TextEditor, text: string): Promise<void> {
  await editor.edit((edit) => edit.insert(atEnd(editor.document), text));
  const end = atEnd(editor.document);
  editor.selection = new vscode.Selection(end, end);
}

function lineOf(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  isTrue(at >= 0, `"${text}" is there`);
  return document.positionAt(at + text.length);
}

/** From the wizard's draft to a plan with nothing to mend, by the means of the editor alone. */
export function writingTests(suite: Suite): void {
  let before = '';

  suite.test('what is missing is filled in by completion', async () => {
    const editor = await openText(words.file);
    before = editor.document.getText();
    await append(editor, '\nfollo');
    await take(editor, 'followup');
    isTrue(editor.document.getText().endsWith('\nfollowup:\n  '), 'the key, and the line below it');
    await take(editor, 'within');
    await take(editor, '2h');
    isTrue(editor.document.getText().endsWith('\nfollowup:\n  within: 2h'), 'a value');
    await append(editor, '\n  ');
    await take(editor, 'publish');
    await take(editor, 'customers');
    await append(editor, '\n');
    isTrue(
      editor.document.getText().endsWith('followup:\n  within: 2h\n  publish: customers\n'),
      editor.document.getText().slice(-80),
    );
    await until(
      () => problems(editor.document.uri),
      (found) => !found.some(({ severity }) => severity === 'error'),
      'nothing is wrong with it',
    );
  });

  suite.test('the list of choices opens, in the language of the reader', async () => {
    const editor = await openText(words.file);
    await append(editor, 'approvals:\n  - ');
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    editor.selection = new vscode.Selection(atEnd(editor.document), atEnd(editor.document));
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    const rows = await until(
      () =>
        inWindow<readonly string[]>(
          'inWindow',
          `[...document.querySelectorAll('.suggest-widget .monaco-list-row .label-name')].map((row) => row.textContent)`,
        ),
      (found) => found.length >= 4,
      'the choices',
    );
    await inWindow('screenshot', words.picture('completion'));
    equal(rows.slice(0, 4).includes(words.approvalOf), true, `${words.approvalOf} among ${rows.join(', ')}`);
    await vscode.commands.executeCommand('hideSuggestWidget');
    await replace(editor, '\napprovals:\n  - ', '\n');
  });

  suite.test('a slip is mended by a quick fix, all of them at once by a command', async () => {
    const editor = await openText(words.file);
    await replace(editor, 'within: 2h', 'withn: 2h');
    await replace(editor, 'publish: customers', 'publish: custmers');
    const found = await until(
      () => problems(editor.document.uri),
      (list) => list.filter(({ severity }) => severity === 'error').length === 2,
      'two slips',
    );
    isTrue(found.length >= 2, 'two findings');
    await vscode.commands.executeCommand('incidentPlaybook.fixAll');
    await until(
      () => editor.document.getText(),
      (text) => text.includes('  within: 2h\n  publish: customers\n'),
      'both are mended',
    );
  });

  suite.test('the layout is put right, and a good one stays as it is', async () => {
    const editor = await openText(words.file);
    const was = editor.document.getText();
    await vscode.commands.executeCommand('editor.action.formatDocument');
    const tidy = editor.document.getText();
    isTrue(tidy.endsWith('customers\n'), JSON.stringify({ tidy: tidy.slice(-120), was: was.slice(-120) }));
    await replace(editor, '  publish: customers', '     publish:    customers   ');
    await replace(editor, '  within: 2h', '     within: 2h');
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await until(
      () => editor.document.getText(),
      (text) => text === tidy,
      'as it was',
    );
  });

  suite.test('a step is renamed wherever it is named', async () => {
    const editor = await openText(words.file);
    const { document } = editor;
    const [step = ''] = /(?<=^ {6})\S+(?=:\n {8}kind: wait)/m.exec(document.getText()) ?? [];
    const place = lineOf(document, `\n      ${step}`);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      place,
      words.newStep,
    );
    const edits = edit.get(document.uri);
    isTrue(edits.length >= 3, `${edits.length} places`);
    await vscode.workspace.applyEdit(edit);
    const left = document.getText().match(new RegExp(`[ [{]${step}(?=[\\s,\\]}:])`, 'g'));
    equal(left, null, 'the old name');
    await until(
      () => problems(document.uri),
      (found) => !found.some(({ severity }) => severity === 'error' || severity === 'warning'),
      'every name leads somewhere',
    );
    const refused = await vscode.commands
      .executeCommand(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        lineOf(document, `\n      ${words.newStep}`),
        '2 b',
      )
      .then(
        () => '',
        (error: Error) => error.message,
      );
    isTrue(refused.includes('2 b'), `why a name can't be: ${refused}`);
  });

  suite.test('lenses and hints say what the plan comes to', async () => {
    const editor = await openText(words.file);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      editor.document.uri,
      100,
    );
    isTrue(
      lenses.some(({ command }) => command?.title.includes(words.atWorst)),
      lenses.map(({ command }) => command?.title).join(),
    );
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      editor.document.uri,
      new vscode.Range(new vscode.Position(0, 0), atEnd(editor.document)),
    );
    isTrue(
      hints.some(({ label }) => /^\d+ ?[/／] ?\d+/.test(String(label))),
      'the length of a text',
    );
    editor.revealRange(
      new vscode.Range(lineOf(editor.document, '\nseverities:'), lineOf(editor.document, '\nseverities:')),
      vscode.TextEditorRevealType.AtTop,
    );
    await inWindow('screenshot', words.picture('lenses'));
    await editor.edit((edit) =>
      edit.replace(new vscode.Range(new vscode.Position(0, 0), atEnd(editor.document)), before),
    );
    await editor.document.save();
  });
}
