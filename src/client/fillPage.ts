import * as vscode from 'vscode';
import { previewHtml } from './previewHtml';
import { uiLocale } from './uiLocale';

/** The page of a panel anew: its script is `dist/SCRIPT.js`, and nothing comes from anywhere else. */
export function fillPage({ webview, title }: vscode.WebviewPanel, extensionUri: vscode.Uri, script: string): void {
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString();
  webview.options = { enableScripts: true, localResourceRoots: [dist] };
  webview.html = previewHtml({
    scriptUri: address(`${script}.js`),
    styleUri: address('webview.css'),
    cspSource: webview.cspSource,
    nonce: newNonce(),
    uiLocale: uiLocale(),
    title,
  });
}

/** Of the tabs in which our pages are. */
export function previewIcon(extensionUri: vscode.Uri): { readonly light: vscode.Uri; readonly dark: vscode.Uri } {
  const icon = (name: string) => vscode.Uri.joinPath(extensionUri, 'media', name);
  return { light: icon('preview-light.svg'), dark: icon('preview-dark.svg') };
}

function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
