import * as vscode from 'vscode';
import {
  type Insertable,
  type InsertParams,
  type InsertResult,
  insertables,
  insertRequest,
} from '../protocol/authoring';
import { languageId } from './languageId';
import { toPlace, toPosition } from './place';
import type { Server } from './server';

/** Puts a new entry where it belongs, with its places to write in order. */
export async function insertBlock(server: Server, given: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== languageId) return;
  const what = insertables.find((known) => known === given) ?? (await pick());
  if (what === undefined) return;
  const { document, selection } = editor;
  const params: InsertParams = { uri: document.uri.toString(), what, at: toPlace(selection.active) };
  const found = await server.ask<InsertResult>(insertRequest, params);
  if (found === null) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'This part of the playbook is written on one line. Write each of its entries on a line of its own.',
      ),
    );
    return;
  }
  const place = toPosition(found.at);
  await vscode.window.showTextDocument(document, { viewColumn: editor.viewColumn });
  await editor.insertSnippet(new vscode.SnippetString(found.snippet), place, {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function pick(): Promise<Insertable | undefined> {
  const { t } = vscode.l10n;
  const items: readonly (vscode.QuickPickItem & { readonly what: Insertable })[] = [
    { what: 'scenario', label: t('Scenario'), detail: t('Something that can go wrong'), iconPath: icon('zap') },
    {
      what: 'step',
      label: t('Step'),
      detail: t('Something that is done, behind the step at the caret'),
      iconPath: icon('arrow-down'),
    },
    { what: 'message', label: t('Message'), detail: t('What customers read'), iconPath: icon('comment') },
    { what: 'channel', label: t('Channel'), detail: t('Where you speak'), iconPath: icon('broadcast') },
    {
      what: 'severity',
      label: t('Severity'),
      detail: t('How bad it is, and what you promise then'),
      iconPath: icon('flame'),
    },
    {
      what: 'sorry-page',
      label: t('Sorry page'),
      detail: t('What visitors see while nothing works'),
      iconPath: icon('browser'),
    },
  ];
  return (await vscode.window.showQuickPick(items, { placeHolder: t('What to insert') }))?.what;
}

function icon(name: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(name);
}
