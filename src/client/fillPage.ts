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

function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
