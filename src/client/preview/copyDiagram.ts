import * as vscode from 'vscode';
import { type CopyFormat, copyFormats, type ExportParams, exportRequest } from '../../protocol/preview';
import type { Server } from '../server';
import type { PreviewPanel } from './panel';
import { pngScale } from './pngScale';

/** A drawing of the preview into the clipboard. `given` is the format that the reader would choose; `flow` an id. */
export async function copyDiagram(panel: PreviewPanel, server: Server, given?: unknown, flow?: unknown): Promise<void> {
  const format = copyFormats.find((known) => known === given) ?? (await pickFormat());
  if (format === undefined) return;
  const { uri, wish } = panel;
  const params: ExportParams = {
    uri: uri.toString(),
    format: format === 'png' ? 'svg' : format,
    wish,
    flow: typeof flow === 'string' ? flow : undefined,
  };
  const text = await server.ask<string>(exportRequest, params);
  if (text === null) {
    void vscode.window.showWarningMessage(vscode.l10n.t('There is nothing to draw yet, or the file can’t be read.'));
    return;
  }
  if (format !== 'png') {
    // A comment on GitHub draws what stands in such a fence.
    await vscode.env.clipboard.writeText(format === 'mermaid' ? `\`\`\`mermaid\n${text.trimEnd()}\n\`\`\`\n` : text);
  } else if (!(await panel.copyPng(text, pngScale(uri)))) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('A picture can’t be copied from here. Copy it as SVG, or export it as PNG.'),
    );
    return;
  }
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied as {0}', labels[format]), 4000);
}

const labels: Readonly<Record<CopyFormat, string>> = { png: 'PNG', svg: 'SVG', mermaid: 'Mermaid' };

async function pickFormat(): Promise<CopyFormat | undefined> {
  const details: Readonly<Record<CopyFormat, string>> = {
    png: vscode.l10n.t('The drawing as a picture, for slides and chats'),
    svg: vscode.l10n.t('The drawing, sharp at any size'),
    mermaid: vscode.l10n.t('The drawing as text, for comments on pull requests and wikis'),
  };
  const items = copyFormats.map((format) => ({ label: labels[format], detail: details[format], format }));
  const placeHolder = vscode.l10n.t('What to copy the drawing as');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.format;
}
