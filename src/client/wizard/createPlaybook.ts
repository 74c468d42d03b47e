import * as vscode from 'vscode';
import { type NewPlaybookParams, type NewPlaybookResult, newPlaybookRequest } from '../../protocol/authoring';
import { languageId } from '../languageId';
import { toPosition } from '../place';
import type { Server } from '../server';
import { askAnswers } from './askAnswers';

/** Asks a few questions and writes a playbook to begin with: the text, the preview beside, the first gap selected. */
export async function createPlaybook(server: Server, given: vscode.Uri | undefined): Promise<void> {
  const folder = await folderFor(given);
  const answered = await askAnswers(folder);
  if (answered === undefined) return;
  const { fileName, ...answers } = answered;
  const params: NewPlaybookParams = answers;
  const made = await server.ask<NewPlaybookResult>(newPlaybookRequest, params);
  if (made === null) return;
  const document = await write(made.text, folder, fileName);
  const { start, end } = made.placeholder;
  const selection = new vscode.Range(toPosition(start), toPosition(end));
  await vscode.window.showTextDocument(document, { preview: false, selection });
  await vscode.commands.executeCommand('incidentPlaybook.preview.openToSide', document.uri);
}

/** Without a folder, or where nothing can be written, the text is there and asks for its name when it is saved. */
async function write(content: string, folder: vscode.Uri | undefined, fileName: string): Promise<vscode.TextDocument> {
  const isReadOnly = folder === undefined || vscode.workspace.fs.isWritableFileSystem(folder.scheme) === false;
  if (isReadOnly) return vscode.workspace.openTextDocument({ language: languageId, content });
  const uri = vscode.Uri.joinPath(folder, fileName);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  return vscode.workspace.openTextDocument(uri);
}

/** The one that was clicked, or beside the file that is open, or that of the workspace. */
async function folderFor(given: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  if (given !== undefined) return (await isFolder(given)) ? given : vscode.Uri.joinPath(given, '..');
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active !== undefined && vscode.workspace.getWorkspaceFolder(active) !== undefined)
    return vscode.Uri.joinPath(active, '..');
  return vscode.workspace.workspaceFolders?.[0]?.uri;
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}
