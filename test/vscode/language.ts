import * as vscode from 'vscode';
import { inWindow } from './bridge';
import { fileUri, openText, placeOf, problems, replace, rulesOf, settledProblems } from './editor';
import { equal, isTrue, type Suite, until } from './harness';

/** Which host this is; set when the tests are bundled. */
declare const HOST: 'node' | 'web';

const plan = 'plans/plan.incident.yaml';

export function languageTests(suite: Suite): void {
  suite.test('the extension runs in the host that is meant', async () => {
    const inNode = typeof process === 'object' && typeof process.versions?.node === 'string';
    equal(inNode, HOST === 'node');
  });

  suite.test('a playbook is known by its name', async () => {
    const { document } = await openText(plan);
    equal(document.languageId, 'incident-playbook');
    equal(vscode.workspace.getConfiguration('editor', document).get('tabSize'), 2);
  });

  suite.test('every file has the findings that the command line gives', async () => {
    const files = await inWindow<Record<string, readonly unknown[]>>('expectedFindings');
    isTrue(Object.keys(files).length > 5, 'there are files to compare');
    for (const [file, expected] of Object.entries(files)) {
      const document = await vscode.workspace.openTextDocument(fileUri(file));
      await until(
        () => JSON.stringify(problems(document.uri)),
        (found) => found === JSON.stringify(expected),
        `${file}\n  expected ${JSON.stringify(expected)}\n  `,
      );
    }
  });

  suite.test('a finding leads to its explanation', async () => {
    const { document } = await openText(plan);
    const found = await until(
      () => vscode.languages.getDiagnostics(document.uri).find(({ severity }) => severity === 0),
      (diagnostic) => diagnostic !== undefined,
      'the error',
    );
    const code = found?.code;
    isTrue(typeof code === 'object' && code.target.scheme === 'https', `a link: ${JSON.stringify(code)}`);
    equal(found?.source, 'unhappy-path');
  });

  suite.test('the outline has sections, entries, steps and variants', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      fileUri(plan),
    );
    const names = (list: readonly vscode.DocumentSymbol[] = []) => list.map(({ name }) => name);
    const flows = symbols.find(({ name }) => name === 'flows');
    isTrue(names(symbols).includes('messages'), `sections: ${names(symbols)}`);
    equal(names(flows?.children), ['main']);
    equal(names(flows?.children[0]?.children).slice(0, 2), ['call_nell', 'find_out']);
    equal(names(symbols.find(({ name }) => name === 'messages')?.children[0]?.children), ['news', 'bluesky']);
  });

  suite.test('a reference leads to its definition, also in a file that is used', async () => {
    const { document } = await openText(plan);
    const target = async (text: string, offset: number) => {
      const [found] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        placeOf(document, text, offset),
      );
      if (found === undefined) throw new Error(`${text} leads nowhere`);
      return 'targetUri' in found
        ? { uri: found.targetUri, range: found.targetSelectionRange ?? found.targetRange }
        : found;
    };
    const step = await target('then: over_yet', 8);
    equal(step.uri.toString(), document.uri.toString());
    equal(document.getText(step.range), 'over_yet');
    isTrue(document.lineAt(step.range.start.line).text.trim() === 'over_yet:', 'the step itself');
    const person = await target('by: box_office', 6);
    equal(person.uri.toString(), fileUri('parts.incident.yaml').toString());
    const other = await vscode.workspace.openTextDocument(person.uri);
    equal(other.getText(person.range), 'box_office');
  });

  suite.test('a hover says what a key means and what a reference stands for', async () => {
    const { document } = await openText(plan);
    const textOf = async (text: string, offset: number) => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        placeOf(document, text, offset),
      );
      return hovers
        .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
        .join();
    };
    isTrue((await textOf('ack_within: 5m', 2)).length > 30, 'a key is explained');
    isTrue((await textOf('message: first_word', 12)).includes('first_word'), 'a reference is told');
    equal((await textOf('message: first_word', 12)).includes('<img'), false);
  });

  suite.test('a quick fix mends the slip', async () => {
    const { document } = await openText(plan);
    const at = placeOf(document, 'how_bda', 2);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(at, at),
    );
    const fix = actions.find(({ edit, kind }) => edit !== undefined && kind?.contains(vscode.CodeActionKind.QuickFix));
    if (fix?.edit === undefined) throw new Error(`no fix among ${actions.map(({ title }) => title).join()}`);
    await vscode.workspace.applyEdit(fix.edit);
    isTrue(document.getText().includes('then: how_bad'), 'the text is mended');
    await until(
      () => rulesOf(document.uri),
      (rules) => !rules.includes('unknown-reference'),
      'the finding goes',
    );
  });

  suite.test('the configuration is checked, explained and completed', async () => {
    const file = 'settings/incident.config.yaml';
    const editor = await openText(file);
    const { document } = editor;
    equal(document.languageId, 'incident-playbook');
    const [found] = await settledProblems(document.uri, 1);
    isTrue(found?.message.includes('jargn') === true, `the slip is told: ${found?.message}`);
    equal(found?.severity, 'error');

    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      placeOf(document, 'jargn', 3),
    );
    const item = list.items.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'jargon');
    isTrue(item !== undefined, 'the rule is among the choices');
    await replace(editor, 'jargn', 'jargon');
    await settledProblems(document.uri, 0);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      placeOf(document, 'jargon', 2),
    );
    isTrue(hovers.length > 0, 'the rule is explained');
    await replace(editor, 'jargon', 'jargn');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  suite.test('a change in a used file is checked where it is used', async () => {
    const before = problems(fileUri(plan)).length;
    const parts = await openText('parts.incident.yaml');
    await replace(parts, 'box_office:', 'front_desk:');
    await until(
      () => rulesOf(fileUri(plan)),
      (rules) => rules.includes('unknown-reference'),
      'the plan refers to a role that is gone',
    );
    await replace(parts, 'front_desk:', 'box_office:');
    await settledProblems(fileUri(plan), before);
  });

  suite.test('typing is answered for the last version, however fast', async () => {
    const editor = await openText(plan);
    for (let at = 0; at < 20; at++) await editor.edit((edit) => edit.insert(new vscode.Position(0, 1), 'x'));
    await replace(editor, 'fact: back', 'fact: bakc');
    await until(
      () => rulesOf(editor.document.uri),
      (rules) => rules.includes('unknown-reference'),
      'the slip is found',
    );
    await replace(editor, 'fact: bakc', 'fact: back');
    await until(
      () => rulesOf(editor.document.uri),
      (rules) => !rules.includes('unknown-reference'),
      'and gone',
    );
  });
}
