import * as vscode from 'vscode';
import { change } from '../browser/changes';

/** What `npm start` shows; set when this file is bundled. */
declare const DEMO: {
  readonly file: string;
  readonly theme: string;
  readonly language: 'en' | 'ja';
  /** Text on the line that the caret is put on, so that the preview marks its step. */
  readonly caretAt?: string;
  /** The playbook is changed, and the difference to the last commit shown instead of the preview. */
  readonly review: boolean;
};

/** Opens the playbook with its preview beside, and stays: the window is for whoever looks at it. */
export async function run(): Promise<void> {
  const set = (key: string, value: unknown) =>
    vscode.workspace.getConfiguration().update(key, value, vscode.ConfigurationTarget.Global);
  await set('workbench.colorTheme', DEMO.theme);
  await set('incidentPlaybook.language', DEMO.language);
  await set('editor.minimap.enabled', false);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('no folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, DEMO.file));
  const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
  await vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar').then(undefined, () => {});
  if (DEMO.review) {
    const text = document.getText();
    const whole = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
    await editor.edit((edit) => edit.replace(whole, change(text, DEMO.language)));
    await document.save();
    await showDifference(document.uri);
  } else await vscode.commands.executeCommand('incidentPlaybook.preview.openToSide');
  const at = DEMO.caretAt === undefined ? -1 : document.getText().indexOf(DEMO.caretAt);
  if (at >= 0) {
    const place = document.positionAt(at);
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.AtTop);
  }
  await new Promise(() => {});
}

/** Git takes a while to know of the folder; until then there is no last commit. */
async function showDifference(uri: vscode.Uri): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    await vscode.commands.executeCommand('git.openChange', uri);
    if (vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await vscode.commands.executeCommand('incidentPlaybook.diff.open');
}
