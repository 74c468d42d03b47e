import * as vscode from 'vscode';
import { inPreview, inWindow } from './bridge';
import { fileUri, openText, placeOf, replace } from './editor';
import { equal, isTrue, type Suite, until } from './harness';

declare const HOST: 'node' | 'web';

const plan = 'software-launch/software-launch.incident.yaml';
const rows = `[...document.querySelectorAll('.up-diff-row')].map((row) => row.dataset.src)`;
const boxes = (mark: string) =>
  `[...document.querySelectorAll('.up-step.up-diff-${mark}')].map((step) => step.dataset.step)`;
const words = `document.querySelector('.up-diff-told')?.innerText ?? ''`;
const button = '.editor-actions a.action-label[aria-label^="Open Visual Diff"]';

export function reviewingTests(suite: Suite): void {
  let before = '';

  suite.test(
    'a changed plan, its difference, and one press of the button: what the change means, in one drawing',
    async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      const editor = await openText(plan);
      before = editor.document.getText();
      if (HOST === 'web')
        await vscode.workspace.fs.writeFile(
          fileUri('software-launch/before.incident.yaml'),
          new TextEncoder().encode(before),
        );
      await replace(editor, '        takes: 5m\n        then: weigh', '        takes: 25m\n        then: weigh');
      await replace(
        editor,
        '      weigh:\n',
        '      one_more:\n        kind: do\n        task: x\n        then: weigh\n      weigh:\n',
      );
      await replace(editor, 'then: weigh\n      one_more', 'then: one_more\n      one_more');
      await editor.document.save();
      if (HOST === 'node') await openGitDiff();
      else
        await vscode.commands.executeCommand(
          'vscode.diff',
          fileUri('software-launch/before.incident.yaml'),
          fileUri(plan),
          'before and now',
        );
      await until(
        () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff,
        (isOpen) => isOpen,
        'the text difference is open',
      );
      await until(
        () => inWindow<boolean>('inWindow', `document.querySelector('${button}') !== null`),
        (isThere) => isThere,
        'the button is there',
      );
      await inWindow('clickInWindow', button);
      const shown = await until(
        () => inPreview<string[]>(rows),
        (found) => (found?.length ?? 0) > 0,
        'the changes are told',
      );
      isTrue(shown?.includes('flows.main.steps.one_more') === true, JSON.stringify(shown));
      equal(await inPreview(boxes('added')), ['one_more']);
      const said = await inPreview<string>(words);
      isTrue(/First notice in ".*", at worst: \d+ min → \d+ min/.test(said ?? ''), `the impact is said: ${said}`);
      await inWindow('screenshot', `diff-${HOST}.png`);
    },
  );

  suite.test('before, after and both have their boxes in the same places', async () => {
    const place = `(() => {
      const { x, y } = document.querySelector('[data-step="look"]').getBoundingClientRect();
      return [Math.round(x), Math.round(y)];
    })()`;
    const where = await inPreview(place);
    await inWindow('clickInPreview', '[data-view="before"]');
    equal(await inPreview(`document.querySelector('[data-step="one_more"]')`), null);
    equal(await inPreview(place), where);
    await inWindow('clickInPreview', '[data-view="after"]');
    equal(await inPreview(boxes('added')), ['one_more']);
    equal(await inPreview(place), where);
    await inWindow('clickInPreview', '[data-view="both"]');
  });

  suite.test('a row leads to both texts, and the page follows what is typed', async () => {
    await inWindow('clickInPreview', '.up-diff-row[data-src="flows.main.steps.look"] .up-name');
    const current = await until(
      () =>
        vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === fileUri(plan).toString()),
      (editor) => editor?.document.getText(editor.selection) === 'look',
      'the step is selected in the text',
    );
    equal(current?.selection.start.line, placeOf(current?.document as vscode.TextDocument, '      look:').line);
    if (current !== undefined) await replace(current, 'takes: 25m', 'takes: 45m');
    await until(
      () => inPreview<string>(words),
      (said) => said?.includes('45m') === true,
      'the page shows what was typed',
    );
    if (current !== undefined) await replace(current, 'takes: 45m', 'takes: "45m');
    await until(
      () => inPreview<string>(`document.querySelector('.up-strip:not([hidden])')?.innerText ?? ''`),
      (strip) => strip !== '',
      'a text that can’t be read is said',
    );
    if (current !== undefined) await replace(current, 'takes: "45m', 'takes: 25m');
    await until(
      () => inPreview<string>(`document.querySelector('.up-strip:not([hidden])')?.innerText ?? ''`),
      (strip) => strip === '',
      'and is compared again',
    );
  });

  suite.test('the page of a difference comes back after it was hidden', async () => {
    await inWindow('clickInPreview', '[data-view="before"]');
    const other = await vscode.workspace.openTextDocument({ content: 'in front' });
    await vscode.window.showTextDocument(other, { viewColumn: vscode.ViewColumn.Two });
    await until(
      () => inPreview(rows),
      (found) => found === null,
      'the page is hidden',
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until(
      () => inPreview<string>(`document.querySelector('[data-view="before"]')?.getAttribute('aria-pressed')`),
      (pressed) => pressed === 'true',
      'with the version that was chosen',
    );
  });

  suite.test('a plan is compared with the clipboard', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.env.clipboard.writeText(before.replace('Every note has arrived', 'All notes are there'));
    await openText(plan);
    const comparing = vscode.commands.executeCommand('incidentPlaybook.diff.compareWith', fileUri(plan));
    await until(
      () => inWindow<boolean>('inWindow', `document.querySelector('.quick-input-list .monaco-list-row') !== null`),
      (isOpen) => isOpen,
      'what to compare with is asked',
    );
    await inWindow('type', 'clipboard');
    await inWindow('press', 'Enter');
    await comparing;
    await until(
      () => inPreview<string[]>(rows),
      (found) => found?.some((row) => row.startsWith('messages.')) === true,
      'the message is told',
    );
    const editor = await openText(plan);
    const { document } = editor;
    const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
    await editor.edit((edit) => edit.replace(whole, before));
    await document.save();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    if (HOST === 'web') await vscode.workspace.fs.delete(fileUri('software-launch/before.incident.yaml'));
  });

  if (HOST === 'node')
    suite.test('a plan is compared with the place where its branch began', async () => {
      const editor = await openText(plan);
      await replace(editor, 'Answer the questions', 'Answer every question');
      const comparing = vscode.commands.executeCommand('incidentPlaybook.diff.compareWith', fileUri(plan));
      for (const [typed, about] of [
        ['Another branch', 'what to compare with'],
        ['earlier', 'which branch'],
      ] as const) {
        await until(
          () =>
            inWindow<string>(
              'inWindow',
              `[...document.querySelectorAll('.quick-input-list .monaco-list-row')].map((row) => row.ariaLabel).join()`,
            ),
          (rows) => rows.includes(typed),
          about,
        );
        await inWindow('type', typed);
        await inWindow('press', 'Enter');
      }
      await comparing;
      await until(
        () => inPreview<string[]>(rows),
        (found) => found?.join() === 'flows.main.steps.look',
        'the one step is told',
      );
      await replace(editor, 'Answer every question', 'Answer the questions');
      await editor.document.save();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

  if (HOST === 'node')
    suite.test('what was changed since its approval is found in the history, from the page of readiness', async () => {
      const approved = 'b2b-service/b2b-service.incident.yaml';
      const editor = await openText(approved);
      await replace(editor, '一部の機能をご利用いただけません', '一部の機能がお使いいただけません');
      await editor.document.save();
      await vscode.commands.executeCommand('incidentPlaybook.preview.openToSide');
      await vscode.commands.executeCommand('incidentPlaybook.preview.showTab', 'readiness');
      await until(
        () => inPreview<boolean>(`document.querySelector('[data-since="messages.第一報"]') !== null`),
        (isThere) => isThere === true,
        'the approval is shown as not holding any more',
      );
      await inWindow('clickInPreview', '[data-since="messages.第一報"]');
      await until(
        () => inPreview<string[]>(rows),
        (found) => found?.includes('messages.第一報.variants.status') === true,
        'what was changed since is told',
      );
      await replace(editor, '一部の機能がお使いいただけません', '一部の機能をご利用いただけません');
      await editor.document.save();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });
}

async function openGitDiff(): Promise<void> {
  await until(
    async () => {
      await vscode.commands.executeCommand('git.refresh');
      await vscode.commands.executeCommand('git.openChange', fileUri(plan));
      return vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff;
    },
    (isOpen) => isOpen,
    'Git shows the change',
  );
}
