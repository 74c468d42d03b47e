import * as vscode from 'vscode';
import { inPreview, inWindow } from './bridge';
import { fileUri, openText, previewTab } from './editor';
import { equal, type Suite, until } from './harness';

const plan = 'software-launch/software-launch.incident.yaml';
const other = 'flash-sale/flash-sale.incident.yaml';
const percent = `document.querySelector('.up-percent')?.textContent`;
const selectedTab = `document.querySelector('[role="tab"][aria-selected="true"]')?.id`;
const steps = `document.querySelectorAll('.up-step[data-step]').length`;

/** The last test before the window is loaded anew: what has to be there again. */
export function beforeReload(suite: Suite): void {
  suite.test('a preview and a difference are left open for the next window', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await openText(plan);
    await vscode.commands.executeCommand('incidentPlaybook.diff.compareWith', fileUri(plan), 'file', fileUri(other));
    await until(
      () => inPreview<number>(`document.querySelectorAll('.up-diff-row').length`),
      (rows) => (rows ?? 0) > 0,
      'the difference is shown',
    );
    await inWindow('clickInPreview', '[data-view="before"]');
    await openText(plan);
    await vscode.commands.executeCommand('incidentPlaybook.preview.openToSide');
    await until(
      () => inPreview<number>(steps),
      (count) => (count ?? 0) > 5,
      'the plan is drawn',
    );
    for (let at = 0; at < 3; at++) await inWindow('clickInPreview', '.up-zoom button:nth-child(3)');
    await inWindow('clickInPreview', '.up-step[data-step="look"]');
    await inWindow('clickInPreview', '#tab-channels');
    await inWindow('keep', await inPreview(`${percent}`));
  });
}

export function afterReload(suite: Suite): void {
  suite.test('after a reload of the window the preview is as it was: tab, size, and what was chosen', async () => {
    await until(
      () => inPreview<string>(selectedTab),
      (tab) => tab === 'tab-channels',
      'the tab',
    );
    await inWindow('clickInPreview', '#tab-flow');
    await until(
      () => inPreview<number>(steps),
      (count) => (count ?? 0) > 5,
      'the plan is drawn again',
    );
    equal(await inPreview(percent), await inWindow('kept'));
    equal(await inPreview(`document.querySelector('.up-step[data-current]')?.dataset.step`), 'look');
  });

  suite.test('and so is the difference, with the version that was chosen', async () => {
    const place = previewTab();
    const group = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn === place?.column);
    equal(group?.tabs.length, 2);
    if (place !== undefined) await vscode.window.tabGroups.close(place.tab);
    await until(
      () => inPreview<string>(`document.querySelector('.up-views [aria-pressed="true"]')?.dataset.view`),
      (view) => view === 'before',
      'the version',
    );
    await until(
      () => inPreview<number>(`document.querySelectorAll('.up-diff-row').length`),
      (rows) => (rows ?? 0) > 0,
      'the changes are told again',
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
}
