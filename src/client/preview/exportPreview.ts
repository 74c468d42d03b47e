import * as vscode from 'vscode';
import { type ExportFormat, type ExportParams, exportFormats, exportRequest } from '../../protocol/preview';
import { fileName } from '../fileName';
import type { Server } from '../server';
import type { PreviewPanel } from './panel';
import { pngScale } from './pngScale';

const endings: Readonly<Record<ExportFormat, string>> = {
  svg: 'svg',
  png: 'png',
  html: 'html',
  markdown: 'md',
  mermaid: 'mmd',
};

/**
 * The plan as a file of its own, as the preview shows it. `given` and `target` are what the reader would choose: the
 * format, and where it is written.
 */
export async function exportPreview(
  panel: PreviewPanel,
  server: Server,
  given?: unknown,
  target?: unknown,
): Promise<vscode.Uri | undefined> {
  const format = exportFormats.find((known) => known === given) ?? (await pickFormat());
  if (format === undefined) return undefined;
  const { uri, wish } = panel;
  const params: ExportParams = { uri: uri.toString(), format: format === 'png' ? 'svg' : format, wish };
  const text = await server.ask<string>(exportRequest, params);
  if (text === null) {
    void vscode.window.showWarningMessage(vscode.l10n.t('There is nothing to draw yet, or the file can’t be read.'));
    return undefined;
  }
  const bytes = format === 'png' ? await panel.toPng(text, pngScale(uri)) : new TextEncoder().encode(text);
  if (bytes === undefined) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The drawing is too large for a picture. Choose SVG instead.'));
    return undefined;
  }
  const file = target instanceof vscode.Uri ? target : await pickFile(uri, endings[format]);
  if (file === undefined) return undefined;
  await vscode.workspace.fs.writeFile(file, bytes);
  if (!(target instanceof vscode.Uri)) void tellWhere(file);
  return file;
}

async function pickFormat(): Promise<ExportFormat | undefined> {
  const labels: Readonly<Record<ExportFormat, readonly [string, string]>> = {
    html: ['HTML', vscode.l10n.t('Everything on one page, to send or to print')],
    svg: ['SVG', vscode.l10n.t('The drawing, sharp at any size')],
    png: ['PNG', vscode.l10n.t('The drawing as a picture, for slides and chats')],
    markdown: ['Markdown', vscode.l10n.t('The plan as text, for a wiki')],
    mermaid: ['Mermaid', vscode.l10n.t('The drawing as text, for GitHub and wikis')],
  };
  const items = (Object.keys(labels) as ExportFormat[]).map((format) => {
    const [label, detail] = labels[format];
    return { label, detail, format };
  });
  const placeHolder = vscode.l10n.t('What to write the plan as');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.format;
}

function pickFile(uri: vscode.Uri, ending: string): Thenable<vscode.Uri | undefined> {
  const path = uri.path.replace(/(?:\.incident)?\.ya?ml$/i, '');
  // What is not on a disk is no place to write beside.
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const isWritable = vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
  const beside = isWritable ? uri.with({ path: `${path}.${ending}` }) : undefined;
  const name = `${fileName({ path })}.${ending}`;
  const defaultUri = beside ?? (folder && vscode.Uri.joinPath(folder, name));
  return vscode.window.showSaveDialog({
    ...(defaultUri !== undefined && { defaultUri }),
    filters: { [ending.toUpperCase()]: [ending] },
  });
}

async function tellWhere(file: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('Written: {0}', fileName(file)), open);
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', file);
}
